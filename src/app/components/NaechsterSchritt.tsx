import Link from 'next/link'
import type { ServerProps } from 'payload'
import { UNVEROEFFENTLICHT } from '#core/ablauf/ablauf.ts'
import { pultpfad } from '#core/log/objektart.ts'
import type { Chronik } from '#core/log/chronik.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { firstDay } from './firstDay.ts'

const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']
const SHOWN_DRAFTS = 5

type Props = Pick<ServerProps, 'payload'> & {
  readonly user: ServerProps['user'] | undefined
  readonly chronik: Chronik
}
type Draft = { readonly id: string; readonly titel?: string | null; readonly beginn?: unknown }

/** What waits for the person: drafts that nobody sees until they are released. */
export async function NaechsterSchritt({ payload, user, chronik }: Props) {
  if (!user || !WRITERS.includes(user.rolle)) return null
  const { docs, totalDocs } = await payload.find({
    collection: 'fassungen',
    where: { zustand: { in: [...UNVEROEFFENTLICHT] } },
    sort: '-updatedAt',
    depth: 0,
    limit: SHOWN_DRAFTS,
    overrideAccess: false,
    user,
  })
  const drafts = docs as unknown as readonly Draft[]
  return (
    <div>
      <h2>Ihr nächster Schritt</h2>
      {drafts.length === 0 ? (
        <p>
          Kein Entwurf wartet.{' '}
          <Link href="/admin/collections/fassungen/create" prefetch={false}>
            Neue Fassung schreiben
          </Link>
        </p>
      ) : (
        <>
          <p>
            Entwürfe sieht nur die Redaktion. Öffnen Sie einen, wählen Sie unter „Gilt ab“ seine
            Zeitgrenze, und geben Sie ihn frei.
          </p>
          <ul className="stichtag-karten">
            {drafts.map((draft) => (
              <li className="entwurf" key={draft.id}>
                <h3>
                  <Link href={pultpfad({ art: 'fassung', id: draft.id })} prefetch={false}>
                    {draft.titel ?? 'Neue Fassung'}
                  </Link>
                </h3>
                <p>Entwurf, {beginOf(draft, chronik)}</p>
              </li>
            ))}
          </ul>
          {totalDocs > drafts.length ? (
            <p>
              <Link
                href="/admin/collections/fassungen?where[zustand][equals]=entwurf"
                prefetch={false}
              >
                Alle {totalDocs} Entwürfe
              </Link>
            </p>
          ) : null}
        </>
      )}
    </div>
  )
}

function beginOf(draft: Draft, chronik: Chronik): string {
  const first = firstDay(draft, chronik)
  switch (first.art) {
    case 'tag':
      return `soll ab ${formatDayLong(first.tag)} gelten`
    case 'unbestimmt':
      return 'der Tag steht noch nicht fest'
    case 'offen':
      return 'noch ohne Tag'
  }
}
