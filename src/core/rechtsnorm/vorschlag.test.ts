import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { rechtsnorm } from '../../../tests/support/factories.ts'
import type { Fristregel } from './fristregel.ts'
import { vorschlaegeFor, vorschlagFor } from './vorschlag.ts'

const OHNE = { art: null, tag: null, anzahl: null, lesart: null }
const BUNDESREGEL: Fristregel = {
  normgeber: 'bund',
  gebietId: null,
  klausel: { art: 'tage-nach-ausgabe', tage: 14 },
  bekanntmachungsform: null,
  aushangtage: null,
  quelle: 'Art. 82 Abs. 2 Satz 2 GG',
}
const AUSHANG: Fristregel = {
  normgeber: 'kommune',
  gebietId: 'gemeinde',
  klausel: { art: 'tag-nach-verkuendung' },
  bekanntmachungsform: 'aushang',
  aushangtage: 14,
  quelle: '§ 5 Abs. 4 KV M-V',
}
const gesetz = rechtsnorm({ normgeber: 'bund', verkuendetAm: day('2026-12-18') })
const satzung = rechtsnorm({ normgeber: 'kommune', verkuendetAm: day('2026-12-17') })

describe('vorschlagFor', () => {
  it('a federal law issued on 18 December: New Year’s Day', () => {
    expect(vorschlagFor(gesetz, BUNDESREGEL)).toEqual({
      ok: true,
      value: {
        klausel: { art: 'tage-nach-ausgabe', tage: 14, bezugstag: '2026-12-18' },
        tag: '2027-01-01',
        wortlaut: 'Am 14. Tag nach Ablauf des Ausgabetages',
        quelle: 'Art. 82 Abs. 2 Satz 2 GG. Ausgegeben am 18. Dezember 2026.',
      },
    })
  })

  it('a Satzung hung up on 17 December for 14 days: the day after New Year’s Eve', () => {
    expect(vorschlagFor(satzung, AUSHANG)).toEqual({
      ok: true,
      value: {
        klausel: { art: 'tag-nach-verkuendung', bezugstag: '2026-12-31' },
        tag: '2027-01-01',
        wortlaut: 'Am Tag nach der Bekanntmachung',
        quelle:
          '§ 5 Abs. 4 KV M-V. Bekannt gemacht durch Aushang seit dem 17. Dezember 2026, vollendet mit Ablauf des 31. Dezember 2026 (§§ 187, 188 BGB).',
      },
    })
  })

  it('says when an editor recorded the completion', () => {
    const bekanntmachung = { form: 'internet', vollendetAm: day('2028-02-28') } as const
    expect(vorschlagFor({ ...satzung, bekanntmachung }, AUSHANG)).toMatchObject({
      value: {
        tag: '2028-02-29',
        quelle: '§ 5 Abs. 4 KV M-V. Bekannt gemacht im Internet, vollendet am 28. Februar 2028.',
      },
    })
  })

  it('does not propose what no rule says', () => {
    expect(vorschlagFor(gesetz, null)).toMatchObject({
      problems: [{ code: 'fristregel-is-missing' }],
    })
  })
})

describe('vorschlaegeFor', () => {
  it('without a clause is what the rule proposes', () => {
    const [byRule] = valuesOf(vorschlaegeFor(gesetz, BUNDESREGEL, OHNE))
    expect(vorschlagFor(gesetz, BUNDESREGEL)).toEqual({ ok: true, value: byRule })
  })

  it('keeps the source of the rule for what was taken over from it', () => {
    const taken = { ...OHNE, art: 'tage-nach-ausgabe', tag: '2026-12-18', anzahl: 14 }
    const byRule = vorschlaegeFor(gesetz, BUNDESREGEL, OHNE)
    expect(vorschlaegeFor(gesetz, BUNDESREGEL, taken)).toEqual(byRule)
    const other = { ...taken, anzahl: 15 }
    expect(vorschlaegeFor(gesetz, BUNDESREGEL, other)).toMatchObject({
      value: [{ tag: '2027-01-02', quelle: '§ 187 Abs. 1 BGB: Der Ausgabetag zählt nicht mit.' }],
    })
  })

  it('offers both readings of "tritt am 31. Dezember 2027 außer Kraft"', () => {
    const angaben = { ...OHNE, art: 'tritt-ausser-kraft', tag: '2027-12-31' }
    expect(valuesOf(vorschlaegeFor(gesetz, null, angaben))).toMatchObject([
      {
        tag: '2027-12-31',
        klausel: { lesart: 'erster-tag-ohne' },
        wortlaut: 'Tritt am 31. Dezember 2027 außer Kraft',
        quelle: 'Lesart: Der genannte Tag ist der erste ohne Geltung.',
      },
      {
        tag: '2028-01-01',
        klausel: { lesart: 'letzter-tag-mit' },
        quelle: 'Lesart: Der genannte Tag ist der letzte mit Geltung.',
      },
    ])
    const chosen = { ...angaben, lesart: 'letzter-tag-mit' }
    expect(valuesOf(vorschlaegeFor(gesetz, null, chosen)).map(({ tag }) => tag)).toEqual([
      '2028-01-01',
    ])
  })

  it('counts from the completed announcement where no day is entered, else from the day entered', () => {
    const angaben = { ...OHNE, art: 'monate-nach-verkuendung', anzahl: 2 }
    expect(valuesOf(vorschlaegeFor(satzung, AUSHANG, angaben))).toMatchObject([
      { tag: '2027-02-28', wortlaut: '2 Monate nach der Bekanntmachung' },
    ])
    expect(
      valuesOf(vorschlaegeFor(satzung, AUSHANG, { ...angaben, tag: '2027-12-29' })),
    ).toMatchObject([{ tag: '2028-02-29' }])
  })

  it.each([
    ['an ending clause does not take the day of the announcement', { art: 'mit-ablauf' }],
    ['neither does a fixed day', { art: 'fester-tag' }],
    ['nor both readings without a day', { art: 'tritt-ausser-kraft' }],
    ['a wrong day is no day left open', { art: 'tag-nach-verkuendung', tag: '2027-02-30' }],
    ['a number is missing', { art: 'tage-nach-ausgabe' }],
  ])('%s', (_name, angaben) => {
    expect(vorschlaegeFor(gesetz, BUNDESREGEL, { ...OHNE, ...angaben })).toMatchObject({
      problems: [{ code: 'clause-is-malformed' }],
    })
  })

  it.each([
    ['fester-tag', 'Am 29. Februar 2028', '2028-02-29'],
    ['tag-nach-verkuendung', 'Am Tag nach der Verkündung', '2028-03-01'],
    [
      'erster-des-folgemonats',
      'Am ersten Tag des auf die Verkündung folgenden Monats',
      '2028-03-01',
    ],
    [
      'erster-des-folgequartals',
      'Am ersten Tag des auf die Verkündung folgenden Quartals',
      '2028-04-01',
    ],
    ['monate-nach-verkuendung', 'Einen Monat nach der Verkündung', '2028-03-29'],
    ['tage-nach-ausgabe', 'Am 1. Tag nach Ablauf des Ausgabetages', '2028-03-01'],
    ['mit-ablauf', 'Mit Ablauf des 29. Februar 2028', '2028-03-01'],
  ])('%s of 29 February 2028', (art, wortlaut, tag) => {
    const angaben = { art, tag: '2028-02-29', anzahl: 1, lesart: null }
    expect(valuesOf(vorschlaegeFor(gesetz, null, angaben))).toMatchObject([{ tag, wortlaut }])
  })
})

function valuesOf(result: ReturnType<typeof vorschlaegeFor>) {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}
