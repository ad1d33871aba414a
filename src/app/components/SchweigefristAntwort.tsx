'use client'
import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'
import { modulLabel, type Modulname } from '#core/fassung/module.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { postAct } from './postAct.ts'
import { fassungPath } from './rebase.ts'
import { LONG_ENOUGH_TO_READ, reloadWith, useWaitingMessage } from './waitingMessage.ts'

/** What `GET /api/schweigefristen/{id}/stand` answers. */
type Stand = {
  readonly fristende: CalendarDay
  readonly ab: CalendarDay | null
  readonly laeuft: boolean
  readonly texte: readonly Text[]
}
type Text = {
  readonly fassungId: string
  readonly titel: string
  readonly ebene: string
  readonly gebietId: string
  readonly istEigener: boolean
  readonly module: readonly { readonly modul: Modulname; readonly bleibt: boolean }[]
}

/**
 * On the page of a Schweigefrist: until when it can be answered, which texts it concerns, and for one's own texts the answer
 * itself.
 */
export function SchweigefristAntwort() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const [stand, setStand] = useState<Stand | null>(null)
  const meldung = useWaitingMessage()
  useEffect(() => {
    if (id === undefined) return undefined
    const stop = new AbortController()
    const ask = async (): Promise<void> => {
      const path = `/api/schweigefristen/${encodeURIComponent(id)}/stand`
      const answer = await fetch(path, { credentials: 'same-origin', signal: stop.signal })
      if (answer.ok) setStand((await answer.json()) as Stand)
    }
    // Without an answer the page shows the fields; the act says what is wrong.
    ask().catch(() => undefined)
    return () => {
      stop.abort()
    }
  }, [id])
  if (id === undefined || !stand) return null
  const own = stand.texte.filter(({ istEigener }) => istEigener)
  const others = stand.texte.filter(({ istEigener }) => !istEigener)
  return (
    <div className="stichtag-lage stichtag-schweigefrist">
      <p className="stichtag-meldung" role="status">
        {meldung}
      </p>
      <p>{sayStand(stand)}</p>
      {own.map((text) => (
        <Antwort frist={String(id)} key={text.fassungId} laeuft={stand.laeuft} text={text} />
      ))}
      {others.length === 0 ? null : (
        <section aria-labelledby="schweigefrist-andere">
          <h2 id="schweigefrist-andere">
            {own.length === 0 ? 'Betroffene Texte' : 'Weitere betroffene Texte'}
          </h2>
          <ul>
            {others.map((text) => (
              <li key={text.fassungId}>
                <a href={fassungPath(text.fassungId)}>{text.titel}</a>: {sayModule(text)}
              </li>
            ))}
          </ul>
        </section>
      )}
      {stand.texte.length === 0 ? (
        <p>
          {user?.['rolle'] === 'kommunalredaktion'
            ? 'Keiner Ihrer Texte verliert durch Schweigen etwas.'
            : 'Kein Text darunter verliert durch Schweigen etwas.'}
        </p>
      ) : null}
    </div>
  )
}

function Antwort({
  frist,
  laeuft,
  text,
}: {
  readonly frist: string
  readonly laeuft: boolean
  readonly text: Text
}) {
  const { fassungId, titel, module, ebene, gebietId } = text
  const ids = useId()
  const [kept, setKept] = useState<readonly Modulname[]>(
    // Who opens the page to answer mostly wants to keep the text: one click then.
    module.some(({ bleibt }) => bleibt)
      ? module.filter(({ bleibt }) => bleibt).map(({ modul }) => modul)
      : module.map(({ modul }) => modul),
  )
  const [satz, setSatz] = useState('')
  const [busy, setBusy] = useState(false)
  const send = async (): Promise<void> => {
    setBusy(true)
    const body = { gebiet: gebietId, ebene, module: kept, ...(satz === '' ? {} : { satz }) }
    const answer = await postAct('schweigefristen', frist, 'rueckmeldung', body)
    if (answer.ok)
      reloadWith(`Geantwortet unter Folgenummer ${Number(answer.value['folgenummer'])}.`)
    else {
      setBusy(false)
      toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
    }
  }
  return (
    <section aria-labelledby={`${ids}-titel`} className="stichtag-lage__hinweis">
      <h2 id={`${ids}-titel`}>
        Ihr Text: <a href={fassungPath(fassungId)}>{titel}</a>
      </h2>
      <p>{sayModule(text)}</p>
      {!laeuft ? null : (
        <>
          <fieldset>
            <legend>Unser eigener Text bleibt bei</legend>
            {module.map(({ modul }) => (
              <label key={modul}>
                <input
                  checked={kept.includes(modul)}
                  onChange={({ target }) => {
                    setKept(
                      target.checked ? [...kept, modul] : kept.filter((each) => each !== modul),
                    )
                  }}
                  type="checkbox"
                />{' '}
                {modulLabel(modul)}
              </label>
            ))}
          </fieldset>
          <label htmlFor={`${ids}-satz`}>Anmerkung (freiwillig)</label>
          <textarea
            id={`${ids}-satz`}
            onChange={({ target }) => {
              setSatz(target.value)
            }}
            rows={2}
            value={satz}
          />
          <Button
            buttonStyle="primary"
            disabled={busy}
            onClick={() => void send()}
            size="small"
            type="button"
          >
            Antworten
          </Button>
        </>
      )}
    </section>
  )
}

function sayStand({ fristende, ab, laeuft }: Stand): string {
  const bis = laeuft
    ? `Antwort möglich bis zum ${formatDayLong(fristende)}, diesen Tag eingeschlossen.`
    : `Die Frist ist seit dem ${formatDayLong(fristende)} abgelaufen.`
  const danach =
    ab === null
      ? 'Der Tag der Rechtsnorm steht noch nicht fest; bis dahin bleibt alles, wie es ist.'
      : `Wer schweigt, zeigt ab dem ${formatDayLong(ab)} den neuen Text der Ebene darüber. Ergänzungen bleiben.`
  return `${bis} ${danach}`
}

function sayModule({ module }: Text): string {
  const named = (bleibt: boolean): string =>
    module
      .filter((each) => each.bleibt === bleibt)
      .map(({ modul }) => modulLabel(modul))
      .join(', ')
  const [stays, goes] = [named(true), named(false)]
  return [
    ...(goes === '' ? [] : [`Ohne Antwort endet der eigene Text bei: ${goes}.`]),
    ...(stays === '' ? [] : [`Es bleibt bei: ${stays}.`]),
  ].join(' ')
}
