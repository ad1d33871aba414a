import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps, Payload, TypedUser } from 'payload'
import type { ReactNode } from 'react'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { AdminSeite } from '../AdminSeite.tsx'
import { namesOf, type Names } from '../names.ts'
import { kalenderskala } from './anordnung.ts'
import { Freigabegruppe, Wartegruppe } from './Freigabegruppe.tsx'
import { Kalenderbild, KalenderbildHochkant } from './Kalenderbild.tsx'
import {
  entwuerfeAn,
  kalendertage,
  nurVon,
  redaktionenOf,
  type Kalendertag,
} from './kalendertage.ts'
import { eigeneRedaktionen, readEntwuerfe, readObjektnamen, type Entwurf } from './pultstand.ts'
import { readKalender, type Kalender } from './readKalender.ts'
import { anzahl, aufzaehlung, fristOf, standOf, texteWechseln } from './saetze.ts'

const KALENDER = '/admin/stichtagskalender'

/** The calendar of the coming days, the group of one day (`/2027-01-01`), or of one Zeitgrenze (`?zeitgrenze=`). */
export async function Stichtagskalender({
  initPageResult,
  params,
  searchParams,
}: AdminViewServerProps) {
  const { payload, user } = initPageResult.req
  const [, inPath] = segmentsOf(params)
  const tag = inPath === undefined ? oneOf(searchParams?.['tag']) : decoded(inPath)
  const zeitgrenze = oneOf(searchParams?.['zeitgrenze'])
  if (!user) {
    const back = addressOf(tag, zeitgrenze)
    redirect(`/admin/login?redirect=${encodeURIComponent(back)}`)
  }
  const nurEigene = oneOf(searchParams?.['meine']) === '1' && mayNarrow(user)
  const redaktion = oneOf(searchParams?.['redaktion'])
  const question = { payload, user, nurEigene }
  return (
    <AdminSeite
      className="stichtag-zeit"
      initPageResult={initPageResult}
      params={params}
      searchParams={searchParams}
      user={user}
    >
      {zeitgrenze !== undefined ? (
        <Wartegruppe {...question} zeitgrenzeId={zeitgrenze} />
      ) : tag !== undefined ? (
        <Freigabegruppe {...question} redaktion={redaktion} tag={tag} />
      ) : (
        <Uebersicht {...question} />
      )}
    </AdminSeite>
  )
}

type Question = {
  readonly payload: Payload
  readonly user: TypedUser
  /** Only what belongs to the person's own Redaktion. */
  readonly nurEigene: boolean
}

async function Uebersicht({ payload, user, nurEigene }: Question) {
  const kalender = await readKalender()
  const { chronik, heute } = kalender
  const entwuerfe = await readEntwuerfe(payload, user, chronik)
  const alle = kalendertage(kalender.tage, entwuerfe, heute)
  const nameOfObjekt = await readObjektnamen(
    payload,
    alle.flatMap(({ objekte }) => objekte),
  )
  const ownerOf = (beleg: Parameters<typeof nameOfObjekt>[0]) => nameOfObjekt(beleg).redaktionId
  const eigene = eigeneRedaktionen(user)
  const tage = nurEigene ? alle.flatMap((tag) => nurVon(tag, eigene, ownerOf) ?? []) : alle
  const offen = nurEigene ? kalender.offen.flatMap((each) => onlyOwn(each, eigene)) : kalender.offen
  const names = await namesOf(payload, {
    rechtsnormen: [
      ...tage.flatMap(({ zeitgrenzen }) => zeitgrenzen.map(({ rechtsnormId }) => rechtsnormId)),
      ...offen.map(({ zeitgrenze }) => zeitgrenze.rechtsnormId),
    ],
    redaktionen: tage.flatMap((tag) => redaktionenOf(tag, ownerOf)),
    leistungen: tage.flatMap(({ texte }) =>
      texte.slice(0, SHOWN_TEXTS).map(({ fassung }) => fassung.leistungId),
    ),
  })
  const skala = kalenderskala(
    heute,
    tage.map(({ tag }) => tag),
  )
  const suffix = nurEigene ? '?meine=1' : ''
  const bild = {
    skala,
    tage,
    offen,
    nameOf: names.rechtsnorm,
    entwuerfeAn: (id: string) => entwuerfeAn(entwuerfe, id).length,
    hrefOfTag: (tag: string) => `${KALENDER}/${tag}${suffix}`,
    hrefOfZeitgrenze: (id: string) => `${KALENDER}?zeitgrenze=${encodeURIComponent(id)}`,
  }
  const beyond = tage.filter(({ tag }) => tag > skala.bis).length
  return (
    <>
      <header className="stichtag-zeit__kopf">
        <h1>Stichtagskalender</h1>
        <p>
          Die kommenden Tage und was an ihnen um 0:00 Uhr wechselt. Je mehr Texte wechseln, desto
          größer ist der Tag. Ein grüner Ring heißt: Entwürfe für diesen Tag sind noch nicht
          freigegeben.
        </p>
        {mayNarrow(user) ? <Filter nurEigene={nurEigene} /> : null}
      </header>
      {tage.length === 0 && offen.length === 0 ? (
        <p>{nurEigene ? 'Für Ihre Redaktion ist kein Tag geplant.' : 'Kein Tag ist geplant.'}</p>
      ) : (
        <div className="stichtag-bildrahmen">
          <Kalenderbild {...bild} />
          <KalenderbildHochkant {...bild} />
        </div>
      )}
      {beyond === 0 ? null : (
        <p>
          {anzahl(beyond, 'weiterer Tag liegt', 'weitere Tage liegen')} nach dem{' '}
          {formatDayLong(skala.bis)} und {beyond === 1 ? 'steht' : 'stehen'} nur in der Liste.
        </p>
      )}
      <section aria-labelledby="stichtag-tage">
        <h2 id="stichtag-tage">Die Tage als Liste</h2>
        {tage.length === 0 ? <p>Kein kommender Tag ist bekannt.</p> : null}
        <ol className="stichtag-liste">
          {tage.map((tag) => (
            <Listentag
              heute={heute}
              href={bild.hrefOfTag(tag.tag)}
              key={tag.tag}
              names={names}
              redaktionen={redaktionenOf(tag, ownerOf)}
              tag={tag}
            />
          ))}
        </ol>
      </section>
      {offen.length === 0 ? null : (
        <section aria-labelledby="stichtag-offen">
          <h2 id="stichtag-offen">Noch ohne festen Tag</h2>
          <ul className="stichtag-liste">
            {offen.map((each) => (
              <Listenoffen
                each={each}
                entwuerfe={entwuerfeAn(entwuerfe, each.zeitgrenze.id)}
                href={bild.hrefOfZeitgrenze(each.zeitgrenze.id)}
                key={each.zeitgrenze.id}
                names={names}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const SHOWN_TEXTS = 3

function Listentag({
  tag,
  heute,
  href,
  names,
  redaktionen,
}: {
  readonly tag: Kalendertag
  readonly heute: Kalender['heute']
  readonly href: string
  readonly names: Names
  readonly redaktionen: readonly string[]
}): ReactNode {
  const { texte, zeitgrenzen, ausgesetzt } = tag
  const laws = [...new Set(zeitgrenzen.map(({ rechtsnormId }) => names.rechtsnorm(rechtsnormId)))]
  const leistungen = [
    ...new Set(
      texte.slice(0, SHOWN_TEXTS).map(({ fassung }) => names.leistung(fassung.leistungId)),
    ),
  ]
  return (
    <li>
      <h3>
        <Link href={href} prefetch={false}>
          {formatDayLong(tag.tag)}
        </Link>{' '}
        <small>{fristOf(heute, tag.tag)}</small>
      </h3>
      <p>
        <strong>{texteWechseln(texte.length)}</strong> {restOf(tag)}
      </p>
      {ausgesetzt.length === 0 ? null : (
        <p className="stichtag-warnung">
          {ausgesetzt.length === 1
            ? 'Ein freigegebener Text ist ausgesetzt.'
            : `${ausgesetzt.length} freigegebene Texte sind ausgesetzt.`}
        </p>
      )}
      {leistungen.length === 0 ? null : (
        <p>
          Leistungen: {leistungen.join(', ')}
          {texte.length > SHOWN_TEXTS ? ' und weitere' : ''}
        </p>
      )}
      {redaktionen.length === 0 ? null : (
        <p>Redaktionen: {aufzaehlung(redaktionen.map(names.redaktion).sort())}</p>
      )}
      {laws.length === 0 ? null : <p>Weil: {aufzaehlung(laws)}</p>}
    </li>
  )
}

function restOf({ varianten, objekte, entwuerfe }: Kalendertag): string {
  const also = aufzaehlung([
    anzahl(varianten.length, 'Sprachfassung', 'Sprachfassungen'),
    anzahl(
      objekte.length,
      'weitere Angabe (Zuständigkeit, Stelle und Ähnliches)',
      'weitere Angaben (Zuständigkeiten, Stellen und Ähnliches)',
    ),
  ])
  const waiting =
    entwuerfe.length === 0
      ? ''
      : entwuerfe.length === 1
        ? 'Ein Entwurf ist noch freizugeben.'
        : `${entwuerfe.length} Entwürfe sind noch freizugeben.`
  return [also === '' ? '' : `Dazu ${also}.`, waiting].filter((part) => part !== '').join(' ')
}

function Listenoffen({
  each: { zeitgrenze, anhang },
  entwuerfe,
  href,
  names,
}: {
  readonly each: Kalender['offen'][number]
  readonly entwuerfe: readonly Entwurf[]
  readonly href: string
  readonly names: Names
}): ReactNode {
  const waiting = aufzaehlung([
    anzahl(anhang.texte.length, 'freigegebener Text', 'freigegebene Texte'),
    anzahl(anhang.objekte.length, 'weitere Angabe', 'weitere Angaben'),
    anzahl(entwuerfe.length, 'Entwurf', 'Entwürfe'),
  ])
  return (
    <li className="offen">
      <h3>
        <Link href={href} prefetch={false}>
          {names.rechtsnorm(zeitgrenze.rechtsnormId)}
        </Link>
      </h3>
      <p>{standOf(zeitgrenze)}</p>
      <p>{waiting === '' ? 'Noch wartet nichts darauf.' : `Darauf warten: ${waiting}.`}</p>
    </li>
  )
}

function Filter({ nurEigene }: { readonly nurEigene: boolean }): ReactNode {
  return (
    <ul aria-label="Auswahl" className="stichtag-auswahl">
      <li>
        <Link aria-current={nurEigene ? undefined : 'true'} href={KALENDER} prefetch={false}>
          Alle Redaktionen
        </Link>
      </li>
      <li>
        <Link
          aria-current={nurEigene ? 'true' : undefined}
          href={`${KALENDER}?meine=1`}
          prefetch={false}
        >
          Nur meine Redaktion
        </Link>
      </li>
    </ul>
  )
}

/** An open Zeitgrenze that the Redaktion keeps, or for which something of its own waits. */
function onlyOwn(
  { zeitgrenze, anhang }: Kalender['offen'][number],
  eigene: readonly string[],
): readonly Kalender['offen'][number][] {
  const texte = anhang.texte.filter(({ fassung }) => eigene.includes(fassung.redaktionId))
  const keeps = zeitgrenze.redaktionId !== undefined && eigene.includes(zeitgrenze.redaktionId)
  if (texte.length === 0 && !keeps) return []
  return [{ zeitgrenze, anhang: { texte, objekte: keeps ? anhang.objekte : [] } }]
}

/** Whoever writes for a Redaktion may look at it alone. */
function mayNarrow(user: TypedUser): boolean {
  const { rolle } = user as { readonly rolle?: unknown }
  return (
    (rolle === 'kommunalredaktion' || rolle === 'landesredaktion') &&
    eigeneRedaktionen(user).length > 0
  )
}

function segmentsOf(params: AdminViewServerProps['params']): readonly string[] {
  const segments = params?.['segments']
  return Array.isArray(segments) ? segments : []
}

/** A parameter of the address that is there once. */
function oneOf(value: string | string[] | undefined): string | undefined {
  const first = Array.isArray(value) ? value[0] : value
  return first === '' ? undefined : first
}

function addressOf(tag: string | undefined, zeitgrenze: string | undefined): string {
  if (zeitgrenze !== undefined) return `${KALENDER}?zeitgrenze=${encodeURIComponent(zeitgrenze)}`
  return tag === undefined ? KALENDER : `${KALENDER}/${encodeURIComponent(tag)}`
}

/** Next hands parts of the path over as they came; one that cannot be decoded is no day of ours. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
