import { createHash, timingSafeEqual } from 'node:crypto'
import { Router, type Request } from 'express'
import ical, {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalEventData,
} from 'ical-generator'
import { compareKeys } from '#core/delta/delta.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Inhaltshash, LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import { latest, objektKey, type Chronik } from '#core/log/chronik.ts'
import type { Objektart, Objektstand } from '#core/log/ereignis.ts'
import {
  kalenderOf,
  objekteOfKalender,
  rechtsnormOf,
  type Kalendertermin,
  type Terminwechsel,
} from '#core/log/kalender.ts'
import { newestPair, type Zeitpaar } from '#core/log/snapshot.ts'
import { inhaltOf } from '#core/log/uebersicht.ts'
import { nameOfRechtsnorm, type Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { formatZeitraum } from '#core/rechtsnorm/zeitraum.ts'
import { nextDay, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import type { FindKalender } from '#ports/kalender.ts'
import type { Clock, CurrentChronik, GetInhalte } from '#ports/log.ts'
import { sendProblems } from '#feed/problemJson.ts'

/** What the calendars of the Redaktionen need. */
export type KalenderPorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly getInhalte: GetInhalte
  readonly findKalender: FindKalender
  /** Address under which the world reaches us, without a slash at the end. */
  readonly basisUrl: string
}

/**
 * `GET /export/v1/kalender.ics?redaktion=&token=`: the coming days of the Zeitgrenzen that concern a Redaktion, as
 * iCalendar (RFC 5545). All time stamps come from the log, so the same pair gives the same bytes. The ETag is the hash of
 * the bytes: a calendar asks every hour, and a new day or an entry elsewhere in the log rarely changes it. Problems:
 * `query-is-malformed`, `access-denied`.
 */
export function createKalenderFeed(ports: KalenderPorts): Router {
  return Router().get('/kalender.ics', async (req, res) => {
    const redaktion = await redaktionOf(ports, req)
    if (!redaktion.ok) {
      sendProblems(res, redaktion.problems)
      return
    }
    const chronik = await ports.chronik()
    const bytes = await writeKalender(ports, redaktion.value, {
      chronik,
      paar: newestPair(chronik, ports.clock().heute),
    })
    res.set('cache-control', 'private, no-store')
    res.set('etag', `"${createHash('sha256').update(bytes).digest('base64url')}"`)
    if (req.fresh) {
      res.status(304).end()
      return
    }
    res.type('text/calendar; charset=utf-8')
    res.set('content-disposition', 'inline; filename="stichtag.ics"')
    res.send(bytes)
  })
}

/** Whose calendar it is. */
type Kalenderkopf = { readonly id: RedaktionId; readonly name: string }
type Stand = { readonly chronik: Chronik; readonly paar: Zeitpaar }

/** The Redaktion that the request names, if it holds its token. A Redaktion that does not exist looks like a wrong token. */
async function redaktionOf(
  { findKalender }: KalenderPorts,
  req: Request,
): Promise<Result<Kalenderkopf>> {
  const unknown = Object.keys(req.query).find((name) => name !== 'redaktion' && name !== 'token')
  if (unknown !== undefined) return failed(problem('query-is-malformed', unknown))
  const { redaktion, token } = req.query
  if (typeof redaktion !== 'string' || redaktion === '')
    return failed(problem('query-is-malformed', 'redaktion', { wert: '' }))
  const kalender = await findKalender(redaktion)
  const isRight = isSame(typeof token === 'string' ? token : '', kalender?.token ?? '')
  return kalender && isRight
    ? success({ id: redaktion, name: kalender.name })
    : failed(problem('access-denied', 'token'))
}

/** Compares in a time that tells nothing, whatever the lengths. */
function isSame(given: string, expected: string): boolean {
  const [left, right] = [given, expected].map((text) => createHash('sha256').update(text).digest())
  return left !== undefined && right !== undefined && timingSafeEqual(left, right)
}

/** The calendar of one Redaktion as bytes. */
async function writeKalender(
  ports: Pick<KalenderPorts, 'getInhalte' | 'basisUrl'>,
  redaktion: Kalenderkopf,
  { chronik, paar }: Stand,
): Promise<Buffer> {
  const inhalte = await ports.getInhalte(
    objekteOfKalender(chronik, paar.kenntnisstand).flatMap((each) => inhaltOf(each) ?? []),
  )
  const termine = kalenderOf(chronik, { ...paar, redaktionId: redaktion.id }, (objekt) =>
    keeperOf(objekt, inhalte),
  )
  const namen = namenOf(chronik, paar, inhalte)
  const kalender = ical({
    prodId: { company: 'Stichtag', product: 'Stichtagskalender', language: 'DE' },
    // The library writes the name as it is.
    name: escaped(`Stichtage: ${redaktion.name}`),
    method: ICalCalendarMethod.PUBLISH,
    ttl: HOUR,
    events: termine.map((termin) => eventOf(termin, namen, ports.basisUrl)),
  })
  // RFC 5545, 3.1: the last line ends like all others.
  return Buffer.from(`${kalender.toString()}\r\n`)
}

/** How often a calendar shall ask, seconds. */
const HOUR = 3600

function eventOf(termin: Kalendertermin, namen: Namen, basisUrl: string): ICalEventData {
  const { zeitgrenze, tag, folge, angelegt, geaendert } = termin
  return {
    // The id may be anything that a REST client wrote.
    id: `zeitgrenze-${encodeURIComponent(zeitgrenze.id)}@stichtag`,
    sequence: folge,
    stamp: new Date(geaendert),
    created: new Date(angelegt),
    lastModified: new Date(geaendert),
    start: dateOf(tag),
    end: dateOf(nextDay(tag)),
    allDay: true,
    status: STATUS[termin.stand],
    transparency: ICalEventTransparency.TRANSPARENT,
    summary: printable(summaryOf(termin, namen)),
    description: printable(descriptionOf(termin, namen)),
    url: `${basisUrl}/admin/stichtagskalender?tag=${tag}`,
  }
}

const STATUS: Readonly<Record<Kalendertermin['stand'], ICalEventStatus>> = {
  bestimmt: ICalEventStatus.CONFIRMED,
  geplant: ICalEventStatus.TENTATIVE,
  geschaetzt: ICalEventStatus.TENTATIVE,
  gestrichen: ICalEventStatus.CANCELLED,
}

/** Without a time zone the library writes the day in UTC. */
function dateOf(tag: CalendarDay): Date {
  return new Date(`${tag}T00:00:00.000Z`)
}

function summaryOf({ stand, zeitgrenze, wechsel }: Kalendertermin, namen: Namen): string {
  const was = `${namen.rechtsnorm(zeitgrenze)} ${VERB[zeitgrenze.art]}${teileOf(zeitgrenze)}`
  const texte = wechsel.length === 0 ? '' : ` – ${countOf(wechsel.length)}`
  switch (stand) {
    case 'bestimmt':
      return `${was}${texte}`
    case 'geplant':
      return `${was} (geplant, noch nicht verkündet)${texte}`
    case 'geschaetzt':
      return `${was} (geschätzt: ${expectedOf(zeitgrenze)})${texte}`
    case 'gestrichen':
      return zeitgrenze.stand === 'abgesagt' ? `Abgesagt: ${was}` : `Ohne festen Tag: ${was}`
  }
}

const VERB: Readonly<Record<Zeitgrenze['art'], string>> = {
  inkrafttreten: 'tritt in Kraft',
  ausserkrafttreten: 'tritt außer Kraft',
  teilinkrafttreten: 'tritt teilweise in Kraft',
}

function teileOf({ teile }: Zeitgrenze): string {
  return teile === undefined ? '' : ` (${teile})`
}

function countOf(texte: number): string {
  return texte === 1 ? '1 Text wechselt' : `${texte} Texte wechseln`
}

function expectedOf(zeitgrenze: Zeitgrenze): string {
  return zeitgrenze.stand === 'geschaetzt' ? formatZeitraum(zeitgrenze.zeitraum) : ''
}

/** A calendar is no list of hundreds. */
const MAX_LINES = 40

function descriptionOf(termin: Kalendertermin, namen: Namen): string {
  const { wechsel, objekte, tag } = termin
  const lines = wechsel.map((each) => wechselLine(each, tag, namen))
  const more = lines.length - MAX_LINES
  return [
    standLine(termin),
    ...(lines.length === 0
      ? []
      : ['', 'Leistungen, deren Text wechselt:', ...lines.slice(0, MAX_LINES)]),
    ...(more > 0 ? [`und ${more} weitere`] : []),
    ...(objekte.length === 0 ? [] : ['', `Außerdem wechseln: ${objekteLine(objekte)}.`]),
  ].join('\n')
}

function standLine({ zeitgrenze, tag }: Kalendertermin): string {
  switch (zeitgrenze.stand) {
    case 'bestimmt':
      return `Am ${formatDayLong(tag)}, verkündet: ${zeitgrenze.fundstelle}`
    case 'geplant':
      return `Geplant für den ${formatDayLong(tag)}, noch nicht verkündet. Bis dahin wird nichts wirksam.`
    case 'geschaetzt':
      return `Geschätzt: ${formatZeitraum(zeitgrenze.zeitraum)}. Der Termin steht am ersten Tag dieses Zeitraums.`
    case 'unbestimmt':
      return `Der Tag ist wieder offen: ${zeitgrenze.bedingung}`
    case 'abgesagt':
      return `Die Rechtsnorm ist gescheitert: ${zeitgrenze.grund}`
  }
}

/** The day is named where an offset makes it another one. */
function wechselLine({ fassung, art, tag }: Terminwechsel, terminTag: CalendarDay, namen: Namen) {
  const wann = tag === terminTag ? '' : `, am ${formatDayLong(tag)}`
  const was = art === 'endet' ? ', der Text endet' : ''
  return `- ${namen.leistung(fassung.leistungId)} (${namen.gebiet(fassung.gebietId)}${was}${wann})`
}

function objekteLine(objekte: readonly Objektstand[]): string {
  const counts = new Map<Objektart, number>()
  for (const { art } of objekte) counts.set(art, (counts.get(art) ?? 0) + 1)
  return [...counts]
    .sort(([left], [right]) => compareKeys(left, right))
    .map(([art, count]) => `${count} ${OBJEKTE[art][count === 1 ? 0 : 1]}`)
    .join(', ')
}

const OBJEKTE: Readonly<Record<Objektart, readonly [string, string]>> = {
  gebiet: ['Gebiet', 'Gebiete'],
  leistung: ['Leistung', 'Leistungen'],
  zustaendigkeit: ['Zuständigkeit', 'Zuständigkeiten'],
  modulsperre: ['Modulsperre', 'Modulsperren'],
  schweigefrist: ['Schweigefrist', 'Schweigefristen'],
  rueckmeldung: ['Rückmeldung', 'Rückmeldungen'],
  angebot: ['Angebot', 'Angebote'],
  organisationseinheit: ['Organisationseinheit', 'Organisationseinheiten'],
  onlinedienst: ['Onlinedienst', 'Onlinedienste'],
  formular: ['Formular', 'Formulare'],
  rechtsnorm: ['Rechtsnorm', 'Rechtsnormen'],
}

type Inhalte = ReadonlyMap<Inhaltshash, unknown>

/** All that is saved names its Redaktion, in the entry or in the content table; an area has none. */
function keeperOf(objekt: Objektstand, inhalte: Inhalte): RedaktionId | null {
  const hash = inhaltOf(objekt)
  const wert = (hash === null ? (objekt as { wert?: unknown }).wert : inhalte.get(hash)) ?? {}
  return (wert as { readonly redaktionId?: RedaktionId }).redaktionId ?? null
}

/** What people call the things that the log knows by id, as last said at the Kenntnisstand. */
type Namen = {
  readonly rechtsnorm: (zeitgrenze: Zeitgrenze) => string
  readonly leistung: (id: LeistungId) => string
  readonly gebiet: (id: GebietId) => string
}

function namenOf(chronik: Chronik, { kenntnisstand }: Zeitpaar, inhalte: Inhalte): Namen {
  const objekt = (art: Objektart, id: string): Objektstand | undefined =>
    latest(chronik.objekte.get(objektKey({ art, id })), kenntnisstand)?.wert
  return {
    rechtsnorm: (zeitgrenze) => {
      const norm = rechtsnormOf(chronik, zeitgrenze, kenntnisstand)
      const hash = norm ? inhaltOf(norm.wert) : null
      return hash === null ? 'Rechtsnorm' : nameOfRechtsnorm(inhalte.get(hash) as Rechtsnorm)
    },
    leistung: (id) => {
      const found = objekt('leistung', id)
      return found?.art === 'leistung' ? found.wert.name : id
    },
    gebiet: (id) => {
      const found = objekt('gebiet', id)
      return found?.art === 'gebiet' ? found.wert.name : id
    },
  }
}

/** Characters that RFC 5545 does not allow in a text; the library escapes the others. */
function printable(text: string): string {
  return text.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
}

function escaped(text: string): string {
  return printable(text)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\n/g, ' ')
}
