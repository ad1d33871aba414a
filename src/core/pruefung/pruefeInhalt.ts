import {
  TEXTMODULE,
  TEXTMODULNAMEN,
  modulLabel,
  type FassungInhalt,
  type Fristauswahl,
  type Kosten,
  type Modulbeitrag,
  type Modulname,
} from '#core/fassung/module.ts'
import type { Ebene } from '#core/gebiet/gebiet.ts'
import type { Befund } from '#core/pruefung/befund.ts'
import { forbiddenTags, isPlaceholder, tagsInPlainText } from '#core/pruefung/html.ts'
import { codepointOf, outsideStringLatin } from '#core/pruefung/stringLatin.ts'
import { checkInternalLinks } from '#core/pruefung/links.ts'

/** What a check is given: the words and the layer that says them. */
export type Pruefling = { readonly inhalt: FassungInhalt; readonly ebene: Ebene }

/** One check of a text before its release. */
export type Pruefung = (pruefling: Pruefling) => readonly Befund[]

/** All release checks; a new one is a file in this folder and a line here. */
const PRUEFUNGEN: readonly Pruefung[] = [
  checkMandatoryModules,
  checkTexts,
  checkDurations,
  checkAmounts,
  checkInternalLinks,
]

/** All findings of all checks. */
export function pruefeInhalt(pruefling: Pruefling): readonly Befund[] {
  return PRUEFUNGEN.flatMap((pruefung) => pruefung(pruefling))
}

/** A Stammtext or Land text needs both names (XZuFi text modules 02 and 03; `domain/pvog.md` T8, T9). */
function checkMandatoryModules({ inhalt, ebene }: Pruefling): readonly Befund[] {
  if (ebene !== 'land' && ebene !== 'bund') return []
  return (['leistungsbezeichnung', 'leistungsbezeichnungII'] as const)
    .filter((name) => inhalt[name]?.modus !== 'ersetzen' || isPlaceholder(inhalt[name].wert.text))
    .map((name) => fehler('module-is-missing', name))
}

function checkTexts({ inhalt }: Pruefling): readonly Befund[] {
  return (Object.keys(inhalt) as Modulname[]).flatMap((name) =>
    textsOf(name, inhalt[name] as Modulbeitrag<unknown>).flatMap((text) => checkText(name, text)),
  )
}

function checkText(name: Modulname, { text, form }: Text): readonly Befund[] {
  const tags = form === 'plain' ? tagsInPlainText(text) : forbiddenTags(text)
  const characters = outsideStringLatin(text)
  return [
    ...tags.map((tag) => fehler('text-has-forbidden-tag', name, { tag })),
    ...characters.map((zeichen) =>
      fehler('text-is-not-string-latin', name, { zeichen, codepoint: codepointOf(zeichen) }),
    ),
    ...(text !== '' && isPlaceholder(text) ? [fehler('text-is-placeholder', name)] : []),
  ]
}

function checkDurations({ inhalt }: Pruefling): readonly Befund[] {
  const fristen = inhalt.frist?.wert.fristen ?? []
  const dauern = inhalt.bearbeitungsdauer?.wert.dauern ?? []
  return [
    ...fristen
      .filter(({ auswahl }) => !fits(auswahl))
      .map(() => fehler('duration-is-malformed', 'frist')),
    ...dauern
      .filter(({ auswahl }) => !fits(auswahl))
      .map(() => fehler('duration-is-malformed', 'bearbeitungsdauer')),
  ]
}

function fits(auswahl: Fristauswahl | null): boolean {
  if (auswahl === null) return true
  if (auswahl.art === 'stichtag')
    return auswahl.von === null || auswahl.bis === null || auswahl.von <= auswahl.bis
  return isPositive(auswahl.dauer) && (auswahl.bis === null || isPositive(auswahl.bis.dauer))
}

function checkAmounts({ inhalt }: Pruefling): readonly Befund[] {
  const kosten = inhalt.kosten?.wert.kosten ?? []
  return kosten
    .filter((position) => !hasAmounts(position))
    .map(() => fehler('amount-is-malformed', 'kosten'))
}

function hasAmounts({ auswahl }: Kosten): boolean {
  switch (auswahl.art) {
    case 'frei':
      return true
    case 'fix':
      return isCent(auswahl.cent)
    case 'variabel': {
      const { vonCent, bisCent } = auswahl
      if (![vonCent, bisCent].every((cent) => cent === null || isCent(cent))) return false
      return vonCent === null || bisCent === null || vonCent <= bisCent
    }
  }
}

function isCent(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0
}

function isPositive(value: number): boolean {
  return Number.isSafeInteger(value) && value > 0
}

function isPlainModule(name: Modulname): boolean {
  return (
    name === 'begriffe' ||
    TEXTMODULNAMEN.some((known) => known === name && TEXTMODULE[known].form === 'plain')
  )
}

type Text = { readonly text: string; readonly form: 'plain' | 'html' }

/** Every text in a module, however deep. Keys, codes and links are no texts of ours. */
function textsOf(name: Modulname, beitrag: Modulbeitrag<unknown>): readonly Text[] {
  return collectTexts(beitrag.wert, null, isPlainModule(name) ? 'plain' : 'html')
}

const TEXT_KEYS: ReadonlySet<string> = new Set(['text', 'bezeichnung', 'begriff', 'titel', 'durch'])
/** Texts here and below hold no markup in any module (`domain/pvog.md` T5). */
const PLAIN_KEYS: ReadonlySet<string> = new Set([
  'bezeichnung',
  'begriff',
  'titel',
  'durch',
  'dauern',
  'auswahl',
])

function collectTexts(value: unknown, key: string | null, form: Text['form']): readonly Text[] {
  if (typeof value === 'string')
    return key !== null && TEXT_KEYS.has(key) ? [{ text: value, form }] : []
  if (Array.isArray(value)) return value.flatMap((item: unknown) => collectTexts(item, key, form))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) =>
    collectTexts(member, name, PLAIN_KEYS.has(name) ? 'plain' : form),
  )
}

function fehler(
  code: Befund['code'],
  modul: Modulname,
  angaben: Readonly<Record<string, string | number>> = {},
): Befund {
  return { schwere: 'fehler', code, modul, angaben: { modul: modulLabel(modul), ...angaben } }
}
