import { expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import type { Blattmodul, Leistungsblatt } from './blatt.ts'
import { unterschiedeOf } from './unterschiede.ts'

function modul(name: string, html: string, fassungId = 'f1'): Blattmodul {
  const herkunft = { ebene: 'land', gebiet: 'Land', ars: '130000000000', fassungId } as const
  return {
    modul: name,
    titel: `Titel ${name}`,
    fallback: false,
    maschinell: false,
    teile: [{ herkunft, html }],
  }
}

const BLATT: Leistungsblatt = {
  id: 'l',
  leistungsschluessel: ['99102019060000'],
  name: 'Hund anmelden',
  sprache: 'de',
  nurDeutsch: [],
  stichtag: day('2027-01-01'),
  kenntnisstand: 5,
  gebiet: { ars: '130040000000', ags: '13004000', name: 'Schwerin', ebene: 'gemeinde' },
  gueltigAb: day('2027-01-01'),
  gueltigBis: null,
  naechsteAenderung: null,
  geaendert: '2026-12-01T11:00:00.000Z',
  module: [modul('kurztext', '<p>a</p>'), modul('kosten', '<p>8 Euro</p>')],
  rechtsgrundlagen: [],
  zustaendigkeiten: [],
  onlinedienste: [],
}

function teile(left: Leistungsblatt | null, right: Leistungsblatt | null): readonly string[] {
  return unterschiedeOf(left, right).map(({ teil }) => teil)
}

it('finds none between answers with the same words, whenever and however they were released', () => {
  const again = [modul('kurztext', '<p>a</p>', 'f2'), modul('kosten', '<p>8 Euro</p>', 'f2')]
  const later = { ...BLATT, kenntnisstand: 9, geaendert: '2027-02-01T11:00:00.000Z', module: again }
  expect(teile(BLATT, later)).toEqual([])
  expect(teile(null, null)).toEqual([])
})

it('names what differs, in reading order', () => {
  const other: Leistungsblatt = {
    ...BLATT,
    name: 'Hundesteuer',
    gueltigBis: day('2027-07-01'),
    module: [modul('kurztext', '<p>a</p>'), modul('kosten', '<p>9 Euro</p>')],
    rechtsgrundlagen: [
      {
        id: 'n',
        art: 'gesetz',
        titel: 'Gesetz',
        kurztitel: null,
        abkuerzung: null,
        normgeber: 'land',
        fundstelle: null,
        url: null,
      },
    ],
  }
  expect(teile(BLATT, other)).toEqual(['name', 'gueltigBis', 'kosten', 'rechtsgrundlagen'])
  expect(unterschiedeOf(BLATT, other)[2]?.titel).toBe('Titel kosten')
})

it('names a module that only one of the two has', () => {
  const shorter = { ...BLATT, module: BLATT.module.slice(0, 1) }
  expect(teile(BLATT, shorter)).toEqual(['kosten'])
  expect(teile(shorter, BLATT)).toEqual(['kosten'])
})

it('says when only one of the two has a text at all', () => {
  expect(unterschiedeOf(BLATT, null)).toEqual([
    { teil: 'leistung', titel: 'Ob es einen Text gibt' },
  ])
})
