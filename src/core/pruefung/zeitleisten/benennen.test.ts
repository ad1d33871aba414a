import { expect, it } from 'vitest'
import {
  bestimmt,
  freigabe,
  freigabeVariante,
  freigegeben,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  grundbestand,
  verkuendung,
} from '../../../../tests/support/factories.ts'
import { pruefstoff } from '../../../../tests/support/pruefstoff.ts'
import { nameOfGegenstand } from './benennen.ts'

const stoff = pruefstoff(
  '2026-11-24',
  [
    ...grundbestand(),
    freigabe(freigegeben({ ebene: 'gemeinde', gebietId: 'stadt' })),
    freigabeVariante(),
    gespeicherteZustaendigkeit({ gebietId: 'stadt' }),
    gespeicherteStelle('amt'),
    verkuendung(bestimmt('2027-01-01')),
  ],
  { objektinhalte: new Map([['hash-amt', { name: 'Bürgeramt' }]]) },
)

it.each([
  ['fassung', 'fassung', 'Personalausweis – Musterstadt'],
  ['fassung', 'fassung-en', 'Personalausweis – Musterstadt (Englisch)'],
  ['fassung', 'unbekannt', 'Fassung'],
  ['zeitgrenze', 'zeitgrenze', 'Mustergesetz: Inkrafttreten'],
  ['rechtsnorm', 'gesetz', 'Mustergesetz'],
  ['organisationseinheit', 'amt', 'Bürgeramt'],
  ['organisationseinheit', 'unbekannt', 'Organisationseinheit'],
  ['zustaendigkeit', 'zustaendigkeit', 'Zuständigkeit: Personalausweis – Musterstadt'],
  ['gebiet', 'stadt', 'Musterstadt'],
] as const)('%s %s is called %s', (art, id, name) => {
  expect(nameOfGegenstand(stoff, { art, id })).toBe(name)
})
