'use client'
import { Button } from '@payloadcms/ui'
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Angebotsfilter, Angebotsfortschritt } from '#core/aufgaben/angebotsstand.ts'
import type { Angebotsantwort, Stattdessen } from '#core/fassung/angebot.ts'
import type { LeistungId } from '#core/fassung/fassung.ts'
import { FormDialog, textIn } from '../FormDialog.tsx'
import { postAct } from '../postAct.ts'

/** One Leistung on the page. */
export type Listenzeile = {
  readonly leistungId: LeistungId
  readonly name: string
  readonly antwort: Angebotsantwort
  readonly satz: string | null
  readonly stattdessen: Stattdessen | null
  /** Name of the area above whose answer holds here; null: it is the own one, or there is none. */
  readonly von: string | null
}

type Props = {
  readonly gebiet: { readonly id: string; readonly name: string }
  readonly zeilen: readonly Listenzeile[]
  /** How many the filter finds on all pages. */
  readonly gefunden: number
  readonly filter: Angebotsfilter
  readonly fortschritt: Angebotsfortschritt
}

type Auftrag =
  | { readonly art: 'auswahl'; readonly leistungen: readonly Listenzeile[] }
  | { readonly art: 'alle'; readonly anzahl: number }

const ANTWORTEN = [
  ['ja', 'Ja', 'j'],
  ['nein', 'Nein', 'n'],
  ['ungeklaert', 'Ungeklärt', 'u'],
] as const

/** The rows with their answers: J, N and U answer the row in focus, the arrows go up and down. */
export function Angebotsliste({ gebiet, gefunden, filter, ...props }: Props) {
  const [zeilen, setZeilen] = useState(props.zeilen)
  const [fortschritt, setFortschritt] = useState(props.fortschritt)
  const [chosen, setChosen] = useState<ReadonlySet<LeistungId>>(new Set())
  /** Waits for the words of a `nein`. */
  const [asking, setAsking] = useState<Auftrag | null>(null)
  const [meldung, setMeldung] = useState('')
  const [busy, setBusy] = useState(false)
  const [active, setActive] = useState(0)
  const list = useRef<HTMLOListElement>(null)

  const focusRow = (index: number): void => {
    const next = Math.min(Math.max(index, 0), zeilen.length - 1)
    setActive(next)
    list.current
      ?.querySelectorAll<HTMLElement>('[data-zeile]')
      .item(next)
      .querySelector<HTMLElement>('[data-antwort="ja"]')
      ?.focus()
  }

  const answer = async (
    auftrag: Auftrag,
    antwort: Angebotsantwort,
    worte: { readonly satz: string | null; readonly stattdessen: Stattdessen | null },
  ): Promise<void> => {
    setAsking(null)
    setBusy(true)
    try {
      const done = await send(gebiet.id, auftrag, filter, antwort, worte)
      if (!done.ok) {
        setMeldung(done.message)
        return
      }
      const saved = new Set(
        done.ergebnisse.flatMap(({ leistungId, meldung: no }) => (no === null ? [leistungId] : [])),
      )
      setZeilen((before) =>
        before.map((zeile) =>
          saved.has(zeile.leistungId) ? { ...zeile, antwort, ...worte, von: null } : zeile,
        ),
      )
      setFortschritt(done.fortschritt)
      setChosen(new Set())
      setMeldung(sayDone(auftrag, antwort, saved.size, done.ergebnisse))
    } finally {
      setBusy(false)
    }
  }

  /** A `nein` needs its words first. */
  const decide = (auftrag: Auftrag, antwort: Angebotsantwort): void => {
    if (busy) return
    if (antwort === 'nein') setAsking(auftrag)
    else void answer(auftrag, antwort, { satz: null, stattdessen: null })
  }

  const onKeyDown = (event: KeyboardEvent, index: number, zeile: Listenzeile): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const antwort = ANTWORTEN.find(([, , key]) => key === event.key.toLowerCase())?.[0]
    if (antwort) {
      event.preventDefault()
      decide({ art: 'auswahl', leistungen: [zeile] }, antwort)
      if (antwort !== 'nein') focusRow(index + 1)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      focusRow(event.key === 'ArrowDown' ? index + 1 : index - 1)
    }
  }

  const { gesamt, geklaert } = fortschritt
  return (
    <section aria-labelledby="angebote-fortschritt">
      <h2 id="angebote-fortschritt">
        {geklaert} von {gesamt} geklärt
      </h2>
      <progress aria-labelledby="angebote-fortschritt" max={gesamt} value={geklaert} />
      <p className="stichtag-meldung" role="status">
        {meldung}
      </p>
      <p className="stichtag-angebote__tasten">
        Mit der Tastatur: <kbd>J</kbd> Ja, <kbd>N</kbd> Nein, <kbd>U</kbd> Ungeklärt, <kbd>↓</kbd>{' '}
        und <kbd>↑</kbd> zur nächsten oder vorigen Leistung. Jede Antwort gilt sofort und steht im
        Freigabeprotokoll.
      </p>
      <Viele
        busy={busy}
        chosen={zeilen.filter(({ leistungId }) => chosen.has(leistungId))}
        gefunden={gefunden}
        onAll={(isOn) => {
          setChosen(new Set(isOn ? zeilen.map(({ leistungId }) => leistungId) : []))
        }}
        onDecide={decide}
        shown={zeilen.length}
      />
      {zeilen.length === 0 ? <p>Zu dieser Auswahl gibt es keine Leistung.</p> : null}
      <ol className="stichtag-angebote__liste" ref={list}>
        {zeilen.map((zeile, index) => (
          <Zeile
            busy={busy}
            isActive={index === active}
            isChosen={chosen.has(zeile.leistungId)}
            key={zeile.leistungId}
            onActive={() => {
              setActive(index)
            }}
            onChoose={(isOn) => {
              setChosen((before) => {
                const after = new Set(before)
                if (isOn) after.add(zeile.leistungId)
                else after.delete(zeile.leistungId)
                return after
              })
            }}
            onDecide={(antwort) => {
              decide({ art: 'auswahl', leistungen: [zeile] }, antwort)
            }}
            onKeyDown={(event) => {
              onKeyDown(event, index, zeile)
            }}
            zeile={zeile}
          />
        ))}
      </ol>
      {asking ? (
        <NeinDialog
          auftrag={asking}
          gebiet={gebiet.name}
          onAnswer={(worte) => void answer(asking, 'nein', worte)}
          onCancel={() => {
            setAsking(null)
          }}
        />
      ) : null}
    </section>
  )
}

function Zeile({
  zeile: { leistungId, name, antwort, satz, stattdessen, von },
  isActive,
  isChosen,
  busy,
  onActive,
  onChoose,
  onDecide,
  onKeyDown,
}: {
  readonly zeile: Listenzeile
  /** Only one row is in the order of the Tab key; the arrows lead to the others. */
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly busy: boolean
  readonly onActive: () => void
  readonly onChoose: (isOn: boolean) => void
  readonly onDecide: (antwort: Angebotsantwort) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}): ReactNode {
  const tabIndex = isActive ? 0 : -1
  const id = `angebot-${leistungId}`
  return (
    <li className={antwort} data-zeile onFocus={onActive} onKeyDown={onKeyDown}>
      <input
        aria-label={`Auswählen: ${name}`}
        checked={isChosen}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.checked)
        }}
        tabIndex={tabIndex}
        type="checkbox"
      />
      <div className="stichtag-angebote__name">
        <span id={id}>{name}</span>
        {von === null ? null : <small>Antwort von: {von}</small>}
        {antwort === 'nein' && satz !== null ? (
          <small>
            „{satz}“ {stattdessen?.text ?? ''}
          </small>
        ) : null}
      </div>
      <div aria-labelledby={id} className="stichtag-angebote__antworten" role="group">
        {ANTWORTEN.map(([wert, label]) => (
          <button
            aria-label={`${label}: ${name}`}
            aria-pressed={antwort === wert}
            data-antwort={wert}
            disabled={busy && !isActive}
            key={wert}
            onClick={() => {
              onDecide(wert)
            }}
            tabIndex={tabIndex}
            type="button"
          >
            {label}
          </button>
        ))}
      </div>
    </li>
  )
}

/** One answer for many. */
function Viele({
  chosen,
  shown,
  gefunden,
  busy,
  onAll,
  onDecide,
}: {
  readonly chosen: readonly Listenzeile[]
  readonly shown: number
  readonly gefunden: number
  readonly busy: boolean
  readonly onAll: (isOn: boolean) => void
  readonly onDecide: (auftrag: Auftrag, antwort: Angebotsantwort) => void
}): ReactNode {
  const [wider, setWider] = useState(false)
  const isAll = shown > 0 && chosen.length === shown
  const auftrag: Auftrag =
    wider && isAll ? { art: 'alle', anzahl: gefunden } : { art: 'auswahl', leistungen: chosen }
  const count = auftrag.art === 'alle' ? auftrag.anzahl : chosen.length
  return (
    <div aria-label="Viele auf einmal" className="stichtag-angebote__viele" role="group">
      <label>
        <input
          checked={isAll}
          onChange={({ currentTarget }) => {
            onAll(currentTarget.checked)
          }}
          type="checkbox"
        />
        Alle {shown} auf dieser Seite
      </label>
      {isAll && gefunden > shown ? (
        <label>
          <input
            checked={wider}
            onChange={({ currentTarget }) => {
              setWider(currentTarget.checked)
            }}
            type="checkbox"
          />
          Alle {gefunden} dieser Auswahl
        </label>
      ) : null}
      {ANTWORTEN.map(([wert, label]) => (
        <Button
          aria-label={`${count} ausgewählte: ${label}`}
          buttonStyle="secondary"
          disabled={busy || count === 0}
          key={wert}
          margin={false}
          onClick={() => {
            onDecide(auftrag, wert)
          }}
          size="small"
        >
          {count === 0 ? label : `${count} × ${label}`}
        </Button>
      ))}
    </div>
  )
}

/** Who does not offer something tells the citizen so, and where to go instead. */
function NeinDialog({
  auftrag,
  gebiet,
  onAnswer,
  onCancel,
}: {
  readonly auftrag: Auftrag
  readonly gebiet: string
  readonly onAnswer: (worte: { readonly satz: string; readonly stattdessen: Stattdessen }) => void
  readonly onCancel: () => void
}): ReactNode {
  const only = auftrag.art === 'auswahl' && auftrag.leistungen.length === 1
  const [first] = auftrag.art === 'auswahl' ? auftrag.leistungen : []
  const was = only
    ? `„${first?.name ?? ''}“`
    : `${auftrag.art === 'alle' ? auftrag.anzahl : auftrag.leistungen.length} Leistungen`
  return (
    <FormDialog
      knopf="Bieten wir nicht an"
      onCancel={onCancel}
      onSubmit={(form) => {
        const link = textIn(form, 'link').trim()
        onAnswer({
          satz: textIn(form, 'satz').trim(),
          stattdessen: { text: textIn(form, 'text').trim(), link: link === '' ? null : link },
        })
      }}
      titel={`${gebiet} bietet ${was} nicht an`}
    >
      <p>Das lesen die Bürgerinnen und Bürger an dieser Stelle.</p>
      <label>
        Satz für die Bürgerinnen und Bürger
        <textarea defaultValue={only ? (first?.satz ?? '') : ''} name="satz" required rows={3} />
      </label>
      <label>
        Wohin kann man sich stattdessen wenden?
        <textarea
          defaultValue={only ? (first?.stattdessen?.text ?? '') : ''}
          name="text"
          required
          rows={2}
        />
      </label>
      <label>
        Link dorthin (freiwillig)
        <input
          defaultValue={only ? (first?.stattdessen?.link ?? '') : ''}
          name="link"
          placeholder="https://"
          type="url"
        />
      </label>
    </FormDialog>
  )
}

type Gesendet =
  | {
      readonly ok: true
      readonly ergebnisse: readonly Einzelergebnis[]
      readonly fortschritt: Angebotsfortschritt
    }
  | { readonly ok: false; readonly message: string }
type Einzelergebnis = { readonly leistungId: LeistungId; readonly meldung: string | null }

/** Asks again while the house has some left: it saves so many at a time. */
async function send(
  gebiet: string,
  auftrag: Auftrag,
  filter: Angebotsfilter,
  antwort: Angebotsantwort,
  worte: { readonly satz: string | null; readonly stattdessen: Stattdessen | null },
): Promise<Gesendet> {
  const ergebnisse: Einzelergebnis[] = []
  let left: readonly LeistungId[] | null =
    auftrag.art === 'auswahl' ? auftrag.leistungen.map(({ leistungId }) => leistungId) : null
  for (;;) {
    const which = left === null ? { alle: filter } : { leistungen: left }
    const body = { gebiet, antwort, ...worte, ...which }
    const sent = await postAct('angebote', null, 'antworten', body)
    if (!sent.ok) return { ok: false, message: sent.message }
    const { value } = sent as unknown as {
      value: {
        ergebnisse: readonly Einzelergebnis[]
        weitere: readonly LeistungId[]
        fortschritt: Angebotsfortschritt
      }
    }
    ergebnisse.push(...value.ergebnisse)
    const { weitere, fortschritt } = value
    if (weitere.length === 0) return { ok: true, ergebnisse, fortschritt }
    left = weitere
  }
}

function sayDone(
  auftrag: Auftrag,
  antwort: Angebotsantwort,
  saved: number,
  ergebnisse: readonly Einzelergebnis[],
): string {
  const label = ANTWORTEN.find(([wert]) => wert === antwort)?.[1] ?? antwort
  const refused = ergebnisse.filter(({ meldung }) => meldung !== null)
  const [why] = refused
  const only = auftrag.art === 'auswahl' && auftrag.leistungen.length === 1
  const [first] = auftrag.art === 'auswahl' ? auftrag.leistungen : []
  const done =
    only && saved === 1
      ? `${first?.name ?? ''}: ${label}.`
      : `${saved} Antworten gespeichert: ${label}.`
  if (!why) return done
  return `${saved === 0 ? '' : `${done} `}${refused.length === 1 ? 'Eine' : refused.length} nicht: ${why.meldung ?? ''}`
}
