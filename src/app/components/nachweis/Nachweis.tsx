import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Payload, TypedUser } from 'payload'
import type { ReactNode } from 'react'
import { satz } from '#core/errors/deutsch.ts'
import { gebietByArs, type GebietId, type Gebiete } from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import { readHaus } from '#feed/readHaus.ts'
import { readNachweis } from '#feed/readNachweis.ts'
import { AdminSeite } from '../AdminSeite.tsx'
import { eigeneRedaktionen } from '../kalender/pultstand.ts'
import { Antwort } from './Antwort.tsx'
import {
  findLeistung,
  gebietsgruppen,
  leistungenOf,
  liegtIn,
  type Gebietsgruppe,
  type Leistungswahl,
} from './auswahl.ts'
import { Eintraege } from './Eintraege.tsx'

const ADRESSE = '/admin/nachweis'
/** Suggestions that a browser can show while somebody types. */
const MAX_SUGGESTIONS = 500

/** What a Gemeinde said on a day about a Leistung, as we knew it then and as we know it now, with what proves it. */
export async function NachweisView({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { payload, user } = initPageResult.req
  const query = { ...EMPTY, ...onlyTexts(searchParams ?? {}) }
  if (!user) redirect(`/admin/login?redirect=${encodeURIComponent(addressOf(query))}`)
  return (
    <AdminSeite
      className="stichtag-nachweis"
      initPageResult={initPageResult}
      params={params}
      searchParams={searchParams}
      user={user}
    >
      <header>
        <h1>Nachweis</h1>
        <p>
          Was sagte eine Gemeinde an einem Tag über eine Leistung? Sie sehen, wie es am Abend dieses
          Tages bekannt war und wie es heute bekannt ist, und die Einträge des Freigabeprotokolls,
          die beides belegen.
        </p>
      </header>
      <Inhalt payload={payload} query={query} user={user} />
    </AdminSeite>
  )
}

/** The question as it was written into the form. */
type Query = { readonly ars: string; readonly leistung: string; readonly stichtag: string }
const EMPTY: Query = { ars: '', leistung: '', stichtag: '' }

type Props = { readonly payload: Payload; readonly user: TypedUser; readonly query: Query }

async function Inhalt({ payload, user, query }: Props) {
  const bereich = await bereichOf(payload, user)
  if (bereich === 'keiner')
    return (
      <p className="stichtag-nachweis__fehler">
        Den Nachweis sehen die Landesredaktion, das Fachressort, die Administration und die
        Kommunalredaktionen für ihr eigenes Gebiet.
      </p>
    )
  const { chronik, heute } = await readHaus()
  const leistungen = leistungenOf(chronik)
  const tag = query.stichtag === '' ? null : parseCalendarDay(query.stichtag, 'Tag')
  const stichtag = tag?.ok ? tag.value : null
  const gebiete = gebieteOn(chronik, newestPair(chronik, stichtag ?? heute))
  const wahl = query.leistung === '' ? null : findLeistung(leistungen, query.leistung)
  const frage = frageOf(query, stichtag, wahl)
  return (
    <>
      <Formular
        gruppen={gebietsgruppen(gebiete, bereich)}
        heute={heute}
        leistungen={leistungen}
        query={wahl?.art === 'eine' ? { ...query, leistung: wahl.leistung.name } : query}
      />
      {tag !== null && !tag.ok ? <Fehler saetze={tag.problems.map(satz)} /> : null}
      {wahl?.art === 'keine' ? (
        <Fehler saetze={[`Es gibt keine Leistung mit dem Namen „${query.leistung}“.`]} />
      ) : null}
      {wahl?.art === 'mehrere' ? <Rueckfrage query={query} wahl={wahl} /> : null}
      {frage === null ? null : (
        <Ergebnis bereich={bereich} frage={frage} gebiete={gebiete} heute={heute} user={user} />
      )}
    </>
  )
}

type Frage = {
  readonly ars: string
  readonly leistung: Leistung
  readonly stichtag: CalendarDay
}

/** Null while a part of the question is open. */
function frageOf(
  { ars }: Query,
  stichtag: CalendarDay | null,
  wahl: Leistungswahl | null,
): Frage | null {
  if (ars === '' || stichtag === null || wahl?.art !== 'eine') return null
  return { ars, leistung: wahl.leistung, stichtag }
}

async function Ergebnis({
  frage: { ars, leistung, stichtag },
  bereich,
  gebiete,
  heute,
  user,
}: {
  readonly frage: Frage
  readonly bereich: Bereich
  readonly gebiete: Gebiete
  readonly heute: CalendarDay
  readonly user: TypedUser
}) {
  const gebiet = gebietByArs(gebiete, ars)
  if (bereich !== null && !(gebiet && liegtIn(gebiete, gebiet.id, bereich)))
    return <Fehler saetze={['Dieses Gebiet gehört nicht zu Ihrer Redaktion.']} />
  const nachweis = await readNachweis({ ars, leistung: leistung.id, stichtag })
  if (!nachweis.ok) return <Fehler saetze={nachweis.problems.map(satz)} />
  return (
    <>
      <Antwort heute={heute} name={leistung.name} nachweis={nachweis.value} />
      <Eintraege mitVerweis={mayOpenLog(user)} nachweis={nachweis.value} />
    </>
  )
}

function Formular({
  query,
  gruppen,
  leistungen,
  heute,
}: {
  readonly query: Query
  readonly gruppen: readonly Gebietsgruppe[]
  readonly leistungen: readonly Leistung[]
  readonly heute: CalendarDay
}): ReactNode {
  const names = new Set(leistungen.map(({ name }) => name))
  const isNamed = gruppen.some(({ gebiete }) => gebiete.some(({ ars }) => ars === query.ars))
  return (
    <form action={ADRESSE} className="stichtag-nachweis__frage" method="get">
      <label>
        Gemeinde
        <select defaultValue={query.ars} name="ars" required>
          <option value="">Bitte wählen</option>
          {isNamed || query.ars === '' ? null : <option value={query.ars}>{query.ars}</option>}
          {gruppen.map(({ titel, gebiete }) => (
            <optgroup key={titel} label={titel}>
              {gebiete.map(({ id, ars, name }) => (
                <option key={id} value={ars}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </label>
      <label>
        Leistung
        <input
          autoComplete="off"
          defaultValue={query.leistung}
          list="stichtag-leistungen"
          name="leistung"
          placeholder="Name oder Leistungsschlüssel"
          required
          type="text"
        />
      </label>
      <datalist id="stichtag-leistungen">
        {[...names].slice(0, MAX_SUGGESTIONS).map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <label>
        Tag
        <input
          defaultValue={query.stichtag === '' ? heute : query.stichtag}
          name="stichtag"
          required
          type="date"
        />
      </label>
      <button className="btn btn--style-primary btn--size-medium" type="submit">
        Nachweis zeigen
      </button>
    </form>
  )
}

function Rueckfrage({
  query,
  wahl: { leistungen, anzahl },
}: {
  readonly query: Query
  readonly wahl: Extract<Leistungswahl, { art: 'mehrere' }>
}): ReactNode {
  const more = anzahl - leistungen.length
  return (
    <section aria-labelledby="stichtag-rueckfrage">
      <h2 id="stichtag-rueckfrage">Welche Leistung meinen Sie?</h2>
      <ul>
        {leistungen.map(({ id, name, leistungsschluessel }) => (
          <li key={id}>
            <Link href={addressOf({ ...query, leistung: id })} prefetch={false}>
              {name}
            </Link>{' '}
            <small>{leistungsschluessel.join(', ')}</small>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>Und {more} weitere. Bitte schreiben Sie mehr vom Namen.</p> : null}
    </section>
  )
}

function Fehler({ saetze }: { readonly saetze: readonly string[] }): ReactNode {
  return (
    <div className="stichtag-nachweis__fehler" role="alert">
      {saetze.map((each) => (
        <p key={each}>{each}</p>
      ))}
    </div>
  )
}

/** The areas that a person may ask about; null: all. */
type Bereich = readonly GebietId[] | null

async function bereichOf(payload: Payload, user: TypedUser): Promise<Bereich | 'keiner'> {
  if (maySeeAll(user)) return null
  if (rolleOf(user) !== 'kommunalredaktion') return 'keiner'
  const { docs } = await payload.find({
    collection: 'redaktionen',
    where: { id: { in: [...eigeneRedaktionen(user)] } },
    depth: 0,
    limit: 0,
    pagination: false,
  })
  const own = docs as unknown as readonly { readonly gebiete?: readonly string[] | null }[]
  return own.flatMap(({ gebiete }) => gebiete ?? [])
}

/** The same as `mayLookBack` of the feed. */
function maySeeAll(user: TypedUser): boolean {
  return ['administration', 'landesredaktion', 'fachressort'].includes(rolleOf(user))
}

/** Who may see the log itself (`collections/access.ts`: canOversee). */
const mayOpenLog = maySeeAll

function rolleOf(user: TypedUser): string {
  return String((user as { readonly rolle?: unknown }).rolle)
}

function onlyTexts(searchParams: Readonly<Record<string, unknown>>): Partial<Query> {
  const entries = ['ars', 'leistung', 'stichtag'].flatMap((name) => {
    const value = searchParams[name]
    return typeof value === 'string' ? [[name, value.trim()] as const] : []
  })
  return Object.fromEntries(entries)
}

function addressOf(query: Query): string {
  return query.ars + query.leistung + query.stichtag === ''
    ? ADRESSE
    : `${ADRESSE}?${new URLSearchParams(query).toString()}`
}
