import { expect, it } from 'vitest'
import { STRUKTURMODULNAMEN, TEXTMODULNAMEN, type FassungInhalt } from '#core/fassung/module.ts'
import { snapshotOn } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import { day } from '#core/zeit/day.ts'
import {
  LAND,
  am,
  chronikWith,
  ersetzen,
  freigabe,
  freigegeben,
  grundbestand,
  hashInhalt,
} from '../../tests/support/factories.ts'
import { presentLeistung } from './present.ts'

const links = { text: '', links: [] }
const STRUKTUR: FassungInhalt = {
  frist: { modus: 'ersetzen', wert: { ...links, fristen: [] } },
  kosten: { modus: 'ersetzen', wert: { ...links, kosten: [] } },
  bearbeitungsdauer: { modus: 'ersetzen', wert: { ...links, dauern: [] } },
  begriffe: { modus: 'ersetzen', wert: { begriffe: [] } },
  fachlicheFreigabe: { modus: 'ersetzen', wert: { am: null, durch: [] } },
  auskunftshinweis: { modus: 'ersetzen', wert: links },
  dokumente: { modus: 'ersetzen', wert: { ...links, eingehend: [], ausgehend: [] } },
  ursprungsportal: { modus: 'ersetzen', wert: { portale: [] } },
}

it('shows every module but the hints for 115 agents', () => {
  const words = Object.fromEntries(TEXTMODULNAMEN.map((name) => [name, ersetzen(name)]))
  const inhalt: FassungInhalt = { ...STRUKTUR, ...words }
  const hash = hashInhalt(inhalt)
  const fassung = freigegeben({ beginn: am('2026-01-01'), inhalt: hash })
  const chronik = chronikWith([...grundbestand()], freigabe(fassung))
  const uebersicht = uebersichtOf(
    snapshotOn(chronik, { stichtag: day('2027-01-01'), kenntnisstand: 2 }),
  )
  const frage = { uebersicht, leistungId: fassung.leistungId, gebiet: LAND, sprache: 'de' as const }
  const answer = presentLeistung(frage, {
    chronik,
    inhalte: new Map([[hash, inhalt]]),
    hash: hashInhalt,
  })
  const shown = answer?.module.map(({ modul }) => modul)
  const expected = [...TEXTMODULNAMEN, ...STRUKTURMODULNAMEN].filter(
    (name) => name !== 'auskunftshinweis',
  )
  expect([...(shown ?? [])].sort()).toEqual([...expected].sort())
  expect(answer?.name).toBe('leistungsbezeichnungII')
})
