import Link from 'next/link'
import type { Payload, TypedUser } from 'payload'
import type { ReactNode } from 'react'
import { pultpfad } from '#core/log/objektart.ts'
import { OBJEKT_LABELS } from '#core/log/objektart.ts'
import { satz } from '#core/errors/deutsch.ts'
import { latest, newestFolgenummer, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import {
  anhangOf,
  freigabegruppeOn,
  type AnhaengenderText,
  type Wechselgrund,
} from '#core/log/kommendeTage.ts'
import { parseCalendarDay, previousDay } from '#core/zeit/day.ts'
import { formatDay, formatDayLong } from '#core/zeit/deutsch.ts'
import { namesOf, type Names } from '../names.ts'
import {
  auszugOf,
  countOf,
  entwuerfeAn,
  mitEntwuerfen,
  nurVon,
  ohneVerdeckte,
  type Kalendertag,
} from './kalendertage.ts'
import {
  eigeneRedaktionen,
  readEntwuerfe,
  readObjektnamen,
  readableFassungen,
  type Entwurf,
  type Objektbeleg,
  type Objektname,
} from './pultstand.ts'
import { readKalender } from './readKalender.ts'
import {
  OBJEKT_WECHSEL,
  TEXT_WECHSEL,
  anzahl,
  aufzaehlung,
  fristOf,
  standOf,
  warumAusgesetzt,
} from './saetze.ts'

const KALENDER = '/admin/stichtagskalender'
/** A Redaktion with more of them has a page of its own, and there are no longer pages than that. */
const SHOWN_EACH = 40
const SHOWN_ALONE = 1000

const SPRACHEN = { en: 'Englisch', 'de-LS': 'Leichte Sprache' } as const

type Question = {
  readonly payload: Payload
  readonly user: TypedUser
  readonly nurEigene: boolean
}

/** One line of a group: what it is, where it stands, and what it is about to do. */
type Zeile = {
  readonly key: string
  readonly redaktionId: string | null
  readonly zustand: 'freigegeben' | 'entwurf' | 'ausgesetzt' | 'wartet' | 'abgesagt'
  readonly zustandText: string
  readonly titel: string
  /** Where it is opened; null where the person may not. */
  readonly href: string | null
  readonly saetze: readonly string[]
}

/** All that switches on one day, by Redaktion, with what is not released yet. */
export async function Freigabegruppe({
  payload,
  user,
  nurEigene,
  tag: written,
  redaktion,
}: Question & { readonly tag: string; readonly redaktion: string | undefined }) {
  const parsed = parseCalendarDay(written)
  if (!parsed.ok) {
    return (
      <Kopf titel="Diesen Tag gibt es nicht">
        <p>{parsed.problems.map(satz).join(' ')}</p>
      </Kopf>
    )
  }
  const stichtag = parsed.value
  const { chronik, heute, tage } = await readKalender()
  const gruppe = tage.find(({ tag }) => tag === stichtag) ?? freigabegruppeOn(chronik, stichtag)
  const whole = mitEntwuerfen(gruppe, await readEntwuerfe(payload, user, chronik))
  const nameOfObjekt = await readObjektnamen(payload, whole.objekte)
  const ownerOf = (beleg: Objektbeleg) => nameOfObjekt(beleg).redaktionId
  const wanted =
    redaktion === undefined ? (nurEigene ? eigeneRedaktionen(user) : null) : [redaktion]
  const group: Kalendertag =
    wanted === null ? whole : (nurVon(whole, wanted, ownerOf) ?? { ...whole, ...NICHTS })
  const limit = redaktion === undefined ? SHOWN_EACH : SHOWN_ALONE
  const open = await readableFassungen(
    payload,
    user,
    group.ausgesetzt.map(({ fassung }) => fassung.id),
  )
  const { tag: seen, verdeckt } = ohneVerdeckte(group, open)
  const { tag: shown, anzahlen } = auszugOf(seen, ownerOf, limit)
  const lawOf = lawsOf(chronik)
  const names = await namesOfGroup(payload, shown, lawOf)
  const linked = await readableFassungen(payload, user, [
    ...[...shown.texte, ...shown.varianten].map(({ fassung }) => fassung.id),
    ...shown.varianten.map(({ variante }) => variante.id),
  ])
  const readable = new Set([...open, ...linked])
  const zeilen = zeilenOf(shown, { names, readable, nameOfObjekt, lawOf })
  const total = countOf(group)
  const released = total - group.entwuerfe.length - group.ausgesetzt.length
  const isPast = stichtag <= heute
  return (
    <>
      <Kopf titel={formatDayLong(stichtag)}>
        <p>
          {fristOf(heute, stichtag)} {summary(seen, isPast)}
        </p>
        {shown.zeitgrenzen.length === 0 ? null : (
          <ul className="stichtag-gesetze">
            {shown.zeitgrenzen.map(({ id, rechtsnormId, ...rest }) => (
              <li key={id}>
                <Link href={pultpfad({ art: 'zeitgrenze', id })} prefetch={false}>
                  {names.rechtsnorm(rechtsnormId)}
                </Link>{' '}
                <small>
                  {ZEITGRENZENARTEN[rest.art]}
                  {rest.teile === undefined ? '' : `: ${rest.teile}`}
                  {rest.stand === 'bestimmt' ? `, ${rest.fundstelle}` : ''}
                </small>
              </li>
            ))}
          </ul>
        )}
        <Fortschritt released={released} total={total} />
        <p className="stichtag-zeit__wege">
          {/* Another program than the admin answers there, so no links of Next. */}
          <a href={`/vorschau?stichtag=${stichtag}`}>Vorschau auf den {formatDayLong(stichtag)}</a>
          <a href={`/vorschau?stichtag=${previousDay(stichtag)}`}>
            Vorschau auf den Tag davor, {formatDay(previousDay(stichtag))}
          </a>
        </p>
      </Kopf>
      <Redaktionsgruppen
        anzahlen={anzahlen}
        hrefOf={
          redaktion === undefined
            ? (id) => `${KALENDER}/${stichtag}?redaktion=${encodeURIComponent(id)}`
            : null
        }
        names={names}
        zeilen={zeilen}
      />
      {verdeckt === 0 ? null : (
        <p>
          {verdeckt === 1
            ? 'Ein Text einer anderen Redaktion ist ausgesetzt.'
            : `${verdeckt} Texte anderer Redaktionen sind ausgesetzt.`}
        </p>
      )}
      {zeilen.length + verdeckt > 0 ? null : (
        <p>
          {nurEigene
            ? 'Für Ihre Redaktion wechselt an diesem Tag nichts.'
            : 'An diesem Tag wechselt nichts.'}
        </p>
      )}
    </>
  )
}

/** What waits for a Zeitgrenze that has no day yet, or hangs on one that has. */
export async function Wartegruppe({
  payload,
  user,
  nurEigene,
  zeitgrenzeId,
}: Question & { readonly zeitgrenzeId: string }) {
  const { chronik } = await readKalender()
  const belege = chronik.zeitgrenzen.get(zeitgrenzeId)
  const zeitgrenze = latest(belege, newestFolgenummer(chronik))?.wert
  if (!zeitgrenze) {
    return (
      <Kopf titel="Diese Zeitgrenze gibt es nicht">
        <p>
          Sie steht nicht im Freigabeprotokoll. Vielleicht ist sie noch nicht gespeichert, oder die
          Adresse ist unvollständig.
        </p>
      </Kopf>
    )
  }
  const eigene = eigeneRedaktionen(user)
  const isShown = (id: string | null): boolean => !nurEigene || (id !== null && eigene.includes(id))
  const anhang = anhangOf(chronik, zeitgrenzeId)
  const entwuerfe = entwuerfeAn(await readEntwuerfe(payload, user, chronik), zeitgrenzeId).filter(
    ({ redaktionId }) => isShown(redaktionId),
  )
  const texte = anhang.texte.filter(({ fassung }) => isShown(fassung.redaktionId))
  const nameOfObjekt = await readObjektnamen(payload, anhang.objekte)
  const objekte = anhang.objekte.filter((beleg) => isShown(nameOfObjekt(beleg).redaktionId))
  const readable = await readableFassungen(
    payload,
    user,
    texte.map(({ fassung }) => fassung.id),
  )
  // What is not public yet is shown to those who may open it; of the rest people learn how much there is.
  const seen = texte.filter(
    ({ fassung, lage }) => lage.zustand === 'gilt' || readable.has(fassung.id),
  )
  const hidden = texte.length - seen.length
  const names = await namesOf(payload, {
    rechtsnormen: [zeitgrenze.rechtsnormId],
    leistungen: seen.map(({ fassung }) => fassung.leistungId),
    gebiete: seen.map(({ fassung }) => fassung.gebietId),
    redaktionen: [
      ...seen.map(({ fassung }) => fassung.redaktionId),
      ...entwuerfe.flatMap(({ redaktionId }) => redaktionId ?? []),
      ...objekte.flatMap((beleg) => nameOfObjekt(beleg).redaktionId ?? []),
    ],
  })
  const zeilen: readonly Zeile[] = [
    ...seen.map((each) => anhangZeile(each, names, readable)),
    ...objekte.map((beleg): Zeile => {
      const saetze = [beleg.wechsel === 'beginnt' ? 'beginnt dann' : 'endet dann']
      return { ...objektZeile(beleg, nameOfObjekt(beleg), saetze), zustand: 'wartet' }
    }),
    ...entwuerfe.map((entwurf) => entwurfZeile(entwurf, 'wartet auf diese Zeitgrenze')),
  ]
  return (
    <>
      <Kopf titel={names.rechtsnorm(zeitgrenze.rechtsnormId)}>
        <p>{standOf(zeitgrenze)}.</p>
        {zeitgrenze.wortlaut === null ? null : (
          <blockquote className="stichtag-wortlaut">{zeitgrenze.wortlaut}</blockquote>
        )}
        <p className="stichtag-zeit__wege">
          <Link href={pultpfad({ art: 'zeitgrenze', id: zeitgrenzeId })} prefetch={false}>
            Zeitgrenze öffnen
          </Link>
          {zeitgrenze.stand === 'bestimmt' ? (
            <Link href={`${KALENDER}/${zeitgrenze.tag}`} prefetch={false}>
              Alles, was am {formatDayLong(zeitgrenze.tag)} wechselt
            </Link>
          ) : null}
        </p>
      </Kopf>
      <Redaktionsgruppen anzahlen={null} hrefOf={null} names={names} zeilen={zeilen} />
      {hidden === 0 ? null : (
        <p>
          {hidden === 1
            ? 'Dazu wartet ein Text einer anderen Redaktion.'
            : `Dazu warten ${hidden} Texte anderer Redaktionen.`}
        </p>
      )}
      {zeilen.length + hidden > 0 ? null : <p>Nichts hängt an dieser Zeitgrenze.</p>}
    </>
  )
}

const NICHTS = {
  zeitgrenzen: [],
  texte: [],
  varianten: [],
  objekte: [],
  ausgesetzt: [],
  entwuerfe: [],
} as const

const ZEITGRENZENARTEN = {
  inkrafttreten: 'tritt in Kraft',
  ausserkrafttreten: 'tritt außer Kraft',
  teilinkrafttreten: 'tritt teilweise in Kraft',
} as const

function Kopf({
  titel,
  children,
}: {
  readonly titel: string
  readonly children: ReactNode
}): ReactNode {
  return (
    <header className="stichtag-zeit__kopf">
      <p className="stichtag-zeit__zurueck">
        <Link href={KALENDER} prefetch={false}>
          Stichtagskalender
        </Link>
      </p>
      <h1>{titel}</h1>
      {children}
    </header>
  )
}

/** How far the group is: a bar for those who see, with the same in words. */
function Fortschritt({
  released,
  total,
}: {
  readonly released: number
  readonly total: number
}): ReactNode {
  if (total === 0) return null
  return (
    <div className="stichtag-fortschritt">
      <svg aria-hidden="true" preserveAspectRatio="none" viewBox="0 0 100 4">
        <rect height="4" width="100" />
        <rect
          className="stichtag-fortschritt__fertig"
          height="4"
          width={(released / total) * 100}
        />
      </svg>
      <p>
        {released === total
          ? 'Alles für diesen Tag ist freigegeben.'
          : `${released} von ${total} ${released === 1 ? 'ist' : 'sind'} freigegeben.`}
      </p>
    </div>
  )
}

function Redaktionsgruppen({
  zeilen,
  anzahlen,
  names,
  hrefOf,
}: {
  readonly zeilen: readonly Zeile[]
  /** How many there are of each Redaktion; null: as many as are shown. */
  readonly anzahlen: ReadonlyMap<string, number> | null
  readonly names: Names
  /** Where all of one Redaktion are shown; null: nowhere else. */
  readonly hrefOf: ((redaktionId: string) => string) | null
}): ReactNode {
  const groups = new Map<string, Zeile[]>()
  for (const zeile of zeilen) {
    const known = groups.get(zeile.redaktionId ?? '')
    if (known) known.push(zeile)
    else groups.set(zeile.redaktionId ?? '', [zeile])
  }
  const titleOf = (id: string): string =>
    id === '' ? 'Ohne eigene Redaktion' : names.redaktion(id)
  const ordered = [...groups].sort(([left], [right]) =>
    titleOf(left).localeCompare(titleOf(right), 'de'),
  )
  return ordered.map(([id, shown], index) => {
    const count = anzahlen?.get(id) ?? shown.length
    const more = count - shown.length
    return (
      <section aria-labelledby={`stichtag-redaktion-${index}`} key={id}>
        <h2 id={`stichtag-redaktion-${index}`}>
          {titleOf(id)} <small>{count}</small>
        </h2>
        <ul className="stichtag-gruppe">
          {shown.map(({ key, zustand, zustandText, titel, href, saetze }) => (
            <li className={zustand} key={key}>
              <p className="stichtag-gruppe__titel">
                {href === null ? (
                  titel
                ) : (
                  <Link href={href} prefetch={false}>
                    {titel}
                  </Link>
                )}
              </p>
              <p>
                <span className="stichtag-zustand">{zustandText}</span> {saetze.join('; ')}
              </p>
            </li>
          ))}
        </ul>
        {more <= 0 ? null : hrefOf === null || id === '' ? (
          <p>und {more} weitere</p>
        ) : (
          <p>
            <Link href={hrefOf(id)} prefetch={false}>
              Alle {count} von {titleOf(id)}
            </Link>
          </p>
        )}
      </section>
    )
  })
}

type Nachgeschlagen = {
  readonly names: Names
  readonly readable: ReadonlySet<string>
  readonly nameOfObjekt: (beleg: Objektbeleg) => Objektname
  readonly lawOf: LawOf
}

function zeilenOf(
  tag: Kalendertag,
  { names, readable, nameOfObjekt, lawOf }: Nachgeschlagen,
): readonly Zeile[] {
  const weil = (grund: Wechselgrund): readonly string[] => {
    if (grund.art === 'zurueckziehung') return ['weil zurückgezogen wurde']
    if (grund.art === 'fester-tag') return ['an einem festen Tag']
    return lawOf(grund).map((law) => `mit ${names.rechtsnorm(law)}`)
  }
  const textName = ({ leistungId, gebietId }: { leistungId: string; gebietId: string }): string =>
    `${names.leistung(leistungId)} – ${names.gebiet(gebietId)}`
  return [
    ...tag.ausgesetzt.map(({ fassung, grund, folgenummer }): Zeile => ({
      key: `ausgesetzt|${fassung.id}`,
      redaktionId: fassung.redaktionId,
      zustand: 'ausgesetzt',
      zustandText: `Ausgesetzt, Folgenummer ${folgenummer}:`,
      titel: textName(fassung),
      href: hrefOfFassung(fassung.id, readable),
      saetze: [warumAusgesetzt(grund)],
    })),
    ...tag.entwuerfe.map((entwurf) =>
      entwurfZeile(
        entwurf,
        entwurf.variantVon === null
          ? entwurf.bis === tag.tag
            ? 'soll an diesem Tag enden und ist noch freizugeben'
            : 'soll ab diesem Tag gelten und ist noch freizugeben'
          : 'Übersetzung eines Textes dieses Tages, noch freizugeben',
      ),
    ),
    ...tag.texte.map(({ fassung, folgenummer, wechsel, grund, sprachen }): Zeile => ({
      key: `text|${fassung.id}|${wechsel}`,
      redaktionId: fassung.redaktionId,
      zustand: 'freigegeben',
      zustandText: `Freigegeben, Folgenummer ${folgenummer}:`,
      titel: textName(fassung),
      href: hrefOfFassung(fassung.id, readable),
      saetze: [
        TEXT_WECHSEL[wechsel],
        ...weil(grund),
        ...(sprachen.length === 0
          ? []
          : [`auch ${aufzaehlung(sprachen.map((sprache) => SPRACHEN[sprache]))}`]),
      ],
    })),
    ...tag.varianten.map(({ fassung, variante, folgenummer, wechsel }): Zeile => ({
      key: `variante|${variante.id}`,
      redaktionId: fassung.redaktionId,
      zustand: 'freigegeben',
      zustandText: `Freigegeben, Folgenummer ${folgenummer}:`,
      titel: `${textName(fassung)} (${SPRACHEN[variante.sprache]})`,
      href: hrefOfFassung(variante.id, readable),
      saetze: [
        wechsel === 'endet'
          ? 'die Übersetzung entfällt, der deutsche Text gilt weiter'
          : 'eine andere Übersetzung gilt',
      ],
    })),
    ...tag.objekte.map((beleg) =>
      objektZeile(beleg, nameOfObjekt(beleg), [
        OBJEKT_WECHSEL[beleg.wechsel],
        ...weil(beleg.grund),
      ]),
    ),
  ]
}

function objektZeile(
  { objekt, folgenummer }: Objektbeleg,
  { titel, redaktionId, collection }: Objektname,
  saetze: readonly string[],
): Zeile {
  return {
    key: `${objekt.art}|${objekt.id}|${folgenummer}|${saetze[0] ?? ''}`,
    redaktionId,
    zustand: 'freigegeben',
    zustandText: `Gespeichert, Folgenummer ${folgenummer}:`,
    titel: `${OBJEKT_LABELS[objekt.art]}: ${titel}`,
    href: `/admin/collections/${collection}/${encodeURIComponent(objekt.id)}`,
    saetze,
  }
}

function entwurfZeile({ id, titel, redaktionId }: Entwurf, saetze: string): Zeile {
  return {
    key: `entwurf|${id}`,
    redaktionId,
    zustand: 'entwurf',
    zustandText: 'Entwurf:',
    titel,
    href: pultpfad({ art: 'fassung', id }),
    saetze: [saetze],
  }
}

function anhangZeile(
  { fassung, folgenummer, wechsel, lage }: AnhaengenderText,
  names: Names,
  readable: ReadonlySet<string>,
): Zeile {
  const said = {
    gilt: ['freigegeben', 'Freigegeben'],
    wartet: ['wartet', 'Freigegeben, wartet'],
    ausgesetzt: ['ausgesetzt', 'Ausgesetzt'],
    abgesagt: ['abgesagt', 'Abgesagt'],
    entfaellt: ['abgesagt', 'Entfallen'],
  } as const satisfies Record<string, readonly [Zeile['zustand'], string]>
  const [zustand, text] = said[lage.zustand]
  return {
    key: `text|${fassung.id}|${wechsel}`,
    redaktionId: fassung.redaktionId,
    zustand,
    zustandText: `${text}, Folgenummer ${folgenummer}:`,
    titel: `${names.leistung(fassung.leistungId)} – ${names.gebiet(fassung.gebietId)}`,
    href: hrefOfFassung(fassung.id, readable),
    saetze: [
      lage.grund === null
        ? wechsel === 'beginnt'
          ? 'beginnt dann'
          : 'endet dann'
        : warumAusgesetzt(lage.grund),
    ],
  }
}

function hrefOfFassung(id: string, readable: ReadonlySet<string>): string | null {
  return readable.has(id) ? pultpfad({ art: 'fassung', id }) : null
}

function summary(
  { texte, varianten, objekte, entwuerfe, ausgesetzt }: Kalendertag,
  isPast: boolean,
): string {
  const parts = aufzaehlung([
    anzahl(texte.length, 'Text', 'Texte'),
    anzahl(varianten.length, 'Sprachfassung', 'Sprachfassungen'),
    anzahl(objekte.length, 'weitere Angabe', 'weitere Angaben'),
  ])
  const count = texte.length + varianten.length + objekte.length
  const verb = isPast
    ? count === 1
      ? 'wechselte'
      : 'wechselten'
    : count === 1
      ? 'wechselt'
      : 'wechseln'
  return [
    count === 0 ? '' : `Um 0:00 Uhr ${verb} ${parts}.`,
    entwuerfe.length === 0
      ? ''
      : `${anzahl(entwuerfe.length, 'Entwurf hängt', 'Entwürfe hängen') ?? ''} noch daran.`,
    ausgesetzt.length === 0
      ? ''
      : `${anzahl(ausgesetzt.length, 'Text ist', 'Texte sind') ?? ''} ausgesetzt.`,
  ]
    .filter((part) => part !== '')
    .join(' ')
}

/** The Rechtsnorm that makes something switch; also where an offset lies between its day and this one. */
type LawOf = (grund: Wechselgrund) => readonly string[]

function lawsOf(chronik: Chronik): LawOf {
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  return (grund) =>
    grund.art === 'zeitgrenze' ? [lookup(grund.zeitgrenzeId)?.rechtsnormId ?? []].flat() : []
}

async function namesOfGroup(payload: Payload, tag: Kalendertag, lawOf: LawOf): Promise<Names> {
  const fassungen = [...tag.texte, ...tag.varianten, ...tag.ausgesetzt].map(
    ({ fassung }) => fassung,
  )
  const nameOfObjekt = await readObjektnamen(payload, tag.objekte)
  return namesOf(payload, {
    rechtsnormen: [
      ...tag.zeitgrenzen.map(({ rechtsnormId }) => rechtsnormId),
      ...[...tag.texte, ...tag.objekte].flatMap(({ grund }) => lawOf(grund)),
    ],
    leistungen: fassungen.map(({ leistungId }) => leistungId),
    gebiete: fassungen.map(({ gebietId }) => gebietId),
    redaktionen: [
      ...fassungen.map(({ redaktionId }) => redaktionId),
      ...tag.entwuerfe.flatMap(({ redaktionId }) => redaktionId ?? []),
      ...tag.objekte.flatMap((beleg) => nameOfObjekt(beleg).redaktionId ?? []),
    ],
  })
}
