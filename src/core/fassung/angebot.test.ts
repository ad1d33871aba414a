import { describe, expect, it } from 'vitest'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  bestimmt,
  chronikWith,
  gespeichertesAngebot,
  grundbestand,
  verkuendung,
} from '../../../tests/support/factories.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { angebotIn, pruefeAngebot, type Angebot } from './angebot.ts'

const ORT = { ebene: 'gemeinde', gebietId: 'gemeinde' } as const

describe('angebotIn', () => {
  it('is ungeklaert where nobody has said anything', () => {
    expect(answerOn([], 'gemeinde')).toBe('ungeklaert')
    expect(answerOn([gespeichertesAngebot()], 'stadt')).toBe('ungeklaert')
    expect(answerOn([gespeichertesAngebot({ leistungId: 'reisepass' })], 'amt')).toBe('ungeklaert')
  })

  it('an Amt answers for its Gemeinden, and one of them differs', () => {
    const said = [
      gespeichertesAngebot(),
      gespeichertesAngebot({ id: 'ort', ...ORT, antwort: 'ja', satz: null, stattdessen: null }),
    ]
    expect(answerOn(said, 'nachbarin')).toBe('nein')
    expect(answerOn(said, 'gemeinde')).toBe('ja')
    expect(answerOn(said.toReversed(), 'gemeinde')).toBe('ja')
  })

  it('a Gemeinde that is still thinking says so', () => {
    const said = [
      gespeichertesAngebot(),
      gespeichertesAngebot({ id: 'o', ...ORT, antwort: 'ungeklaert' }),
    ]
    expect(answerOn(said, 'gemeinde')).toBe('ungeklaert')
  })

  it('a kreisfreie Stadt answers as Gemeinde before it answers as Kreis', () => {
    const stadt = { gebietId: 'stadt' } as const
    const said = [
      gespeichertesAngebot({ id: 'g', ebene: 'gemeinde', ...stadt, antwort: 'ja' }),
      gespeichertesAngebot({ id: 'k', ebene: 'kreis', ...stadt }),
    ]
    expect(answerOn(said, 'stadt')).toBe('ja')
  })

  it('a Gemeinde does not answer in the name of the Land', () => {
    const arrogant = gespeichertesAngebot({ ebene: 'land', gebietId: 'amt' })
    expect(answerOn([arrogant], 'gemeinde')).toBe('ungeklaert')
  })

  it('follows its law: what is offered until the day of the law is no longer offered then', () => {
    const said = [
      verkuendung(bestimmt('2027-01-01')),
      gespeichertesAngebot({ antwort: 'ja', satz: null, stattdessen: null }),
      gespeichertesAngebot({}, anZeitgrenze('zeitgrenze')),
    ]
    expect(answerOn(said, 'amt', '2026-12-31')).toBe('ja')
    expect(answerOn(said, 'amt', '2027-01-01')).toBe('nein')
  })

  it('ends on its own day', () => {
    const said = [gespeichertesAngebot({}, am('2026-01-01'), am('2027-01-01'))]
    expect(answerOn(said, 'amt', '2026-12-31')).toBe('nein')
    expect(answerOn(said, 'amt', '2027-01-01')).toBe('ungeklaert')
  })
})

describe('pruefeAngebot', () => {
  const nein: Angebot = {
    id: 'a',
    leistungId: 'personalausweis',
    ebene: 'amt',
    gebietId: 'amt',
    antwort: 'nein',
    satz: 'Das bieten wir nicht an.',
    stattdessen: { text: 'Bitte gehen Sie zum Landkreis.', link: null },
    redaktionId: 'amtsredaktion',
  }

  it.each([
    ['nein with a sentence and where to go', {}, []],
    ['nein without a sentence', { satz: '  ' }, ['angebot-lacks-sentence']],
    ['nein without where to go', { stattdessen: null }, ['angebot-lacks-alternative']],
    [
      'nein with a link and no words',
      { stattdessen: { text: '', link: 'https://example.org' } },
      ['angebot-lacks-alternative'],
    ],
    ['ja', { antwort: 'ja', satz: null, stattdessen: null }, []],
    ['ungeklaert', { antwort: 'ungeklaert', satz: null, stattdessen: null }, []],
  ] as const)('%s', (_name, differences, codes) => {
    expect(pruefeAngebot({ ...nein, ...differences }).map(({ code }) => code)).toEqual(codes)
  })
})

function answerOn(said: readonly Aussage[], gebietId: string, tag = '2027-01-01'): string {
  const chronik = chronikWith([...grundbestand()], ...said)
  const uebersicht = uebersichtOf(snapshotOn(chronik, newestPair(chronik, day(tag))))
  return angebotIn(uebersicht, 'personalausweis', gebietId).antwort
}
