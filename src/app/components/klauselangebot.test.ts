import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { endsForce, otherDayOf, type Klauselangebot } from './klauselangebot.ts'

const ende = { art: 'tritt-ausser-kraft', tag: day('2027-12-31'), anzahl: null } as const
const LESARTEN: readonly Klauselangebot[] = [
  angebot({ ...ende, lesart: 'erster-tag-ohne' }, '2027-12-31'),
  angebot({ ...ende, lesart: 'letzter-tag-mit' }, '2028-01-01'),
]
const INKRAFT = [
  angebot(
    { art: 'tag-nach-verkuendung', tag: day('2026-12-31'), anzahl: null, lesart: null },
    '2027-01-01',
  ),
]

describe('otherDayOf', () => {
  it.each([
    ['New Year’s Day, as the clause says', '2027-01-01', null],
    ['New Year’s Eve, a day too early', '2026-12-31', '2027-01-01'],
    ['no day yet', null, null],
    ['a day wiped out', '', null],
  ])('%s', (_name, tag, expected) => {
    const form = { art: 'tag-nach-verkuendung', lesart: null, tag }
    expect(otherDayOf(INKRAFT, form)).toBe(expected)
  })

  it.each([
    ['erster-tag-ohne', '2027-12-31', null],
    ['erster-tag-ohne', '2028-01-01', '2027-12-31'],
    ['letzter-tag-mit', '2028-01-01', null],
    ['letzter-tag-mit', '2027-12-31', '2028-01-01'],
    [null, '2027-12-31', null],
  ])('read as %s, with %s in the form', (lesart, tag, expected) => {
    expect(otherDayOf(LESARTEN, { art: 'tritt-ausser-kraft', lesart, tag })).toBe(expected)
  })

  it('is none where the form has no clause, or the proposals are of another one', () => {
    expect(otherDayOf(INKRAFT, { art: null, lesart: null, tag: '2027-02-01' })).toBeNull()
    expect(otherDayOf(INKRAFT, { art: 'mit-ablauf', lesart: null, tag: '2027-02-01' })).toBeNull()
  })
})

describe('endsForce', () => {
  it.each([
    ['mit-ablauf', null, true],
    ['tritt-ausser-kraft', 'inkrafttreten', true],
    ['fester-tag', 'ausserkrafttreten', true],
    ['fester-tag', 'inkrafttreten', false],
    ['tag-nach-verkuendung', 'teilinkrafttreten', false],
  ] as const)('%s of a Zeitgrenze that is %s', (art, zeitgrenzenart, expected) => {
    expect(endsForce(art, zeitgrenzenart)).toBe(expected)
  })
})

function angebot(klausel: Klauselangebot['klausel'], tag: string): Klauselangebot {
  return { klausel, tag: day(tag), wortlaut: 'Test', quelle: 'Test.' }
}
