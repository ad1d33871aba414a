import { describe, expect, it } from 'vitest'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  abgesagt,
  am,
  bestimmt,
  chronikWith,
  freigabe,
  freigegeben,
  geplant,
  unbestimmt,
  verkuendung,
} from '../../../tests/support/factories.ts'
import type { Zeitgrenze } from './zeitgrenze.ts'
import { absagen, berichtigen, checkVierAugen, touchesThePast, verlegen } from './verlegen.ts'

const heute = day('2026-11-24')
const augen = { von: 'lena', bestaetigtVon: 'olaf', grund: 'falsch abgeschrieben' }

describe('on 24 November 2026 verlegen', () => {
  it.each([
    ['sets a planned day', geplant('2027-01-01'), bestimmt('2027-01-01')],
    ['moves a coming day', bestimmt('2027-01-01'), bestimmt('2027-07-01')],
    ['un-sets a coming day', bestimmt('2027-01-01'), unbestimmt()],
  ])('%s', (_name, known, next) => {
    expect(verlegen(log(known), next, heute)).toEqual({ ok: true, value: next })
  })

  it.each([
    ['a day that has passed', bestimmt('2026-11-23'), 'zeitgrenze-day-has-passed'],
    ['a day that has come', bestimmt('2026-11-24'), 'zeitgrenze-day-has-passed'],
    ['a law that failed', abgesagt(), 'zeitgrenze-is-cancelled'],
    ['the day that it has', bestimmt('2027-07-01'), 'zeitgrenze-is-unchanged'],
    ['what the log does not know', undefined, 'zeitgrenze-is-unknown'],
  ])('refuses %s', (_name, known, code) => {
    expect(codesOf(verlegen(log(known), bestimmt('2027-07-01'), heute))).toEqual([code])
  })
})

describe('on 24 November 2026 the past is not rewritten in two steps', () => {
  const wasBestimmt = chronikWith(
    verkuendung(bestimmt('2027-01-01')),
    verkuendung(geplant('2027-01-01')),
  )

  it('a day that was announced once and un-set does not go into the past', () => {
    expect(codesOf(verlegen(wasBestimmt, bestimmt('2026-02-01'), heute))).toEqual([
      'zeitgrenze-day-has-passed',
    ])
    expect(berichtigen(wasBestimmt, bestimmt('2026-02-01'), heute, augen).ok).toBe(true)
  })

  it('a law that had a day once does not fail by itself where that brings a corrected text back into the past', () => {
    const text = freigegeben({ beginn: am('2026-11-01'), ende: am('2026-12-01') })
    const correction = {
      ...text,
      id: 'neu',
      berichtigt: text.id,
      beginn: anZeitgrenze('zeitgrenze'),
    }
    const chronik = chronikWith(
      freigabe(text),
      verkuendung(bestimmt('2026-11-01')),
      freigabe(correction),
      verkuendung(unbestimmt()),
    )
    expect(codesOf(absagen(chronik, 'zeitgrenze', 'abgelehnt', heute))).toEqual([
      'zeitgrenze-day-has-passed',
    ])
    expect(berichtigen(chronik, abgesagt(), heute, augen).ok).toBe(true)
  })

  it('a first announcement may name a passed day, learnt late', () => {
    expect(verlegen(log(geplant('2026-10-01')), bestimmt('2026-10-01'), heute).ok).toBe(true)
  })

  it('a law whose text has begun before the day of the law is corrected, not moved or abgesagt', () => {
    const chronik = chronikWith(
      verkuendung(bestimmt('2027-01-01')),
      freigabe(freigegeben({ id: 'alt', beginn: am('2026-01-01') })),
      freigabe(freigegeben({ id: 'vorher', beginn: anZeitgrenze('zeitgrenze', -60) })),
    )
    expect(codesOf(verlegen(chronik, bestimmt('2027-07-01'), heute))).toEqual([
      'zeitgrenze-day-has-passed',
    ])
    expect(codesOf(absagen(chronik, 'zeitgrenze', 'abgelehnt', heute))).toEqual([
      'zeitgrenze-day-has-passed',
    ])
    expect(berichtigen(chronik, bestimmt('2027-07-01'), heute, augen).ok).toBe(true)
  })

  it('a clause that says another day than the new one is left behind', () => {
    const klausel = { art: 'fester-tag', tag: day('2027-01-01') } as const
    const known = { ...bestimmt('2027-01-01'), klausel }
    expect(verlegen(log(known), { ...bestimmt('2027-07-01'), klausel }, heute)).toEqual({
      ok: true,
      value: bestimmt('2027-07-01'),
    })
    const fresh = { ...bestimmt('2027-07-01'), klausel: { ...klausel, tag: day('2027-07-01') } }
    expect(verlegen(log(known), fresh, heute)).toEqual({ ok: true, value: fresh })
  })

  it('failing is an act of its own', () => {
    expect(codesOf(verlegen(log(bestimmt('2027-01-01')), abgesagt(), heute))).toEqual([
      'zeitgrenze-needs-command',
    ])
  })
})

describe('on 24 November 2026 absagen', () => {
  it('keeps what the Zeitgrenze is about, and why the law failed', () => {
    const known = { ...bestimmt('2027-01-01'), teile: '§ 3', redaktionId: 'land' }
    expect(absagen(log(known), 'zeitgrenze', ' abgelehnt ', heute)).toEqual({
      ok: true,
      value: {
        id: 'zeitgrenze',
        rechtsnormId: 'gesetz',
        art: 'inkrafttreten',
        wortlaut: null,
        teile: '§ 3',
        redaktionId: 'land',
        stand: 'abgesagt',
        grund: 'abgelehnt',
      },
    })
  })

  it.each([
    ['without a reason', unbestimmt(), '  ', 'reason-is-missing'],
    ['twice', abgesagt(), 'abgelehnt', 'zeitgrenze-is-cancelled'],
    ['after the day has come', bestimmt('2026-11-24'), 'abgelehnt', 'zeitgrenze-day-has-passed'],
    ['of what the log does not know', undefined, 'abgelehnt', 'zeitgrenze-is-unknown'],
  ])('is refused %s', (_name, known, grund, code) => {
    expect(codesOf(absagen(log(known), 'zeitgrenze', grund, heute))).toEqual([code])
  })
})

describe('on 24 November 2026 berichtigen', () => {
  it.each([
    ['a passed day', bestimmt('2026-10-01'), bestimmt('2026-12-01')],
    ['today', bestimmt('2026-11-24'), bestimmt('2026-12-01')],
    ['a passed day that was never announced', bestimmt('2026-10-01'), unbestimmt()],
    ['a coming day that was in truth a passed one', bestimmt('2027-01-01'), bestimmt('2026-10-01')],
  ])('changes %s', (_name, known, next) => {
    expect(touchesThePast(log(known), next, heute)).toBe(true)
    expect(berichtigen(log(known), next, heute, augen)).toEqual({ ok: true, value: next })
  })

  it.each([
    ['a coming day', bestimmt('2027-01-01'), 'zeitgrenze-day-has-not-passed'],
    ['what never took effect', unbestimmt(), 'zeitgrenze-day-has-not-passed'],
    ['a law that failed', abgesagt(), 'zeitgrenze-is-cancelled'],
  ])('is not for %s', (_name, known, code) => {
    expect(codesOf(berichtigen(log(known), bestimmt('2027-07-01'), heute, augen))).toEqual([code])
  })

  it.each([
    ['nobody else', { ...augen, bestaetigtVon: 'lena' }, 'second-person-is-missing'],
    ['nobody', { ...augen, bestaetigtVon: '' }, 'second-person-is-missing'],
    ['somebody without a reason', { ...augen, grund: '\n' }, 'reason-is-missing'],
  ])('is not confirmed by %s', (_name, eyes, code) => {
    expect(codesOf(checkVierAugen(eyes))).toEqual([code])
    expect(codesOf(berichtigen(log(bestimmt('2026-10-01')), unbestimmt(), heute, eyes))).toEqual([
      code,
    ])
  })
})

function log(known: Zeitgrenze | undefined) {
  return chronikWith(...(known ? [verkuendung(known)] : []))
}

function codesOf(result: ReturnType<typeof verlegen> | ReturnType<typeof checkVierAugen>) {
  return result.ok ? [] : result.problems.map(({ code }) => code)
}
