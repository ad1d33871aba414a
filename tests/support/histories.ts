import fc from 'fast-check'
import type { Freigegeben, Variante } from '#core/fassung/fassung.ts'
import { anZeitgrenze, festerTag, type Anker } from '#core/rechtsnorm/anker.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import {
  bestimmt,
  freigabe,
  freigabeVariante,
  freigegeben,
  geplant,
  gespeicherteStelle,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from './factories.ts'

/**
 * Random histories: what may happen to the texts of a few rows in a small office. Few days and few Zeitgrenzen, so that
 * texts meet, overtake each other and fall together all the time.
 */

export const ERSTER_TAG = day('2027-01-01')
const TAGE = 24
const ZEITGRENZEN = ['z1', 'z2', 'z3'] as const
const REIHEN = [
  { ebene: 'land', gebietId: 'land' },
  { ebene: 'gemeinde', gebietId: 'gemeinde' },
] as const

/** All days on which something may happen in a random history, with two before and after. */
export const ALLE_TAGE: readonly CalendarDay[] = Array.from({ length: 2 * TAGE + 4 }, (_, index) =>
  addDays(ERSTER_TAG, index - 2),
)

/** Any day of the history. */
export const anyTag: fc.Arbitrary<CalendarDay> = fc
  .integer({ min: 0, max: TAGE - 1 })
  .map((offset) => addDays(ERSTER_TAG, offset))

/** Any anchor: a fixed day, or one of the Zeitgrenzen with a small offset. */
const anyAnker: fc.Arbitrary<Anker> = fc.oneof(
  anyTag.map((tag) => festerTag(tag)),
  fc
    .tuple(fc.constantFrom(...ZEITGRENZEN), fc.integer({ min: -3, max: 10 }))
    .map(([id, tage]) => anZeitgrenze(id, tage)),
)

/** A history of acts, one Aussage each, in which related texts are older texts of the same row. */
export const anyHistory: fc.Arbitrary<readonly Aussage[]> = historyOf(2)

/** The same within one row. */
export const anyRow: fc.Arbitrary<readonly Aussage[]> = historyOf(1)

type Act = (
  released: readonly Freigegeben[],
  number: number,
  varianten: readonly Variante[],
) => Aussage | null

function historyOf(reihen: 1 | 2): fc.Arbitrary<readonly Aussage[]> {
  const act = fc.oneof(
    { weight: 5, arbitrary: anyRelease(reihen) },
    { weight: 3, arbitrary: anyMove() },
    { weight: 2, arbitrary: anyWithdrawal() },
    { weight: reihen - 1, arbitrary: anyVariante() },
    { weight: reihen - 1, arbitrary: anyVariantWithdrawal() },
    { weight: reihen - 1, arbitrary: anyOffice() },
  )
  return fc.array(act, { maxLength: 14 }).map(play)
}

function play(acts: readonly Act[]): readonly Aussage[] {
  const released: Freigegeben[] = []
  const varianten: Variante[] = []
  return acts.flatMap((act, index) => {
    const aussage = act(released, index + 1, varianten)
    if (aussage?.klasse === 'fassung') released.push(aussage.fassung)
    if (aussage?.klasse === 'variante') varianten.push(aussage.variante)
    return aussage ?? []
  })
}

function anyRelease(reihen: 1 | 2): fc.Arbitrary<Act> {
  return fc
    .record({
      reihe: fc.constantFrom(...REIHEN.slice(0, reihen)),
      beginn: anyAnker,
      ende: sometimes(1, anyAnker),
      danach: fc.constantFrom('nichts' as const, 'vorgaenger' as const),
      basis: sometimes(1, fc.nat()),
      berichtigt: sometimes(3, fc.nat()),
    })
    .map(({ reihe, basis, berichtigt, ...rest }) => (released, number) => {
      const row = released.filter(({ ebene }) => ebene === reihe.ebene)
      return freigabe(
        freigegeben({
          ...reihe,
          ...rest,
          id: `f${number}`,
          inhalt: `hash-${number}`,
          basis: pick(row, basis)?.id ?? null,
          berichtigt: pick(row, berichtigt)?.id ?? null,
        }),
      )
    })
}

function anyMove(): fc.Arbitrary<Act> {
  return fc
    .tuple(
      fc.constantFrom(...ZEITGRENZEN),
      anyTag,
      fc.constantFrom('bestimmt', 'bestimmt', 'geplant', 'unbestimmt'),
    )
    .map(([id, tag, stand]) => () => {
      if (stand === 'unbestimmt') return verkuendung(unbestimmt(id))
      return verkuendung(stand === 'bestimmt' ? bestimmt(tag, id) : geplant(tag, id))
    })
}

function anyWithdrawal(): fc.Arbitrary<Act> {
  return fc
    .record({
      which: fc.nat(),
      ab: sometimes(1, anyTag),
      art: fc.constantFrom('vorgaenger' as const, 'leistung-endet' as const, 'ersetzt' as const),
    })
    .map(({ which, ab, art }) => (released) => {
      const fassung = pick(released, which)
      const other = pick(released, which + 1)
      if (!fassung || !other) return null
      const folge = art === 'ersetzt' ? { art, durch: other.id } : { art }
      return zurueckziehung(fassung.id, { ab, folge })
    })
}

function anyVariante(): fc.Arbitrary<Act> {
  return fc.nat().map((which) => (released, number) => {
    const fassung = pick(released, which)
    return fassung
      ? freigabeVariante({ id: `v${number}`, fassungId: fassung.id, inhalt: `hash-v${number}` })
      : null
  })
}

function anyVariantWithdrawal(): fc.Arbitrary<Act> {
  return fc
    .record({ which: fc.nat(), ab: sometimes(1, anyTag) })
    .map(({ which, ab }) => (_released, _number, varianten) => {
      const variante = pick(varianten, which)
      return variante ? zurueckziehung(variante.id, { ab }) : null
    })
}

/** Saved a day after the act before. */
function anyOffice(): fc.Arbitrary<Act> {
  return fc
    .record({ beginn: anyAnker, ende: sometimes(1, anyAnker) })
    .map((days) => (_released, number) => {
      const gespeichertAm = addDays(ERSTER_TAG, number)
      return gespeicherteStelle('amt', { ...days, gespeichertAm, inhalt: `hash-amt-${number}` })
    })
}

/** Null `nothing` times as often as a value. */
function sometimes<T>(nothing: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: nothing, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
}

function pick<T>(list: readonly T[], which: number | null): T | undefined {
  return which === null || list.length === 0 ? undefined : list[which % list.length]
}
