import { describe, expect, it } from 'vitest'
import { checkLieferzielAngaben } from './lieferziel.ts'

describe('checkLieferzielAngaben', () => {
  it.each([
    '0 0 * * *',
    '30 3 * * *',
    '*/15 * * * *',
    '0 4-20 * * 1-5',
    '0 6,12,18 * * *',
    '0 12 1 1,7 *',
    '  0  5 * * 0 ',
    '0 */2 * * *',
  ])('takes the schedule %s', (zeitplan) => {
    expect(codesOf(zeitplan, 'pvog')).toEqual([])
  })

  it.each([
    ['no hour between 2 and 3, which a change of clocks skips or repeats', '30 2 * * *'],
    ['nor written with two digits', '30 02 * * *'],
    ['nor among others', '0 14,2 * * *'],
    ['four fields', '0 5 * *'],
    ['six fields', '0 0 5 * * *'],
    ['minute 60', '60 5 * * *'],
    ['hour 24', '0 24 * * *'],
    ['day 0', '0 5 0 * *'],
    ['month 13', '0 5 * 13 *'],
    ['weekday 8', '0 5 * * 8'],
    ['a step of nothing', '*/0 5 * * *'],
    ['words', 'jede Nacht um drei Uhr'],
    ['nothing', ''],
  ])('refuses a schedule: %s', (_name, zeitplan) => {
    expect(codesOf(zeitplan, 'pvog')).toEqual(['cron-is-malformed'])
  })

  it.each(['pvog', 'wissensmanagement-115', '1'])('takes the folder %s', (verzeichnis) => {
    expect(codesOf('0 5 * * *', verzeichnis)).toEqual([])
  })

  it.each(['', '.', '..', '../etc', '/etc', 'a/b', 'PVOG', 'a b', '-a', 'ä', 'a'.repeat(64)])(
    'refuses the folder %s',
    (verzeichnis) => {
      expect(codesOf('0 5 * * *', verzeichnis)).toEqual(['target-is-malformed'])
    },
  )

  it('names both at once', () => {
    expect(codesOf('', '')).toEqual(['cron-is-malformed', 'target-is-malformed'])
  })
})

function codesOf(zeitplan: string, verzeichnis: string): readonly string[] {
  const result = checkLieferzielAngaben({ zeitplan, verzeichnis })
  return result.ok ? [] : result.problems.map(({ code }) => code)
}
