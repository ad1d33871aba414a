import { problem, type Problem } from '#core/errors/problems.ts'
import { isPlaceholder, tagsInPlainText } from '#core/pruefung/html.ts'
import { leadsSomewhere } from '#core/pruefung/links.ts'
import { codepointOf, outsideStringLatin } from '#core/pruefung/stringLatin.ts'

/**
 * What stands in the way of an office, a service, an area … leaving the house: one wrong name would stop the delivery
 * of the whole Land. All strings of the value are looked at, however deep; the place is the field. Problems:
 * `text-is-not-string-latin`, `text-has-forbidden-tag`, `text-is-missing`, `text-is-placeholder`, `link-is-malformed`.
 */
export function pruefeObjekt(wert: object): readonly Problem[] {
  return stringsOf(wert, '').flatMap(({ feld, text, kanal }) => {
    const stelle = FELDER[feld] ?? feld
    return [
      ...outsideStringLatin(text).map((zeichen) =>
        problem('text-is-not-string-latin', stelle, { zeichen, codepoint: codepointOf(zeichen) }),
      ),
      ...tagsInPlainText(text).map((tag) => problem('text-has-forbidden-tag', stelle, { tag })),
      ...(NAMES.has(feld) ? checkName(text, stelle) : []),
      ...(isLink(feld, kanal) && !leadsSomewhere(text)
        ? [problem('link-is-malformed', stelle, { wert: text })]
        : []),
    ]
  })
}

/** A string of the value, its field, and the channel of its row where it has one. */
type Feldtext = { readonly feld: string; readonly text: string; readonly kanal: unknown }

function stringsOf(value: unknown, feld: string, kanal?: unknown): readonly Feldtext[] {
  if (typeof value === 'string') return [{ feld, text: value, kanal }]
  if (Array.isArray(value)) return value.flatMap((item: unknown) => stringsOf(item, feld))
  if (typeof value !== 'object' || value === null) return []
  const row = value as Readonly<Record<string, unknown>>
  return Object.entries(row).flatMap(([name, member]) => stringsOf(member, name, row['kanal']))
}

function checkName(text: string, stelle: string): readonly Problem[] {
  if (text.trim() === '') return [problem('text-is-missing', stelle)]
  return isPlaceholder(text) ? [problem('text-is-placeholder', stelle)] : []
}

/** Code `09` of `urn:de:xoev:codeliste:erreichbarkeit`. */
const WEB = '09'

function isLink(feld: string, kanal: unknown): boolean {
  return LINKS.has(feld) || (feld === 'kennung' && kanal === WEB)
}

const LINKS: ReadonlySet<string> = new Set(['url', 'webseite', 'terminlink', 'uri', 'link'])
/** Whoever has these must say something in them; Payload takes blanks for a text. */
const NAMES: ReadonlySet<string> = new Set(['name', 'bezeichnung', 'titel', 'plz', 'ort'])

/** The fields as the desk calls them. */
const FELDER: Readonly<Record<string, string | undefined>> = {
  abkuerzung: 'Abkürzung',
  anlass: 'Anlass',
  beschreibung: 'Beschreibung',
  bezeichnung: 'Bezeichnung',
  fundstelle: 'Fundstelle',
  grund: 'Grund',
  hausnummer: 'Hausnummer',
  hinweis: 'Hinweis',
  id: 'Kennung',
  kennung: 'Nummer oder Adresse',
  kurzbeschreibung: 'Kurzbeschreibung',
  kurztitel: 'Kurztitel',
  lagen: 'Lagen',
  link: 'Link',
  name: 'Name',
  ort: 'Ort',
  plz: 'Postleitzahl',
  postfach: 'Postfach',
  satz: 'Satz für die Bürgerinnen und Bürger',
  sdg: 'SDG-Informationsbereiche',
  strasse: 'Straße',
  text: 'Wohin stattdessen',
  terminlink: 'Link zur Terminvergabe',
  titel: 'Titel',
  url: 'Adresse',
  webseite: 'Webseite',
  zeitenHinweis: 'Hinweis zu den Zeiten',
  zusatz: 'Zusatz',
}
