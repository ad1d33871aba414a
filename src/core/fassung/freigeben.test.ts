import { describe, expect, it } from 'vitest'
import type { Entwurf } from '#core/fassung/fassung.ts'
import { indexGebiete } from '#core/gebiet/gebiet.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  ALLE_GEBIETE,
  am,
  bestimmt,
  chronikWith,
  entwurf,
  ergaenzen,
  ersetzen,
  freigabe,
  freigegeben,
  geplant,
  grundbestand,
  inhalt,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { freigeben } from './freigeben.ts'

const gebiete = indexGebiete(ALLE_GEBIETE)

describe('freigeben', () => {
  it('gives the head of a good draft, without its words', () => {
    const { inhalt: _inhalt, ...kopf } = entwurf()
    expect(freigeben(entwurf(), chronikWith(...grundbestand()), gebiete)).toEqual({
      ok: true,
      value: { kopf, warnungen: [] },
    })
  })

  it('refuses a text that is released already', () => {
    expect(refusals({}, freigabe(freigegeben()))).toEqual([{ code: 'fassung-is-released' }])
  })

  it('names everything that is wrong at once', () => {
    const wrong = {
      leistungId: 'nichts',
      gebietId: 'nirgends',
      beginn: anZeitgrenze('nie'),
      inhalt: {},
    }
    expect(refusals(wrong).map(({ code, stelle }) => [code, stelle])).toEqual([
      ['leistung-is-unknown', 'Leistung'],
      ['gebiet-is-unknown', 'Gebiet'],
      ['zeitgrenze-is-unknown', 'Gilt ab'],
      ['module-is-missing', 'Modul Leistungsbezeichnung'],
      ['module-is-missing', 'Modul Leistungsbezeichnung II'],
    ])
  })

  describe('the layer', () => {
    it.each([
      ['land', 'land'],
      ['kreis', 'kreis'],
      ['amt', 'amt'],
      ['gemeinde', 'gemeinde'],
      ['gemeinde', 'stadt'],
      ['kreis', 'stadt'],
    ] as const)('%s writes for %s', (ebene, gebietId) => {
      expect(refusals({ ebene, gebietId })).toEqual([])
    })

    it.each([
      ['kreis', 'gemeinde', 'Musterdorf'],
      ['land', 'gemeinde', 'Musterdorf'],
      ['gemeinde', 'land', 'Musterland'],
      ['amt', 'stadt', 'Musterstadt'],
    ] as const)('%s does not write for %s', (ebene, gebietId, gebiet) => {
      expect(refusals({ ebene, gebietId })).toEqual([
        { code: 'ebene-does-not-fit', stelle: 'Ebene', angaben: { ebene, gebiet } },
      ])
    })
  })

  describe('the anchors', () => {
    it.each([
      ['bestimmt', bestimmt('2027-01-01')],
      ['geplant', geplant('2027-01-01')],
      ['unbestimmt', unbestimmt()],
    ] as const)('may be a Zeitgrenze that is %s', (_stand, zeitgrenze) => {
      expect(refusals({ beginn: anZeitgrenze('zeitgrenze') }, verkuendung(zeitgrenze))).toEqual([])
    })

    it('are known to the log', () => {
      expect(refusals({ ende: anZeitgrenze('nie') })).toEqual([
        { code: 'zeitgrenze-is-unknown', stelle: 'Gilt bis' },
      ])
    })

    it.each([
      ['on the first day', '2027-01-01'],
      ['before it', '2026-12-31'],
    ])('do not let a text end %s', (_name, ende) => {
      expect(refusals({ beginn: am('2027-01-01'), ende: am(ende) })).toEqual([
        {
          code: 'interval-ends-before-it-begins',
          stelle: 'Gilt bis',
          angaben: { ab: '2027-01-01', bis: ende },
        },
      ])
    })

    it('are compared as days, whatever they hang on', () => {
      const announced = verkuendung(bestimmt('2026-10-01'))
      expect(
        refusals({ beginn: am('2027-01-01'), ende: anZeitgrenze('zeitgrenze') }, announced),
      ).toHaveLength(1)
      expect(
        refusals(
          { beginn: anZeitgrenze('zeitgrenze'), ende: anZeitgrenze('zeitgrenze', 1) },
          announced,
        ),
      ).toEqual([])
    })

    it('do not meet while one of them has no day', () => {
      expect(
        refusals(
          { beginn: anZeitgrenze('zeitgrenze'), ende: am('2026-01-01') },
          verkuendung(unbestimmt()),
        ),
      ).toEqual([])
    })
  })

  describe('related texts', () => {
    const released = freigabe(freigegeben({ id: 'alt', beginn: am('2026-01-01') }))

    it('are released ones of the same row', () => {
      expect(refusals({ basis: 'alt', berichtigt: 'alt' }, released)).toEqual([])
    })

    it.each([
      ['none', null, [{ code: 'reason-is-missing', stelle: 'Grund' }]],
      ['nothing but blanks', '  ', [{ code: 'reason-is-missing', stelle: 'Grund' }]],
      ['one', 'Die Gebühr war falsch', []],
    ])('a correction needs a reason: %s', (_name, grund, expected) => {
      expect(refusalsFor(grund, { berichtigt: 'alt' }, released)).toEqual(expected)
      expect(refusalsFor(grund, { basis: 'alt' }, released)).toEqual([])
    })

    it.each(['basis', 'berichtigt'] as const)('%s: not a draft', (field) => {
      expect(refusals({ [field]: 'alt' })).toMatchObject([{ code: 'fassung-is-not-released' }])
    })

    it.each(['basis', 'berichtigt'] as const)('%s: not a text of another area', (field) => {
      const foreign = freigabe(freigegeben({ id: 'alt', ebene: 'gemeinde', gebietId: 'gemeinde' }))
      expect(refusals({ [field]: 'alt' }, foreign)).toMatchObject([
        { code: 'fassung-is-not-released' },
      ])
    })

    it('what was withdrawn from its first day on is not corrected, but may be built on', () => {
      const withdrawn = zurueckziehung('alt')
      expect(refusals({ berichtigt: 'alt' }, released, withdrawn)).toEqual([
        { code: 'fassung-is-withdrawn', stelle: 'Berichtigt' },
      ])
      expect(refusals({ basis: 'alt' }, released, withdrawn)).toEqual([])
    })

    it('what is withdrawn from a later day on may be corrected until then', () => {
      const later = zurueckziehung('alt', { ab: day('2027-06-01') })
      expect(refusals({ berichtigt: 'alt' }, released, later)).toEqual([])
    })
  })

  it('never refuses a text because of other texts: another one on the same day, one overtaken', () => {
    const sameDay = freigabe(freigegeben({ id: 'andere' }))
    expect(refusals({}, sameDay)).toEqual([])
    expect(refusals({ basis: 'andere', beginn: am('2026-06-01') }, sameDay)).toEqual([])
  })

  it('names the module of each finding as editors know it', () => {
    const words = inhalt({ unterlagen: ersetzen('<table>Ausweis</table>') })
    expect(refusals({ inhalt: words })).toMatchObject([
      {
        code: 'text-has-forbidden-tag',
        stelle: 'Modul Erforderliche Unterlagen',
        angaben: { tag: 'table' },
      },
    ])
  })

  it('lets a municipal text supplement a single module', () => {
    const words = { hinweise: ergaenzen('<p>Nur mit Termin.</p>') }
    expect(refusals({ ebene: 'gemeinde', gebietId: 'gemeinde', inhalt: words })).toEqual([])
  })
})

function refusals(differences: Partial<Entwurf>, ...log: readonly Aussage[]) {
  return refusalsFor('Irrtum', differences, ...log)
}

function refusalsFor(
  grund: string | null,
  differences: Partial<Entwurf>,
  ...log: readonly Aussage[]
) {
  const chronik = chronikWith(...grundbestand(), ...log)
  const result = freigeben(entwurf(differences), chronik, gebiete, grund)
  return result.ok ? [] : result.problems
}
