import { describe, expect, it } from 'vitest'
import type { Rueckmeldung, Schweigefrist } from '#core/fassung/schweigefrist.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { indexGebiete } from '#core/gebiet/gebiet.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  ALLE_GEBIETE,
  am,
  bestimmt,
  chronikWith,
  ergaenzen,
  ersetzen,
  freigabe,
  freigegeben,
  grundbestand,
  hashInhalt,
  inhalt,
  verkuendung,
} from '../../../tests/support/factories.ts'
import { bedrohungenOf, inhalteOfBedrohungen, schweigeaufgaben } from './schweigeaufgaben.ts'

const gebiete = indexGebiete(ALLE_GEBIETE)
const EIGEN = inhalt({ kurztext: ersetzen('<p>Unser Text.</p>') })

function frist(differences: Partial<Schweigefrist> = {}): Aussage {
  const wert: Schweigefrist = {
    id: 'frist',
    leistungId: 'personalausweis',
    ebene: 'land',
    gebietId: 'land',
    module: ['kurztext', 'teaser'],
    redaktionId: 'landesredaktion',
    abstimmungId: 'abstimmung',
    tage: 10,
    fristende: day('2026-12-15'),
    begonnenAm: day('2026-11-20'),
    ...differences,
  }
  const kopf = { id: wert.id, beginn: anZeitgrenze('zeitgrenze'), ende: null }
  const gespeichertAm = day('2026-11-20')
  const objekt = { ...kopf, gespeichertAm, art: 'schweigefrist', wert } as const
  return { klasse: 'objekt', objekt, pult: null }
}

function rueckmeldung(module: Rueckmeldung['module']): Aussage {
  const wert: Rueckmeldung = {
    id: 'frist.gemeinde.gemeinde',
    schweigefristId: 'frist',
    leistungId: 'personalausweis',
    ebene: 'gemeinde',
    gebietId: 'gemeinde',
    module,
    redaktionId: 'dorf',
    satz: null,
  }
  const beginn = festerTag(day('2026-11-24'))
  const objekt = { id: wert.id, beginn, ende: null, art: 'rueckmeldung', wert } as const
  return { klasse: 'objekt', objekt, pult: null }
}

/** What the Redaktion `dorf` has to answer, as days, when its text has these words. */
function bis(heute: string, words: FassungInhalt, ...said: readonly Aussage[]) {
  const text = freigegeben({
    id: 'eigen',
    ebene: 'gemeinde',
    gebietId: 'gemeinde',
    redaktionId: 'dorf',
    beginn: am('2026-01-01'),
    inhalt: hashInhalt(words),
  })
  const chronik = chronikWith(
    grundbestand(),
    verkuendung(bestimmt('2027-01-01')),
    freigabe(freigegeben({ beginn: am('2026-01-01') })),
    freigabe(text),
    ...said,
  )
  const bedroht = bedrohungenOf(chronik, gebiete, new Set(['dorf']), day(heute))
  const inhalte = new Map(inhalteOfBedrohungen(bedroht).map((hash) => [hash, words]))
  return schweigeaufgaben(bedroht, inhalte, () => 'Text des Dorfs').map((each) => each.bis)
}

describe('a Schweigefrist', () => {
  it.each([
    ['on its last day', '2026-12-15', ['2026-12-15']],
    ['the day after: silence has spoken', '2026-12-16', []],
  ])('is a task %s', (_name, heute, expected) => {
    expect(bis(heute, EIGEN, frist())).toEqual(expected)
  })

  it('threatens what replaces, not what supplements, and only its own modules', () => {
    expect(bis('2026-12-01', { kurztext: ergaenzen('<p>Dazu.</p>') }, frist())).toEqual([])
    expect(bis('2026-12-01', { volltext: ersetzen('<p>Unser.</p>') }, frist())).toEqual([])
    expect(bis('2026-12-01', EIGEN, frist({ leistungId: 'andere' }))).toEqual([])
  })

  it('is no task any more when the Kommune has answered, until it takes that back', () => {
    expect(bis('2026-12-01', EIGEN, frist(), rueckmeldung(['kurztext']))).toEqual([])
    const back = [rueckmeldung(['kurztext']), rueckmeldung([])]
    expect(bis('2026-12-01', EIGEN, frist(), ...back)).toEqual(['2026-12-15'])
  })
})
