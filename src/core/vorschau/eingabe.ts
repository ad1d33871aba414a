import type { Gebiet, Gebiete } from '#core/gebiet/gebiet.ts'
import { gebietByArs, paddedArs } from '#core/gebiet/gebiet.ts'

/** What somebody entered to look at a day, as it came; null where it was left open. */
export type Eingabe = {
  readonly stichtag: string | null
  readonly vergleich: string | null
  readonly ars: string | null
  readonly ort: string | null
  readonly sprache: string | null
  /** Words to look for in the list. */
  readonly q: string | null
  readonly seite: number
  readonly entwuerfe: boolean
  /** Id of a text without a day that shall be shown all the same. */
  readonly mit: string | null
}

/** The parameters of an address; one that is there twice counts once. */
export type Parameter = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads the parameters; unknown ones are passed over, as a page must open from any link. */
export function eingabeFrom(parameter: Parameter): Eingabe {
  const text = (name: string): string | null => {
    const value = parameter[name]
    const first = (typeof value === 'string' ? value : (value?.[0] ?? '')).trim()
    return first === '' ? null : first.slice(0, MAX_LENGTH)
  }
  const seite = Number(text('seite') ?? '1')
  return {
    stichtag: text('stichtag'),
    vergleich: text('vergleich'),
    ars: text('ars'),
    ort: text('ort'),
    sprache: text('sprache'),
    q: text('q'),
    seite: Number.isSafeInteger(seite) && seite > 0 ? seite : 1,
    entwuerfe: text('entwuerfe') === '1',
    mit: text('mit'),
  }
}

const MAX_LENGTH = 200

/** What the address of a page says; what is null is left out. */
export type Ziel = Partial<Record<keyof Eingabe, string | number | boolean | null>>

/** The address of the list, or of one Leistung, with these parameters. */
export function adresse(leistungId: string | null, ziel: Ziel): string {
  const path = leistungId === null ? '/vorschau' : `/vorschau/${encodeURIComponent(leistungId)}`
  const query = NAMEN.flatMap((name) => {
    const value = ziel[name]
    if (value === undefined || value === null || value === '' || value === false) return []
    return [`${name}=${encodeURIComponent(value === true ? '1' : value)}`]
  }).join('&')
  return query === '' ? path : `${path}?${query}`
}

const NAMEN = [
  'stichtag',
  'ars',
  'ort',
  'sprache',
  'vergleich',
  'q',
  'seite',
  'entwuerfe',
  'mit',
] as const satisfies readonly (keyof Eingabe)[]

/** A place as people choose it from a list: with its key, because names repeat. */
export function ortsname({ name, ars }: Gebiet): string {
  return `${name} (${paddedArs(ars)})`
}

/** The places that an entry may mean: one when it is clear, none or several when it is not. */
export function findOrte(gebiete: Gebiete, ort: string): readonly Gebiet[] {
  const named = /\((\d{2,12})\)\s*$/.exec(ort)?.[1] ?? (/^\d{2,12}$/.test(ort) ? ort : null)
  if (named !== null) {
    const gebiet = gebietByArs(gebiete, named)
    return gebiet ? [gebiet] : []
  }
  const wanted = folded(ort)
  const all = [...gebiete.byId.values()].map((gebiet) => ({ gebiet, name: folded(gebiet.name) }))
  const rules: readonly ((name: string) => boolean)[] = [
    (name) => name === wanted,
    (name) => name.startsWith(wanted),
    (name) => name.split(/[\s,/-]+/).some((word) => word.startsWith(wanted)),
  ]
  for (const fits of rules) {
    const found = all.filter(({ name }) => fits(name)).map(({ gebiet }) => gebiet)
    if (found.length > 0) return found
  }
  return []
}

/** As people compare words: case and accents aside, `ae` for `ä`. */
export function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .trim()
}

/** Rows under their first letter, in their order; what begins with none stands under `#`. */
export function groupByLetter<T extends { readonly name: string }>(
  rows: readonly T[],
): readonly { readonly buchstabe: string; readonly zeilen: readonly T[] }[] {
  const groups = new Map<string, T[]>()
  for (const each of rows) {
    const [first = '#'] = folded(each.name).toUpperCase()
    const letter = /[A-Z]/.test(first) ? first : '#'
    groups.set(letter, [...(groups.get(letter) ?? []), each])
  }
  return [...groups].map(([buchstabe, zeilen]) => ({ buchstabe, zeilen }))
}
