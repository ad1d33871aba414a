import type { Folgenummer, Inhaltshash } from '#core/fassung/fassung.ts'
import type { Reihe } from '#core/fassung/reihe.ts'
import { latest, newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { BenannterBefund, Zeitbefund } from '#core/pruefung/zeitleisten/befunde.ts'
import { nameOfGegenstand } from '#core/pruefung/zeitleisten/benennen.ts'
import { befundsatz } from '#core/pruefung/zeitleisten/deutsch.ts'
import { objektschluessel } from '#core/pruefung/zeitleisten/objekte.ts'
import {
  inOrder,
  pruefeLeistung,
  ZEITPRUEFUNGEN,
} from '#core/pruefung/zeitleisten/pruefeZeitleisten.ts'
import {
  layOutReihen,
  pruefstandOf,
  reihenByLeistung,
  type Pruefreihe,
  type Pruefstand,
  type Pruefstoff,
} from '#core/pruefung/zeitleisten/stand.ts'
import { neededWorte, type Worte } from '#core/pruefung/zeitleisten/worte.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { CurrentChronik, GetInhalte, HashInhalt } from '#ports/log.ts'
import type { Fortschritt } from '#ports/pult.ts'

/** What the check of the timelines needs. */
export type PruefPorts = {
  readonly chronik: CurrentChronik
  readonly getInhalte: GetInhalte
  readonly hash: HashInhalt
  /** Lets others have their turn: a check of a whole Land takes seconds. */
  readonly pause: () => Promise<void>
}

/** What is checked. */
export type Pruefauftrag = {
  readonly heute: CalendarDay
  /** Whether the words of all texts are read too: translations and supplements. A Land has gigabytes of them. */
  readonly mitWorten: boolean
  readonly fortschritt?: Fortschritt
}

/** Leistungen whose words are in memory at once. */
const LEISTUNGEN_AT_ONCE = 20
/** Rows that are laid out before others have their turn. */
const REIHEN_AT_ONCE = 1000

/**
 * Everything that is or will be wrong with the timelines of this log on this day, worst first, in words. It changes
 * nothing.
 */
export async function pruefeZeitleisten(
  ports: PruefPorts,
  { heute, mitWorten, fortschritt = () => undefined }: Pruefauftrag,
): Promise<readonly BenannterBefund[]> {
  const stoff = await pruefstoffOf(ports, heute)
  const stand = await layOut(ports, stoff)
  const gruppen = groupsOf([...reihenByLeistung(stand).values()], LEISTUNGEN_AT_ONCE)
  const befunde: Zeitbefund[] = []
  for (const pruefung of ZEITPRUEFUNGEN) {
    await ports.pause()
    befunde.push(...pruefung(stand))
  }
  for (const [index, gruppe] of gruppen.entries()) {
    await ports.pause()
    const worte = mitWorten ? await worteOf(ports, stand, gruppe) : undefined
    befunde.push(...gruppe.flatMap((reihen) => pruefeLeistung(stand, reihen, worte)))
    fortschritt(index + 1, gruppen.length)
  }
  return inOrder(befunde).map((befund) => ({
    ...befund,
    name: nameOfGegenstand(stoff, befund.gegenstand),
    text: befundsatz(befund),
  }))
}

async function pruefstoffOf(ports: PruefPorts, heute: CalendarDay): Promise<Pruefstoff> {
  const chronik = await ports.chronik()
  const kenntnisstand = newestFolgenummer(chronik)
  const normen = new Map(
    [...chronik.objekte.keys()]
      .filter((key) => key.startsWith('rechtsnorm|'))
      .flatMap((key) =>
        inhaltOf(chronik, key, kenntnisstand).map(
          (hash) => [key.slice('rechtsnorm|'.length), hash] as const,
        ),
      ),
  )
  const objekte = objektschluessel({ chronik }).flatMap((key) =>
    inhaltOf(chronik, key, kenntnisstand),
  )
  const objektinhalte = await ports.getInhalte([...normen.values(), ...objekte])
  const rechtsnormen = new Map(
    [...normen].map(([id, hash]) => [id, objektinhalte.get(hash) as Rechtsnorm]),
  )
  return { chronik, heute, kenntnisstand, rechtsnormen, objektinhalte }
}

function inhaltOf(
  chronik: Chronik,
  key: string,
  kenntnisstand: Folgenummer,
): readonly Inhaltshash[] {
  const objekt = latest(chronik.objekte.get(key), kenntnisstand)?.wert
  return objekt && 'inhalt' in objekt ? [objekt.inhalt] : []
}

/** All rows, laid out a few at a time. */
async function layOut({ pause }: PruefPorts, stoff: Pruefstoff): Promise<Pruefstand> {
  const reihen = new Map<string, Reihe>()
  for (const keys of groupsOf([...stoff.chronik.reihen.keys()], REIHEN_AT_ONCE)) {
    await pause()
    for (const [key, reihe] of layOutReihen(stoff, keys)) reihen.set(key, reihe)
  }
  return pruefstandOf(stoff, reihen)
}

async function worteOf(
  { getInhalte, hash }: PruefPorts,
  stand: Pruefstand,
  gruppe: readonly (readonly Pruefreihe[])[],
): Promise<Worte> {
  const hashes = gruppe.flatMap((reihen) => neededWorte(stand, reihen))
  return { inhalte: await getInhalte(hashes), hash }
}

function groupsOf<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  const groups: T[][] = []
  for (let start = 0; start < items.length; start += size)
    groups.push(items.slice(start, start + size))
  return groups
}
