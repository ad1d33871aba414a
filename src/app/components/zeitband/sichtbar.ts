import type { Zeitband } from '#core/log/zeitband.ts'

/** The texts of a band that do not hold and will not, as long as nothing changes: not public. */
export function nichtOeffentliche({
  ausgesetzt,
  wartend,
  abgesagt,
}: Zeitband): Zeitband['wartend'] {
  return [...ausgesetzt.map(({ beleg }) => beleg), ...wartend, ...abgesagt]
}

/**
 * The bands as a person sees them, who may open the texts of `readable`: without what is neither public nor theirs, and
 * without the bands that have nothing else.
 */
export function sichtbareBaender(
  baender: readonly Zeitband[],
  readable: ReadonlySet<string>,
): readonly Zeitband[] {
  return baender
    .map((band) => ({
      ...band,
      ausgesetzt: band.ausgesetzt.filter(({ beleg }) => readable.has(beleg.wert.id)),
      wartend: band.wartend.filter(({ wert }) => readable.has(wert.id)),
      abgesagt: band.abgesagt.filter(({ wert }) => readable.has(wert.id)),
    }))
    .filter(
      (band) =>
        band.strecken.some(({ art }) => art === 'text') || nichtOeffentliche(band).length > 0,
    )
}
