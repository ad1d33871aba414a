import { describe, expect, it } from 'vitest'
import { de } from '@payloadcms/translations/languages/de'
import { deutsch } from '#collections/deutsch.ts'

const DU = /\b(du|dein\w*|dich|dir|euch|euer\w*|eure\w*)\b/i
/** What gives a sentence away that never says "du". */
const VERBS =
  /(?<!\p{L})(erstelle|bist|hast|kannst|musst|möchtest|willst|gib|klicke|wähle|versuche|überprüfe|prüfe|sieh|verwende|lade|melde|bestätige|drücke|beginne zu)(?!\p{L})/iu

const payloads = sentencesOf(de.translations)
const ours = sentencesOf(deutsch)
const shown = new Map([...payloads, ...ours])

describe('the German of the admin', () => {
  it('says "Sie" everywhere', () => {
    const familiar = [...shown].filter(([, text]) => DU.test(text) || VERBS.test(text))
    expect(familiar).toEqual([])
  })

  it('would say "du" without our sentences', () => {
    expect([...payloads].filter(([, text]) => DU.test(text)).length).toBeGreaterThan(40)
  })

  it('replaces only sentences that Payload has', () => {
    expect([...ours.keys()].filter((key) => !payloads.has(key))).toEqual([])
  })

  it('keeps all that Payload puts into its sentences', () => {
    const lost = [...ours].filter(
      ([key, text]) => placeholdersOf(text).join() !== placeholdersOf(payloads.get(key)).join(),
    )
    expect(lost).toEqual([])
  })
})

/** Every sentence under its key, such as `general:aboutToDelete`. */
function sentencesOf(translations: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(translations).flatMap(([name, value]: [string, unknown]) => {
      const key = prefix === '' ? name : `${prefix}:${name}`
      if (typeof value === 'string') return [[key, value] as const]
      return [...sentencesOf(value as object, key)]
    }),
  )
}

function placeholdersOf(text = ''): readonly string[] {
  return [...new Set(text.match(/\{\{\w+\}\}|<\d>/g))].sort()
}
