import { forbiddenTags, isPlaceholder } from '#core/pruefung/html.ts'
import { outsideStringLatin } from '#core/pruefung/stringLatin.ts'
import type { Regel, Verstoss } from './befund.ts'
import { child, children, walk, type Gelesen } from './read.ts'

/** A rule for one object of a delivery; `erstellt` is the `erstelltDatumZeit` of its document. */
type Objektregel = (objekt: Gelesen, erstellt: string) => readonly Verstoss[]

/**
 * What a schema cannot say about one object (`domain/pvog.md` section 9). References and doubles need
 * the whole delivery: `validate.ts`.
 */
export const OBJEKTREGELN: readonly Objektregel[] = [
  checkLeistungsbezeichnung,
  checkDoubles,
  checkLanguages,
  checkTexts,
  checkCharacters,
  checkChangeDate,
]

/** Exactly one `modulText` with code 02: readers of the PVOG's dumps insist (T9). */
function checkLeistungsbezeichnung(objekt: Gelesen): readonly Verstoss[] {
  if (objekt.name !== 'leistung') return []
  const count = moduleCodes(objekt).filter(({ text }) => text === '02').length
  if (count === 1) return []
  return [verstoss('leistungsbezeichnung', objekt, `Textmodul 02 steht ${count}-mal statt einmal.`)]
}

function checkDoubles(objekt: Gelesen): readonly Verstoss[] {
  const modules = repeated(moduleCodes(objekt), ({ text }) => text).map((code) =>
    verstoss('doppeltes-modul', code, `Textmodul ${code.text} steht mehrfach.`),
  )
  const languages = [...walk(objekt)].flatMap((element) =>
    ['inhalt', 'beschreibung', 'sprachversion'].flatMap((name) =>
      repeated(children(element, name), languageOf).map((twice) =>
        verstoss(
          'doppelte-sprache',
          twice,
          `${name} steht mehrfach in der Sprache ${languageOf(twice)}.`,
        ),
      ),
    ),
  )
  return [...modules, ...languages]
}

/** Every language used is declared in `sprachversion`; an office has none. */
function checkLanguages(objekt: Gelesen): readonly Verstoss[] {
  const declared = new Set(children(objekt, 'sprachversion').map(languageOf))
  if (declared.size === 0) return []
  const undeclared = [...walk(objekt)].filter(
    ({ attribute }) =>
      'languageCode' in attribute && !declared.has(attribute['languageCode'] ?? ''),
  )
  return undeclared.map((element) =>
    verstoss(
      'sprache-nicht-erklaert',
      element,
      `Die Sprache ${languageOf(element)} fehlt in sprachversion.`,
    ),
  )
}

const HTML = new Set(['inhalt', 'beschreibung'])
const PLAIN = new Set([
  'bezeichnung',
  'begriff',
  'name',
  'titel',
  'fachlichFreigegebenDurch',
  'ort',
])

function checkTexts(objekt: Gelesen): readonly Verstoss[] {
  return [...walk(objekt)].flatMap((element) => {
    if (HTML.has(element.name)) return checkHtml(element)
    if (!PLAIN.has(element.name) || !/<\/?[a-zA-Z]/.test(element.text)) return []
    return [
      verstoss(
        'html-im-reintext',
        element,
        `${element.name} ist reiner Text und enthält Auszeichnung.`,
      ),
    ]
  })
}

function checkHtml(element: Gelesen): readonly Verstoss[] {
  const tags = forbiddenTags(element.text).map((tag) =>
    verstoss('html', element, `Die Auszeichnung <${tag}> nimmt kein Empfänger an.`),
  )
  if (!isPlaceholder(element.text)) return tags
  return [...tags, verstoss('platzhalter', element, `${element.name} enthält keinen Text.`)]
}

function checkCharacters(objekt: Gelesen): readonly Verstoss[] {
  return [...walk(objekt)].flatMap((element) =>
    outsideStringLatin(element.text).map((character) =>
      verstoss(
        'zeichen',
        element,
        `Das Zeichen ${codepoint(character)} gehört nicht zu String.Latin.`,
      ),
    ),
  )
}

/** Instants of the same form compare as text. */
function checkChangeDate(objekt: Gelesen, erstellt: string): readonly Verstoss[] {
  const version = child(objekt, 'versionsinformation')
  const changed = version && child(version, 'geaendertDatumZeit')
  if (!changed || Date.parse(changed.text) <= Date.parse(erstellt)) return []
  return [
    verstoss(
      'geaendert-nach-erstellung',
      changed,
      `${changed.text} liegt nach der Erstellung ${erstellt}.`,
    ),
  ]
}

function moduleCodes(objekt: Gelesen): readonly Gelesen[] {
  return children(objekt, 'modulText').flatMap((modul) => {
    const kind = child(modul, 'leikaTextmodul')
    return (kind && child(kind, 'code')) ?? []
  })
}

function languageOf(element: Gelesen): string {
  return element.attribute['languageCode'] ?? child(element, 'languageCode')?.text ?? ''
}

/** Those whose key an earlier one has. */
function repeated(
  elements: readonly Gelesen[],
  keyOf: (element: Gelesen) => string,
): readonly Gelesen[] {
  const seen = new Set<string>()
  return elements.filter((element) => seen.size === seen.add(keyOf(element)).size)
}

function codepoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function verstoss(regel: Regel, { zeile }: Gelesen, meldung: string): Verstoss {
  return { regel, zeile, meldung }
}
