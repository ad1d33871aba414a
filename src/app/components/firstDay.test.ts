import { describe, expect, it } from 'vitest'
import { bestimmt, chronikWith, geplant, verkuendung } from '../../../tests/support/factories.ts'
import { firstDay } from './firstDay.ts'

const chronik = chronikWith(
  verkuendung(bestimmt('2027-01-15', 'januar')),
  verkuendung(geplant('2027-04-01', 'april')),
)

describe('the first day of a text', () => {
  it.each([
    ['a fixed day', { art: 'tag', tag: '2027-02-01' }, '2027-02-01'],
    ['its Zeitgrenze', { art: 'zeitgrenze', zeitgrenze: 'januar' }, '2027-01-15'],
    ['its Zeitgrenze, fetched', { art: 'zeitgrenze', zeitgrenze: { id: 'januar' } }, '2027-01-15'],
    ['days after it', { art: 'zeitgrenze', zeitgrenze: 'januar', tage: 14 }, '2027-01-29'],
    [
      'the first of the next month',
      { art: 'zeitgrenze', zeitgrenze: 'januar', versatz: 'erster-des-folgemonats' },
      '2027-02-01',
    ],
  ])('is %s', (_name, beginn, tag) => {
    expect(firstDay({ beginn }, chronik)).toEqual({ art: 'tag', tag })
  })

  it('is unbestimmt while the Zeitgrenze is', () => {
    const beginn = { art: 'zeitgrenze', zeitgrenze: 'april' }
    expect(firstDay({ beginn }, chronik)).toEqual({ art: 'unbestimmt' })
  })

  it.each([
    ['nothing', {}],
    ['half of it', { beginn: { art: 'zeitgrenze', zeitgrenze: null } }],
    ['a day that does not exist', { beginn: { art: 'tag', tag: '2027-02-30' } }],
  ])('is open where the document says %s', (_name, doc) => {
    expect(firstDay(doc, chronik)).toEqual({ art: 'offen' })
  })
})
