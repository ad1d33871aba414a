import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, day } from '#core/zeit/day.ts'
import { bestimmt, geplant, unbestimmt } from '../../../tests/support/factories.ts'
import { pruefeDaten, type Datenlage } from './reihenfolge.ts'

const gut: Datenlage = {
  rechtsnorm: { beschlossenAm: day('2026-11-30'), verkuendetAm: day('2026-12-31') },
  zeitgrenze: bestimmt('2027-01-01'),
  textbeginne: [{ fassungId: 'hund', tag: day('2027-01-01') }],
}

describe('pruefeDaten', () => {
  it('finds nothing where decision, announcement, law and text follow each other', () => {
    expect(pruefeDaten(gut)).toEqual([])
  })

  it('takes the same day for no breach', () => {
    const rechtsnorm = { beschlossenAm: day('2027-01-01'), verkuendetAm: day('2027-01-01') }
    expect(pruefeDaten({ ...gut, rechtsnorm })).toEqual([])
  })

  it('an announcement on 29 February before the decision on 1 March', () => {
    const rechtsnorm = { beschlossenAm: day('2028-03-01'), verkuendetAm: day('2028-02-29') }
    expect(pruefeDaten({ ...gut, rechtsnorm, zeitgrenze: null })).toEqual([
      {
        art: 'bekanntmachung-vor-beschluss',
        tag: '2028-02-29',
        fruehestens: '2028-03-01',
        fassungIds: [],
      },
    ])
  })

  it('in force on New Year’s Day, announced on 2 January', () => {
    const rechtsnorm = { beschlossenAm: null, verkuendetAm: day('2027-01-02') }
    expect(pruefeDaten({ ...gut, rechtsnorm })).toMatchObject([
      { art: 'inkrafttreten-vor-bekanntmachung', tag: '2027-01-01', fruehestens: '2027-01-02' },
    ])
  })

  it('is none with the legal basis of a rueckwirkend day', () => {
    const rechtsnorm = { beschlossenAm: day('2027-01-02'), verkuendetAm: null }
    expect(pruefeDaten({ ...gut, rechtsnorm })).toMatchObject([
      { art: 'inkrafttreten-vor-beschluss' },
    ])
    const zeitgrenze = { ...bestimmt('2027-01-01'), rueckwirkend: '§ 2 Abs. 5 KAG M-V' }
    expect(pruefeDaten({ ...gut, rechtsnorm, zeitgrenze })).toEqual([])
    const announced = { beschlossenAm: null, verkuendetAm: day('2027-02-01') }
    expect(pruefeDaten({ ...gut, rechtsnorm: announced, zeitgrenze })).toEqual([])
  })

  it('counts an announcement from its completion on', () => {
    const bekanntmachung = { form: 'aushang', vollendetAm: day('2027-01-14') } as const
    const rechtsnorm = { ...gut.rechtsnorm, bekanntmachung }
    expect(pruefeDaten({ ...gut, rechtsnorm })).toMatchObject([
      { art: 'inkrafttreten-vor-bekanntmachung', fruehestens: '2027-01-14' },
    ])
  })

  it('a completion before its announcement', () => {
    const bekanntmachung = { form: 'aushang', vollendetAm: day('2026-12-30') } as const
    const rechtsnorm = { ...gut.rechtsnorm, bekanntmachung }
    expect(pruefeDaten({ ...gut, rechtsnorm })).toMatchObject([
      { art: 'vollendung-vor-bekanntmachung', tag: '2026-12-30', fruehestens: '2026-12-31' },
    ])
  })

  it('texts that begin before the law, one breach for each day', () => {
    const begin = (fassungId: string, tag: string) => ({ fassungId, tag: day(tag) })
    const textbeginne = [
      begin('b', '2026-12-31'),
      begin('a', '2026-12-01'),
      begin('c', '2026-12-31'),
      begin('d', '2027-01-01'),
      begin('e', '2027-01-02'),
    ]
    const inKraft = '2027-01-01'
    expect(pruefeDaten({ ...gut, textbeginne })).toEqual([
      { art: 'text-vor-inkrafttreten', tag: '2026-12-01', fruehestens: inKraft, fassungIds: ['a'] },
      {
        art: 'text-vor-inkrafttreten',
        tag: '2026-12-31',
        fruehestens: inKraft,
        fassungIds: ['b', 'c'],
      },
    ])
    const zeitgrenze = { ...bestimmt(inKraft), rueckwirkend: '§ 2 Abs. 5 KAG M-V' }
    expect(pruefeDaten({ ...gut, textbeginne, zeitgrenze })).toHaveLength(2)
  })

  it('does not compare texts with the end of a law', () => {
    const zeitgrenze = { ...bestimmt('2028-01-01'), art: 'ausserkrafttreten' } as const
    expect(pruefeDaten({ ...gut, zeitgrenze })).toEqual([])
  })

  it('looks at a planned day too, and at none that is unbestimmt', () => {
    const rechtsnorm = { beschlossenAm: day('2027-06-01'), verkuendetAm: null }
    expect(pruefeDaten({ ...gut, rechtsnorm, zeitgrenze: geplant('2027-01-01') })).toHaveLength(1)
    expect(pruefeDaten({ ...gut, rechtsnorm, zeitgrenze: unbestimmt() })).toEqual([])
  })

  it('finds nothing in any days that rise, and something as soon as two of them change places', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 3 }), (abstaende, swapped) => {
        let last = day('2026-01-01')
        const rising = [last, ...abstaende.map((days) => (last = addDays(last, days)))]
        expect(pruefeDaten(lage(rising))).toEqual([])
        const wrong = rising.with(swapped, rising[swapped + 1] ?? last)
        expect(
          pruefeDaten(lage(wrong.with(swapped + 1, rising[swapped] ?? last))).length,
        ).toBeGreaterThan(0)
      }),
    )
  })
})

function lage([beschlossenAm, verkuendetAm, vollendetAm, tag, text]: readonly ReturnType<
  typeof day
>[]): Datenlage {
  const jetzt = day('2026-01-01')
  return {
    rechtsnorm: {
      beschlossenAm: beschlossenAm ?? null,
      verkuendetAm: verkuendetAm ?? null,
      bekanntmachung: { form: 'aushang', vollendetAm: vollendetAm ?? null },
    },
    zeitgrenze: bestimmt(tag ?? jetzt),
    textbeginne: [{ fassungId: 'hund', tag: text ?? jetzt }],
  }
}
