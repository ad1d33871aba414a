'use client'
import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState, type ReactNode } from 'react'
import { isUnveroeffentlicht } from '#core/ablauf/ablauf.ts'
import { modulLabel } from '#core/fassung/module.ts'
import { sayLage } from '#core/log/auswirkungDeutsch.ts'
import { postAct } from './postAct.ts'
import {
  RUECKFALL,
  carryOn,
  fassungPath,
  sayBegin,
  sayDrafts,
  withoutDraft,
  type Lageantwort,
  type Rebaseantwort,
  type SpaetererEintrag,
} from './rebase.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { LONG_ENOUGH_TO_READ, reloadWith } from './waitingMessage.ts'

const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']

/**
 * How the text lies among the others of its row, above its words: why it is held back, what falls back behind it, what a rebase
 * has left to decide; each with the act that mends it.
 */
export function FassungLage() {
  const { id, data, lastUpdateTime } = useDocumentInfo()
  const { user } = useAuth()
  const isWriter = WRITERS.includes(user?.['rolle'])
  const isDraft = isUnveroeffentlicht(data?.['zustand'] ?? 'entwurf')
  const isRebased = isDraft && data?.['wiederaufgenommen'] === true
  const wanted = isDraft ? (isRebased ? 'rebase' : null) : 'lage'
  const found = useAnswer(id, wanted, lastUpdateTime)
  if (id === undefined || !found) return null
  if (found.art === 'rebase') return <Rebase vergleich={found.wert as Rebaseantwort} />
  return <Lage id={String(id)} isWriter={isWriter} lage={found.wert as Lageantwort} />
}

type Found = { readonly art: 'lage' | 'rebase'; readonly wert: unknown }

/** What the server says of the text, asked again after each save; null until it has answered, or where there is nothing to ask. */
function useAnswer(
  id: string | number | undefined,
  art: Found['art'] | null,
  version: unknown,
): Found | null {
  const [found, setFound] = useState<Found | null>(null)
  useEffect(() => {
    if (id === undefined || art === null) return undefined
    const stop = new AbortController()
    const ask = async (): Promise<void> => {
      const path = `/api/fassungen/${encodeURIComponent(id)}/${art}`
      const answer = await fetch(path, { credentials: 'same-origin', signal: stop.signal })
      if (answer.ok) setFound({ art, wert: await answer.json() })
    }
    // Without an answer the page shows what it can; acts say what is wrong.
    ask().catch(() => undefined)
    return () => {
      stop.abort()
    }
  }, [id, art, version])
  return found?.art === art ? found : null
}

type Asking = 'aussetzen' | 'wiederaufnehmen' | null

function Lage({
  id,
  lage,
  isWriter,
}: {
  readonly id: string
  readonly lage: Lageantwort
  readonly isWriter: boolean
}) {
  const [asking, setAsking] = useState<Asking>(null)
  const { zustand, spaetere, hatBegonnen } = lage
  if (zustand === 'entwurf' || zustand === 'abgesagt' || zustand === 'entfaellt') return null
  const suspend = (grund: string): void => {
    const act = asking ?? 'aussetzen'
    setAsking(null)
    void carryOut(id, act, { grund }, ACTS[act].meldung)
  }
  return (
    <div className="stichtag-lage">
      {zustand === 'ausgesetzt' ? (
        <Ausgesetzt
          id={id}
          isWriter={isWriter}
          lage={lage}
          onResume={() => {
            setAsking('wiederaufnehmen')
          }}
        />
      ) : (
        <p className="stichtag-lage__tage">
          Gilt: {sayLage({ zustand, zeitraeume: lage.abschnitte, grund: null })}{' '}
          {isWriter && !hatBegonnen ? (
            <Button
              buttonStyle="secondary"
              onClick={() => {
                setAsking('aussetzen')
              }}
              size="small"
            >
              Aussetzen
            </Button>
          ) : null}
        </p>
      )}
      {spaetere.length === 0 ? null : <Rueckfaelle isWriter={isWriter} spaetere={spaetere} />}
      {asking === null ? null : (
        <ReasonDialog
          {...ACTS[asking]}
          onCancel={() => {
            setAsking(null)
          }}
          onConfirm={suspend}
        />
      )}
    </div>
  )
}

const ACTS = {
  aussetzen: {
    titel: 'Text aussetzen',
    erklaerung:
      'Der Text beginnt nicht, bis ihn jemand wieder aufnimmt. Was vor ihm gilt, gilt so lange weiter.',
    knopf: 'Aussetzen',
    meldung: 'Ausgesetzt',
  },
  wiederaufnehmen: {
    titel: 'Text wieder aufnehmen',
    erklaerung: 'Der Text gilt danach wieder von seinem Tag an.',
    knopf: 'Wieder aufnehmen',
    meldung: 'Wieder aufgenommen',
  },
} as const

function Ausgesetzt({
  id,
  lage: { grund, satz, begruendung, entwurf },
  isWriter,
  onResume,
}: {
  readonly id: string
  readonly lage: Lageantwort
  readonly isWriter: boolean
  readonly onResume: () => void
}) {
  return (
    <section aria-labelledby="lage-ausgesetzt" className="stichtag-lage__warnung">
      <h2 id="lage-ausgesetzt">Dieser Text ist ausgesetzt</h2>
      <p>{satz}</p>
      {begruendung === null ? null : <p>Begründung: {begruendung}</p>}
      {!isWriter ? null : grund?.art === 'von-hand' ? (
        <Button buttonStyle="primary" onClick={onResume} size="small">
          Wieder aufnehmen
        </Button>
      ) : entwurf === null ? (
        <NeuAufsetzen id={id} />
      ) : (
        <p>
          <a className="stichtag-lage__entwurf" href={fassungPath(entwurf)}>
            Den neu aufgesetzten Entwurf öffnen
          </a>
        </p>
      )}
    </section>
  )
}

function NeuAufsetzen({ id }: { readonly id: string }) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const rebase = async (): Promise<void> => {
    setBusy(true)
    const answer = await postAct('fassungen', id, 'neu-aufsetzen', {})
    if (answer.ok) router.push(fassungPath(String(answer.value['id'])))
    else {
      setBusy(false)
      toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
    }
  }
  return (
    <Button buttonStyle="primary" disabled={busy} onClick={() => void rebase()} size="small">
      Neu aufsetzen
    </Button>
  )
}

function Rueckfaelle({
  spaetere,
  isWriter,
}: {
  readonly spaetere: readonly SpaetererEintrag[]
  readonly isWriter: boolean
}) {
  const [busy, setBusy] = useState(false)
  const open = withoutDraft(spaetere)
  const carry = async (): Promise<void> => {
    setBusy(true)
    const refusal = await carryOn(spaetere)
    if (refusal === null) reloadWith(sayDrafts(open.length))
    else {
      setBusy(false)
      toast.error(refusal, { duration: LONG_ENOUGH_TO_READ })
    }
  }
  return (
    <section aria-labelledby="lage-rueckfall" className="stichtag-lage__hinweis">
      <h2 id="lage-rueckfall">Spätere Texte fallen hinter diesen zurück</h2>
      <ul>
        {spaetere.map((text) => (
          <li key={text.fassungId}>
            <a href={fassungPath(text.fassungId)}>{text.titel}</a> ({sayBegin(text)}):{' '}
            {text.module
              .map(({ modul, lage }) => `${modulLabel(modul)} ${RUECKFALL[lage]}`)
              .join('; ')}
            .
            {text.entwurf === null ? null : (
              <>
                {' '}
                <a href={fassungPath(text.entwurf)}>Den Entwurf dazu öffnen</a>
              </>
            )}
          </li>
        ))}
      </ul>
      {isWriter && open.length > 0 ? (
        <Button buttonStyle="primary" disabled={busy} onClick={() => void carry()} size="small">
          Änderung weitertragen
        </Button>
      ) : null}
    </section>
  )
}

type Modul = Rebaseantwort['module'][number]

function Rebase({ vergleich: { auf, titel, module } }: { readonly vergleich: Rebaseantwort }) {
  const conflicts = module.filter(({ lage }) => lage === 'konflikt')
  const taken = module.filter((each) => each.lage === 'uebernommen' && each.istEntschieden)
  const stale = module.filter((each) => each.lage === 'uebernommen' && !each.istEntschieden)
  return (
    <div className="stichtag-lage">
      <section aria-labelledby="lage-rebase" className="stichtag-lage__hinweis">
        <h2 id="lage-rebase">Neu aufgesetzt</h2>
        <p>
          {auf === null ? (
            'Vor diesem Text gilt kein anderer: Er hat seine Worte behalten.'
          ) : (
            <>
              Dieser Entwurf steht jetzt auf <a href={fassungPath(auf)}>{titel}</a>. Er tritt an die
              Stelle des freigegebenen Textes, sobald Sie ihn freigeben.
            </>
          )}
        </p>
        {taken.length === 0 ? null : <p>Von dort übernommen: {labelsOf(taken)}.</p>}
        {stale.length === 0 ? null : (
          <p>Dort inzwischen anders als in diesem Entwurf, bitte vergleichen: {labelsOf(stale)}.</p>
        )}
        {conflicts.length === 0 ? (
          <p>Kein Modul ist auf beiden Seiten geändert.</p>
        ) : (
          <>
            <p>
              <strong>Beide geändert.</strong> In diesen Modulen stehen noch die eigenen Worte.
              Bitte entscheiden Sie, was gelten soll:
            </p>
            <ul>
              {conflicts.map((each) => (
                <li key={each.modul}>
                  <details>
                    <summary>
                      {modulLabel(each.modul)}
                      {each.istEntschieden ? ' (überarbeitet)' : ''}
                    </summary>
                    <dl>
                      <dt>Worte der Grundlage</dt>
                      <dd>{wordsOf(each.neueBasis)}</dd>
                      <dt>Eigene Worte</dt>
                      <dd>{wordsOf(each.eigen)}</dd>
                    </dl>
                  </details>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}

function labelsOf(module: readonly Modul[]): string {
  return module.map(({ modul }) => modulLabel(modul)).join(', ')
}

/** The words of a module without markup; a structured one is compared in its tab. */
function wordsOf(beitrag: Modul['eigen']): ReactNode {
  if (beitrag === null) return <em>nichts, das Modul ist übernommen</em>
  const { text } = beitrag.wert as { readonly text?: unknown }
  const html = typeof text === 'string' ? text : ''
  // A parsed document runs no scripts; only its words are shown.
  const words = new DOMParser().parseFromString(html.replaceAll('</', ' </'), 'text/html').body
  const shown = words.textContent.replace(/\s+/g, ' ').trim()
  return shown === '' ? <em>Angaben ohne Text, bitte im Modul vergleichen</em> : shown
}

async function carryOut(
  id: string,
  act: 'aussetzen' | 'wiederaufnehmen',
  body: object,
  meldung: string,
): Promise<void> {
  const answer = await postAct('fassungen', id, act, body)
  if (answer.ok) reloadWith(`${meldung} unter Folgenummer ${Number(answer.value['folgenummer'])}.`)
  else toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
}
