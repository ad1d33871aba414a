import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Payload, TypedUser } from 'payload'
import type { ReactNode } from 'react'
import {
  ANGEBOTSSEITE,
  angebotszeilen,
  filterZeilen,
  fortschrittOf,
  type Angebotszeile,
} from '#core/aufgaben/angebotsstand.ts'
import {
  ANGEBOTSANTWORT_LABELS,
  ANGEBOTSANTWORTEN,
  type Angebotsantwort,
} from '#core/fassung/angebot.ts'
import type { Gebiet, Gebiete } from '#core/gebiet/gebiet.ts'
import { newestPair } from '#core/log/snapshot.ts'
import { uebersichtOn } from '#core/log/uebersichtOn.ts'
import { readHaus } from '#feed/readHaus.ts'
import { AdminSeite } from '../AdminSeite.tsx'
import { mayOverrule } from '../arbeitsliste/auswahl.ts'
import { Listenmeldung } from '../arbeitsliste/Listenmeldung.tsx'
import { idOf } from '../firstDay.ts'
import { eigeneRedaktionen } from '../kalender/pultstand.ts'
import { docsOf } from '../names.ts'
import { Angebotsliste, type Listenzeile } from './Angebotsliste.tsx'

/** Rows on one page: as many as one answers before looking up. */
const ZEILEN_JE_SEITE = 50

/** "Bieten wir das an?": every Leistung that reaches an area, with its answer, to be given quickly. */
export async function AngeboteKlaeren({
  initPageResult,
  params,
  searchParams,
}: AdminViewServerProps) {
  const { payload, user } = initPageResult.req
  if (!user) redirect(`/admin/login?redirect=${encodeURIComponent(ANGEBOTSSEITE)}`)
  return (
    <AdminSeite
      className="stichtag-start stichtag-angebote"
      initPageResult={initPageResult}
      params={params}
      searchParams={searchParams}
      user={user}
    >
      <header>
        <h1>Bieten wir das an?</h1>
        <Listenmeldung />
      </header>
      {mayOverrule(user.rolle) ? (
        <Seite frage={frageFrom(searchParams)} payload={payload} user={user} />
      ) : (
        <p>Ihre Rolle beantwortet diese Frage nicht.</p>
      )}
    </AdminSeite>
  )
}

/** What the address asks for. */
type Frage = {
  readonly gebiet: string | undefined
  readonly antwort: Angebotsantwort | null
  readonly q: string
  readonly seite: number
}

function frageFrom(searchParams: AdminViewServerProps['searchParams']): Frage {
  const { gebiet, antwort, q, seite } = searchParams ?? {}
  return {
    gebiet: typeof gebiet === 'string' ? gebiet : undefined,
    antwort: ANGEBOTSANTWORTEN.find((known) => known === antwort) ?? null,
    q: typeof q === 'string' ? q : '',
    seite: Math.max(Math.trunc(Number(seite)) || 1, 1),
  }
}

function pfad({ gebiet, antwort, q, seite }: Partial<Frage>): string {
  const query = new URLSearchParams()
  if (gebiet !== undefined) query.set('gebiet', gebiet)
  if (antwort !== undefined && antwort !== null) query.set('antwort', antwort)
  if (q !== undefined && q !== '') query.set('q', q)
  if (seite !== undefined && seite > 1) query.set('seite', String(seite))
  const said = query.toString()
  return said === '' ? ANGEBOTSSEITE : `${ANGEBOTSSEITE}?${said}`
}

async function Seite({
  payload,
  user,
  frage,
}: {
  readonly payload: Payload
  readonly user: TypedUser
  readonly frage: Frage
}) {
  const { chronik, heute } = await readHaus()
  const uebersicht = uebersichtOn(chronik, newestPair(chronik, heute))
  const { gebiete } = uebersicht
  const waehlbar = await gebieteFor(payload, user, gebiete)
  const gebiet = waehlbar.find(({ id }) => id === frage.gebiet) ?? waehlbar[0]
  if (!gebiet)
    return (
      <p>
        Ihrer Redaktion ist kein Gebiet zugeordnet, für das Sie antworten können. Das trägt die
        Administration in der Redaktion ein.
      </p>
    )
  const alle = angebotszeilen(chronik, uebersicht, gebiet.id)
  const gefunden = filterZeilen(alle, frage)
  const seiten = Math.max(Math.ceil(gefunden.length / ZEILEN_JE_SEITE), 1)
  const seite = Math.min(frage.seite, seiten)
  const start = (seite - 1) * ZEILEN_JE_SEITE
  const zeilen = gefunden.slice(start, start + ZEILEN_JE_SEITE)
  return (
    <>
      <Filter frage={frage} gebiet={gebiet} waehlbar={waehlbar} />
      {alle.length === 0 ? (
        <p>Kein Text von Bund oder Land erreicht dieses Gebiet. Es gibt nichts zu klären.</p>
      ) : (
        <Angebotsliste
          filter={{ antwort: frage.antwort, q: frage.q }}
          fortschritt={fortschrittOf(alle)}
          gebiet={{ id: gebiet.id, name: gebiet.name }}
          gefunden={gefunden.length}
          key={`${gebiet.id}|${frage.antwort ?? ''}|${frage.q}|${seite}`}
          zeilen={zeilen.map((zeile) => listenzeile(zeile, gebiet, gebiete))}
        />
      )}
      <Seiten frage={{ ...frage, gebiet: gebiet.id, seite }} seiten={seiten} />
    </>
  )
}

function listenzeile(
  { leistungId, name, antwort, angebot }: Angebotszeile,
  gebiet: Gebiet,
  gebiete: Gebiete,
): Listenzeile {
  const wert = angebot?.wert
  const from = wert && wert.gebietId !== gebiet.id ? gebiete.byId.get(wert.gebietId) : undefined
  return {
    leistungId,
    name,
    antwort,
    satz: wert?.satz ?? null,
    stattdessen: wert?.stattdessen ?? null,
    von: from?.name ?? null,
  }
}

/** The areas for which the person answers: the own ones, an Amt also for each of its Gemeinden; all for who looks after the Land. */
async function gebieteFor(
  payload: Payload,
  user: TypedUser,
  gebiete: Gebiete,
): Promise<readonly Gebiet[]> {
  const own = await docsOf(payload, 'redaktionen', eigeneRedaktionen(user), ['gebiete'])
  const ids = new Set(own.flatMap((row) => relatedIds(row['gebiete'])))
  const kommunal = [...gebiete.byId.values()].filter(
    ({ ebene }) => ebene !== 'bund' && ebene !== 'land',
  )
  const sorted = (list: readonly Gebiet[]): readonly Gebiet[] =>
    [...list].sort((left, right) => left.name.localeCompare(right.name, 'de'))
  if (user.rolle !== 'kommunalredaktion') return sorted(kommunal)
  const isAmt = (id: string | null): boolean =>
    id !== null && ids.has(id) && gebiete.byId.get(id)?.ebene === 'amt'
  return [
    ...sorted(kommunal.filter(({ id }) => ids.has(id))),
    ...sorted(kommunal.filter(({ id, uebergeordnet }) => !ids.has(id) && isAmt(uebergeordnet))),
  ]
}

function relatedIds(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((each) => idOf(each) ?? []) : []
}

/** Works without a script. */
function Filter({
  frage: { antwort, q },
  gebiet,
  waehlbar,
}: {
  readonly frage: Frage
  readonly gebiet: Gebiet
  readonly waehlbar: readonly Gebiet[]
}): ReactNode {
  return (
    <form action={ANGEBOTSSEITE} className="stichtag-arbeit__wahl" method="get" role="search">
      {waehlbar.length > 1 ? (
        <div className="stichtag-angebote__feld">
          <label htmlFor="gebiet">Gebiet</label>
          <select defaultValue={gebiet.id} id="gebiet" key={gebiet.id} name="gebiet">
            {waehlbar.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
      ) : (
        <input name="gebiet" type="hidden" value={gebiet.id} />
      )}
      <div className="stichtag-angebote__feld">
        <label htmlFor="antwort">Antwort</label>
        <select defaultValue={antwort ?? ''} id="antwort" key={`a${antwort ?? ''}`} name="antwort">
          <option value="">Alle</option>
          {ANGEBOTSANTWORTEN.map((each) => (
            <option key={each} value={each}>
              {ANGEBOTSANTWORT_LABELS[each]}
            </option>
          ))}
        </select>
      </div>
      <div className="stichtag-angebote__feld">
        <label htmlFor="q">Leistung</label>
        <input defaultValue={q} id="q" key={`q${q}`} name="q" type="search" />
      </div>
      <button type="submit">Anzeigen</button>
    </form>
  )
}

function Seiten({ frage, seiten }: { readonly frage: Frage; readonly seiten: number }): ReactNode {
  if (seiten < 2) return null
  const { seite } = frage
  return (
    <nav aria-label="Seiten" className="stichtag-angebote__seiten">
      {seite > 1 ? (
        <Link href={pfad({ ...frage, seite: seite - 1 })} prefetch={false}>
          Vorige Seite
        </Link>
      ) : null}
      <span>
        Seite {seite} von {seiten}
      </span>
      {seite < seiten ? (
        <Link href={pfad({ ...frage, seite: seite + 1 })} prefetch={false}>
          Nächste Seite
        </Link>
      ) : null}
    </nav>
  )
}
