import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import {
  einladungen,
  erinnerungenVonHand,
  erinnerungstag,
  faelligeErinnerungen,
  schlussnachrichten,
} from './nachrichten.ts'

const ABSTIMMUNG = {
  id: 'a',
  titel: 'Neues Hundegesetz',
  // Thursday.
  frist: day('2026-12-10'),
  erinnerungTage: 3,
  embargo: false,
  schweigefristTage: 0,
  fassungIds: ['hund'],
  zustand: 'offen',
} as const
const SCHULDNER = [{ redaktionId: 'schwerin', ohneStimme: ['hund'], aufFrueheremStand: [] }]

describe('reminders', () => {
  it('begin three working days before the Frist: a weekend is none', () => {
    expect(erinnerungstag(ABSTIMMUNG)).toBe('2026-12-07')
    expect(erinnerungstag({ ...ABSTIMMUNG, frist: day('2026-12-08') })).toBe('2026-12-03')
  })

  it.each([
    ['the day before they begin', '2026-12-06', 0],
    ['the day on which they begin', '2026-12-07', 1],
    ['the last day of the Frist', '2026-12-10', 1],
    ['the day after the Frist', '2026-12-11', 0],
  ])('on %s', (_name, heute, count) => {
    expect(faelligeErinnerungen(ABSTIMMUNG, SCHULDNER, day(heute))).toHaveLength(count)
  })

  it('are not due when it has ended', () => {
    const ended = { ...ABSTIMMUNG, zustand: 'beendet' } as const
    expect(faelligeErinnerungen(ended, SCHULDNER, day('2026-12-09'))).toEqual([])
  })

  it('have one key as long as the Frist is the same', () => {
    const keyOn = (tag: string, abstimmung = ABSTIMMUNG): string | undefined =>
      faelligeErinnerungen(abstimmung, SCHULDNER, day(tag))[0]?.schluessel
    expect(keyOn('2026-12-07')).toBe(keyOn('2026-12-09'))
    const later = { ...ABSTIMMUNG, frist: day('2026-12-11') } as unknown as typeof ABSTIMMUNG
    expect(keyOn('2026-12-09', later)).not.toBe(keyOn('2026-12-09'))
    const byHand = (tag: string) => erinnerungenVonHand(ABSTIMMUNG, SCHULDNER, day(tag))
    expect(byHand('2026-11-24')).toEqual(byHand('2026-11-24'))
    expect(byHand('2026-11-25')).not.toEqual(byHand('2026-11-24'))
  })
})

it('under Embargo no message names what it is about', () => {
  const secret = { ...ABSTIMMUNG, titel: 'Quaxelgesetz', embargo: true }
  const said = [
    ...einladungen(secret, ['schwerin']),
    ...erinnerungenVonHand(secret, SCHULDNER, day('2026-11-24')),
    ...schlussnachrichten(secret, ['schwerin'], { abgebrochenWeil: 'Quaxelgesetz vertagt' }),
    ...schlussnachrichten(secret, ['schwerin'], { ausgang: 'einwaende' }),
  ]
  expect(said).toHaveLength(4)
  expect(JSON.stringify(said)).not.toContain('Quaxel')
})
