import { expect, it } from 'vitest'
import type { Objektstand } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  bestimmt,
  freigegeben,
  geplant,
  gespeicherteLeistung,
  gespeicherteZustaendigkeit,
  unbestimmt,
  variante,
} from '../../../tests/support/factories.ts'
import type { Wirkung } from './nachweis.ts'
import { sayWirkung } from './nachweisDeutsch.ts'

const fassung = freigegeben()
const abgesagt: Zeitgrenze = { ...unbestimmt(), stand: 'abgesagt', grund: 'Abgelehnt.' } as never
const teilweise: Zeitgrenze = {
  ...bestimmt('2027-01-01'),
  art: 'teilinkrafttreten',
  teile: '§§ 3 bis 5',
}

function objekt(aussage: ReturnType<typeof gespeicherteLeistung>): Objektstand {
  if (aussage.klasse !== 'objekt') throw new Error('no object')
  return aussage.objekt
}

const zustaendig = objekt(gespeicherteZustaendigkeit({}, am('2027-01-01'), am('2028-01-01')))
const zurueck = { fassungId: 'fassung', ab: null, grund: '' } as const

const CASES: readonly (readonly [string, Wirkung])[] = [
  [
    'Text freigegeben (Ebene Land, Musterland). Er beginnt am 1. Januar 2027.',
    { art: 'freigabe', fassung },
  ],
  [
    'Text freigegeben (Ebene Land, Musterland). Er beginnt mit der Zeitgrenze „Hundegesetz“ (Inkrafttreten) und endet 14 Tage nach der Zeitgrenze „Hundegesetz“ (Inkrafttreten).',
    {
      art: 'freigabe',
      fassung: freigegeben({ beginn: anZeitgrenze('z'), ende: anZeitgrenze('z', 14) }),
    },
  ],
  [
    'Text freigegeben (Ebene Land, Musterland), der den Text aus Eintrag 7 berichtigt und an seine Stelle tritt. Er beginnt am Ersten des Monats nach der Zeitgrenze „Hundegesetz“ (Inkrafttreten).',
    {
      art: 'freigabe',
      fassung: freigegeben({
        berichtigt: 'anderer',
        beginn: {
          art: 'zeitgrenze',
          zeitgrenzeId: 'z',
          versatz: { art: 'erster-des-folgemonats' },
        },
      }),
    },
  ],
  [
    'Englische Fassung zum Text aus Eintrag 7 (Ebene Land, Musterland) freigegeben.',
    { art: 'variante', variante: variante(), fassung },
  ],
  [
    'Text aus Eintrag 7 (Ebene Land, Musterland) zurückgezogen, vom ersten Tag an. Es gilt wieder, was vorher galt.',
    {
      art: 'zurueckziehung',
      variante: null,
      fassung,
      zurueckziehung: { ...zurueck, folge: { art: 'vorgaenger' } },
    },
  ],
  [
    'Text aus Eintrag 7 (Ebene Land, Musterland) zurückgezogen, ab dem 1. März 2027. Die Leistung wird dann nicht mehr angeboten.',
    {
      art: 'zurueckziehung',
      variante: null,
      fassung,
      zurueckziehung: { ...zurueck, ab: day('2027-03-01'), folge: { art: 'leistung-endet' } },
    },
  ],
  [
    'Text aus Eintrag 7 (Ebene Land, Musterland) zurückgezogen, vom ersten Tag an. An seine Stelle tritt der Text aus Eintrag 7.',
    {
      art: 'zurueckziehung',
      variante: null,
      fassung,
      zurueckziehung: { ...zurueck, folge: { art: 'ersetzt', durch: 'neu' } },
    },
  ],
  [
    'Text aus Eintrag 7 (Ebene Land, Musterland) ausgesetzt: Er gilt nicht, bis ihn jemand wieder aufnimmt.',
    {
      art: 'aussetzung',
      fassung,
      aussetzung: { fassungId: 'fassung', istAusgesetzt: true, grund: '' },
    },
  ],
  [
    'Zeitgrenze „Hundegesetz“ (teilweises Inkrafttreten, §§ 3 bis 5) eingetragen: bestimmt auf den 1. Januar 2027 (GVOBl. M-V 2026 S. 812).',
    { art: 'zeitgrenze', vorher: null, zeitgrenze: teilweise },
  ],
  [
    'Zeitgrenze „Hundegesetz“ (Inkrafttreten) geändert. Bisher: geplant für den 1. Januar 2027. Jetzt: bestimmt auf den 1. April 2027 (GVOBl. M-V 2026 S. 812).',
    { art: 'zeitgrenze', vorher: geplant('2027-01-01'), zeitgrenze: bestimmt('2027-04-01') },
  ],
  [
    'Zeitgrenze „Hundegesetz“ (Inkrafttreten) abgesagt: Abgelehnt. Bisher: geplant für den 1. Januar 2027.',
    { art: 'zeitgrenze', vorher: geplant('2027-01-01'), zeitgrenze: abgesagt },
  ],
  [
    'Leistung „leistung personalausweis“ zum ersten Mal gespeichert.',
    { art: 'objekt', objekt: objekt(gespeicherteLeistung()), istErster: true },
  ],
  [
    'Zuständigkeit „organisationseinheit amt“ als zuständige Stelle (Musterland) gespeichert, beginnt am 1. Januar 2027, endet am 1. Januar 2028.',
    { art: 'objekt', objekt: zustaendig, istErster: false },
  ],
]

it.each(CASES)('%s', (sentence, wirkung) => {
  const said = sayWirkung(wirkung, {
    gebiet: () => 'Musterland',
    rechtsnorm: () => 'Hundegesetz',
    objekt: (art, id) => `${art} ${id}`,
    zeitgrenze: () => bestimmt('2027-01-01'),
    eintrag: () => 7,
  })
  expect(said).toBe(sentence)
})
