'use client'
import {
  Button,
  useAuth,
  useDocumentInfo,
  useForm,
  useFormFields,
  useFormModified,
} from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import { endsForce, otherDayOf, type Klauselangebot } from './klauselangebot.ts'

const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']
/** Nobody is asked about half a day, milliseconds. */
const PAUSE = 300
const TITEL = 'klauselrechner-titel'

/**
 * Reckons the day of the Zeitgrenze from the clause in the form, or from the rule of its Normgeber where no clause is
 * chosen. It proposes; the editor takes a day over or does not.
 */
export function Klauselrechner() {
  const { user } = useAuth()
  return WRITERS.includes(user?.['rolle']) ? <Vorschlaege /> : null
}

function Vorschlaege() {
  const form = useFormstand()
  const { angebote, meldung, isCurrent } = useAngebote(form)
  const [taken, setTaken] = useState<CalendarDay | null>(null)
  const modified = useFormModified()
  const { dispatchFields, setModified } = useForm()
  const hasDay = form.stand === 'bestimmt' || form.stand === 'geplant'
  const { data } = useDocumentInfo()
  // Once the log holds the Zeitgrenze, its day changes where one sees what follows.
  const isLogged = typeof data?.['folgenummer'] === 'number'

  const take = ({ klausel, tag }: Klauselangebot): void => {
    const values = {
      tag,
      'klausel.art': klausel.art,
      'klausel.tag': klausel.tag,
      'klausel.anzahl': klausel.anzahl,
      'klausel.lesart': klausel.lesart,
    }
    for (const [path, value] of Object.entries(values))
      dispatchFields({ type: 'UPDATE', path, value })
    setModified(true)
    setTaken(tag)
  }

  return (
    <section aria-labelledby={TITEL} className="field-type stichtag-klausel">
      <h3 id={TITEL}>Klauselrechner</h3>
      {form.klauselart === null && angebote.length > 0 ? (
        <p>Ohne eigene Angabe tritt diese Rechtsnorm so in Kraft:</p>
      ) : null}
      <ul>
        {angebote.map((angebot) => (
          // The same button while the source of the day changes: the focus stays on it.
          <li key={angebot.klausel.lesart ?? 'ohne'}>
            <p>
              {angebot.wortlaut}:{' '}
              {endsForce(angebot.klausel.art, form.art)
                ? 'erster Tag ohne Geltung ist der '
                : 'erster Tag in Kraft ist der '}
              <strong>{formatDayLong(angebot.tag)}</strong>
            </p>
            <p className="stichtag-klausel__quelle">{angebot.quelle}</p>
            {hasDay && !isLogged ? (
              <Button
                buttonStyle="secondary"
                extraButtonProps={{
                  'aria-label': `Tag übernehmen: ${formatDayLong(angebot.tag)}`,
                }}
                onClick={() => {
                  take(angebot)
                }}
                size="small"
                type="button"
              >
                Tag übernehmen
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {angebote.length > 0 && isLogged ? (
        <p>Den Tag dieser Zeitgrenze ändern Sie über „Verlegen“.</p>
      ) : null}
      {angebote.length > 0 && !hasDay && !isLogged ? (
        <p>
          Übernehmen lässt sich der Tag, sobald bei „Wie sicher ist der Tag?“ „Bestimmt“ oder
          „Geplant“ gewählt ist.
        </p>
      ) : null}
      <div role="status">
        {meldung === '' ? null : <p className="stichtag-klausel__hinweis">{meldung}</p>}
        <Abweichung angebote={angebote} form={form} isShown={hasDay && isCurrent} />
        {modified && taken !== null && taken === form.tag ? (
          <p>Übernommen: {formatDayLong(taken)}. Bitte speichern Sie die Zeitgrenze.</p>
        ) : null}
      </div>
    </section>
  )
}

type Props = {
  readonly angebote: readonly Klauselangebot[]
  readonly form: Form
  readonly isShown: boolean
}

/** The form says another day than its clause. That is no mistake: a warning, and it can be saved. */
function Abweichung({ angebote, form, isShown }: Props) {
  const gesagt = otherDayOf(angebote, { ...form, art: form.klauselart })
  const tag = parseCalendarDay(form.tag)
  if (!isShown || gesagt === null || !tag.ok) return null
  return (
    <p className="stichtag-klausel__warnung">
      Achtung: Nach der Klausel ist es der {formatDayLong(gesagt)}, eingetragen ist der{' '}
      {formatDayLong(tag.value)}. Gespeichert wird der eingetragene Tag; bitte prüfen Sie, ob er
      stimmt.
    </p>
  )
}

type Form = {
  readonly rechtsnorm: string | null
  readonly art: string | null
  readonly stand: string | null
  readonly tag: string | null
  readonly klauselart: string | null
  readonly klauseltag: string | null
  readonly anzahl: number | null
  readonly lesart: string | null
}

function useFormstand(): Form {
  return {
    rechtsnorm: useText('rechtsnorm'),
    art: useText('art'),
    stand: useText('stand'),
    tag: useText('tag'),
    klauselart: useText('klausel.art'),
    klauseltag: useText('klausel.tag'),
    anzahl: useFormFields(([fields]) => {
      const value: unknown = fields['klausel.anzahl']?.value
      return typeof value === 'number' ? value : null
    }),
    lesart: useText('klausel.lesart'),
  }
}

function useText(path: string): string | null {
  return useFormFields(([fields]) => {
    const value: unknown = fields[path]?.value
    return typeof value === 'string' && value !== '' ? value : null
  })
}

type Antwort = { readonly angebote: readonly Klauselangebot[]; readonly meldung: string }

const NICHTS: Antwort = { angebote: [], meldung: '' }

/**
 * Asks anew whenever the clause or the Rechtsnorm changes; both readings are always asked for. Until the answer is there
 * the last one stays on the screen, but is not current.
 */
function useAngebote({ rechtsnorm, klauselart, klauseltag, anzahl }: Form): Antwort & {
  readonly isCurrent: boolean
} {
  const [antwort, setAntwort] = useState({ ...NICHTS, frage: '' })
  const klausel = klauselart === null ? null : { art: klauselart, tag: klauseltag, anzahl }
  const frage = rechtsnorm === null ? '' : JSON.stringify({ rechtsnorm, klausel })
  useEffect(() => {
    if (frage === '') return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void ask(frage, abort.signal).then((found) => {
        if (!abort.signal.aborted) setAntwort({ ...found, frage })
      })
    }, PAUSE)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [frage])
  return frage === ''
    ? { angebote: [], meldung: 'Bitte wählen Sie zuerst die Rechtsnorm.', isCurrent: true }
    : { ...antwort, isCurrent: antwort.frage === frage }
}

async function ask(body: string, signal: AbortSignal): Promise<Antwort> {
  try {
    const response = await fetch('/api/zeitgrenzen/rechnen', {
      body,
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      method: 'POST',
      signal,
    })
    const answer = (await response.json()) as {
      vorschlaege?: Klauselangebot[]
      errors?: { message: string }[]
    }
    if (response.ok) return { angebote: answer.vorschlaege ?? [], meldung: '' }
    return { angebote: [], meldung: answer.errors?.[0]?.message ?? UNERREICHBAR }
  } catch {
    return { angebote: [], meldung: UNERREICHBAR }
  }
}

const UNERREICHBAR = 'Der Tag ließ sich nicht berechnen. Bitte versuchen Sie es noch einmal.'
