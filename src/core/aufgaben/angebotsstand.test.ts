import { describe, expect, it } from 'vitest'
import type { Angebot } from '#core/fassung/angebot.ts'
import { newestPair } from '#core/log/snapshot.ts'
import { uebersichtOn } from '#core/log/uebersichtOn.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  AMT,
  GEMEINDE,
  am,
  chronikWith,
  freigabe,
  freigegeben,
  gespeicherteLeistung,
  grundbestand,
  leistung,
} from '../../../tests/support/factories.ts'
import { angebotsaufgabe, angebotszeilen, filterZeilen, fortschrittOf } from './angebotsstand.ts'

const passport = leistung({ id: 'reisepass', name: 'Ärztliche Bescheinigung' })

function angebot(differences: Partial<Angebot> = {}): Aussage {
  const wert: Angebot = {
    id: `angebot-${differences.gebietId ?? 'amt'}`,
    leistungId: 'personalausweis',
    ebene: 'amt',
    gebietId: 'amt',
    antwort: 'ja',
    satz: null,
    stattdessen: null,
    redaktionId: 'r-amt',
    ...differences,
  }
  const beginn = festerTag(day('2026-10-01'))
  const objekt = { id: wert.id, beginn, ende: null, art: 'angebot', wert } as const
  return { klasse: 'objekt', objekt, pult: null }
}

function zeilen(gebietId: string, tag: string, ...said: readonly Aussage[]) {
  const chronik = chronikWith(
    grundbestand(),
    gespeicherteLeistung(passport),
    freigabe(freigegeben()),
    freigabe(freigegeben({ id: 'pass', leistungId: 'reisepass', beginn: am('2027-02-01') })),
    // What a Gemeinde writes by itself needs no question.
    freigabe(
      freigegeben({
        id: 'eigen',
        leistungId: 'personalausweis',
        ebene: 'gemeinde',
        gebietId: 'nachbarin',
      }),
    ),
    ...said,
  )
  const uebersicht = uebersichtOn(chronik, newestPair(chronik, day(tag)))
  return angebotszeilen(chronik, uebersicht, gebietId).map(
    ({ leistungId, antwort }) => `${leistungId} ${antwort}`,
  )
}

describe('"Bieten wir das an?"', () => {
  it.each([
    ['the day before the text of the Land', '2026-12-31', []],
    ['the day of its text', '2027-01-01', ['personalausweis ungeklaert']],
    [
      'the day of a second one, by name, umlauts as their letters',
      '2027-02-01',
      ['reisepass ungeklaert', 'personalausweis ungeklaert'],
    ],
  ])('is asked on %s', (_name, tag, expected) => {
    expect(zeilen('gemeinde', tag)).toEqual(expected)
  })

  it('is answered by an Amt for its Gemeinden, and by one of them otherwise', () => {
    const other = angebot({ gebietId: 'gemeinde', ebene: 'gemeinde', antwort: 'nein' })
    expect(zeilen('gemeinde', '2027-01-01', angebot())).toEqual(['personalausweis ja'])
    expect(zeilen('gemeinde', '2027-01-01', angebot(), other)).toEqual(['personalausweis nein'])
    expect(zeilen('amt', '2027-01-01', angebot(), other)).toEqual(['personalausweis ja'])
  })
})

describe('the filter', () => {
  const zeilen = [
    { leistungId: 'a', name: 'Ärztliche Bescheinigung', antwort: 'ja', angebot: null },
    { leistungId: 'b', name: 'Straßenreinigung', antwort: 'ungeklaert', angebot: null },
  ] as const

  it.each([
    ['nothing asked: all', '', null, ['a', 'b']],
    ['umlauts and ß as their letters', 'STRASSEN', null, ['b']],
    ['what is open', '', 'ungeklaert', ['b']],
    ['both', 'arzt', 'ungeklaert', []],
  ] as const)('%s', (_name, q, antwort, expected) => {
    expect(filterZeilen(zeilen, { q, antwort }).map(({ leistungId }) => leistungId)).toEqual(
      expected,
    )
  })
})

describe('the task', () => {
  it('is one for all open answers, and none where all are given', () => {
    expect(angebotsaufgabe(AMT, 'r-amt', { gesamt: 412, geklaert: 37 })).toMatchObject({
      anzahl: 375,
      bis: null,
      satz: expect.stringContaining('375 Leistungen sind noch ungeklärt (37 von 412 geklärt)'),
    })
    expect(angebotsaufgabe(GEMEINDE, 'r', { gesamt: 3, geklaert: 3 })).toBeNull()
    const ja = { antwort: 'ja', angebot: null } as const
    expect(fortschrittOf([ja, { ...ja, antwort: 'ungeklaert' }])).toEqual({
      gesamt: 2,
      geklaert: 1,
    })
  })
})
