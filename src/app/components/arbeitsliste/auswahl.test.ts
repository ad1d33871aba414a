import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import type { Entwurf } from '../kalender/pultstand.ts'
import { entwurfsaufgaben, offeneBefunde, redaktionswahl, type Listenbefund } from './auswahl.ts'

const ALLE = { redaktionen: 'alle', mayChoose: true } as const
const HEUTE = day('2026-11-24')

describe('whose work is shown', () => {
  it.each([
    ['a Kommunalredaktion: its own', 'kommunalredaktion', ['s'], undefined, ['s']],
    ['a Kommunalredaktion that asks for all: its own', 'kommunalredaktion', ['s'], 'alle', ['s']],
    ['a Kommunalredaktion without a team: nothing', 'kommunalredaktion', [], undefined, []],
    ['the Landesredaktion: its own', 'landesredaktion', ['l'], undefined, ['l']],
    ['the Landesredaktion that asks for all', 'landesredaktion', ['l'], 'alle', 'alle'],
    ['the Landesredaktion that asks for a town', 'landesredaktion', ['l'], 's', ['s']],
    ['an Administration without a team: all', 'administration', [], undefined, 'alle'],
  ])('%s', (_name, rolle, own, wanted, expected) => {
    expect(redaktionswahl(rolle, own, wanted).redaktionen).toEqual(expected)
  })
})

describe('the findings shown', () => {
  const befund = (schluessel: string, differences: Partial<Listenbefund> = {}): Listenbefund => ({
    schluessel,
    schwere: 'fehler',
    seit: day('2027-01-01'),
    redaktionId: 's',
    name: 'Hund anmelden – Schwerin',
    text: 'Bitte …',
    ziel: '/admin',
    ...differences,
  })
  const keys = (...args: Parameters<typeof offeneBefunde>) =>
    offeneBefunde(...args).map(({ schluessel }) => schluessel)

  it('are worst first: a Fehler of tomorrow before a Warnung of today', () => {
    const now = [
      befund('c', { schwere: 'warnung', seit: HEUTE }),
      befund('b', { seit: day('2027-02-01') }),
      befund('a'),
    ]
    expect(keys(now, [befund('d', { schwere: 'warnung' })], new Set(), ALLE)).toEqual([
      'a',
      'b',
      'c',
      'd',
    ])
  })

  it('are not the overruled, not those of others, and each once', () => {
    const schwerin = { redaktionen: ['s'], mayChoose: false }
    const now = [
      befund('a'),
      befund('b', { redaktionId: 'r' }),
      befund('c'),
      befund('d', { redaktionId: null }),
    ]
    expect(keys(now, [befund('a')], new Set(['c']), schwerin)).toEqual(['a'])
    expect(keys(now, [], new Set(['c']), ALLE)).toEqual(['a', 'b', 'd'])
  })
})

describe('the drafts shown', () => {
  const entwurf = (id: string, ab: string | null): Entwurf => ({
    id,
    titel: id,
    redaktionId: 's',
    variantVon: null,
    beginn: null,
    ende: null,
    ab: ab === null ? null : day(ab),
    bis: null,
  })

  it('are those of a failed law, then those whose day has passed, then those to come', () => {
    const drafts = [
      entwurf('spaeter', '2027-02-01'),
      entwurf('morgen', '2026-11-25'),
      entwurf('ohne-tag', null),
      entwurf('kopie', null),
      entwurf('heute', '2026-11-24'),
      entwurf('gestern', '2026-11-23'),
    ]
    const found = entwurfsaufgaben(drafts, new Set(['kopie', 'spaeter']), HEUTE, ALLE)
    expect(found.map(({ id, anlass }) => `${id} ${anlass}`)).toEqual([
      'kopie absage',
      'gestern verstrichen',
      'heute verstrichen',
      'morgen kommt',
      'spaeter kommt',
    ])
  })

  it('are not those of others', () => {
    const others = { redaktionen: ['r'], mayChoose: false }
    expect(entwurfsaufgaben([entwurf('morgen', '2026-11-25')], new Set(), HEUTE, others)).toEqual(
      [],
    )
  })
})
