import Link from 'next/link'
import type { DocumentViewServerProps } from 'payload'
import type { ReactNode } from 'react'
import { pultpfad } from '#core/log/objektart.ts'
import type { Variantensprache } from '#core/fassung/fassung.ts'
import { EBENEN, pathTo, type Ebene, type Gebiet, type Gebiete } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { placeBand, rahmenOf, zeitbaenderOf, type Zeitband as Band } from '#core/log/zeitband.ts'
import { formatDay, formatDayLong } from '#core/zeit/deutsch.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { readHaus } from '#feed/readHaus.ts'
import { idOf } from '../firstDay.ts'
import { standOf, warumAusgesetzt } from '../kalender/saetze.ts'
import { eigeneRedaktionen, readableFassungen } from '../kalender/pultstand.ts'
import { docsOf, namesOf, type Names } from '../names.ts'
import { Bandbilder } from './Bandbild.tsx'
import { nichtOeffentliche, sichtbareBaender } from './sichtbar.ts'

const EBENENNAMEN: Readonly<Record<Ebene, string>> = {
  bund: 'Bund',
  land: 'Land',
  kreis: 'Kreis',
  amt: 'Amt',
  gemeinde: 'Gemeinde',
}
const SPRACHEN: Readonly<Record<Variantensprache, string>> = {
  en: 'Englisch',
  'de-LS': 'Leichte Sprache',
}
/** More areas with texts of their own are found in the choice above. */
const SHOWN_AREAS = 24

/** The timeline of one Leistung over all layers: what held, holds and will hold, and where nothing does. */
export async function Zeitband({ doc, initPageResult, searchParams }: DocumentViewServerProps) {
  const { payload, user } = initPageResult.req
  const leistungId = idOf(doc)
  if (!user || leistungId === null) return null
  const { chronik, heute } = await readHaus()
  const gebiete = gebieteOn(chronik, newestPair(chronik, heute))
  const released = zeitbaenderOf(chronik, leistungId, newestPair(chronik, heute))
  const asked = searchParams?.['gebiet']
  const gebietId = gebietFor(typeof asked === 'string' ? asked : undefined, {
    gebiete,
    own: asked === undefined ? await ownGebiet(payload, user) : undefined,
  })
  const path = gebietId === null ? null : pathTo(gebiete, gebietId).map(({ id }) => id)
  const isHere = ({ ebene, gebietId: id }: Band): boolean =>
    path === null ? ebene === 'bund' || ebene === 'land' : path.includes(id)
  const here = released.filter(isHere)
  const readable = await readableFassungen(payload, user, [
    ...here.flatMap(textsOf).map(({ wert }) => wert.id),
    ...here.flatMap(({ varianten }) => varianten.map(({ variante }) => variante.id)),
    ...released
      .filter((band) => !isHere(band))
      .flatMap(nichtOeffentliche)
      .map(({ wert }) => wert.id),
  ])
  // Of what is not public yet, people see as much as they may open; also whether an area has a text at all.
  const alle = sichtbareBaender(released, readable)
  const baender = alle.filter(isHere)
  const texts = baender.flatMap(textsOf)
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const names = await namesOf(payload, {
    gebiete: baender.map((band) => band.gebietId),
    rechtsnormen: texts.flatMap(({ wert: { beginn } }) =>
      beginn.art === 'zeitgrenze' ? [lookup(beginn.zeitgrenzeId)?.rechtsnormId ?? []].flat() : [],
    ),
    redaktionen: texts.map(({ wert }) => wert.redaktionId),
  })
  const others = elsewhere(alle, baender, gebiete)
  const skala = rahmenOf(baender, heute)
  const titelOf = (band: Band): string =>
    `${EBENENNAMEN[band.ebene]}: ${names.gebiet(band.gebietId)}`
  return (
    <main className="stichtag-zeit stichtag-zeitband gutter--left gutter--right">
      <header className="stichtag-zeit__kopf">
        <h2>Zeitband</h2>
        <p>
          Welcher Text wann gilt, gestern, heute und künftig. Heute ist der {formatDayLong(heute)}.
        </p>
        <Gebietswahl alle={alle} chosen={gebietId} gebiete={gebiete} />
      </header>
      {baender.length === 0 ? (
        <p>
          Für diese Leistung ist hier noch kein Text freigegeben. Das Zeitband beginnt mit der
          ersten Freigabe.
        </p>
      ) : (
        <>
          <Bandbilder
            bilder={baender.map((band) => ({ bild: placeBand(band, skala), titel: titelOf(band) }))}
            heute={heute}
            hrefOf={(id) => (readable.has(id) ? hrefOf(id) : null)}
            skala={skala}
          />
          <Legende />
          {baender.map((band) => (
            <Bandliste
              band={band}
              chronik={chronik}
              key={band.key}
              names={names}
              readable={readable}
              titel={titelOf(band)}
            />
          ))}
        </>
      )}
      {others.length === 0 ? null : (
        <section aria-labelledby="stichtag-anderswo">
          <h3 id="stichtag-anderswo">Eigene Texte in anderen Gebieten</h3>
          <ul className="stichtag-auswahl">
            {others.slice(0, SHOWN_AREAS).map(({ id, name }) => (
              <li key={id}>
                <Link href={`?gebiet=${encodeURIComponent(id)}`} prefetch={false}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
          {others.length > SHOWN_AREAS ? (
            <p>und {others.length - SHOWN_AREAS} weitere, oben im Feld „Gebiet“.</p>
          ) : null}
        </section>
      )}
    </main>
  )
}

/** A choice that works without a script: all areas of today, those with texts of their own first. */
function Gebietswahl({
  gebiete,
  alle,
  chosen,
}: {
  readonly gebiete: Gebiete
  readonly alle: readonly Band[]
  readonly chosen: string | null
}): ReactNode {
  const withTexts = new Set(alle.map(({ gebietId }) => gebietId))
  const areas = [...gebiete.byId.values()]
    .filter(({ ebene }) => ebene !== 'bund' && ebene !== 'land')
    .sort(byLayerAndName)
  const groups: readonly (readonly [string, readonly Gebiet[]])[] = [
    ['Mit eigenem Text', areas.filter(({ id }) => withTexts.has(id))],
    ['Alle anderen', areas.filter(({ id }) => !withTexts.has(id))],
  ]
  return (
    <form className="stichtag-gebietswahl" method="get">
      <div>
        <label htmlFor="stichtag-gebiet">Gebiet</label>
        <select defaultValue={chosen ?? ''} id="stichtag-gebiet" name="gebiet">
          <option value="">Nur Bund und Land</option>
          {groups.map(([label, each]) =>
            each.length === 0 ? null : (
              <optgroup key={label} label={label}>
                {each.map(({ id, name, ebene }) => (
                  <option key={id} value={id}>
                    {name} ({EBENENNAMEN[ebene]})
                  </option>
                ))}
              </optgroup>
            ),
          )}
        </select>
      </div>
      <button className="btn btn--style-secondary btn--size-medium" type="submit">
        Anzeigen
      </button>
    </form>
  )
}

function Legende(): ReactNode {
  const marks = [
    ['vergangen', 'galt'],
    ['gegenwaertig', 'gilt heute'],
    ['kuenftig', 'wird gelten'],
    ['luecke', 'Lücke: kein Text gilt'],
    ['ausgesetzt', 'ausgesetzt'],
    ['wartend', 'wartet auf einen Tag'],
  ] as const
  return (
    <ul aria-hidden="true" className="stichtag-legende">
      {marks.map(([name, text]) => (
        <li key={name}>
          <svg viewBox="0 0 28 14">
            <rect className={`stichtag-band--${name}`} height="12" width="26" x="1" y="1" />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  )
}

/** The same as the picture, in words. */
function Bandliste({
  band,
  titel,
  names,
  chronik,
  readable,
}: {
  readonly band: Band
  readonly titel: string
  readonly names: Names
  readonly chronik: Chronik
  readonly readable: ReadonlySet<string>
}): ReactNode {
  const { strecken, ausgesetzt, wartend, abgesagt, varianten } = band
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const reference = (folgenummer: number, id: string): ReactNode =>
    readable.has(id) ? (
      <Link href={hrefOf(id)} prefetch={false}>
        Fassung mit Folgenummer {folgenummer}
      </Link>
    ) : (
      `Fassung mit Folgenummer ${folgenummer}`
    )
  const lawOf = (wert: Band['wartend'][number]['wert']): string => {
    const zeitgrenze =
      wert.beginn.art === 'zeitgrenze' ? lookup(wert.beginn.zeitgrenzeId) : undefined
    if (!zeitgrenze) return ''
    const stand = zeitgrenze.stand === 'abgesagt' ? zeitgrenze.grund : standOf(zeitgrenze)
    return `${names.rechtsnorm(zeitgrenze.rechtsnormId)}. ${stand}`
  }
  return (
    <section aria-labelledby={`stichtag-band-${band.key}`}>
      <h3 id={`stichtag-band-${band.key}`}>{titel}</h3>
      <ol className="stichtag-gruppe">
        {strecken.map((each) => (
          <li
            className={each.art === 'luecke' ? 'luecke' : each.lage}
            key={`${each.art}|${each.ab}`}
          >
            <p>
              <strong>{spanOf(each)}</strong>{' '}
              {each.art === 'luecke' ? (
                each.wo === 'zwischen' ? (
                  'Lücke: An diesen Tagen gilt kein Text.'
                ) : (
                  'Danach gilt kein Text mehr.'
                )
              ) : (
                <>
                  {reference(each.beleg.folgenummer, each.beleg.wert.id)}
                  {each.lage === 'gegenwaertig' ? ', gilt heute' : ''}
                </>
              )}
            </p>
          </li>
        ))}
        {ausgesetzt.map(({ beleg, grund, ab }) => (
          <li className="ausgesetzt" key={`ausgesetzt|${beleg.wert.id}`}>
            <p>
              <strong>Ausgesetzt{ab === null ? '' : `, sollte ab ${formatDay(ab)} gelten`}:</strong>{' '}
              {reference(beleg.folgenummer, beleg.wert.id)}, {warumAusgesetzt(grund)}
            </p>
          </li>
        ))}
        {wartend.map(({ folgenummer, wert }) => (
          <li className="wartet" key={`wartet|${wert.id}`}>
            <p>
              <strong>Wartet auf einen Tag:</strong> {reference(folgenummer, wert.id)},{' '}
              {lawOf(wert)}
            </p>
          </li>
        ))}
        {abgesagt.map(({ folgenummer, wert }) => (
          <li className="abgesagt" key={`abgesagt|${wert.id}`}>
            <p>
              <strong>Abgesagt:</strong> {reference(folgenummer, wert.id)}, {lawOf(wert)}
            </p>
          </li>
        ))}
        {varianten.map(({ variante, folgenummer, ab, bis }) => (
          <li className="variante" key={`${variante.id}|${ab}`}>
            <p>
              {SPRACHEN[variante.sprache]}: {spanOf({ ab, bis })}{' '}
              {reference(folgenummer, variante.id)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function spanOf({
  ab,
  bis,
}: {
  readonly ab: CalendarDay
  readonly bis: CalendarDay | null
}): string {
  return bis === null
    ? `Ab ${formatDay(ab)}:`
    : `Ab ${formatDay(ab)}, bis vor dem ${formatDay(bis)}:`
}

function hrefOf(id: string): string {
  return pultpfad({ art: 'fassung', id })
}

function textsOf(band: Band): Band['wartend'] {
  return [
    ...band.strecken.flatMap((each) => (each.art === 'text' ? [each.beleg] : [])),
    ...nichtOeffentliche(band),
  ]
}

/** The area that was asked for, where it exists; else the own one. Null: only what the Bund and the Land write. */
function gebietFor(
  asked: string | undefined,
  { gebiete, own }: { readonly gebiete: Gebiete; readonly own: string | null | undefined },
): string | null {
  const id = asked ?? own ?? null
  return id !== null && gebiete.byId.has(id) ? id : null
}

/** Where a Kommunalredaktion writes; whoever looks after the whole Land has no such place. */
async function ownGebiet(
  payload: DocumentViewServerProps['initPageResult']['req']['payload'],
  user: NonNullable<DocumentViewServerProps['initPageResult']['req']['user']>,
): Promise<string | null> {
  const { rolle } = user as { readonly rolle?: unknown }
  if (rolle !== 'kommunalredaktion') return null
  const [redaktion] = await docsOf(payload, 'redaktionen', eigeneRedaktionen(user).slice(0, 1), [
    'gebiete',
  ])
  const gebiete = redaktion?.['gebiete']
  return Array.isArray(gebiete) ? idOf(gebiete[0]) : null
}

function elsewhere(
  alle: readonly Band[],
  shown: readonly Band[],
  gebiete: Gebiete,
): readonly Gebiet[] {
  const here = new Set(shown.map(({ gebietId }) => gebietId))
  const ids = new Set(alle.map(({ gebietId }) => gebietId).filter((id) => !here.has(id)))
  return [...ids]
    .flatMap((id) => gebiete.byId.get(id) ?? [])
    .filter(({ ebene }) => ebene !== 'bund' && ebene !== 'land')
    .sort(byLayerAndName)
}

function byLayerAndName(left: Gebiet, right: Gebiet): number {
  return (
    EBENEN.indexOf(left.ebene) - EBENEN.indexOf(right.ebene) ||
    left.name.localeCompare(right.name, 'de')
  )
}
