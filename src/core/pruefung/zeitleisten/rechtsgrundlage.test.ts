import { describe, expect, it } from 'vitest'
import type { Freigegeben } from '#core/fassung/fassung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import {
  am,
  bestimmt,
  freigabe,
  freigegeben,
  geplant,
  grundbestand,
  verkuendung,
} from '../../../../tests/support/factories.ts'
import { pruefstoff, rechtsnorm } from '../../../../tests/support/pruefstoff.ts'
import { pruefeRechtAusserKraft, pruefeTextOhneRecht } from './rechtsgrundlage.ts'
import { pruefstandOf, type Zeitpruefung } from './stand.ts'

const check = (pruefung: Zeitpruefung, heute: string, aussagen: readonly Aussage[]) =>
  pruefung(pruefstandOf(pruefstoff(heute, aussagen))).map(
    ({ gegenstand, seit, angaben }) =>
      `${gegenstand.id} ${seit} ${String(angaben['inkraft'] ?? '')}`,
  )

/** A text that names the law of the factories. */
const text = (differences: Partial<Freigegeben> = {}): Freigegeben =>
  freigegeben({ rechtsnormIds: ['gesetz'], ...differences })

const endet = (tag: string): Zeitgrenze => ({ ...bestimmt(tag, 'ende'), art: 'ausserkrafttreten' })

describe('a text before its law', () => {
  const inKraft = verkuendung(bestimmt('2027-01-01'))

  it('begins on New Year’s Eve while the law enters into force on New Year’s Day', () => {
    const early = freigabe(text({ beginn: am('2026-12-31') }))
    expect(check(pruefeTextOhneRecht, '2026-11-24', [inKraft, early])).toEqual([
      'fassung 2026-12-31 2027-01-01',
    ])
  })

  it('is none on the day of Inkrafttreten, or when it hangs on it', () => {
    const same = freigabe(text({ beginn: am('2027-01-01') }))
    const anchored = freigabe(text({ beginn: anZeitgrenze('zeitgrenze') }))
    expect(check(pruefeTextOhneRecht, '2026-11-24', [inKraft, same])).toEqual([])
    expect(check(pruefeTextOhneRecht, '2026-11-24', [inKraft, anchored])).toEqual([])
  })

  it('holds while the law is only geplant', () => {
    const log = [verkuendung(geplant('2027-01-01')), freigabe(text({ beginn: am('2027-02-01') }))]
    expect(check(pruefeTextOhneRecht, '2026-11-24', log)).toEqual(['fassung 2027-02-01 '])
  })

  it('is no finding any more once the law is in force', () => {
    const early = freigabe(text({ beginn: am('2026-12-31') }))
    expect(check(pruefeTextOhneRecht, '2026-12-31', [inKraft, early])).toHaveLength(1)
    expect(check(pruefeTextOhneRecht, '2027-01-01', [inKraft, early])).toEqual([])
  })

  it('is none where the register knows no Inkrafttreten of the law', () => {
    const log = [verkuendung(endet('2030-01-01')), freigabe(text({ beginn: am('2026-12-31') }))]
    expect(check(pruefeTextOhneRecht, '2026-11-24', log)).toEqual([])
    const alone = freigabe(text({ beginn: am('2026-12-31'), rechtsnormIds: ['unbekannt'] }))
    expect(check(pruefeTextOhneRecht, '2026-11-24', [inKraft, alone])).toEqual([])
  })

  it('may rest on a part that enters into force before, where that part reaches its area', () => {
    const teil = (gebietIds: readonly string[]) =>
      verkuendung({ ...bestimmt('2026-12-01', 'teil'), art: 'teilinkrafttreten', gebietIds })
    const log = (gebietId: string, ebene: 'gemeinde' | 'land', part: Aussage) => [
      ...grundbestand(),
      inKraft,
      part,
      freigabe(text({ beginn: am('2026-12-31'), gebietId, ebene })),
    ]
    const gemeinde = log('gemeinde', 'gemeinde', teil(['kreis']))
    expect(check(pruefeTextOhneRecht, '2026-11-24', gemeinde)).toEqual([])
    const stadt = log('stadt', 'gemeinde', teil(['kreis']))
    expect(check(pruefeTextOhneRecht, '2026-11-24', stadt)).toHaveLength(1)
  })
})

describe('a law out of force with its text still there', () => {
  it('ends on 30 June with the text holding on', () => {
    const log = [verkuendung(endet('2027-07-01')), freigabe(text())]
    expect(check(pruefeRechtAusserKraft, '2026-11-24', log)).toEqual(['fassung 2027-07-01 '])
  })

  it('is none where the text ends on the first day without force', () => {
    const log = [verkuendung(endet('2027-07-01')), freigabe(text({ ende: am('2027-07-01') }))]
    expect(check(pruefeRechtAusserKraft, '2026-11-24', log)).toEqual([])
  })

  it('is one where the text holds for that one day', () => {
    const log = [verkuendung(endet('2027-07-01')), freigabe(text({ ende: am('2027-07-02') }))]
    expect(check(pruefeRechtAusserKraft, '2026-11-24', log)).toEqual(['fassung 2027-07-01 '])
  })

  it('is none where another law that the text names goes on, or where the end is only geplant', () => {
    const both = freigabe(text({ rechtsnormIds: ['gesetz', 'andere'] }))
    expect(
      check(pruefeRechtAusserKraft, '2026-11-24', [verkuendung(endet('2027-07-01')), both]),
    ).toEqual([])
    const planned: Zeitgrenze = { ...geplant('2027-07-01', 'ende'), art: 'ausserkrafttreten' }
    expect(
      check(pruefeRechtAusserKraft, '2026-11-24', [verkuendung(planned), freigabe(text())]),
    ).toEqual([])
  })

  it('is none where the law comes back on the day of its end', () => {
    const log = [
      verkuendung(endet('2027-07-01')),
      verkuendung(bestimmt('2027-07-01', 'neu')),
      freigabe(text()),
    ]
    expect(check(pruefeRechtAusserKraft, '2026-11-24', log)).toEqual([])
  })

  it('names the law as people call it, and belongs to the team of the text', () => {
    const stoff = pruefstoff('2026-11-24', [verkuendung(endet('2027-07-01')), freigabe(text())], {
      rechtsnormen: new Map([['gesetz', rechtsnorm({ kurztitel: 'Hundegesetz' })]]),
    })
    expect(pruefeRechtAusserKraft(pruefstandOf(stoff))).toMatchObject([
      {
        schluessel: 'recht-ausser-kraft:fassung:fassung',
        redaktionId: 'landesredaktion',
        ziel: '/admin/collections/fassungen/fassung',
        angaben: { rechtsnorm: 'Hundegesetz' },
      },
    ])
  })
})
