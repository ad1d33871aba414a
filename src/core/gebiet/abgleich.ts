import {
  agsFromArs,
  pathTo,
  type Ebene,
  type Gebiet,
  type Gebiete,
  type GebietId,
} from '#core/gebiet/gebiet.ts'
import { LAENDER, type Gebietsliste, type Listenzeile } from '#core/gebiet/gebietsliste.ts'

/** What is known of areas before a list is taken over. */
export type Gebietsbestand = {
  /** The areas of the day from which the list shall hold. */
  readonly gebiete: Gebiete
  /** What was said last of every area that the log ever named: an area that comes back is not a new one. */
  readonly bekannt: ReadonlyMap<GebietId, Gebiet>
}

/** What an official list changes. Parents stand before their children. */
export type Abgleich = {
  readonly neu: readonly Gebiet[]
  readonly geaendert: readonly Gebiet[]
  readonly unveraendert: number
  /** Areas of the list's kind that it no longer names. They stay; a merger is an act of its own. */
  readonly entfallen: readonly Gebiet[]
  /** Rows of the list of Kreise that are no Kreis: districts of city states, and Städte that are known as Gemeinde. */
  readonly uebersprungen: readonly Listenzeile[]
}

/** An area as the list wants it, before it has its inner id. */
type Wunsch = {
  readonly ars: string
  readonly ebene: Ebene
  readonly name: string
  /** Derived from the keys of others: an existing area of this key stays as it is. */
  readonly istAbgeleitet: boolean
  /** ARS of the area above, or null for the Bund. */
  readonly ueber: string | null
  /** The key under which it may have been known before: a kreisfreie Stadt is also a Kreis. */
  readonly auchAls?: string
}

const BUND = '00'
/** Verbandsschlüssel of areas outside of Gemeinden: forests, coastal waters. */
const OHNE_VERBAND = '9999'

/**
 * Compares an official list with the areas that exist. An area is the same when it has the same ARS; it keeps its inner
 * id (zeit.md, rule 13). Bund, Länder and Kreise above the rows are derived from their keys where they are missing.
 */
export function reconcileGebiete(liste: Gebietsliste, bestand: Gebietsbestand): Abgleich {
  const { wuensche, uebersprungen } = WUENSCHE[liste.ebene](liste.zeilen, bestand.gebiete)
  const ids = assignIds(wuensche, bestand)
  const neu: Gebiet[] = []
  const geaendert: Gebiet[] = []
  let unveraendert = 0
  for (const wunsch of wuensche) {
    const existing = existingOf(wunsch, bestand.gebiete)
    if (existing && wunsch.istAbgeleitet) continue
    const gebiet = gebietOf(wunsch, existing, ids, bestand.gebiete)
    if (!existing) neu.push(gebiet)
    else if (saysTheSame(existing, gebiet)) unveraendert += 1
    else geaendert.push(gebiet)
  }
  return {
    neu,
    geaendert,
    unveraendert,
    entfallen: missingIn(liste, bestand.gebiete),
    uebersprungen,
  }
}

type Wunschliste = {
  readonly wuensche: readonly Wunsch[]
  readonly uebersprungen: readonly Listenzeile[]
}

const WUENSCHE: Readonly<
  Record<Gebietsliste['ebene'], (zeilen: readonly Listenzeile[], gebiete: Gebiete) => Wunschliste>
> = { land: laender, kreis: kreise, gemeinde: gemeinden }

function laender(zeilen: readonly Listenzeile[]): Wunschliste {
  const wuensche = zeilen.map(({ schluessel, name }): Wunsch => ({
    ars: schluessel,
    ebene: 'land',
    name,
    istAbgeleitet: false,
    ueber: BUND,
  }))
  return { wuensche: [bund(), ...wuensche], uebersprungen: [] }
}

/**
 * The list of Kreise also names kreisfreie Städte and the districts of Berlin and Hamburg. A Stadt that is known as
 * Gemeinde stays one; the districts come with the list of Gemeinden, with their full keys.
 */
function kreise(zeilen: readonly Listenzeile[], gebiete: Gebiete): Wunschliste {
  const isOwn = ({ schluessel, istOrtsteil }: Listenzeile): boolean =>
    !istOrtsteil && gebiete.byArs.get(stadtArs(schluessel))?.ebene !== 'gemeinde'
  const wuensche = zeilen.filter(isOwn).map(({ schluessel, name }): Wunsch => ({
    ars: schluessel,
    ebene: 'kreis',
    name,
    istAbgeleitet: false,
    ueber: schluessel.slice(0, 2),
  }))
  return {
    wuensche: [bund(), ...laenderOf(wuensche.map(({ ars }) => ars)), ...wuensche],
    uebersprungen: zeilen.filter((zeile) => !isOwn(zeile)),
  }
}

function gemeinden(zeilen: readonly Listenzeile[], gebiete: Gebiete): Wunschliste {
  const keys = zeilen.filter(({ istOrtsteil }) => !istOrtsteil).map(({ schluessel }) => schluessel)
  const perKreis = countBy(keys, kreisOf)
  const isKreisfrei = (ars: string): boolean =>
    verbandOf(ars) === '0000' && perKreis.get(kreisOf(ars)) === 1
  // Coastal waters have a Kreis key that no Kreis stands behind.
  const realKreise = new Set(
    keys.filter((ars) => !isKreisfrei(ars) && verbandOf(ars) !== OHNE_VERBAND).map(kreisOf),
  )
  const staedte = new Set(keys.filter(isKreisfrei))
  const wuensche = zeilen.map((zeile): Wunsch => {
    const { schluessel: ars, name, istOrtsteil } = zeile
    const common = { ars, name, ebene: 'gemeinde', istAbgeleitet: false } as const
    if (istOrtsteil) return { ...common, ueber: stadtOf(ars, staedte) }
    if (isKreisfrei(ars)) return { ...common, ueber: ars.slice(0, 2), auchAls: kreisOf(ars) }
    const amt = ars.slice(0, 9)
    if (gebiete.byArs.get(amt)?.ebene === 'amt') return { ...common, ueber: amt }
    return { ...common, ueber: realKreise.has(kreisOf(ars)) ? kreisOf(ars) : ars.slice(0, 2) }
  })
  const ortsteile = new Set(
    zeilen.filter((each) => each.istOrtsteil).map((each) => each.schluessel),
  )
  return {
    wuensche: [
      bund(),
      ...laenderOf(zeilen.map(({ schluessel }) => schluessel)),
      ...[...realKreise].map((ars) => derived(ars, 'kreis', `Kreis ${ars}`, ars.slice(0, 2))),
      ...wuensche.filter(({ ars }) => !ortsteile.has(ars)),
      ...wuensche.filter(({ ars }) => ortsteile.has(ars)),
    ],
    uebersprungen: [],
  }
}

function bund(): Wunsch {
  return derived(BUND, 'bund', 'Bundesrepublik Deutschland', null)
}

function laenderOf(keys: readonly string[]): readonly Wunsch[] {
  const laender = [...new Set(keys.map((key) => key.slice(0, 2)))]
  return laender.map((ars) => derived(ars, 'land', LAENDER.get(ars) ?? `Land ${ars}`, BUND))
}

function derived(ars: string, ebene: Ebene, name: string, ueber: string | null): Wunsch {
  return { ars, ebene, name, istAbgeleitet: true, ueber }
}

/** The city that a district belongs to: Bremen by its Kreis, Berlin and Hamburg by their Land. */
function stadtOf(ars: string, staedte: ReadonlySet<string>): string {
  const candidates = [stadtArs(kreisOf(ars)), stadtArs(`${ars.slice(0, 2)}000`)]
  return candidates.find((stadt) => staedte.has(stadt)) ?? ars.slice(0, 2)
}

function existingOf({ ars, auchAls }: Wunsch, { byArs }: Gebiete): Gebiet | undefined {
  const asKreis = auchAls === undefined ? undefined : byArs.get(auchAls)
  return byArs.get(ars) ?? (asKreis?.ebene === 'kreis' ? asKreis : undefined)
}

/** Inner ids by ARS: the existing one, the one that it had when it was last known, or a new one that nobody has. */
function assignIds(
  wuensche: readonly Wunsch[],
  { gebiete, bekannt }: Gebietsbestand,
): ReadonlyMap<string, GebietId> {
  const earlier = new Map([...bekannt.values()].map(({ id, ars }) => [ars, id]))
  const taken = new Set([...bekannt.keys(), ...gebiete.byId.keys()])
  const ids = new Map([...gebiete.byArs].map(([ars, { id }]) => [ars, id]))
  for (const wunsch of wuensche) {
    const { ars } = wunsch
    const known = existingOf(wunsch, gebiete)?.id ?? earlier.get(ars)
    const id = known ?? freshId(`gebiet-${ars}`, taken)
    taken.add(id)
    ids.set(ars, id)
  }
  return ids
}

function freshId(wanted: string, taken: ReadonlySet<GebietId>): GebietId {
  let id = wanted
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`
  return id
}

function gebietOf(
  { ars, ebene, name, ueber }: Wunsch,
  existing: Gebiet | undefined,
  ids: ReadonlyMap<string, GebietId>,
  gebiete: Gebiete,
): Gebiet {
  const wanted = ueber === null ? null : (ids.get(ueber) ?? null)
  return {
    id: ids.get(ars) ?? `gebiet-${ars}`,
    ars,
    ags: ebene === 'gemeinde' ? agsFromArs(ars) : null,
    name,
    ebene,
    uebergeordnet: parentOf(existing, wanted, gebiete),
  }
}

/** Somebody who knew more than the key says, an Amt for instance, keeps the last word as long as both agree. */
function parentOf(
  existing: Gebiet | undefined,
  wanted: GebietId | null,
  gebiete: Gebiete,
): GebietId | null {
  const current = existing?.uebergeordnet ?? null
  if (current === null) return wanted
  return pathTo(gebiete, current).some(({ id }) => id === wanted) ? current : wanted
}

function saysTheSame(left: Gebiet, right: Gebiet): boolean {
  return (
    left.ars === right.ars &&
    left.ags === right.ags &&
    left.name === right.name &&
    left.ebene === right.ebene &&
    left.uebergeordnet === right.uebergeordnet
  )
}

function missingIn({ ebene, zeilen }: Gebietsliste, gebiete: Gebiete): readonly Gebiet[] {
  const keys = new Set(zeilen.map(({ schluessel }) => schluessel))
  return [...gebiete.byId.values()].filter((each) => each.ebene === ebene && !keys.has(each.ars))
}

function kreisOf(ars: string): string {
  return ars.slice(0, 5)
}

function verbandOf(ars: string): string {
  return ars.slice(5, 9)
}

/** ARS of the one Gemeinde of a kreisfreie Stadt. */
function stadtArs(kreis: string): string {
  return `${kreis}0000000`
}

function countBy(values: readonly string[], key: (value: string) => string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(key(value), (counts.get(key(value)) ?? 0) + 1)
  return counts
}
