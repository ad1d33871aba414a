import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { readAbstimmung } from '#feed/readAbstimmung.ts'
import { AdminSeite } from '../AdminSeite.tsx'
import { Eroeffnungsformular } from './Eroeffnungsformular.tsx'

/** The way from the list to the form in which a consultation is opened. */
export function AbstimmungEroeffnenLink() {
  return (
    <p className="stichtag-abst__neu">
      <Link href="/admin/abstimmung-eroeffnen" prefetch={false}>
        Abstimmung eröffnen
      </Link>
    </p>
  )
}

/** Opens a consultation: `?fassung=` or `?zeitgrenze=` say what it shall be about. */
export async function AbstimmungEroeffnen({
  initPageResult,
  params,
  searchParams,
}: AdminViewServerProps) {
  const { user, headers } = initPageResult.req
  if (!user) redirect(`/admin/login?redirect=${encodeURIComponent('/admin/abstimmung-eroeffnen')}`)
  const wahl = await readAbstimmung().wahl(headers)
  const fassungen = [searchParams?.['fassung'] ?? []].flat()
  const zeitgrenze = searchParams?.['zeitgrenze']
  return (
    <AdminSeite
      className="stichtag-abst"
      initPageResult={initPageResult}
      params={params}
      searchParams={searchParams}
      user={user}
    >
      <header>
        <h1>Abstimmung eröffnen</h1>
        <p>
          Mehrere Texte derselben Zeitgrenze stehen in einer Abstimmung. Mit dem Eröffnen gehen sie
          in die Abstimmung, und die Beteiligten sehen sie.
        </p>
      </header>
      {wahl.texte.length === 0 ? (
        <p>
          Sie haben keinen deutschen Entwurf mit einem Tag.{' '}
          <Link href="/admin/collections/fassungen" prefetch={false}>
            Zu den Fassungen
          </Link>
        </p>
      ) : (
        <Eroeffnungsformular
          fassungen={fassungen}
          wahl={wahl}
          zeitgrenze={typeof zeitgrenze === 'string' ? zeitgrenze : null}
        />
      )}
    </AdminSeite>
  )
}
