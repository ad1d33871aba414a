import { describe, expect, it } from 'vitest'
import { ROLLEN, type Rolle } from '#core/ablauf/ablauf.ts'
import { darfVertreten } from './vertretung.ts'

describe('a Vertretung makes nobody more than they are', () => {
  // Hand-written: who may represent whom. Everything else is forbidden.
  const may: readonly (readonly [Rolle, Rolle])[] = [
    ['administration', 'administration'],
    ['administration', 'landesredaktion'],
    ['administration', 'kommunalredaktion'],
    ['landesredaktion', 'landesredaktion'],
    ['landesredaktion', 'kommunalredaktion'],
    ['kommunalredaktion', 'kommunalredaktion'],
    ['fachressort', 'fachressort'],
  ]
  it.each(ROLLEN.flatMap((one) => ROLLEN.map((other) => [one, other] as const)))(
    '%s for %s',
    (vertretung, vertretene) => {
      const expected = may.some(([one, other]) => one === vertretung && other === vertretene)
      expect(darfVertreten({ vertretung, vertretene })).toBe(expected)
    },
  )
})
