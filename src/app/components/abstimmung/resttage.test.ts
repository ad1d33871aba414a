import { expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { resttage } from './resttage.ts'

it.each([
  ['ten days before the Frist', '2026-11-30', 'noch 10 Tage'],
  ['the day before the Frist', '2026-12-09', 'noch 1 Tag'],
  ['the last day', '2026-12-10', 'bis heute'],
  ['the day after the Frist', '2026-12-11', 'gestern abgelaufen'],
  ['two days after the Frist', '2026-12-12', 'seit 2 Tagen vorbei'],
])('on %s', (_name, heute, expected) => {
  expect(resttage(day(heute), day('2026-12-10'))).toBe(expected)
})
