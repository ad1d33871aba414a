import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { angebotIn } from '#core/fassung/angebot.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  chronikWith,
  freigabe,
  freigegeben,
  gespeicherteModulsperre,
  gespeicherteRueckmeldung,
  gespeicherteSchweigefrist,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  gespeichertesAngebot,
  grundbestand,
} from '../../../tests/support/factories.ts'
import { anyHistory, anyTag } from '../../../tests/support/histories.ts'
import { snapshotOn } from './snapshot.ts'
import { schichtenIn, uebersichtOf, zustaendigkeitenIn } from './uebersicht.ts'
import { uebersichtOn } from './uebersichtOn.ts'

const bestand: readonly Aussage[] = [
  ...grundbestand(),
  gespeicherteStelle('amt'),
  gespeicherteZustaendigkeit({ id: 'z-land' }),
  gespeicherteZustaendigkeit({ id: 'z-ort', gebietId: 'gemeinde' }, am('2027-01-10')),
  // It was about another Leistung before.
  gespeicherteZustaendigkeit({ id: 'z-anders', leistungId: 'reisepass' }),
  gespeicherteZustaendigkeit({ id: 'z-anders' }, am('2027-01-05')),
  gespeicherteModulsperre({}, am('2027-01-08')),
  gespeicherteSchweigefrist({}, anZeitgrenze('z1')),
  gespeicherteRueckmeldung({}, '2027-01-02'),
  gespeichertesAngebot({}, am('2027-01-04')),
]

describe('every history, on every day, at every Kenntnisstand', () => {
  it('gives the same one by one as all at once', () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyTag,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (acts, stichtag, share) => {
          const chronik = chronikWith(...bestand, ...acts)
          const kenntnisstand = Math.round(newestFolgenummer(chronik) * share)
          const paar = { stichtag, kenntnisstand }
          const whole = uebersichtOf(snapshotOn(chronik, paar))
          const lazy = uebersichtOn(chronik, paar)
          for (const key of [...whole.snapshot.eintraege.keys(), 'fassung|x|land|land', 'x|y'])
            expect(lazy.snapshot.eintraege.get(key)).toEqual(whole.snapshot.eintraege.get(key))
          for (const id of ['personalausweis', 'reisepass']) {
            expect(lazy.leistungen.get(id)).toEqual(whole.leistungen.get(id))
            expect(lazy.modulsperren.get(id)).toEqual(whole.modulsperren.get(id))
            expect(lazy.schweigefristen.get(id)).toEqual(whole.schweigefristen.get(id))
            expect(lazy.rueckmeldungen.get(id)).toEqual(whole.rueckmeldungen.get(id))
            expect(lazy.angebote.get(id)).toEqual(whole.angebote.get(id))
            expect(schichtenIn(lazy, id, 'gemeinde')).toEqual(schichtenIn(whole, id, 'gemeinde'))
            expect(angebotIn(lazy, id, 'gemeinde')).toEqual(angebotIn(whole, id, 'gemeinde'))
            expect(new Set(lazy.fassungen.get(id))).toEqual(new Set(whole.fassungen.get(id)))
            expect(new Set(lazy.zustaendigkeiten.get(id))).toEqual(
              new Set(whole.zustaendigkeiten.get(id)),
            )
            expect(new Set(zustaendigkeitenIn(lazy, id, 'gemeinde'))).toEqual(
              new Set(zustaendigkeitenIn(whole, id, 'gemeinde')),
            )
          }
          expect(lazy.objekte('organisationseinheit', 'amt')).toEqual(
            whole.objekte('organisationseinheit', 'amt'),
          )
          expect(lazy.gebiete.byId).toEqual(whole.gebiete.byId)
          expect(new Map(lazy.snapshot.eintraege)).toEqual(new Map(whole.snapshot.eintraege))
        },
      ),
      { numRuns: 200 },
    )
  })
})

it('does not change when the log grows', () => {
  const chronik = chronikWith(...bestand, freigabe(freigegeben({ beginn: am('2026-01-01') })))
  const kenntnisstand = newestFolgenummer(chronik)
  const lazy = uebersichtOn(chronik, { stichtag: day('2027-01-01'), kenntnisstand })
  const later = freigegeben({ id: 'spaeter', beginn: am('2026-06-01') })
  const grown = chronikWith(
    ...bestand,
    freigabe(freigegeben({ beginn: am('2026-01-01') })),
    freigabe(later),
  )
  expect(newestFolgenummer(grown)).toBe(kenntnisstand + 1)
  const onGrown = uebersichtOn(grown, { stichtag: day('2027-01-01'), kenntnisstand })
  const key = 'fassung|personalausweis|land|land'
  expect(onGrown.snapshot.eintraege.get(key)).toEqual(lazy.snapshot.eintraege.get(key))
})
