import Link from 'next/link'
import type { ServerProps } from 'payload'
import { formatZeitpunkt } from './zeitpunkt.ts'

/** Who may see deliveries (`collections/access.ts`: canOversee). */
const OVERSEERS: readonly unknown[] = ['administration', 'landesredaktion', 'fachressort']
const ERGEBNIS: Readonly<Record<string, string>> = {
  laeuft: 'läuft gerade',
  geliefert: 'geliefert',
  unveraendert: 'unverändert, nichts neu geliefert',
  gescheitert: 'gescheitert',
}

type Lieferung = {
  readonly id: string
  readonly faelligAm: string
  readonly ergebnis: string
  readonly objekte?: number | null
  readonly lieferziel: string | { readonly name: string; readonly verzeichnis: string }
}

type Props = Pick<ServerProps, 'payload'> & { readonly user: ServerProps['user'] | undefined }

/** What went out last, and where a portal fetches it. */
export async function Lieferstand({ payload, user }: Props) {
  if (!user || !OVERSEERS.includes(user.rolle)) return null
  const { docs } = await payload.find({
    collection: 'lieferungen',
    sort: '-faelligAm',
    depth: 1,
    limit: 1,
    overrideAccess: false,
    user,
  })
  const [lieferung] = docs as unknown as readonly Lieferung[]
  if (!lieferung) return null
  const { lieferziel, objekte, ergebnis } = lieferung
  return (
    <div>
      <h2>Letzte Lieferung</h2>
      <p>
        <Link
          href={`/admin/collections/lieferungen/${encodeURIComponent(lieferung.id)}`}
          prefetch={false}
        >
          {formatZeitpunkt(lieferung.faelligAm)}
        </Link>
        {typeof lieferziel === 'object' ? ` an ${lieferziel.name}` : ''}:{' '}
        {ERGEBNIS[ergebnis] ?? ergebnis}
        {typeof objekte === 'number' ? `, ${objekte} Objekte` : ''}.
      </p>
      {typeof lieferziel === 'object' ? (
        <p>
          {/* Another program than the admin answers here, so no link of Next. */}
          Ein Portal holt sie ab unter{' '}
          <a href={`/export/v1/xzufi/${lieferziel.verzeichnis}/index.txt`}>
            /export/v1/xzufi/{lieferziel.verzeichnis}/index.txt
          </a>
        </p>
      ) : null}
    </div>
  )
}
