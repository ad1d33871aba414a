import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'

/** Inner id of a Gebiet; ARS, AGS, name and parent are dated values of it (zeit.md, rule 13). */
export type GebietId = string

/** Layer of the administration that writes a text or forms an area. */
export type Ebene = 'bund' | 'land' | 'kreis' | 'amt' | 'gemeinde'

/** From the widest to the narrowest: the order in which texts are merged. */
export const EBENEN = [
  'bund',
  'land',
  'kreis',
  'amt',
  'gemeinde',
] as const satisfies readonly Ebene[]

/** What a Gebiet is called and where it belongs, from one day on. */
export type Gebiet = {
  readonly id: GebietId
  /** Amtlicher Regionalschlüssel: 12 digits for a Gemeinde, 9 for an Amt, 5 for a Kreis, 2 for a Land, `00` for the Bund. */
  readonly ars: string
  /** Amtlicher Gemeindeschlüssel, 8 digits, Gemeinden only. */
  readonly ags: string | null
  readonly name: string
  readonly ebene: Ebene
  readonly uebergeordnet: GebietId | null
}

/** The areas of one day: by inner id and by ARS. */
export type Gebiete = {
  readonly byId: ReadonlyMap<GebietId, Gebiet>
  readonly byArs: ReadonlyMap<string, Gebiet>
}

/** Indexes the areas of one day. */
export function indexGebiete(gebiete: Iterable<Gebiet>): Gebiete {
  const byId = new Map<GebietId, Gebiet>()
  const byArs = new Map<string, Gebiet>()
  for (const gebiet of gebiete) {
    byId.set(gebiet.id, gebiet)
    byArs.set(gebiet.ars, gebiet)
  }
  return { byId, byArs }
}

/**
 * The areas above and including `id`, widest first, along the tree of that day. Stops at an unknown parent; a circle is
 * cut where it closes.
 */
export function pathTo(gebiete: Gebiete, id: GebietId): readonly Gebiet[] {
  const path: Gebiet[] = []
  let current = gebiete.byId.get(id)
  while (current && !path.includes(current)) {
    path.unshift(current)
    current = current.uebergeordnet === null ? undefined : gebiete.byId.get(current.uebergeordnet)
  }
  return path
}

/** The Gebiet that an ARS names: exactly, or with the padding zeros of `domain/pvog.md` K8 taken away. */
export function gebietByArs(gebiete: Gebiete, ars: string): Gebiet | undefined {
  return gebiete.byArs.get(ars) ?? gebiete.byArs.get(unpadded(ars))
}

/** The ARS of 12 digits that receivers expect: shorter keys are padded with zeros. */
export function paddedArs(ars: string): string {
  return ars.padEnd(12, '0')
}

/** Checks form and agreement of ARS and AGS (`domain/pvog.md` K7). Problems: `ars-is-malformed`, `ags-does-not-fit`. */
export function checkSchluessel(
  { ars, ags, ebene }: Pick<Gebiet, 'ars' | 'ags' | 'ebene'>,
  stelle?: string,
): Result<string> {
  if (!/^\d+$/.test(ars) || ars.length !== ARS_LENGTH[ebene]) {
    return failed(problem('ars-is-malformed', stelle, { wert: ars }))
  }
  if (ags !== null && ags !== agsFromArs(ars)) {
    return failed(problem('ags-does-not-fit', stelle, { ars, ags }))
  }
  return success(ars)
}

/** AGS of a Gemeinde from its ARS: Land, Regierungsbezirk and Kreis, then the Gemeinde (`domain/pvog.md` K7). */
export function agsFromArs(ars: string): string {
  return ars.slice(0, 5) + ars.slice(9, 12)
}

const ARS_LENGTH: Readonly<Record<Ebene, number>> = {
  bund: 2,
  land: 2,
  kreis: 5,
  amt: 9,
  gemeinde: 12,
}

function unpadded(ars: string): string {
  if (ars.length !== 12) return ars
  if (ars.endsWith('0000000000')) return ars.slice(0, 2)
  if (ars.endsWith('0000000')) return ars.slice(0, 5)
  return ars.endsWith('000') ? ars.slice(0, 9) : ars
}

/** Whether a layer writes for the area. A kreisfreie Stadt is Kreis and Gemeinde at once: its parent is the Land. */
export function layerFits(ebene: Ebene, gebiet: Gebiet, gebiete: Gebiete): boolean {
  if (ebene === gebiet.ebene) return true
  return (
    ebene === 'kreis' &&
    gebiet.ebene === 'gemeinde' &&
    pathTo(gebiete, gebiet.id).at(-2)?.ebene === 'land'
  )
}
