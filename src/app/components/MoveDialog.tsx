'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { createPortal } from 'react-dom'
import type { Vorschaubericht } from '#core/log/vorschaubericht.ts'
import { DayInput } from './DayInput.tsx'
import { MovePreview } from './MovePreview.tsx'
import { postAct } from './postAct.ts'

/** What the person decided after reading the preview. */
export type Bewegung = {
  readonly act: 'verlegen' | 'absagen' | 'berichtigen'
  readonly body: object
}

type Props = {
  readonly art: 'verlegen' | 'absagen'
  /** Id of the Zeitgrenze. */
  readonly id: string
  /** The document as it is stored. */
  readonly stored: Readonly<Record<string, unknown>>
  /** The German sentence of what stood in the way; null when it is done. */
  readonly onConfirm: (bewegung: Bewegung) => Promise<string | null>
  readonly onCancel: () => void
}

/** A preview with what was asked. */
type Gesehen = { readonly bericht: Vorschaubericht; readonly body: object }

type Angaben = {
  readonly stand: string
  readonly tag: string | null
  readonly fundstelle: string
  readonly zeitraum: string
  readonly bedingung: string
  readonly wortlaut: string
  readonly rueckwirkend: string
  readonly grund: string
}

/**
 * Moves the day of a law in one dialogue: what it shall be, what that does to every text of every Redaktion, and only then
 * the act. It hangs on the body, see `FormDialog`.
 */
export function MoveDialog({ art, id, stored, onConfirm, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const result = useRef<HTMLDivElement>(null)
  const [angaben, setAngaben] = useState(() => angabenOf(stored))
  const [gesehen, setGesehen] = useState<Gesehen | null>(null)
  const [fehler, setFehler] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (gesehen) result.current?.focus()
  }, [gesehen])
  const bericht = gesehen?.bericht ?? null

  const change = (part: Partial<Angaben>): void => {
    setAngaben((before) => ({ ...before, ...part }))
    // What was shown belonged to other words.
    setGesehen(null)
    setFehler('')
  }
  const body =
    art === 'absagen' ? { stand: 'abgesagt', grund: angaben.grund } : bodyOf(angaben, stored)

  const look = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    // React hands events of a portal on to the document's form, which would save.
    event.stopPropagation()
    setBusy(true)
    const answer = await postAct('zeitgrenzen', id, 'vorschau', body)
    setBusy(false)
    if (answer.ok) setGesehen({ bericht: answer.value as unknown as Vorschaubericht, body })
    else setFehler(answer.message)
  }

  const needsReason = art === 'absagen' || bericht?.istBerichtigung === true
  const confirm = async (): Promise<void> => {
    if (needsReason && angaben.grund.trim() === '') {
      setFehler('Bitte begründen Sie den Schritt. Der Satz steht dauerhaft im Freigabeprotokoll.')
      dialog.current?.querySelector<HTMLTextAreaElement>('[name=grund]')?.focus()
      return
    }
    if (!gesehen) return
    setBusy(true)
    // What was seen is what is done; only the reason may have been written afterwards.
    const act = gesehen.bericht.istBerichtigung ? 'berichtigen' : art
    const refusal = await onConfirm({
      act,
      body: { ...gesehen.body, grund: angaben.grund, bekannt: gesehen.bericht.bekannt },
    })
    setBusy(false)
    if (refusal !== null) setFehler(refusal)
  }

  return createPortal(
    <dialog
      aria-labelledby="verlegen-titel"
      className="stichtag-dialog stichtag-verlegen"
      onCancel={onCancel}
      ref={dialog}
    >
      <form onSubmit={(event) => void look(event)}>
        <h2 id="verlegen-titel">{TITEL[art]}</h2>
        <p>{EINLEITUNG[art]}</p>
        {art === 'verlegen' ? (
          <fieldset className="stichtag-verlegen__tag" disabled={busy}>
            <Tagesangaben angaben={angaben} onChange={change} />
          </fieldset>
        ) : null}
        <label>
          {art === 'absagen' ? 'Grund' : 'Grund (bei einem vergangenen Tag nötig)'}
          <textarea
            name="grund"
            onChange={({ target }) => {
              setAngaben((before) => ({ ...before, grund: target.value }))
            }}
            required={art === 'absagen'}
            rows={2}
            value={angaben.grund}
          />
        </label>
        {bericht ? null : <Fehlermeldung text={fehler} />}
        <div className="stichtag-aktionen">
          <Button buttonStyle={bericht ? 'secondary' : 'primary'} disabled={busy} type="submit">
            Vorschau
          </Button>
          <Button buttonStyle="secondary" onClick={onCancel} type="button">
            Abbrechen
          </Button>
        </div>
      </form>
      {bericht ? (
        <div className="stichtag-vorschau" ref={result} tabIndex={-1}>
          <MovePreview bericht={bericht} />
          <Fehlermeldung text={fehler} />
          <div className="stichtag-aktionen">
            <Button buttonStyle="primary" disabled={busy} onClick={() => void confirm()}>
              {bericht.istBerichtigung ? 'Berichtigung beantragen' : BESTAETIGEN[art]}
            </Button>
            <Button buttonStyle="secondary" onClick={onCancel} type="button">
              Nichts ändern
            </Button>
          </div>
        </div>
      ) : null}
    </dialog>,
    document.body,
  )
}

function Fehlermeldung({ text }: { readonly text: string }) {
  return (
    <p className="stichtag-tag__fehler" role="alert">
      {text}
    </p>
  )
}

function Tagesangaben({
  angaben,
  onChange,
}: {
  readonly angaben: Angaben
  readonly onChange: (part: Partial<Angaben>) => void
}) {
  const { stand, tag, fundstelle, zeitraum, bedingung, wortlaut, rueckwirkend } = angaben
  return (
    <>
      <label>
        Wie sicher ist der Tag?
        <select
          name="stand"
          onChange={({ target }) => {
            onChange({ stand: target.value })
          }}
          value={stand}
        >
          <option value="bestimmt">Bestimmt: verkündet, der Tag steht fest</option>
          <option value="geplant">Geplant: ein Tag ist vorgesehen, noch nicht verkündet</option>
          <option value="geschaetzt">Geschätzt: nur Monat, Quartal oder Jahr</option>
          <option value="unbestimmt">Unbestimmt: hängt an einer Bedingung</option>
        </select>
      </label>
      {stand === 'bestimmt' || stand === 'geplant' ? (
        <div className="stichtag-tag">
          <label htmlFor="verlegen-tag">Neuer Tag</label>
          <DayInput
            id="verlegen-tag"
            label="Neuer Tag"
            name="tag"
            onChange={(value) => {
              onChange({ tag: value })
            }}
            value={tag}
          />
        </div>
      ) : null}
      {stand === 'bestimmt' ? (
        <TextAngabe
          hinweis="Zum Beispiel: GVOBl. M-V 2026 S. 812"
          label="Fundstelle der Verkündung"
          name="fundstelle"
          onChange={onChange}
          value={fundstelle}
        />
      ) : null}
      {stand === 'geschaetzt' ? (
        <TextAngabe
          hinweis="Monat 2027-03, Quartal 2027-Q2 oder Jahr 2027"
          label="Zeitraum"
          name="zeitraum"
          onChange={onChange}
          value={zeitraum}
        />
      ) : null}
      {stand === 'unbestimmt' ? (
        <TextAngabe
          hinweis="Zum Beispiel: nach Bekanntgabe des BMI im Bundesgesetzblatt"
          label="Bedingung"
          name="bedingung"
          onChange={onChange}
          value={bedingung}
        />
      ) : null}
      <TextAngabe
        hinweis="Wie die Rechtsnorm selbst ihren Tag bestimmt."
        label="Wortlaut der Quelle"
        name="wortlaut"
        onChange={onChange}
        value={wortlaut}
      />
      {stand === 'bestimmt' || stand === 'geplant' ? (
        <TextAngabe
          hinweis="Nur wenn der Tag vor der Verkündung liegt: die Vorschrift, die das erlaubt."
          label="Rückwirkend aufgrund von"
          name="rueckwirkend"
          onChange={onChange}
          value={rueckwirkend}
        />
      ) : null}
    </>
  )
}

function TextAngabe({
  name,
  label,
  hinweis,
  value,
  onChange,
}: {
  readonly name: 'fundstelle' | 'zeitraum' | 'bedingung' | 'wortlaut' | 'rueckwirkend'
  readonly label: string
  readonly hinweis: string
  readonly value: string
  readonly onChange: (part: Partial<Angaben>) => void
}) {
  return (
    <label>
      {label}
      <input
        aria-describedby={`verlegen-${name}-hinweis`}
        name={name}
        onChange={({ target }) => {
          onChange({ [name]: target.value })
        }}
        type="text"
        value={value}
      />
      <small id={`verlegen-${name}-hinweis`}>{hinweis}</small>
    </label>
  )
}

const TITEL = { verlegen: 'Zeitgrenze verlegen', absagen: 'Zeitgrenze absagen' }
const EINLEITUNG = {
  verlegen:
    'Alle Texte, Zuständigkeiten und Onlinedienste, die an diesem Tag hängen, folgen ihm. Sehen Sie sich zuerst an, was das in jeder Redaktion bewirkt; bis dahin ändert sich nichts.',
  absagen:
    'Die Rechtsnorm ist gescheitert. Was daran hängt, wird nicht mehr gezeigt; von jedem Text entsteht ein Entwurf für seine Redaktion. Das ist endgültig.',
}
const BESTAETIGEN = { verlegen: 'Jetzt verlegen', absagen: 'Endgültig absagen' }

function angabenOf(stored: Props['stored']): Angaben {
  const text = (name: string): string => {
    const value = stored[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    stand: text('stand'),
    tag: text('tag') || null,
    fundstelle: text('fundstelle'),
    zeitraum: text('zeitraum'),
    bedingung: text('bedingung'),
    wortlaut: text('wortlaut'),
    rueckwirkend: text('rueckwirkend'),
    grund: '',
  }
}

/** Only what belongs to this Stand is sent: a day that is no longer fixed must not stay behind. */
function bodyOf(angaben: Angaben, stored: Props['stored']): object {
  const { stand, tag, fundstelle, zeitraum, bedingung, wortlaut, rueckwirkend, grund } = angaben
  const hasTag = stand === 'bestimmt' || stand === 'geplant'
  return {
    stand,
    tag: hasTag ? tag : null,
    fundstelle: stand === 'bestimmt' ? fundstelle : null,
    zeitraum: stand === 'geschaetzt' ? zeitraum : null,
    bedingung: stand === 'unbestimmt' ? bedingung : null,
    wortlaut: wortlaut || null,
    rueckwirkend: hasTag ? rueckwirkend || null : null,
    // A clause said another day; the new one may follow another clause.
    ...(hasTag && tag === stored['tag'] ? {} : { klausel: null }),
    grund,
  }
}
