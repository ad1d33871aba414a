import type { Eroeffnungstext, Eroeffnungswahl } from '#feed/readAbstimmung.ts'

/** Kinds of Redaktionen in the order in which they are offered. */
export const ARTEN = [
  ['fachressort', 'Fachressorts'],
  ['landkreis', 'Landkreise'],
  ['stadt', 'Städte und amtsfreie Gemeinden'],
  ['amt', 'Ämter'],
  ['it-aufgabentraeger', 'IT-Aufgabenträger'],
  ['zweckverband', 'Zweckverbände'],
  ['hochschule', 'Hochschulen'],
  ['schule', 'Schulen'],
  ['land', 'Landesredaktionen'],
  ['bund', 'Bund'],
] as const

/** Drafts that begin on one day. */
export type Taggruppe = Eroeffnungstext['tag'] & { readonly texte: readonly Eroeffnungstext[] }

/** The drafts by the day on which they begin, those of a law before fixed days, then by name. */
export function gruppenOf(texte: readonly Eroeffnungstext[]): readonly Taggruppe[] {
  const groups = new Map<string, Taggruppe>()
  for (const text of texte) {
    const known = groups.get(text.tag.schluessel)
    groups.set(text.tag.schluessel, { ...text.tag, texte: [...(known?.texte ?? []), text] })
  }
  return [...groups.values()].sort((left, right) => {
    const [a, b] = [left, right].map(
      ({ schluessel, name }) => `${schluessel.startsWith('zeitgrenze|') ? 0 : 1}${name}`,
    )
    return (a ?? '').localeCompare(b ?? '', 'de')
  })
}

/** Who should be asked: whoever has a text of its own about one of these Leistungen, and every Fachressort. */
export function vorschlagOf(
  redaktionen: Eroeffnungswahl['redaktionen'],
  texte: readonly Pick<Eroeffnungstext, 'id'>[],
): ReadonlySet<string> {
  return new Set(
    redaktionen
      .filter(
        ({ art, betroffenVon }) =>
          art === 'fachressort' || texte.some(({ id }) => betroffenVon.includes(id)),
      )
      .map(({ id }) => id),
  )
}
