import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newestPair, reiheAt } from '#core/log/snapshot.ts'
import { newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import {
  placeBand,
  rahmenOf,
  zeitbaenderOf,
  zeitbandOf,
  type Zeitband,
} from '#core/log/zeitband.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import { skalaOf } from '#core/zeit/skala.ts'
import {
  am,
  befristet,
  bestimmt,
  chronikWith,
  freigabe,
  freigabeVariante,
  freigegeben,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'

const HEUTE = day('2026-11-24')
const KEY = 'personalausweis|land|land'
const alt = freigabe(freigegeben({ id: 'alt', beginn: am('2025-01-01') }))
const neu = freigabe(freigegeben({ id: 'neu', basis: 'alt', beginn: am('2027-01-01') }))

function bandOf(chronik: Chronik): Zeitband {
  const band = zeitbandOf(chronik, KEY, newestPair(chronik, HEUTE))
  if (!band) throw new Error('no such row')
  return band
}

function drawn({ strecken }: Zeitband): readonly string[] {
  return strecken.map((each) => {
    const name = each.art === 'text' ? each.beleg.wert.id : `luecke ${each.wo}`
    return `${name} ${each.lage} ${each.ab} ${String(each.bis)}`
  })
}

describe('the band of a row', () => {
  it('shows past, present and future as seen from the day', () => {
    const frueher = freigabe(freigegeben({ id: 'frueher', beginn: am('2024-01-01') }))
    expect(drawn(bandOf(chronikWith(frueher, alt, neu)))).toEqual([
      'frueher vergangen 2024-01-01 2025-01-01',
      'alt gegenwaertig 2025-01-01 2027-01-01',
      'neu kuenftig 2027-01-01 null',
    ])
  })

  it.each([
    ['the day before Inkrafttreten', '2026-12-31', 'gegenwaertig', 'kuenftig'],
    ['the day of Inkrafttreten', '2027-01-01', 'vergangen', 'gegenwaertig'],
  ])('on %s', (_name, stichtag, before, after) => {
    const chronik = chronikWith(alt, neu)
    const band = zeitbandOf(chronik, KEY, newestPair(chronik, day(stichtag)))
    expect(band?.strecken.map(({ lage }) => lage)).toEqual([before, after])
  })

  it('has a gap between an own end and a later text', () => {
    const ends = freigabe(
      freigegeben({ id: 'endet', beginn: am('2025-01-01'), ende: am('2026-12-01') }),
    )
    expect(drawn(bandOf(chronikWith(ends, neu)))).toEqual([
      'endet gegenwaertig 2025-01-01 2026-12-01',
      'luecke zwischen kuenftig 2026-12-01 2027-01-01',
      'neu kuenftig 2027-01-01 null',
    ])
  })

  it('has a gap after an own end that nothing follows', () => {
    const ends = freigabe(
      freigegeben({ id: 'endet', beginn: am('2025-01-01'), ende: am('2026-11-01') }),
    )
    expect(drawn(bandOf(chronikWith(ends)))).toEqual([
      'endet vergangen 2025-01-01 2026-11-01',
      'luecke am-ende gegenwaertig 2026-11-01 null',
    ])
  })

  it('has none where the predecessor resumes', () => {
    const frist = befristet('2027-04-01', { id: 'frist', basis: 'alt', beginn: am('2027-01-01') })
    expect(drawn(bandOf(chronikWith(alt, freigabe(frist))))).toEqual([
      'alt gegenwaertig 2025-01-01 2027-01-01',
      'frist kuenftig 2027-01-01 2027-04-01',
      'alt kuenftig 2027-04-01 null',
    ])
  })

  it('keeps what waits, what is held back and what was cancelled apart', () => {
    const absage = {
      ...bestimmt('2027-01-01', 'gescheitert'),
      stand: 'abgesagt' as const,
      grund: 'Der Landtag hat das Gesetz abgelehnt.',
    }
    const band = bandOf(
      chronikWith(
        verkuendung(unbestimmt()),
        verkuendung(absage),
        alt,
        neu,
        freigabe(freigegeben({ id: 'zweiter', basis: 'alt', beginn: am('2027-01-01') })),
        freigabe(freigegeben({ id: 'wartet', basis: 'alt', beginn: anZeitgrenze('zeitgrenze') })),
        freigabe(freigegeben({ id: 'vorbei', basis: 'alt', beginn: anZeitgrenze('gescheitert') })),
      ),
    )
    expect(band.wartend.map(({ wert }) => wert.id)).toEqual(['wartet'])
    expect(band.abgesagt.map(({ wert }) => wert.id)).toEqual(['vorbei'])
    expect(band.ausgesetzt).toMatchObject([
      { beleg: { wert: { id: 'zweiter' } }, ab: '2027-01-01', bis: null },
    ])
  })

  it('does not know yet what was released later', () => {
    const chronik = chronikWith(alt, neu)
    const band = zeitbandOf(chronik, KEY, { stichtag: HEUTE, kenntnisstand: 1 })
    expect(band && drawn(band)).toEqual(['alt gegenwaertig 2025-01-01 null'])
    expect(zeitbandOf(chronik, KEY, { stichtag: HEUTE, kenntnisstand: 0 })).toBeNull()
  })
})

describe('language variants', () => {
  it('last as long as their text, and end on the day from which they are withdrawn', () => {
    const { varianten } = bandOf(
      chronikWith(
        alt,
        neu,
        freigabeVariante({ id: 'alt-en', fassungId: 'alt' }),
        freigabeVariante({ id: 'alt-ls', fassungId: 'alt', sprache: 'de-LS' }),
        zurueckziehung('alt-en', { ab: day('2026-12-01') }),
      ),
    )
    expect(varianten.map(({ variante, ab, bis }) => [variante.id, ab, bis])).toEqual([
      ['alt-ls', '2025-01-01', '2027-01-01'],
      ['alt-en', '2025-01-01', '2026-12-01'],
    ])
  })
})

it('the bands of a Leistung are those of its rows, the widest layer first', () => {
  const chronik = chronikWith(
    freigabe(freigegeben({ id: 'dorf', ebene: 'gemeinde', gebietId: 'gemeinde' })),
    freigabe(freigegeben({ id: 'andere', leistungId: 'reisepass' })),
    alt,
  )
  const baender = zeitbaenderOf(chronik, 'personalausweis', newestPair(chronik, HEUTE))
  expect(baender.map(({ ebene }) => ebene)).toEqual(['land', 'gemeinde'])
})

describe('the frame', () => {
  it('looks two years back, also where a text is older', () => {
    const chronik = chronikWith(freigabe(freigegeben({ id: 'alt', beginn: am('1990-01-01') })))
    expect(rahmenOf([bandOf(chronik)], HEUTE).ab).toBe('2024-11-24')
  })

  it('looks a year ahead, and beyond the last day that is planned', () => {
    expect(rahmenOf([bandOf(chronikWith(alt))], HEUTE).bis).toBe('2027-11-24')
    const spaet = freigabe(freigegeben({ id: 'spaet', beginn: am('2029-01-01') }))
    expect(rahmenOf([bandOf(chronikWith(alt, spaet))], HEUTE).bis).toBe('2029-04-01')
  })

  it('stops after five years', () => {
    const spaet = freigabe(freigegeben({ id: 'spaet', beginn: am('2099-01-01') }))
    expect(rahmenOf([bandOf(chronikWith(alt, spaet))], HEUTE).bis).toBe('2031-11-23')
  })
})

describe('the picture of any row', () => {
  const skala = skalaOf(addDays(HEUTE, -60), addDays(HEUTE, 60))
  const offset = fc.integer({ min: -90, max: 90 })
  const text = fc.record({
    ab: offset,
    length: fc.option(fc.integer({ min: 1, max: 50 }), { nil: null }),
    resumes: fc.boolean(),
    variante: fc.boolean(),
    withdrawn: fc.option(offset, { nil: null, freq: 6 }),
  })
  const chronikOf = (texte: readonly (typeof text extends fc.Arbitrary<infer T> ? T : never)[]) =>
    chronikWith(
      ...texte.flatMap(({ ab, length, resumes, variante, withdrawn }, index) => {
        const id = `text-${index}`
        const beginn = am(addDays(HEUTE, ab))
        const ende = length === null ? null : am(addDays(HEUTE, ab + length))
        const danach = resumes ? ('vorgaenger' as const) : ('nichts' as const)
        return [
          freigabe(freigegeben({ id, beginn, ende, danach })),
          ...(variante ? [freigabeVariante({ id: `${id}-en`, fassungId: id })] : []),
          ...(withdrawn === null ? [] : [zurueckziehung(id, { ab: addDays(HEUTE, withdrawn) })]),
        ]
      }),
    )

  it('covers the Abschnitte exactly, and no two stretches overlap', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 7 }), (texte) => {
        const chronik = chronikOf(texte)
        const band = bandOf(chronik)
        const { abschnitte } = reiheAt(chronik, KEY, newestFolgenummer(chronik))
        const texts = band.strecken.filter((each) => each.art === 'text')
        expect(texts.map(({ beleg, ab, bis }) => ({ beleg, ab, bis }))).toEqual(abschnitte)
        // From the first day on, one follows the other without a hole.
        for (const [index, { bis }] of band.strecken.entries())
          expect(bis).toBe(band.strecken[index + 1]?.ab ?? null)

        const bild = placeBand(band, skala)
        const visible = band.strecken.filter(
          ({ ab, bis }) => ab < skala.bis && (bis === null || bis > skala.ab),
        )
        expect(bild.strecken.map(({ was }) => was)).toEqual(visible)
        for (const [index, { von, bis }] of bild.strecken.entries()) {
          expect(bis).toBeGreaterThan(von)
          const next = bild.strecken[index + 1]
          if (next) expect(next.von).toBe(bis)
        }
      }),
    )
  })

  it('has a gap exactly on the days after the first on which no text holds', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 7 }), offset, (texte, at) => {
        const chronik = chronikOf(texte)
        const tag = addDays(HEUTE, at)
        const covers = ({ ab, bis }: { ab: CalendarDay; bis: CalendarDay | null }): boolean =>
          ab <= tag && (bis === null || tag < bis)
        const band = bandOf(chronik)
        const { abschnitte } = reiheAt(chronik, KEY, newestFolgenummer(chronik))
        const first = abschnitte[0]?.ab
        const isGap = first !== undefined && first <= tag && !abschnitte.some(covers)
        expect(band.strecken.some((each) => each.art === 'luecke' && covers(each))).toBe(isGap)
      }),
    )
  })

  it('never lets two held back texts, or two of one language, share a place', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 7 }), (texte) => {
        const bild = placeBand(bandOf(chronikOf(texte)), skala)
        for (const lanes of [bild.ausgesetzt, bild.varianten]) {
          for (const [index, left] of lanes.entries()) {
            for (const right of lanes.slice(index + 1)) {
              const apart = left.bis <= right.von || right.bis <= left.von
              expect(left.spur !== right.spur || apart).toBe(true)
            }
          }
        }
      }),
    )
  })
})
