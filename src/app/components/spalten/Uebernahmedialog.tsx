'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { createPortal } from 'react-dom'
import { postAct } from '../postAct.ts'
import { fassungPath } from '../rebase.ts'
import { goWith, reloadWith } from '../waitingMessage.ts'
import { Worte } from './Worte.tsx'

type Wahl = 'eigen' | 'eltern' | 'beide'

type Stueck = {
  readonly nummer: number
  readonly art: 'nur-eigen' | 'nur-eltern' | 'beide-gleich' | 'konflikt'
  readonly vorschlag: Wahl | null
  readonly basis: string
  readonly eltern: string
  readonly eigen: string
  readonly davor: string
  readonly danach: string
}

/** A change as `GET /api/fassungen/:id/eltern` answers. */
type Vergleich = {
  readonly modul: string
  readonly tag: string
  readonly basis: string
  readonly neu: string
  readonly eigen: string
  readonly modus: 'ersetzen' | 'ergaenzen'
  readonly eigenerText: string
  readonly neuerText: string
  readonly stuecke: readonly Stueck[]
}

type Props = {
  readonly id: string
  readonly modul: string
  readonly titel: string
  /** Who wrote the inherited text. */
  readonly von: string
  readonly onCancel: () => void
}

/**
 * What is new in the inherited text, beside the own one, stretch by stretch; takes over all, some or none of it. It hangs on the
 * body, see `FormDialog`.
 */
export function Uebernahmedialog({ id, modul, titel, von, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  const [vergleich, setVergleich] = useState<Vergleich | null>(null)
  const [isRefusing, setIsRefusing] = useState(false)
  const [fehler, setFehler] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    const stop = new AbortController()
    readVergleich(id, modul, stop.signal)
      .then((found) => {
        if (found) setVergleich(found)
        else setFehler('Zu diesem Modul ist nichts mehr zu entscheiden. Bitte laden Sie neu.')
      })
      .catch(() => {
        if (!stop.signal.aborted) setFehler('Keine Verbindung. Bitte versuchen Sie es noch einmal.')
      })
    return () => {
      stop.abort()
    }
  }, [id, modul])

  const send = async (act: 'uebernehmen' | 'eltern-abgelehnt', body: object): Promise<void> => {
    if (!vergleich) return
    setBusy(true)
    const { basis, neu, eigen } = vergleich
    const answer = await postAct('fassungen', id, act, { modul, basis, neu, eigen, ...body })
    setBusy(false)
    if (!answer.ok) {
      setFehler(answer.message)
      return
    }
    const target = act === 'uebernehmen' ? String(answer.value['id']) : id
    if (target === id)
      reloadWith(
        act === 'uebernehmen'
          ? `${titel}: Die Änderung ist übernommen.`
          : `${titel}: Ihr Text bleibt, wie er ist.`,
      )
    else
      goWith(
        fassungPath(target),
        `${titel}: Die Änderung ist in diesen Entwurf übernommen. Er gilt erst, wenn er freigegeben ist.`,
      )
  }

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    // React hands events of a portal on to the document's form, which would save.
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    if (isRefusing) {
      const grund = form.get('grund')
      void send('eltern-abgelehnt', { grund: typeof grund === 'string' ? grund : '' })
    } else void send('uebernehmen', { wahl: wahlIn(form) })
  }

  return createPortal(
    <dialog
      aria-labelledby={headingId}
      className="stichtag-dialog stichtag-uebernahme"
      onCancel={onCancel}
      ref={dialog}
    >
      <form onSubmit={submit}>
        <h2 id={headingId}>{titel}: Änderung des geerbten Textes</h2>
        {vergleich === null ? (
          <p role="status">{fehler === '' ? 'Der Vergleich wird geladen …' : ''}</p>
        ) : vergleich.modus === 'ergaenzen' ? (
          <Ergaenzung vergleich={vergleich} von={von} />
        ) : (
          <Stuecke istEntbehrlich={isRefusing} vergleich={vergleich} von={von} />
        )}
        {isRefusing ? (
          <label>
            Warum bleibt Ihr Text, wie er ist?
            <textarea name="grund" ref={(area) => area?.focus()} required rows={3} />
          </label>
        ) : null}
        <p className="stichtag-tag__fehler" role="alert">
          {fehler}
        </p>
        <div className="stichtag-aktionen">
          {isRefusing ? (
            <>
              <Button buttonStyle="primary" disabled={busy} type="submit">
                Nichts übernehmen
              </Button>
              <Button
                buttonStyle="secondary"
                onClick={() => {
                  setIsRefusing(false)
                }}
                type="button"
              >
                Zurück
              </Button>
            </>
          ) : (
            <Entscheidungen
              busy={busy || vergleich === null}
              modus={vergleich?.modus ?? 'ersetzen'}
              onAll={() => void send('uebernehmen', { wahl: 'alles' })}
              onRefuse={() => {
                setIsRefusing(true)
              }}
            />
          )}
          <Button buttonStyle="secondary" onClick={onCancel} type="button">
            Abbrechen
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

function Entscheidungen({
  modus,
  busy,
  onAll,
  onRefuse,
}: {
  readonly modus: Vergleich['modus']
  readonly busy: boolean
  readonly onAll: () => void
  readonly onRefuse: () => void
}): ReactNode {
  return (
    <>
      {modus === 'ersetzen' ? (
        <Button buttonStyle="primary" disabled={busy} type="submit">
          Auswahl übernehmen
        </Button>
      ) : null}
      <Button buttonStyle="secondary" disabled={busy} onClick={onAll} type="button">
        {modus === 'ersetzen' ? 'Alles übernehmen' : 'Ergänzung streichen'}
      </Button>
      <Button buttonStyle="secondary" disabled={busy} onClick={onRefuse} type="button">
        {modus === 'ersetzen' ? 'Nichts übernehmen …' : 'Ergänzung bleibt …'}
      </Button>
    </>
  )
}

function Stuecke({
  vergleich: { tag, stuecke },
  von,
  istEntbehrlich,
}: {
  /** Nothing is taken over: then nothing has to be chosen either. */
  readonly istEntbehrlich: boolean
  readonly vergleich: Vergleich
  readonly von: string
}): ReactNode {
  return (
    <>
      <p>
        Vom {tag} an gilt darüber ein anderer Text. Wählen Sie je Stelle, was in Ihrem stehen soll.
        „Alles übernehmen“ heißt: Sie schreiben zu diesem Modul nichts Eigenes mehr.
      </p>
      <ol className="stichtag-uebernahme__stellen">
        {stuecke.map((stueck, index) => (
          <li key={stueck.nummer}>
            <Stelle
              istEntbehrlich={istEntbehrlich}
              name={`Stelle ${index + 1} von ${stuecke.length}`}
              stueck={stueck}
              von={von}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

const LAGEN: Readonly<Record<Stueck['art'], string>> = {
  'nur-eigen': 'nur Sie schreiben es anders',
  'nur-eltern': 'nur der geerbte Text ist neu',
  'beide-gleich': 'beide schreiben dasselbe Neue',
  konflikt: 'beide schreiben etwas anderes',
}

function Stelle({
  stueck,
  name,
  von,
  istEntbehrlich,
}: {
  readonly istEntbehrlich: boolean
  readonly stueck: Stueck
  readonly name: string
  readonly von: string
}): ReactNode {
  const { nummer, art, vorschlag, basis, eltern, eigen, davor, danach } = stueck
  const canHaveBoth = eltern !== '' && eigen !== '' && eltern !== eigen
  return (
    <fieldset disabled={istEntbehrlich}>
      <legend>
        {name}: {LAGEN[art]}
      </legend>
      {davor === '' && danach === '' ? null : (
        <p className="stichtag-uebernahme__umfeld">
          {davor === '' ? '' : `… ${davor} `}
          <span aria-hidden="true">▢</span>
          <span className="stichtag-unsichtbar"> [hier] </span>
          {danach === '' ? '' : ` ${danach} …`}
        </p>
      )}
      <dl className="stichtag-uebernahme__worte">
        <Wortlaut art="alt" name="Bisher geerbt" worte={basis} />
        <Wortlaut art={eltern === basis ? null : 'neu'} name={`Neu von: ${von}`} worte={eltern} />
        <Wortlaut art={null} name="Ihr Text" worte={eigen} />
      </dl>
      <div className="stichtag-uebernahme__wahl">
        <Auswahl checked={vorschlag === 'eigen'} nummer={nummer} value="eigen">
          meine Worte
        </Auswahl>
        <Auswahl checked={vorschlag === 'eltern'} nummer={nummer} value="eltern">
          {von}
        </Auswahl>
        {canHaveBoth ? (
          <Auswahl checked={false} nummer={nummer} value="beide">
            beide
          </Auswahl>
        ) : null}
      </div>
    </fieldset>
  )
}

/** Colour, line and a word: whoever cannot see the one finds the other. */
function Wortlaut({
  name,
  worte,
  art,
}: {
  readonly name: string
  readonly worte: string
  readonly art: 'alt' | 'neu' | null
}): ReactNode {
  return (
    <div className={art === null || worte === '' ? '' : `stichtag-uebernahme__${art}`}>
      <dt>{name}</dt>
      <dd>{worte === '' ? <em>(nichts)</em> : <Worte html={worte} />}</dd>
    </div>
  )
}

function Auswahl({
  nummer,
  value,
  checked,
  children,
}: {
  readonly nummer: number
  readonly value: Wahl
  readonly checked: boolean
  readonly children: ReactNode
}): ReactNode {
  return (
    <label>
      <input
        defaultChecked={checked}
        name={`stelle-${nummer}`}
        required
        type="radio"
        value={value}
      />{' '}
      {children}
    </label>
  )
}

function Ergaenzung({
  vergleich: { tag, stuecke, eigenerText, neuerText },
  von,
}: {
  readonly vergleich: Vergleich
  readonly von: string
}): ReactNode {
  return (
    <>
      <p>
        Vom {tag} an gilt darüber ein anderer Text. Er erscheint von selbst; Ihre Ergänzung steht
        weiter dabei. Prüfen Sie, ob beide noch zusammenpassen.
      </p>
      <dl className="stichtag-uebernahme__worte">
        <Wortlaut art={null} name={`Neu von: ${von}`} worte={neuerText} />
        <Wortlaut art={null} name="Ihre Ergänzung" worte={eigenerText} />
      </dl>
      <h3>Was daran neu ist</h3>
      <ol className="stichtag-uebernahme__stellen">
        {stuecke.map(({ nummer, basis, eltern }) => (
          <li key={nummer}>
            <dl className="stichtag-uebernahme__worte">
              <Wortlaut art="alt" name="Bisher" worte={basis} />
              <Wortlaut art="neu" name="Neu" worte={eltern} />
            </dl>
          </li>
        ))}
      </ol>
    </>
  )
}

function wahlIn(form: FormData): Readonly<Record<string, string>> {
  const wahl: Record<string, string> = {}
  for (const [name, value] of form)
    if (name.startsWith('stelle-') && typeof value === 'string')
      wahl[name.slice('stelle-'.length)] = value
  return wahl
}

async function readVergleich(
  id: string,
  modul: string,
  signal: AbortSignal,
): Promise<Vergleich | undefined> {
  const path = `/api/fassungen/${encodeURIComponent(id)}/eltern`
  const answer = await fetch(path, { credentials: 'same-origin', signal })
  if (!answer.ok) throw new Error(String(answer.status))
  const { module } = (await answer.json()) as { module: readonly Vergleich[] }
  return module.find((each) => each.modul === modul)
}
