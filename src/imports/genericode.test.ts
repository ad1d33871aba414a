import { createReadStream, existsSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { satz } from '#core/errors/deutsch.ts'
import type { Problem } from '#core/errors/problems.ts'
import {
  GEMEINDELISTE,
  KREISLISTE,
  LAENDERLISTE,
  ORTSTEIL,
  bytesOf,
  genericode,
  type Zeile,
} from '../../tests/support/genericode.ts'
import { readGenericode } from './genericode.ts'

const ZEILEN: readonly Zeile[] = [
  ['130040000000', 'Schwerin, Landeshauptstadt'],
  ['130765654009', 'Musterdorf'],
]
const LISTE = genericode(ZEILEN)

async function problemsOf(text: string | Uint8Array): Promise<readonly Problem[]> {
  const result = await readGenericode(bytesOf(text))
  return result.ok ? [] : result.problems
}

describe('readGenericode', () => {
  it('reads keys, names, hints and which list it is', async () => {
    const text = genericode([...ZEILEN, ['110010001001', 'Mitte &amp; mehr', ORTSTEIL]])
    expect(await readGenericode(bytesOf(text))).toEqual({
      ok: true,
      value: {
        ebene: 'gemeinde',
        kennung: `${GEMEINDELISTE}_2026-04-30`,
        version: '2026-04-30',
        gueltigAb: '2026-04-01',
        zeilen: [
          { schluessel: '130040000000', name: ZEILEN[0]?.[1], istOrtsteil: false, zeile: 20 },
          { schluessel: '130765654009', name: 'Musterdorf', istOrtsteil: false, zeile: 24 },
          { schluessel: '110010001001', name: 'Mitte & mehr', istOrtsteil: true, zeile: 28 },
        ],
      },
    })
  })

  it.each([
    ['kreis', KREISLISTE, '13076'],
    ['land', LAENDERLISTE, '13'],
  ])('knows the list of each layer: %s', async (ebene, uri, schluessel) => {
    const result = await readGenericode(bytesOf(genericode([[schluessel, 'Name']], { uri })))
    expect(result).toMatchObject({ ok: true, value: { ebene } })
  })

  it('takes the version as first day where the list names none', async () => {
    const result = await readGenericode(
      bytesOf(LISTE.replace(/<x:validFrom>.*<\/x:validFrom>/, '')),
    )
    expect(result).toMatchObject({ ok: true, value: { gueltigAb: '2026-04-30' } })
  })

  it('does not care into which pieces the file falls', async () => {
    const text = genericode([['130765654009', 'Übel, „Löbnitz“ – Straße']])
    const whole = await readGenericode(bytesOf(text, 100_000))
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (size) => {
        expect(await readGenericode(bytesOf(text, size))).toEqual(whole)
      }),
      { numRuns: 20 },
    )
  })

  it('says nothing but a problem for any part of a file that ends too early', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: LISTE.trimEnd().length - 1 }), async (length) => {
        const [first, ...more] = await problemsOf(LISTE.slice(0, length))
        expect(first?.code).toBe('xml-is-malformed')
        expect(first?.stelle).toMatch(/^Zeile \d+$/)
        expect(more).toEqual([])
      }),
    )
  })
})

describe('a file that is not well-formed', () => {
  it.each([
    ['a tag that closes another', LISTE.replace('</Row>', '</Raw>'), 'Zeile 22'],
    ['a bare ampersand', LISTE.replace('Musterdorf', 'Muster & Dorf'), 'Zeile 25'],
    ['an entity that nobody declared', LISTE.replace('Musterdorf', '&dorf;'), 'Zeile 25'],
    [
      'an ampersand that swallows the rest',
      LISTE.replace('Schwerin,', 'Schwerin & ').replaceAll(';', ''),
      'Zeile 21',
    ],
    ['nothing', '', 'Zeile 1'],
    ['no XML', 'SCHLUESSEL;Bezeichnung', 'Zeile 1'],
  ])('%s', async (_name, text, stelle) => {
    expect(await problemsOf(text)).toEqual([{ code: 'xml-is-malformed', stelle }])
  })

  it('in another encoding', async () => {
    const latin1 = Buffer.from(genericode([['130765654009', 'Lübz']]), 'latin1')
    expect(await problemsOf(latin1)).toMatchObject([
      { code: 'xml-is-malformed', stelle: expect.stringContaining('nicht in UTF-8') as string },
    ])
    expect(await problemsOf(LISTE.replace('UTF-8', 'ISO-8859-1'))).toMatchObject([
      { code: 'xml-is-malformed', stelle: 'Zeile 1 (Kodierung „ISO-8859-1“)' },
    ])
  })
})

describe('a file that is no list of areas', () => {
  const doctype =
    '<!DOCTYPE gc:CodeList [<!ENTITY lol "lol"><!ENTITY b "&lol;&lol;">]>\n<gc:CodeList'
  it.each([
    ['another root', '<leistungen/>', 'Zeile 1 (Wurzelelement „leistungen“)'],
    [
      'another namespace',
      LISTE.replace('genericode/1.0/', 'genericode/9/'),
      'Zeile 2 (Wurzelelement „gc:CodeList“)',
    ],
    ['a DOCTYPE', LISTE.replace('<gc:CodeList', doctype), 'Zeile 2 (DOCTYPE ist nicht erlaubt)'],
    [
      'another code list',
      genericode(ZEILEN, { uri: 'urn:xoev-de:anschrifttyp' }),
      'Zeile 18 (Codeliste „urn:xoev-de:anschrifttyp“)',
    ],
    [
      'no column of names',
      LISTE.replace('Id="Bezeichnung"', 'Id="Name"'),
      'Zeile 18 (ohne Spalte „Bezeichnung“)',
    ],
    [
      'another key',
      LISTE.replace('Ref="SCHLUESSEL"', 'Ref="Bezeichnung"'),
      'Zeile 18 („SCHLUESSEL“ ist nicht der Schlüssel)',
    ],
    [
      'a column that is not declared',
      LISTE.replace('ColumnRef="Bezeichnung"', 'ColumnRef="Titel"'),
      'Zeile 21 (Spalte „Titel“)',
    ],
    ['no rows', genericode([]), 'Zeile 21'],
  ])('%s', async (_name, text, stelle) => {
    expect((await problemsOf(text))[0]).toEqual({ code: 'list-is-malformed', stelle })
  })

  it('a first day that does not exist', async () => {
    expect(await problemsOf(genericode(ZEILEN, { gueltigAb: '2026-02-30' }))).toEqual([
      { code: 'day-is-malformed', stelle: 'Zeile 4', angaben: { wert: '2026-02-30' } },
    ])
  })
})

describe('a row that cannot be taken', () => {
  it.each([
    ['too few digits', '13076565400'],
    ['a letter', '13076565400O'],
    ['a key of the list of Kreise', '13076'],
    ['a Land that does not exist', '170765654009'],
    ['nothing', ''],
  ])('a key with %s', async (_name, wert) => {
    expect(await problemsOf(genericode([...ZEILEN, [wert, 'Falschdorf']]))).toEqual([
      { code: 'list-has-wrong-key', stelle: 'Zeile 28', angaben: { wert } },
    ])
  })

  it('a key twice', async () => {
    expect(await problemsOf(genericode([...ZEILEN, ['130765654009', 'Doppeldorf']]))).toEqual([
      {
        code: 'list-has-duplicate-key',
        stelle: 'Zeile 28 (zuerst in Zeile 24)',
        angaben: { wert: '130765654009' },
      },
    ])
  })

  it('no name, and a name that receivers refuse', async () => {
    const text = genericode([
      ['130765654009', ' '],
      ['130765654010', 'Muster☃dorf'],
    ])
    expect(await problemsOf(text)).toEqual([
      { code: 'list-is-malformed', stelle: 'Zeile 20 („130765654009“ ohne Bezeichnung)' },
      {
        code: 'text-is-not-string-latin',
        stelle: 'Zeile 24 (Bezeichnung)',
        angaben: { zeichen: '☃', codepoint: 'U+2603' },
      },
    ])
  })

  it('all of them at once, but no more than twenty', async () => {
    const wrong = Array.from({ length: 30 }, (_, index): Zeile => [String(index), 'Falschdorf'])
    const problems = await problemsOf(genericode(wrong))
    expect(problems).toHaveLength(20)
    expect(problems.map(({ stelle }) => stelle).slice(0, 2)).toEqual(['Zeile 20', 'Zeile 24'])
    expect(satz(problems[0] as Problem)).toBe(
      'Zeile 20: Ein Schlüssel der Liste passt nicht: „0“. Es wurde nichts übernommen. Bitte berichtigen Sie die Zeile.',
    )
  })
})

const DATEN = new URL('../../../shared/data/codelisten/', import.meta.url)

describe.skipIf(!existsSync(DATEN))('the official lists (../shared/data)', () => {
  it.each([
    ['Regionalschluessel_2026-04-30.xml', 'gemeinde', '2026-04-01', 11_227, 283],
    ['Kreis_2026-01-31.xml', 'kreis', '2026-01-01', 518, 117],
    ['Bundesland_2010-04-01.xml', 'land', '2010-04-01', 16, 0],
  ])('%s', async (file, ebene, gueltigAb, rows, ortsteile) => {
    const result = await readGenericode(createReadStream(new URL(file, DATEN)))
    expect(result).toMatchObject({ ok: true, value: { ebene, gueltigAb } })
    const zeilen = result.ok ? result.value.zeilen : []
    expect(zeilen).toHaveLength(rows)
    expect(zeilen.filter(({ istOrtsteil }) => istOrtsteil)).toHaveLength(ortsteile)
  })

  it.each(['Anschrifttyp_2.0.xml', 'Erreichbarkeit_3.xml'])('%s is none of them', async (file) => {
    const result = await readGenericode(createReadStream(new URL(file, DATEN)))
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'list-is-malformed' }] })
  })
})
