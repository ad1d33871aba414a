import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { snapshotOn, sameEintrag } from '#core/log/snapshot.ts'
import { chronikWith } from '../../../tests/support/factories.ts'
import { anyHistory, anyTag } from '../../../tests/support/histories.ts'
import { applyDelta, compareKeys, diffSnapshots } from './delta.ts'

const anyState = fc
  .array(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'ä', '10', '9'), fc.integer({ min: 0, max: 3 })),
  )
  .map((entries) => new Map(entries))

describe('diffSnapshots', () => {
  it('has three words, in the order of keys', () => {
    const before = new Map([
      ['b', 1],
      ['c', 1],
      ['d', 1],
    ])
    const after = new Map([
      ['d', 1],
      ['c', 2],
      ['a', 1],
    ])
    expect(diffSnapshots(before, after, Object.is)).toEqual([
      { art: 'neu', key: 'a', nachher: 1 },
      { art: 'entfallen', key: 'b', vorher: 1 },
      { art: 'geaendert', key: 'c', vorher: 1, nachher: 2 },
    ])
  })

  it('applied to what was before gives what is after', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        expect(applyDelta(before, diffSnapshots(before, after, Object.is))).toEqual(after)
      }),
    )
  })

  it('is empty between equal states only', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        expect(diffSnapshots(before, before, Object.is)).toEqual([])
        const same =
          [...before].every(([key, value]) => after.get(key) === value) &&
          before.size === after.size
        expect(diffSnapshots(before, after, Object.is).length === 0).toBe(same)
      }),
    )
  })

  it('turned around is the way back', () => {
    fc.assert(
      fc.property(anyState, anyState, (before, after) => {
        const turned = diffSnapshots(after, before, Object.is)
        expect(turned.map(({ key }) => key)).toEqual(
          diffSnapshots(before, after, Object.is).map(({ key }) => key),
        )
        expect(applyDelta(after, turned)).toEqual(before)
      }),
    )
  })

  it('keeps the law between any two pairs of Stichtag and Kenntnisstand of any history', () => {
    fc.assert(
      fc.property(anyHistory, anyTag, anyTag, fc.nat(), (aussagen, from, to, seed) => {
        const chronik = chronikWith(...aussagen)
        const kenntnisstand = seed % (aussagen.length + 1)
        const before = snapshotOn(chronik, { stichtag: from, kenntnisstand }).eintraege
        const after = snapshotOn(chronik, {
          stichtag: to,
          kenntnisstand: aussagen.length,
        }).eintraege
        expect(applyDelta(before, diffSnapshots(before, after, sameEintrag))).toEqual(after)
      }),
      { numRuns: 300 },
    )
  })
})

describe('applyDelta', () => {
  it('leaves the state before as it is', () => {
    const before = new Map([['a', 1]])
    applyDelta(before, [
      { art: 'entfallen', key: 'a', vorher: 1 },
      { art: 'neu', key: 'b', nachher: 2 },
    ])
    expect([...before]).toEqual([['a', 1]])
  })
})

it('compareKeys orders by code units in every locale', () => {
  expect(['ä', 'b', 'Z', '10', '9', 'a'].sort(compareKeys)).toEqual(['10', '9', 'Z', 'a', 'b', 'ä'])
  expect(compareKeys('a', 'a')).toBe(0)
})
