import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Payload, TypedUser } from 'payload'
import type { ReactNode } from 'react'
import { AdminSeite } from '../AdminSeite.tsx'
import { eigeneRedaktionen } from '../kalender/pultstand.ts'
import { hasArbeitsliste, redaktionswahl } from './auswahl.ts'
import { readArbeitsstand } from './arbeitsstand.ts'
import { Antraege, Befunde, Entwuerfe, Neuigkeiten } from './Abschnitte.tsx'
import { Listenmeldung } from './Listenmeldung.tsx'

/** What a Redaktion has to do: findings, corrections that wait for a second person, drafts with their days, news. */
export async function Arbeitsliste({ initPageResult, params, searchParams }: AdminViewServerProps) {
  const { payload, user } = initPageResult.req
  if (!user) redirect(`/admin/login?redirect=${encodeURIComponent('/admin/arbeitsliste')}`)
  const { redaktion } = searchParams ?? {}
  return (
    <AdminSeite
      className="stichtag-start stichtag-arbeit"
      initPageResult={initPageResult}
      params={params}
      searchParams={searchParams}
      user={user}
    >
      {hasArbeitsliste(user.rolle) ? (
        <Liste
          payload={payload}
          user={user}
          wanted={typeof redaktion === 'string' ? redaktion : undefined}
        />
      ) : (
        <OhneArbeit />
      )}
    </AdminSeite>
  )
}

async function Liste({
  payload,
  user,
  wanted,
}: {
  readonly payload: Payload
  readonly user: TypedUser
  readonly wanted: string | undefined
}) {
  const rolle: unknown = user.rolle
  const wahl = redaktionswahl(rolle, eigeneRedaktionen(user), wanted)
  const stand = await readArbeitsstand(payload, user, wahl)
  const redaktionen = await readRedaktionen(payload)
  const nameOf = (id: string | null): string =>
    redaktionen.find((each) => each.id === id)?.name ?? 'ohne Redaktion'
  const shown = wahl.redaktionen
  const chosen = shown === 'alle' ? 'alle' : (shown[0] ?? '')
  const parts = { stand, nameOf, rolle }
  return (
    <>
      <header>
        <h1>Arbeitsliste</h1>
        <p>
          {shown === 'alle'
            ? 'Was in allen Redaktionen zu tun ist'
            : `Was für ${shown.map(nameOf).join(', ') || 'Sie'} zu tun ist`}
          , das Dringendste zuerst.
        </p>
        <Listenmeldung />
        <Inhalt
          counts={[
            ['befunde', oneOr(stand.befunde, 'Befund', 'Befunde'), stand.befunde.length],
            ['antraege', 'Zu bestätigen', stand.antraege.length],
            ['entwuerfe', oneOr(stand.entwuerfe, 'Entwurf', 'Entwürfe'), stand.entwuerfe.length],
            ['neuigkeiten', 'Ungelesen', stand.ungelesen],
          ]}
        />
        {wahl.mayChoose ? <Wahl chosen={chosen} redaktionen={redaktionen} /> : null}
      </header>
      <Befunde {...parts} />
      <Antraege {...parts} />
      <Entwuerfe {...parts} payload={payload} />
      <Neuigkeiten {...parts} />
    </>
  )
}

function oneOr(list: readonly unknown[], singular: string, plural: string): string {
  return list.length === 1 ? singular : plural
}

function OhneArbeit(): ReactNode {
  return (
    <header>
      <h1>Arbeitsliste</h1>
      <p>
        Ihre Rolle schreibt keine Texte und hat deshalb keine Arbeitsliste. Was an welchem Tag
        wechselt, zeigt der{' '}
        <Link href="/admin/stichtagskalender" prefetch={false}>
          Stichtagskalender
        </Link>
        .
      </p>
    </header>
  )
}

/** How much there is of each, and the way to it. */
function Inhalt({
  counts,
}: {
  readonly counts: readonly (readonly [id: string, label: string, count: number])[]
}): ReactNode {
  return (
    <nav aria-label="Auf dieser Seite">
      <ul className="stichtag-arbeit__inhalt">
        {counts.map(([id, label, count]) => (
          <li key={id}>
            <a href={`#${id}`}>
              <strong>{count}</strong> {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Whose work is shown; works without a script. */
function Wahl({
  chosen,
  redaktionen,
}: {
  readonly chosen: string
  readonly redaktionen: readonly Redaktion[]
}): ReactNode {
  return (
    <form action="/admin/arbeitsliste" className="stichtag-arbeit__wahl">
      <label htmlFor="arbeit-redaktion">Redaktion</label>
      <select defaultValue={chosen} id="arbeit-redaktion" name="redaktion">
        <option value="alle">Alle Redaktionen</option>
        {redaktionen.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit">Anzeigen</button>
    </form>
  )
}

type Redaktion = { readonly id: string; readonly name: string }

/** All who have signed in may read their names. */
async function readRedaktionen(payload: Payload): Promise<readonly Redaktion[]> {
  const { docs } = await payload.find({
    collection: 'redaktionen',
    select: { name: true },
    sort: 'name',
    depth: 0,
    limit: 0,
    pagination: false,
  })
  return docs
}
