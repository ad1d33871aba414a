import { describe, expect, it } from 'vitest'
import { newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import { snapshotOn } from '#core/log/snapshot.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import {
  annahmenOf,
  asIfFrom,
  firstDayOf,
  texteOhneTag,
  wartegrundText,
  wartendeTexte,
  zeitraumText,
  type Annahmen,
  type Unveroeffentlicht,
} from '#core/vorschau/annahmen.ts'
import { ansichtOf, nachbartage } from '#core/vorschau/ansicht.ts'
import type { Leistungsblatt } from '#core/vorschau/blatt.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  chronikWith,
  entwurf,
  freigabe,
  freigegeben,
  geplant,
  geschaetzt,
  unbestimmt,
  verkuendung,
} from '../../../tests/support/factories.ts'

const HEUTE = day('2026-11-24')
const LAND = new Set(['land'])
const NICHTS: Unveroeffentlicht = {
  entwuerfe: [],
  varianten: [],
  ohneBeginn: [],
  wartende: new Set(),
}

describe('what would hold', () => {
  it('leaves the log alone', () => {
    const log = chronik()
    annahmenOf(log, HEUTE, { ...NICHTS, entwuerfe: [entwurf({ id: 'neu' })] })
    expect(newestFolgenummer(log)).toBe(5)
    expect(log.fassungen.has('neu')).toBe(false)
  })

  it.each([
    ['the day before the geplante day', '2027-03-31', 'stamm'],
    ['the geplante day', '2027-04-01', 'geplant'],
    ['the day before the geschaetzte quarter', '2027-06-30', 'geplant'],
    ['the first day of the geschaetzte quarter', '2027-07-01', 'geschaetzt'],
  ])('on %s', (_name, tag, id) => {
    const annahmen = annahmenOf(chronik(), HEUTE, {
      ...NICHTS,
      wartende: new Set(['geplant', 'geschaetzt']),
    })
    expect(heldOn(annahmen, tag)).toBe(id)
  })

  it('says why a text is not public', () => {
    const { vorbehalteOf } = annahmenOf(chronik(), HEUTE, {
      ...NICHTS,
      entwuerfe: [entwurf({ id: 'neu', beginn: anZeitgrenze('z-geplant') })],
    })
    expect(vorbehalteOf('neu')).toEqual([{ art: 'entwurf' }, { art: 'geplant', tag: '2027-04-01' }])
    expect(vorbehalteOf('stamm')).toEqual([])
  })

  it('keeps a waiting text waiting for whoever may not see it', () => {
    expect(heldOn(annahmenOf(chronik(), HEUTE, NICHTS), '2027-08-01')).toBe('stamm')
    const some = { ...NICHTS, wartende: new Set(['geschaetzt']) }
    expect(heldOn(annahmenOf(chronik(), HEUTE, some), '2027-05-01')).toBe('stamm')
    expect(heldOn(annahmenOf(chronik(), HEUTE, some), '2027-08-01')).toBe('geschaetzt')
  })

  it('does not believe in an expected day that has passed', () => {
    const all = { ...NICHTS, wartende: new Set(['geplant', 'geschaetzt']) }
    const annahmen = annahmenOf(chronik(), day('2027-04-02'), all)
    expect(heldOn(annahmen, '2027-04-02')).toBe('stamm')
    expect(heldOn(annahmenOf(chronik(), day('2027-04-01'), all), '2027-04-01')).toBe('geplant')
    const [waiting] = texteOhneTag(annahmen, all, LAND)
    expect(waiting && wartegrundText(waiting.grund)).toBe(
      'War für den 1. April 2027 geplant und ist nicht verkündet.',
    )
  })

  it('passes over a draft that has been released meanwhile', () => {
    const again = { ...NICHTS, entwuerfe: [entwurf({ id: 'stamm', beginn: am('2026-12-01') })] }
    expect(annahmenOf(chronik(), HEUTE, again).vorbehalteOf('stamm')).toEqual([])
  })
})

describe('a text without a day', () => {
  const draft = entwurf({ id: 'neu', beginn: anZeitgrenze('z-offen') })
  const own = { ...NICHTS, entwuerfe: [draft] }

  it('waits in a lane of its own', () => {
    const annahmen = annahmenOf(chronik(), HEUTE, own)
    expect(texteOhneTag(annahmen, own, LAND)).toMatchObject([
      { id: 'neu', istEntwurf: true, grund: { art: 'unbestimmt' } },
    ])
    expect(texteOhneTag(annahmen, own, new Set(['anderswo']))).toEqual([])
    expect(heldOn(annahmen, '2030-01-01')).toBe('stamm')
  })

  it.each([
    ['a day in the middle of another text', '2027-02-01'],
    ['the first day of another text', '2026-01-01'],
    ['a day before any text', '2020-01-01'],
  ])('is opened on %s', (_name, tag) => {
    const opened = asIfFrom(annahmenOf(chronik(), HEUTE, own), draft, day(tag))
    expect(heldOn(opened, tag)).toBe('neu?')
    expect(opened.vorbehalteOf('neu?')).toEqual([{ art: 'entwurf' }, { art: 'ohne-tag' }])
  })

  it('is opened also when it is released and waits', () => {
    const annahmen = annahmenOf(chronik(), HEUTE, { ...NICHTS, wartende: new Set(['geplant']) })
    const text = annahmen.chronik.fassungen.get('geplant')?.wert ?? freigegeben()
    const opened = asIfFrom(annahmen, text, day('2026-12-01'))
    expect(heldOn(opened, '2026-12-01')).toBe('geplant?')
    expect(opened.vorbehalteOf('geplant?')).toEqual([{ art: 'ohne-tag' }])
  })

  it('is in the lane when it would begin on the day of another one', () => {
    const double = { ...NICHTS, entwuerfe: [entwurf({ id: 'neu', beginn: am('2026-01-01') })] }
    const annahmen = annahmenOf(chronik(), HEUTE, double)
    expect(texteOhneTag(annahmen, double, LAND)).toMatchObject([
      { id: 'neu', grund: { art: 'ausgesetzt', grund: { art: 'selber-tag', mit: 'stamm' } } },
    ])
  })
})

describe('released texts that wait', () => {
  it('are those whose first day is not bestimmt, of the areas and the Leistung in question', () => {
    expect(wartendeTexte(chronik(), LAND, null)).toEqual(['geplant', 'geschaetzt'])
    expect(wartendeTexte(chronik(), LAND, 'personalausweis')).toEqual(['geplant', 'geschaetzt'])
    expect(wartendeTexte(chronik(), LAND, 'anderes')).toEqual([])
    expect(wartendeTexte(chronik(), new Set(['kreis']), null)).toEqual([])
  })
})

describe('the days around', () => {
  it.each([
    ['2026-11-24', { davor: '2026-01-01', danach: null }],
    ['2026-01-01', { davor: null, danach: null }],
    ['2025-12-31', { davor: null, danach: '2026-01-01' }],
  ])('%s count what is bestimmt only', (tag, expected) => {
    expect(nachbartage(chronik(), LAND, null, day(tag))).toEqual(expected)
    expect(nachbartage(chronik(), LAND, 'personalausweis', day(tag))).toEqual(expected)
    expect(nachbartage(chronik(), LAND, 'anderes', day(tag))).toEqual({
      davor: null,
      danach: null,
    })
  })

  it('count expected ones under assumptions', () => {
    const all = { ...NICHTS, wartende: new Set(['geplant', 'geschaetzt']) }
    const annahmen = annahmenOf(chronik(), HEUTE, all)
    expect(nachbartage(annahmen.chronik, LAND, null, day('2027-05-01'))).toEqual({
      davor: '2027-04-01',
      danach: '2027-07-01',
    })
  })
})

describe('a shown Leistung', () => {
  it('is not marked where it says what is public', () => {
    const ansicht = ansichtOf(blatt('neu'), blatt('neu'), () => [])
    expect(ansicht.istVorlaeufig).toBe(false)
  })

  it('is marked with the part that is a draft', () => {
    const ansicht = ansichtOf(blatt('neu'), blatt('alt'), () => [{ art: 'entwurf' }])
    expect(ansicht).toMatchObject({ istVorlaeufig: true, vorbehalte: [{ art: 'entwurf' }] })
    expect(ansicht.abschnitte).toMatchObject([{ weichtAb: false }])
  })

  it('is marked where a part is other than in public and no text says why', () => {
    const ansicht = ansichtOf(blatt('neu'), blatt('alt'), () => [])
    expect(ansicht).toMatchObject({ istVorlaeufig: true, abschnitte: [{ weichtAb: true }] })
  })

  it('is marked where only a day is other than in public, or a section is gone', () => {
    const later = { ...blatt('neu'), naechsteAenderung: day('2028-01-01') }
    expect(ansichtOf(later, blatt('neu'), () => [])).toMatchObject({
      istVorlaeufig: true,
      aendertSichAm: { istVorlaeufig: true },
      giltAb: { istVorlaeufig: false },
    })
    expect(ansichtOf({ ...blatt('neu'), module: [] }, blatt('neu'), () => []).istVorlaeufig).toBe(
      true,
    )
  })

  it('is all marked where nothing is public', () => {
    expect(ansichtOf(blatt('neu'), null, () => [{ art: 'entwurf' }])).toMatchObject({
      istVorlaeufig: true,
      giltAb: { istVorlaeufig: true },
    })
  })
})

describe('a period', () => {
  it.each([
    ['2027', '2027-01-01', '2027'],
    ['2027-Q1', '2027-01-01', '1. Quartal 2027'],
    ['2027-Q4', '2027-10-01', '4. Quartal 2027'],
    ['2027-03', '2027-03-01', 'März 2027'],
    ['2027-11', '2027-11-01', 'November 2027'],
  ])('%s begins on %s and is called %s', (zeitraum, tag, name) => {
    expect(firstDayOf(zeitraum)).toBe(tag)
    expect(zeitraumText(zeitraum)).toBe(name)
  })
})

/** The Land's text since 2026, one that waits for a geplante and one that waits for a geschaetzte day. */
function chronik(): Chronik {
  return chronikWith(
    verkuendung(geplant('2027-04-01', 'z-geplant')),
    verkuendung(geschaetzt('2027-Q3', 'z-geschaetzt')),
    verkuendung(unbestimmt('z-offen')),
    freigabe(freigegeben({ id: 'stamm', beginn: am('2026-01-01') })),
    [
      freigabe(freigegeben({ id: 'geplant', beginn: anZeitgrenze('z-geplant') })),
      freigabe(freigegeben({ id: 'geschaetzt', beginn: anZeitgrenze('z-geschaetzt') })),
    ],
  )
}

function heldOn({ chronik: log }: Annahmen, tag: string): string | undefined {
  const snapshot = snapshotOn(log, { stichtag: day(tag), kenntnisstand: newestFolgenummer(log) })
  const eintrag = snapshot.eintraege.get('fassung|personalausweis|land|land')
  return eintrag?.klasse === 'fassung' ? eintrag.fassung.id : undefined
}

function blatt(text: string): Leistungsblatt {
  return {
    id: 'personalausweis',
    leistungsschluessel: [],
    name: 'Personalausweis beantragen',
    sprache: 'de',
    nurDeutsch: [],
    stichtag: HEUTE,
    kenntnisstand: 1,
    gebiet: { ars: '130000000000', ags: null, name: 'Land', ebene: 'land' },
    gueltigAb: day('2026-01-01'),
    gueltigBis: null,
    naechsteAenderung: null,
    geaendert: '',
    module: [
      {
        modul: 'kurztext',
        titel: 'Kurztext',
        fallback: false,
        maschinell: false,
        teile: [
          {
            herkunft: { ebene: 'land', gebiet: 'Land', ars: '130000000000', fassungId: 'f' },
            html: `<p>${text}</p>`,
          },
        ],
      },
    ],
    rechtsgrundlagen: [],
    zustaendigkeiten: [],
    onlinedienste: [],
  }
}
