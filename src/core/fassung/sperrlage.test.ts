import { describe, expect, it } from 'vitest'
import { newestPair, gebieteOn } from '#core/log/snapshot.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  abgesagt,
  am,
  bestimmt,
  chronikWith,
  entwurf,
  ergaenzen,
  ersetzen,
  gespeicherteModulsperre,
  grundbestand,
  inhalt,
  unbestimmt,
  verkuendung,
} from '../../../tests/support/factories.ts'
import type { Entwurf } from './fassung.ts'
import { freigeben } from './freigeben.ts'
import { pruefeSperren, sperrenUeber } from './sperrlage.ts'

const GESETZ = anZeitgrenze('zeitgrenze')
const ORT = { ebene: 'gemeinde', gebietId: 'gemeinde', beginn: am('2026-12-01') } as const

describe('a text of a Gemeinde from 1 December 2026 on', () => {
  it.each([
    ['a lock from ever on', [gespeicherteModulsperre()], ['2026-12-01']],
    ['a lock from a later day on', [gespeicherteModulsperre({}, am('2027-01-01'))], ['2027-01-01']],
    [
      'a lock that has ended by then',
      [gespeicherteModulsperre({}, am('2026-01-01'), am('2026-12-01'))],
      [],
    ],
    [
      'a lock of a law that is announced',
      [verkuendung(bestimmt('2027-01-01')), gespeicherteModulsperre({}, GESETZ)],
      ['2027-01-01'],
    ],
    [
      'a lock of a law without a day',
      [verkuendung(unbestimmt()), gespeicherteModulsperre({}, GESETZ)],
      [null],
    ],
    [
      'a lock of a law that failed',
      [verkuendung(abgesagt()), gespeicherteModulsperre({}, GESETZ)],
      [],
    ],
    [
      'a lock of its own layer',
      [gespeicherteModulsperre({ ebene: 'gemeinde', gebietId: 'gemeinde' })],
      [],
    ],
    ['a lock elsewhere', [gespeicherteModulsperre({ ebene: 'kreis', gebietId: 'stadt' })], []],
    ['a lock of another Leistung', [gespeicherteModulsperre({ leistungId: 'reisepass' })], []],
  ])('meets or does not meet %s', (_name, said, days) => {
    expect(lagen(said, entwurf(ORT)).map(({ ab }) => ab)).toEqual(days)
  })

  it('that ends before a lock begins does not meet it', () => {
    const text = entwurf({ ...ORT, ende: am('2027-01-01') })
    expect(lagen([gespeicherteModulsperre({}, am('2027-01-01'))], text)).toEqual([])
  })
})

describe('the warning of a lock', () => {
  const worte = {
    ersetzt: { kurztext: ersetzen('Eigenes') },
    ergaenzt: { kurztext: ergaenzen('Zusatz') },
    anderes: { volltext: ersetzen('Anderes') },
  }

  it.each([
    ['unveraenderlich', 'ersetzt', 1],
    ['unveraenderlich', 'ergaenzt', 1],
    ['nur-ergaenzen', 'ersetzt', 1],
    ['nur-ergaenzen', 'ergaenzt', 0],
    ['unveraenderlich', 'anderes', 0],
  ] as const)('%s: a text that %s has %i', (art, name, count) => {
    const found = lagen([gespeicherteModulsperre({ art })], entwurf(ORT))
    expect(pruefeSperren(worte[name], found)).toHaveLength(count)
  })

  it('names the module, the day and the reason, and does not stop the release', () => {
    const chronik = chronikWith(
      [...grundbestand()],
      gespeicherteModulsperre({ grund: 'Landesweit einheitlich.' }, am('2027-01-01')),
    )
    const gebiete = gebieteOn(chronik, newestPair(chronik, day('2026-11-24')))
    const text = entwurf({ ...ORT, inhalt: inhalt({ kurztext: ersetzen('<p>Eigenes</p>') }) })
    expect(freigeben(text, chronik, gebiete)).toMatchObject({
      ok: true,
      value: {
        warnungen: [
          {
            schwere: 'warnung',
            code: 'module-is-locked',
            modul: 'kurztext',
            angaben: { modul: 'kurztext', ab: '2027-01-01', grund: 'Landesweit einheitlich' },
          },
        ],
      },
    })
  })
})

function lagen(said: readonly Aussage[], text: Entwurf) {
  const chronik = chronikWith([...grundbestand()], ...said)
  return sperrenUeber(text, chronik, gebieteOn(chronik, newestPair(chronik, day('2026-11-24'))))
}
