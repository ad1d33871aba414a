import { describe, expect, it } from 'vitest'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { entwurf, ersetzen, inhalt } from '../../../tests/support/factories.ts'
import { geaenderteModule, gemeinsamesOf, mayLead, schweigemoduleOf } from './abstimmung.ts'

const amGesetz = (tage = 0) => entwurf({ beginn: anZeitgrenze('gesetz', tage) })

describe('what the texts have in common', () => {
  it.each([
    ['one Zeitgrenze', [amGesetz(), amGesetz()], false, null],
    ['one Zeitgrenze with different offsets', [amGesetz(), amGesetz(30)], false, null],
    ['the same with a Schweigefrist', [amGesetz(), amGesetz(30)], true, 'abstimmung-needs-one-day'],
    [
      'a Zeitgrenze and a fixed day',
      [amGesetz(), entwurf({ beginn: festerTag(day('2027-01-01')) })],
      false,
      'abstimmung-needs-one-day',
    ],
    ['one fixed day', [entwurf(), entwurf()], false, null],
    [
      'two layers with a Schweigefrist',
      [entwurf(), entwurf({ ebene: 'gemeinde', gebietId: 'gemeinde' })],
      true,
      'abstimmung-needs-one-layer',
    ],
    ['no text', [], false, 'abstimmung-lacks-texts'],
  ] as const)('%s', (_name, texte, mitSchweigefrist, code) => {
    const result = gemeinsamesOf(texte, mitSchweigefrist)
    expect(result.ok ? null : result.problems[0]?.code).toBe(code)
  })
})

describe('the modules that a text changes', () => {
  it('are those that read otherwise, new ones and those that are gone', () => {
    const vorher = inhalt({ hinweise: ersetzen('<p>Alt.</p>') })
    const nachher = inhalt({ kurztext: ersetzen('<p>Neu.</p>'), teaser: ersetzen('<p>Neu.</p>') })
    expect(geaenderteModule(vorher, nachher)).toEqual(['kurztext', 'teaser', 'hinweise'])
    expect(geaenderteModule(vorher, vorher)).toEqual([])
  })

  it('are silenced as chosen, never what belongs to self-government', () => {
    const changed = ['kurztext', 'kosten', 'zustaendigeStelle', 'hinweise'] as const
    expect(schweigemoduleOf(changed, null)).toEqual(['kurztext', 'hinweise'])
    expect(schweigemoduleOf(changed, ['kurztext', 'kosten'])).toEqual(['kurztext'])
    expect(schweigemoduleOf(changed, [])).toEqual([])
  })
})

it.each([
  ['the Land its own', 'landesredaktion', true, false, true],
  ['the Land a foreign one', 'landesredaktion', false, false, true],
  ['the Land a foreign one under Embargo', 'landesredaktion', false, true, false],
  ['the Administration one under Embargo', 'administration', false, true, false],
  ['a Kommune its own', 'kommunalredaktion', true, true, true],
  ['a Kommune a foreign one', 'kommunalredaktion', false, false, false],
  ['a Fachressort its own', 'fachressort', true, false, false],
] as const)('%s is led or not', (_name, rolle, istEigene, embargo, expected) => {
  expect(mayLead(rolle, istEigene, embargo)).toBe(expected)
})
