import express from 'express'
import ICAL from 'ical.js'
import request from 'supertest'
import { describe, expect, it } from 'vitest'
import type { Chronik } from '#core/log/chronik.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day, type CalendarDay } from '#core/zeit/day.ts'
import { createKalenderFeed } from '#feed/kalender.ts'
import {
  bestimmt,
  chronikWith,
  freigabe,
  freigegeben,
  geplant,
  geschaetzt,
  gespeicherteStelle,
  grundbestand,
  unbestimmt,
  verkuendung,
} from '../support/factories.ts'

/** The calendar as an independent reader understands it: ical.js, which calendars in browsers use. */

const TITEL = 'Satzung; über die Hundesteuer, „Schwerin“ \\ 2026\nmit einer zweiten Zeile'
const NORM = { titel: TITEL, kurztitel: null, abkuerzung: null, redaktionId: 'ministerium' }
const ABGESAGT = { ...unbestimmt('z-ab'), stand: 'abgesagt', grund: 'Kein Beschluss.' } as const

const log = chronikWith(
  grundbestand(),
  gespeicherteStelle('gesetz', { art: 'rechtsnorm', inhalt: 'hash-gesetz' }),
  verkuendung(bestimmt('2027-03-28', 'z-sommerzeit')),
  verkuendung(geplant('2028-02-29', 'z-schalttag')),
  verkuendung(geschaetzt('2027-Q2', 'z-quartal')),
  verkuendung(bestimmt('2026-12-31', 'z-ab')),
  verkuendung(unbestimmt('z-offen')),
  freigabe(freigegeben({ beginn: anZeitgrenze('z-sommerzeit', 4) })),
  verkuendung(ABGESAGT),
)

async function fetchKalender(chronik: Chronik, heute: CalendarDay = day('2026-11-24')) {
  const app = express().use(
    createKalenderFeed({
      clock: () => ({ heute, zeitpunkt: `${heute}T11:00:00.000Z` }),
      chronik: () => Promise.resolve(chronik),
      getInhalte: (hashes) => Promise.resolve(new Map(hashes.map((hash) => [hash, NORM]))),
      findKalender: () => Promise.resolve({ name: 'Land; Referat 3, Haus 4', token: 'geheim' }),
      basisUrl: 'https://stichtag.example',
    }),
  )
  return request(app)
    .get('/kalender.ics')
    .query({ redaktion: 'ministerium', token: 'geheim' })
    .buffer(true)
}

async function eventsOf(chronik: Chronik) {
  const { text } = await fetchKalender(chronik)
  const root = new ICAL.Component(ICAL.parse(text) as unknown[])
  const events = root.getAllSubcomponents('vevent')
  return {
    root,
    events: new Map(events.map((each) => [String(each.getFirstPropertyValue('uid')), each])),
  }
}

function dayOf(event: ICAL.Component | undefined, name: 'dtstart' | 'dtend'): unknown {
  const property = event?.getFirstProperty(name)
  const value = property?.getFirstValue()
  return value instanceof ICAL.Time ? [value.isDate, value.toString()] : value
}

describe('the calendar of a Redaktion', () => {
  it('is a calendar of its own with the name of the Redaktion', async () => {
    const { root } = await eventsOf(log)
    expect(root.getFirstPropertyValue('version')).toBe('2.0')
    expect(root.getFirstPropertyValue('method')).toBe('PUBLISH')
    // RFC 7986: a text, with its signs escaped; ical.js gives properties that it does not know as they are written.
    const name = root.getFirstPropertyValue('name')
    expect(name).toBe(String.raw`Stichtage: Land\; Referat 3\, Haus 4`)
    expect(String(root.getFirstPropertyValue('prodid'))).toContain('Stichtag')
  })

  it('holds one event for each Zeitgrenze that has a day or had one', async () => {
    const { events } = await eventsOf(log)
    const rows = [...events].map(([uid, event]) => [
      uid,
      event.getFirstPropertyValue('status'),
      dayOf(event, 'dtstart'),
    ])
    expect(rows).toEqual([
      ['zeitgrenze-z-ab@stichtag', 'CANCELLED', [true, '2026-12-31']],
      ['zeitgrenze-z-sommerzeit@stichtag', 'CONFIRMED', [true, '2027-03-28']],
      ['zeitgrenze-z-quartal@stichtag', 'TENTATIVE', [true, '2027-04-01']],
      ['zeitgrenze-z-schalttag@stichtag', 'TENTATIVE', [true, '2028-02-29']],
    ])
  })

  it('lasts one whole day, also on the day of the change of clocks and on 29 February', async () => {
    const { events } = await eventsOf(log)
    expect(dayOf(events.get('zeitgrenze-z-sommerzeit@stichtag'), 'dtend')).toEqual([
      true,
      '2027-03-29',
    ])
    expect(dayOf(events.get('zeitgrenze-z-schalttag@stichtag'), 'dtend')).toEqual([
      true,
      '2028-03-01',
    ])
  })

  it('says in German what happens, whatever signs the law has in its title', async () => {
    const { events } = await eventsOf(log)
    const say = (id: string, name: string): string =>
      String(events.get(`zeitgrenze-${id}@stichtag`)?.getFirstPropertyValue(name))
    expect(say('z-sommerzeit', 'summary')).toBe(`${TITEL} tritt in Kraft – 1 Text wechselt`)
    expect(say('z-schalttag', 'summary')).toBe(
      `${TITEL} tritt in Kraft (geplant, noch nicht verkündet)`,
    )
    expect(say('z-quartal', 'summary')).toBe(`${TITEL} tritt in Kraft (geschätzt: 2. Quartal 2027)`)
    expect(say('z-ab', 'summary')).toBe(`Abgesagt: ${TITEL} tritt in Kraft`)
    expect(say('z-sommerzeit', 'description')).toBe(
      [
        'Am 28. März 2027, verkündet: GVOBl. M-V 2026 S. 812',
        '',
        'Leistungen, deren Text wechselt:',
        '- Personalausweis (Musterland, am 1. April 2027)',
      ].join('\n'),
    )
    expect(say('z-sommerzeit', 'url')).toBe(
      'https://stichtag.example/admin/stichtagskalender?tag=2027-03-28',
    )
  })

  it('takes its time stamps from the log', async () => {
    const { events } = await eventsOf(log)
    const event = events.get('zeitgrenze-z-ab@stichtag')
    expect(event?.getFirstPropertyValue('sequence')).toBe(1)
    expect(String(event?.getFirstPropertyValue('created'))).toBe('2026-10-01T12:05:00Z')
    expect(String(event?.getFirstPropertyValue('last-modified'))).toBe('2026-10-01T12:08:00Z')
    expect(String(event?.getFirstPropertyValue('dtstamp'))).toBe('2026-10-01T12:08:00Z')
  })

  it('is written as RFC 5545 wants it: lines of at most 75 bytes, each ended by CR LF', async () => {
    const { text } = await fetchKalender(log)
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const longest = Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))
    expect(longest).toBeLessThanOrEqual(75)
  })

  it('gives the same bytes for the same pair, and nobody may keep them', async () => {
    const first = await fetchKalender(log)
    const again = await fetchKalender(log)
    expect(again.text).toBe(first.text)
    expect(again.headers['etag']).toBe(first.headers['etag'])
    expect(first.headers['cache-control']).toBe('private, no-store')
    expect(first.headers['content-type']).toBe('text/calendar; charset=utf-8')
    const moved = chronikWith(verkuendung(bestimmt('2027-03-28')))
    expect((await fetchKalender(moved)).headers['etag']).not.toBe(first.headers['etag'])
  })
})
