import type { Problem } from '#core/errors/problems.ts'
import { asProblem, type Verstoss } from './befund.ts'
import { child, children, readDokument, walk, type Gelesen } from './read.ts'
import { OBJEKTREGELN } from './regeln.ts'
import type { Schema } from './schema.ts'

/**
 * Judges a delivery before it leaves: each document by the schemas and rules as it comes, references
 * and doubles when all have come. All problems are `export-is-invalid`, with `angaben` `dokument`,
 * `zeile`, `regel` and `meldung`; none means that the delivery may leave.
 */
export type Pruefer = {
  readonly check: (name: string, bytes: Uint8Array) => Promise<readonly Problem[]>
  readonly finish: () => readonly Problem[]
}

/** What a delivery is judged by; the schemas stay the caller's to dispose of. */
export type Massstab = {
  readonly profil: Schema
  /** The official schema, where the operator has it. */
  readonly amtlich: Schema | null
}

/** One broken document can break a rule a thousand times; nobody reads so far. */
const MOST_PROBLEMS = 50

/** A judge for one delivery (`domain/pvog.md` section 9). */
export function createPruefer({ profil, amtlich }: Massstab): Pruefer {
  const known: Bestand = { ids: new Set(), verweise: [] }
  return {
    check: async (name, bytes) => {
      const found = await checkDokument(name, bytes, known)
      const wellFormed = !found.some(({ regel }) => regel === 'wohlgeformt' || regel === 'doctype')
      // A document type declaration never reaches the schema library.
      const schemas = wellFormed ? [profil, ...(amtlich ? [amtlich] : [])] : []
      const verstoesse = [...schemas.flatMap((schema) => schema.validate(bytes)), ...found]
      return verstoesse.slice(0, MOST_PROBLEMS).map((each) => asProblem(name, each))
    },
    finish: () =>
      known.verweise
        .filter(({ key }) => !known.ids.has(key))
        .slice(0, MOST_PROBLEMS)
        .map(({ dokument, verstoss }) => asProblem(dokument, verstoss)),
  }
}

/** What the documents so far hold, and what they refer to. */
type Bestand = { readonly ids: Set<string>; readonly verweise: Verweis[] }
type Verweis = { readonly key: string; readonly dokument: string; readonly verstoss: Verstoss }

async function checkDokument(
  dokument: string,
  bytes: Uint8Array,
  bestand: Bestand,
): Promise<readonly Verstoss[]> {
  const found: Verstoss[] = []
  let erstellt = ''
  const stopped = await readDokument(bytes, (part) => {
    if (part.name === 'nachrichtenkopf') erstellt = child(part, 'erstelltDatumZeit')?.text ?? ''
    for (const objekt of part.name === 'schreibe' ? part.kinder : []) {
      found.push(...OBJEKTREGELN.flatMap((regel) => regel(objekt, erstellt)))
      found.push(...remember(objekt, dokument, bestand))
    }
  })
  return stopped ? [...found, stopped] : found
}

/** An id is unique per class and only together with its Redaktion (`domain/pvog.md` K4). */
function remember(
  objekt: Gelesen,
  dokument: string,
  { ids, verweise }: Bestand,
): readonly Verstoss[] {
  for (const { key, id } of referencesOf(objekt)) {
    if (ids.has(key)) continue
    const meldung = `Die Leistung ${id.text} steht nicht in der Lieferung.`
    verweise.push({
      key,
      dokument,
      verstoss: { regel: 'offener-verweis', zeile: id.zeile, meldung },
    })
  }
  const id = child(objekt, 'id')
  if (!id) return []
  const key = keyOf(objekt.name, id)
  if (!ids.has(key)) {
    ids.add(key)
    return []
  }
  const meldung = `${objekt.name} ${id.text} steht mehrfach in der Lieferung.`
  return [{ regel: 'doppelte-id', zeile: id.zeile, meldung }]
}

function referencesOf(objekt: Gelesen): readonly { readonly key: string; readonly id: Gelesen }[] {
  return [...walk(objekt)]
    .flatMap((element) => children(element, 'leistungID'))
    .map((id) => ({ key: keyOf('leistung', id), id }))
}

function keyOf(klasse: string, { attribute, text }: Gelesen): string {
  return `${klasse}|${attribute['schemeAgencyID'] ?? ''}|${text}`
}
