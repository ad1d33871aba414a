import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyDelta, diffSnapshots } from '#core/delta/delta.ts'
import type { Folgenummer } from '#core/fassung/fassung.ts'
import { fristendeAt, isSchweigefrist } from '#core/fassung/schweigefrist.ts'
import { mergedText, ohneRueckmeldungIn } from '#core/lieferung/inhalte.ts'
import {
  newestFolgenummer,
  verlaufOf,
  whatIf,
  zeitgrenzenAt,
  type Chronik,
} from '#core/log/chronik.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { IMMER } from '#core/log/objekt.ts'
import { reiheAt, sameEintrag, snapshotOn, type Eintrag } from '#core/log/snapshot.ts'
import { schichtenIn, uebersichtOf } from '#core/log/uebersicht.ts'
import { effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'
import { addDays, day, nextDay, previousDay, type CalendarDay } from '#core/zeit/day.ts'
import { createSpiel, GRUNDBESTAND, type Spiel, type Zug } from './geschichte.ts'
import { lesartenOf, modellOf, urteileOf, type Modelleintrag, type Modelltage } from './modell.ts'
import { anyGeschichte, type Geschichte, type Tat } from './taten.ts'

/** The long form: `npm run test:lang`. */
const isLong = process.env['STICHTAG_LANG'] === '1'
const HISTORIES = isLong ? 10_000 : 1_000
const TIMEOUT = isLong ? 7_200_000 : 600_000

describe(`${HISTORIES} random histories of commands`, () => {
  /** How often each command was accepted, and each reason for holding a text back met. */
  const met = new Map<string, number>()

  it(
    'the product says what the model says, on every boundary day, at every Folgenummer',
    async () => {
      await fc.assert(
        fc.asyncProperty(anyGeschichte, (geschichte) => tell(geschichte, met)),
        { numRuns: HISTORIES },
      )
    },
    TIMEOUT,
  )

  it.each([
    ...['freigeben', 'uebersetzen', 'verlegen', 'tag-berichtigen', 'absagen', 'berichtigen'],
    ...['zurueckziehen', 'aussetzen', 'wiederaufnehmen', 'speichern', 'abgelehnt'],
    ...['schweigen', 'rueckmelden', 'sperren', 'übernommen'],
    ...['selber-tag', 'vor-grundlage', 'ohne-tag', 'schon-berichtigt', 'von-hand'],
    ...['wartet', 'abgesagt', 'lücke'],
  ])('%s happened in them', (what) => {
    // Rare ones happen some ten times in a thousand histories: by chance fewer, never none.
    expect(met.get(what) ?? 0).toBeGreaterThanOrEqual(HISTORIES / 1000)
  })
})

/** Plays a history and checks it step by step; a failure names every step as a German sentence. */
async function tell({ beginn, taten }: Geschichte, met: Map<string, number>): Promise<void> {
  const count = (what: string): void => {
    met.set(what, (met.get(what) ?? 0) + 1)
  }
  const saetze: string[] = []
  try {
    await playChecked(beginn, taten, { say: (satz) => saetze.push(satz), count })
  } catch (error) {
    const steps = saetze.map((satz, index) => `${String(index + 1).padStart(2)}. ${satz}`)
    const message = error instanceof Error ? error.message : String(error)
    throw new Error([`Beginn am ${beginn}.`, ...steps, message].join('\n'), { cause: error })
  }
}

type Eintraege = ReadonlyMap<string, Eintrag>
/** What the product said on some days at one Folgenummer. */
type Gesehen = Map<CalendarDay, Eintraege>

async function playChecked(
  beginn: string,
  taten: readonly Tat[],
  { say, count }: { say: (satz: string) => void; count: (what: string) => void },
): Promise<void> {
  let expected: Chronik | null = null
  const spiel = createSpiel(beginn, ({ aussagen }) => {
    expected = whatIf(spiel.chronik, aussagen)
  })
  const tage = daysAround(beginn, taten)
  const seen = new Map<Folgenummer, Gesehen>()
  let modell = modellOf(spiel.ereignisse, GRUNDBESTAND.length, tage)
  seen.set(GRUNDBESTAND.length, look(spiel.chronik, GRUNDBESTAND.length, [day(beginn)]))
  for (const tat of taten) {
    const before = newestFolgenummer(spiel.chronik)
    const heute = spiel.heute()
    const zug = await spiel.play(tat)
    if (!zug) continue
    say(zug.satz)
    const now = newestFolgenummer(spiel.chronik)
    if (!zug.ergebnis?.ok) {
      if (zug.ergebnis) count('abgelehnt')
      expect(now, 'a refused command changes nothing').toBe(before)
      expect(spiel.ereignisse).toHaveLength(before)
      continue
    }
    count(tat.art)
    expect(now, 'one command, one entry').toBe(before + 1)
    expect(zug.ergebnis.value.folgenummer).toBe(now)
    const next = modellOf(spiel.ereignisse, now, tage)
    const days = boundaryDays(tage, heute, modell, next)
    const nowSeen = look(spiel.chronik, now, days)
    seen.set(now, nowSeen)
    compareWithModell(nowSeen, next)
    compareLesarten(spiel, now, nowSeen, { modell: next, count })
    compareVerdicts(spiel, now, count)
    compareWithPreview(expected, now, nowSeen)
    checkDeltas(spiel.chronik, seen.get(before) ?? new Map(), before, nowSeen)
    checkPast(spiel, zug, heute, modell, next)
    modell = next
  }
  checkEvidence(spiel, seen)
}

/** All days on which anything can begin or end, some before and after, and the day before all days. */
function daysAround(beginn: string, taten: readonly Tat[]): readonly CalendarDay[] {
  const passed = taten.reduce((sum, tat) => sum + (tat.art === 'warten' ? tat.tage : 0), 0)
  // Anchors lie at most 14 days ahead, a Zeitgrenze as far, and the first of the month after it.
  const length = 10 + passed + 14 + 31 + 10
  const first = addDays(day(beginn), -10)
  return [IMMER, ...Array.from({ length }, (_, index) => addDays(first, index))]
}

/** Every day on which the answer changes, before or after the step, with its neighbours; and today with its own. */
function boundaryDays(
  tage: readonly CalendarDay[],
  heute: CalendarDay,
  ...modelle: readonly Modelltage[]
): readonly CalendarDay[] {
  const boundaries = new Set<CalendarDay>([heute])
  for (const each of modelle) {
    for (const eintraege of each.values()) {
      for (const { ab, bis } of eintraege.values()) {
        if (ab !== IMMER) boundaries.add(ab)
        if (bis !== null) boundaries.add(bis)
      }
    }
  }
  const near = new Set([...boundaries].flatMap((tag) => [previousDay(tag), tag, nextDay(tag)]))
  return tage.filter((tag) => near.has(tag))
}

function look(chronik: Chronik, kenntnisstand: Folgenummer, days: readonly CalendarDay[]): Gesehen {
  return new Map(
    days.map((stichtag) => [stichtag, snapshotOn(chronik, { stichtag, kenntnisstand }).eintraege]),
  )
}

function compareWithModell(seen: Gesehen, modell: Modelltage): void {
  for (const [tag, eintraege] of seen) {
    const expected = modell.get(tag)
    if (!expected) throw new Error(`the model has no ${tag}`)
    if (agree(eintraege, expected)) continue
    const product = [...eintraege].map(([key, each]) => [key, asModelleintrag(each)] as const)
    expect(byKey(product), `on ${tag}`).toEqual(byKey(expected))
  }
}

/** What the citizen of the Gemeinde reads, module by module. */
function compareLesarten(
  { chronik, ereignisse, inhalte }: Spiel,
  kenntnisstand: Folgenummer,
  seen: Gesehen,
  { modell, count }: { readonly modell: Modelltage; readonly count: (what: string) => void },
): void {
  for (const [stichtag, eintraege] of seen) {
    const uebersicht = uebersichtOf({ stichtag, kenntnisstand, eintraege })
    if (!uebersicht.gebiete.byId.has('gemeinde')) continue
    const schichten = schichtenIn(uebersicht, 'personalausweis', 'gemeinde')
    const merged = mergedText(schichten, inhalte)
    const uebernommen = ohneRueckmeldungIn(schichten, inhalte)
    const expected = lesartenOf(
      ereignisse,
      kenntnisstand,
      modell.get(stichtag) ?? new Map(),
      inhalte,
    )
    for (const modul of ['kurztext', 'kosten'] as const) {
      const texte = (merged[modul] ?? []).map(({ herkunft }) => herkunft.fassungId)
      const ohneRueckmeldung = uebernommen.has(modul)
      expect({ texte, ohneRueckmeldung }, `${modul} on ${stichtag}`).toEqual(expected[modul])
      if (ohneRueckmeldung) count('übernommen')
    }
  }
  checkFristen(chronik, kenntnisstand)
}

/** Rule 11: what anybody was told about the last day to answer is never taken back. */
function checkFristen(chronik: Chronik, kenntnisstand: Folgenummer): void {
  for (const [key, belege] of chronik.objekte) {
    const [beleg] = belege
    if (!key.startsWith('schweigefrist|') || !beleg || !isSchweigefrist(beleg)) continue
    const before = Math.max(kenntnisstand - 1, beleg.folgenummer)
    const [then, now] = [before, kenntnisstand].map((known) =>
      fristendeAt(beleg, verlaufOf(chronik), known),
    )
    if (then !== undefined && now !== undefined && now < then)
      throw new Error(`the period ended on ${then}, now on ${now}`)
  }
}

function byKey(entries: Iterable<readonly [string, Modelleintrag]>): {
  readonly [key: string]: Modelleintrag
} {
  return Object.fromEntries([...entries].sort(([left], [right]) => (left < right ? -1 : 1)))
}

function agree(eintraege: Eintraege, expected: ReadonlyMap<string, Modelleintrag>): boolean {
  if (eintraege.size !== expected.size) return false
  return [...eintraege].every(([key, eintrag]) => {
    const own = asModelleintrag(eintrag)
    const other = expected.get(key)
    return (
      own.klasse === other?.klasse &&
      own.id === other.id &&
      own.folgenummer === other.folgenummer &&
      own.giltFuer === other.giltFuer &&
      own.ab === other.ab &&
      own.bis === other.bis
    )
  })
}

function asModelleintrag(eintrag: Eintrag): Modelleintrag {
  const { klasse, folgenummer, ab, bis } = eintrag
  const rest = { klasse, folgenummer, ab, bis }
  switch (klasse) {
    case 'fassung':
      return { ...rest, id: eintrag.fassung.id }
    case 'variante':
      return { ...rest, id: eintrag.variante.id, giltFuer: eintrag.giltFuer }
    case 'objekt':
      return { ...rest, id: eintrag.objekt.id }
  }
}

const WORDS = { wartend: 'wartet', abgesagt: 'abgesagt', pausen: 'lücke' }

/** Nothing overlaps, and who is held back is the same. */
function compareVerdicts(
  { chronik, ereignisse }: Spiel,
  kenntnisstand: Folgenummer,
  count: (what: string) => void,
): void {
  for (const key of chronik.reihen.keys()) {
    const reihe = reiheAt(chronik, key, kenntnisstand)
    for (const [index, { bis }] of reihe.abschnitte.entries()) {
      const next = reihe.abschnitte[index + 1]
      if (next && (bis === null || bis > next.ab)) throw new Error(`two texts hold on ${next.ab}`)
    }
    for (const urteil of ['wartend', 'abgesagt', 'pausen'] as const)
      if (reihe[urteil].length > 0) count(WORDS[urteil])
    const urteile = urteileOf(ereignisse, kenntnisstand, key)
    const judged = (urteil: string): readonly string[] =>
      [...urteile].flatMap(([id, each]) => (each === urteil ? [id] : [])).sort()
    expect([...reihe.ausgesetzt].sort(), `ausgesetzt in ${key}`).toEqual(judged('ausgesetzt'))
    for (const { art } of reihe.gruende.values()) count(art)
    for (const id of reihe.wartend) expect(urteile.get(id), `${id} wartet`).toBe('wartet')
    for (const id of reihe.abgesagt) expect(urteile.get(id), `${id} abgesagt`).toBe('abgesagt')
  }
}

/** What a preview of the entry had said came true. */
function compareWithPreview(
  expected: Chronik | null,
  kenntnisstand: Folgenummer,
  seen: Gesehen,
): void {
  if (!expected) throw new Error('an entry was not announced')
  const some = [...seen].filter((_, index) => index % 4 === 0)
  for (const [stichtag, eintraege] of some) {
    const previewed = snapshotOn(expected, { stichtag, kenntnisstand }).eintraege
    if (!isEqual(previewed, eintraege)) throw new Error(`the preview was wrong on ${stichtag}`)
  }
}

/** `applyDelta(before, diff) = after`, from day to day and from Folgenummer to Folgenummer. */
function checkDeltas(
  chronik: Chronik,
  beforeSeen: Gesehen,
  before: Folgenummer,
  seen: Gesehen,
): void {
  let yesterday: Eintraege | null = null
  for (const [stichtag, today] of seen) {
    if (yesterday) checkDelta(yesterday, today, stichtag)
    const earlier =
      beforeSeen.get(stichtag) ?? snapshotOn(chronik, { stichtag, kenntnisstand: before }).eintraege
    checkDelta(earlier, today, stichtag)
    yesterday = today
  }
}

function checkDelta(before: Eintraege, after: Eintraege, stichtag: CalendarDay): void {
  const applied = applyDelta(before, diffSnapshots(before, after, sameEintrag))
  if (!isEqual(applied, after)) throw new Error(`the delta does not lead to ${stichtag}`)
}

/**
 * Rule 4: what was shown stays. Only a Berichtigung with its second person, and what is said late of a passed day (a first
 * announcement, a text or an object that begins in the past) change who holds on a day before today.
 */
function checkPast(
  { chronik }: Spiel,
  { ergebnis }: Zug,
  heute: CalendarDay,
  before: Modelltage,
  after: Modelltage,
): void {
  if (!ergebnis?.ok || isSaidLate(chronik, ergebnis.value, heute)) return
  for (const [tag, eintraege] of before) {
    if (tag >= heute) return
    const shown = namesOf(eintraege)
    const now = namesOf(after.get(tag) ?? new Map())
    expect(now, `what was shown on ${tag} stays`).toEqual(shown)
  }
}

function isSaidLate(chronik: Chronik, ereignis: Ereignis, heute: CalendarDay): boolean {
  const lookup = zeitgrenzenAt(chronik, ereignis.folgenummer)
  const hasBegun = (beginn: Anker): boolean => (effectiveDay(beginn, lookup) ?? heute) < heute
  return ereignis.aussagen.some((aussage) => {
    switch (aussage.klasse) {
      case 'fassung':
        // From today on a correction is a text of its own, that follows.
        return ereignis.art === 'berichtigung'
          ? aussage.fassung.berichtigt !== null
          : hasBegun(aussage.fassung.beginn)
      case 'objekt':
        return hasBegun(aussage.objekt.beginn)
      case 'zeitgrenze': {
        const earlier = chronik.zeitgrenzen.get(aussage.zeitgrenze.id)?.slice(0, -1) ?? []
        return (
          ereignis.art === 'berichtigung' || earlier.every(({ wert }) => wert.stand !== 'bestimmt')
        )
      }
      default:
        return false
    }
  })
}

function namesOf(eintraege: ReadonlyMap<string, Modelleintrag>): readonly string[] {
  return [...eintraege]
    .filter(([, { klasse }]) => klasse !== 'variante')
    .map(([key, { id, folgenummer }]) => `${key}: ${id} (${folgenummer})`)
    .sort()
}

/** Nothing released disappears, and what was known at a Folgenummer stays what it was. */
function checkEvidence({ chronik, ereignisse }: Spiel, seen: ReadonlyMap<number, Gesehen>): void {
  for (const { folgenummer, aussagen } of ereignisse) {
    for (const aussage of aussagen) {
      if (aussage.klasse !== 'fassung') continue
      const { fassung } = aussage
      expect(chronik.fassungen.get(fassung.id)).toEqual({ folgenummer, wert: fassung })
    }
  }
  for (const [kenntnisstand, days] of seen) {
    for (const [stichtag, eintraege] of days) {
      const again = snapshotOn(chronik, { stichtag, kenntnisstand }).eintraege
      if (!isEqual(again, eintraege))
        throw new Error(`what was known at ${kenntnisstand} of ${stichtag} has changed`)
    }
  }
}

function isEqual(left: Eintraege, right: Eintraege): boolean {
  if (left.size !== right.size) return false
  return [...left].every(([key, eintrag]) => {
    const other = right.get(key)
    return other !== undefined && (other === eintrag || isShallowEqual(eintrag, other))
  })
}

/** Values of the log are never copied, so that the same one is identical. */
function isShallowEqual(left: object, right: object): boolean {
  const own = Object.entries(left)
  const other = new Map<string, unknown>(Object.entries(right))
  return own.length === other.size && own.every(([name, value]) => other.get(name) === value)
}
