import { describe, expect, it } from 'vitest'
import { parseCron } from '#core/zeit/cron.ts'
import type { Lauf } from '#ports/lieferung.ts'
import { faelligFor } from './faellig.ts'

const NACHTS = cron('5 0 * * *')
const seit = '2026-11-20T08:00:00.000Z'

describe('faelligFor', () => {
  it.each([
    ['a new target before its first instant', null, '2026-11-20T22:00:00.000Z', { art: 'nichts' }],
    ['a new target at its first instant', null, '2026-11-20T23:05:00.000Z', neu('2026-11-20')],
    [
      'after four nights asleep: only the newest',
      null,
      '2026-11-24T09:00:00.000Z',
      neu('2026-11-23'),
    ],
    [
      'delivered, nothing new is due',
      lauf('2026-11-23'),
      '2026-11-24T09:00:00.000Z',
      { art: 'nichts' },
    ],
    [
      'delivered, the next night',
      lauf('2026-11-23'),
      '2026-11-24T23:05:10.000Z',
      neu('2026-11-24'),
    ],
  ])('%s', (_name, newest, jetzt, expected) => {
    expect(faelligFor({ seit }, NACHTS, newest, jetzt)).toEqual(expected)
  })

  it.each([
    [
      'over the change to summer time',
      '2027-03-25',
      '2027-04-01T06:00:00.000Z',
      '2027-03-31T22:05',
    ],
    [
      'over the change to winter time',
      '2027-10-27',
      '2027-11-03T06:00:00.000Z',
      '2027-11-02T23:05',
    ],
    ['over 29 February', '2028-02-26', '2028-03-04T06:00:00.000Z', '2028-03-03T23:05'],
    ['over the turn of the year', '2026-12-28', '2027-01-04T06:00:00.000Z', '2027-01-03T23:05'],
  ])('a week off %s: one run, the newest, for all nights missed', (_name, last, jetzt, due) => {
    const faellig = faelligFor({ seit }, NACHTS, lauf(last), jetzt)
    expect(faellig).toEqual({ art: 'neu', faelligAm: `${due}:00.000Z`, verwaist: null })
    const done = { ...lauf(last), faelligAm: `${due}:00.000Z` }
    expect(faelligFor({ seit }, NACHTS, done, jetzt)).toEqual({ art: 'nichts' })
  })

  it('waits while a run is alive, even when the next one is due', () => {
    const alive = lauf('2026-11-22', { ergebnis: 'laeuft', leaseBis: '2026-11-24T09:00:30.000Z' })
    const faellig = faelligFor({ seit }, NACHTS, alive, '2026-11-24T09:00:00.000Z')
    expect(faellig).toEqual({ art: 'nichts' })
  })

  it('takes over a run whose lease is over', () => {
    const dead = lauf('2026-11-23', { ergebnis: 'laeuft', leaseBis: '2026-11-23T23:06:00.000Z' })
    const faellig = faelligFor({ seit }, NACHTS, dead, '2026-11-23T23:06:00.000Z')
    expect(faellig).toEqual({ art: 'wiederholen', lauf: dead })
  })

  it('closes it when a newer one is due', () => {
    const dead = lauf('2026-11-22', { ergebnis: 'laeuft', leaseBis: '2026-11-22T23:06:00.000Z' })
    const faellig = faelligFor({ seit }, NACHTS, dead, '2026-11-24T09:00:00.000Z')
    expect(faellig).toEqual({ ...neu('2026-11-23'), verwaist: dead })
  })

  it('gives up a run whose process died at its last try', () => {
    const leaseBis = '2026-11-23T23:40:00.000Z'
    const dead = lauf('2026-11-23', { ergebnis: 'laeuft', versuche: 4, leaseBis })
    const faellig = faelligFor({ seit }, NACHTS, dead, '2026-11-24T09:00:00.000Z')
    expect(faellig).toEqual({ art: 'aufgeben', lauf: dead })
  })

  it.each([
    [1, '23:06:09', 'nichts'],
    [1, '23:06:10', 'wiederholen'],
    [2, '23:10:09', 'nichts'],
    [2, '23:10:10', 'wiederholen'],
    [3, '23:20:09', 'nichts'],
    [3, '23:20:10', 'wiederholen'],
    [4, '23:59:59', 'nichts'],
  ])('after try %i has failed, at %s: %s', (versuche, time, art) => {
    const failed = lauf('2026-11-23', { ergebnis: 'gescheitert', versuche, dauerMs: 10_000 })
    const faellig = faelligFor({ seit }, NACHTS, failed, `2026-11-23T${time}.000Z`)
    expect(faellig.art).toBe(art)
  })
})

function neu(tag: string) {
  return { art: 'neu', faelligAm: `${tag}T23:05:00.000Z`, verwaist: null }
}

function lauf(tag: string, differences: Partial<Lauf> = {}): Lauf {
  return {
    lieferzielId: 'ziel',
    faelligAm: `${tag}T23:05:00.000Z`,
    ergebnis: 'geliefert',
    begonnenAm: `${tag}T23:05:00.000Z`,
    dauerMs: 0,
    versuche: 1,
    leaseBis: null,
    ...differences,
  }
}

function cron(expression: string) {
  const parsed = parseCron(expression)
  if (!parsed.ok) throw new Error(`refused: ${expression}`)
  return parsed.value
}
