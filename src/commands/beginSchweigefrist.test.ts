import { describe, expect, it } from 'vitest'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { schichtenIn, uebersichtOf } from '#core/log/uebersicht.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  abgesagt,
  am,
  bestimmt,
  freigabe,
  freigegeben,
  geplant,
  geschaetzt,
  gespeicherteLeistung,
  grundbestand,
  leistung,
  unbestimmt,
  verkuendung,
} from '../../tests/support/factories.ts'
import { inMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { answerSchweigefrist, type RueckmeldungAuftrag } from './answerSchweigefrist.ts'
import { beginSchweigefristen, type SchweigefristAuftrag } from './beginSchweigefrist.ts'

const GESETZ = anZeitgrenze('zeitgrenze')

describe('beginSchweigefristen', () => {
  it('says for all texts of the Abstimmung, in one entry, when silence ends what replaces them', async () => {
    const house = furnished()
    const ereignis = await beginSchweigefristen(house.ports, auftrag())
    expect(ereignis).toMatchObject({ ok: true, value: { art: 'schweigefrist', von: 'lena' } })
    expect(house.appended).toHaveLength(1)
    expect(house.projected).toEqual(house.appended)
    const werte = house.appended[0]?.aussagen.map((aussage) =>
      aussage.klasse === 'objekt' ? aussage.objekt : null,
    )
    expect(werte).toEqual([
      {
        id: 'abstimmung.personalausweis',
        beginn: GESETZ,
        ende: null,
        gespeichertAm: '2026-11-24',
        art: 'schweigefrist',
        wert: {
          id: 'abstimmung.personalausweis',
          leistungId: 'personalausweis',
          ebene: 'land',
          gebietId: 'land',
          module: ['kurztext', 'unterlagen'],
          redaktionId: 'landesredaktion',
          abstimmungId: 'abstimmung',
          tage: 10,
          fristende: '2026-12-17',
          begonnenAm: '2026-11-24',
        },
      },
      expect.objectContaining({
        wert: expect.objectContaining({ leistungId: 'reisepass', module: ['volltext'] }),
      }),
    ])
  })

  it('leaves out what belongs to self-government, and a text that has nothing else', async () => {
    const house = furnished()
    const leistungen = [
      { leistungId: 'personalausweis', module: ['kosten', 'kurztext', 'zustaendigeStelle'] },
      { leistungId: 'reisepass', module: ['handlungsgrundlagen'] },
    ] as const
    await beginSchweigefristen(house.ports, auftrag({ leistungen }))
    expect(house.appended[0]?.aussagen).toMatchObject([
      { objekt: { wert: { module: ['kurztext'] } } },
    ])
  })

  it('begins once per Abstimmung', async () => {
    const house = furnished()
    await beginSchweigefristen(house.ports, auftrag())
    const again = await beginSchweigefristen(house.ports, auftrag())
    expect(again).toMatchObject({ ok: false, problems: [{ code: 'release-was-concurrent' }] })
    expect(house.appended).toHaveLength(1)
  })

  it('takes a day that is only expected', async () => {
    const house = furnished(verkuendung(geplant('2027-03-01')))
    await beginSchweigefristen(house.ports, auftrag())
    expect(house.appended[0]?.aussagen[0]).toMatchObject({
      objekt: { wert: { fristende: '2027-02-15' } },
    })
  })

  it.each([
    ['without an announced day', verkuendung(unbestimmt()), {}, 'schweigefrist-lacks-day'],
    ['with a month only', verkuendung(geschaetzt('2027-03')), {}, 'schweigefrist-lacks-day'],
    ['of a law that failed', verkuendung(abgesagt()), {}, 'schweigefrist-lacks-day'],
    [
      'of a Zeitgrenze that nobody knows',
      verkuendung(bestimmt('2027-01-01', 'andere')),
      { zeitgrenzeAnker: anZeitgrenze('fehlt') },
      'zeitgrenze-is-unknown',
    ],
    // 25 November is the first full working day; 27 working days before 1 January is 24 November.
    [
      'that would end today',
      verkuendung(bestimmt('2027-01-01')),
      { tage: 27 },
      'schweigefrist-is-too-short',
    ],
    [
      'of no working day',
      verkuendung(bestimmt('2027-01-01')),
      { tage: 0 },
      'schweigefrist-is-too-short',
    ],
    [
      'about fees only',
      verkuendung(bestimmt('2027-01-01')),
      { leistungen: [{ leistungId: 'personalausweis', module: ['kosten'] }] },
      'schweigefrist-lacks-modules',
    ],
    [
      'of a Leistung that nobody knows',
      verkuendung(bestimmt('2027-01-01')),
      { leistungen: [{ leistungId: 'fehlt', module: ['kurztext'] }] },
      'leistung-is-unknown',
    ],
    [
      'of a layer that does not fit',
      verkuendung(bestimmt('2027-01-01')),
      { gebietId: 'gemeinde' },
      'ebene-does-not-fit',
    ],
  ] as const)('is refused %s', async (_name, zeitgrenze, differences, code) => {
    const house = furnished(zeitgrenze)
    const refused = await beginSchweigefristen(house.ports, auftrag(differences))
    expect(refused).toMatchObject({ ok: false, problems: [{ code }] })
    expect(house.appended).toEqual([])
  })

  it('leaves one full working day at least', async () => {
    const house = furnished()
    await beginSchweigefristen(house.ports, auftrag({ tage: 26 }))
    expect(house.appended[0]?.aussagen[0]).toMatchObject({
      objekt: { wert: { fristende: '2026-11-25' } },
    })
  })
})

describe('answerSchweigefrist', () => {
  it('keeps the own text, on the last day too', async () => {
    const house = furnished()
    await beginSchweigefristen(house.ports, auftrag())
    const late = { ...house.ports, clock: () => clockOn('2026-12-17') }
    const ereignis = await answerSchweigefrist(late, antwort())
    expect(ereignis).toMatchObject({ ok: true, value: { art: 'rueckmeldung', von: 'otto' } })
    const snapshot = snapshotOn(house.log, newestPair(house.log, day('2027-01-01')))
    const [, ort] = schichtenIn(uebersichtOf(snapshot), 'personalausweis', 'gemeinde')
    expect([...(ort?.ohneRueckmeldung ?? [])]).toEqual(['unterlagen'])
  })

  it('comes too late on the day after, and says which was the last', async () => {
    const house = furnished()
    await beginSchweigefristen(house.ports, auftrag())
    const late = { ...house.ports, clock: () => clockOn('2026-12-18') }
    expect(await answerSchweigefrist(late, antwort())).toMatchObject({
      ok: false,
      problems: [{ code: 'schweigefrist-has-ended', angaben: { fristende: '2026-12-17' } }],
    })
    expect(house.appended).toHaveLength(1)
  })

  it('is in time again once the law has moved to a later day', async () => {
    const house = furnished()
    await beginSchweigefristen(house.ports, auftrag())
    await house.ports.append({
      zeitpunkt: '2026-12-18T12:00:00.000Z',
      art: 'zeitgrenze',
      von: 'lena',
      grund: null,
      schluessel: null,
      aussagen: [verkuendung(bestimmt('2027-03-01'))],
    })
    const late = { ...house.ports, clock: () => clockOn('2026-12-18') }
    expect(await answerSchweigefrist(late, antwort())).toMatchObject({ ok: true })
  })

  it.each([
    ['to a Schweigefrist that nobody knows', { schweigefristId: 'x' }, 'schweigefrist-is-unknown'],
    ['about a module that it does not name', { module: ['frist'] }, 'rueckmeldung-does-not-fit'],
    ['for the layer that asks', { ebene: 'land', gebietId: 'land' }, 'rueckmeldung-does-not-fit'],
    ['for an area that is none', { gebietId: 'x' }, 'rueckmeldung-does-not-fit'],
    ['for another layer of the area', { ebene: 'amt' }, 'rueckmeldung-does-not-fit'],
  ] as const)('is refused %s', async (_name, differences, code) => {
    const house = furnished()
    await beginSchweigefristen(house.ports, auftrag())
    const refused = await answerSchweigefrist(house.ports, antwort(differences))
    expect(refused).toMatchObject({ ok: false, problems: [{ code }] })
    expect(house.appended).toHaveLength(1)
  })
})

function furnished(zeitgrenze = verkuendung(bestimmt('2027-01-01'))) {
  const ort = { ebene: 'gemeinde', gebietId: 'gemeinde' } as const
  return inMemoryHouse({
    log: [
      ...grundbestand(),
      gespeicherteLeistung(leistung({ id: 'reisepass' })),
      zeitgrenze,
      freigabe(freigegeben({ id: 'ort-text', ...ort, beginn: am('2025-01-01') })),
      // Released before the period began, for the same law: it counts, too.
      freigabe(freigegeben({ id: 'land-neu', beginn: GESETZ })),
    ],
  })
}

function clockOn(tag: string) {
  return { zeitpunkt: `${tag}T12:00:00.000Z`, heute: day(tag) }
}

function auftrag(differences: Partial<SchweigefristAuftrag> = {}): SchweigefristAuftrag {
  return {
    abstimmungId: 'abstimmung',
    zeitgrenzeAnker: GESETZ,
    leistungen: [
      { leistungId: 'personalausweis', module: ['kurztext', 'unterlagen'] },
      { leistungId: 'reisepass', module: ['volltext'] },
    ],
    ebene: 'land',
    gebietId: 'land',
    tage: 10,
    redaktionId: 'landesredaktion',
    von: 'lena',
    ...differences,
  }
}

function antwort(differences: Partial<RueckmeldungAuftrag> = {}): RueckmeldungAuftrag {
  return {
    schweigefristId: 'abstimmung.personalausweis',
    ebene: 'gemeinde',
    gebietId: 'gemeinde',
    module: ['kurztext'],
    redaktionId: 'ortsredaktion',
    satz: 'Wir haben das geprüft.',
    von: 'otto',
    ...differences,
  }
}
