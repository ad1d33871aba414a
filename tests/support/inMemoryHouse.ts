import type { Ablaufstand } from '#core/ablauf/ablauf.ts'
import { failed, success } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Inhaltshash } from '#core/fassung/fassung.ts'
import { createChronik, newestFolgenummer, record, type Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis } from '#core/log/ereignis.ts'
import { day } from '#core/zeit/day.ts'
import type {
  AppendEreignis,
  Clock,
  CurrentChronik,
  GetInhalte,
  HashInhalt,
  PutInhalte,
} from '#ports/log.ts'
import type {
  LoadPulttext,
  ProjectEreignis,
  PultOfEntwurf,
  PultOfZeitgrenze,
  Pulttext,
} from '#ports/pult.ts'
import { ereignis, hashInhalt } from './factories.ts'

/** The ports of the commands without a database, and what has happened behind them. */
export type InMemoryHouse = {
  readonly ports: {
    readonly clock: Clock
    readonly chronik: CurrentChronik
    readonly loadPulttext: LoadPulttext
    readonly pultOfEntwurf: PultOfEntwurf
    readonly pultOfZeitgrenze: PultOfZeitgrenze
    readonly putInhalte: PutInhalte
    readonly getInhalte: GetInhalte
    readonly hash: HashInhalt
    readonly append: AppendEreignis
    readonly project: ProjectEreignis
  }
  /** The log as it is now. */
  readonly log: Chronik
  /** What the command under test appended, in order. */
  readonly appended: readonly Ereignis[]
  readonly projected: readonly Ereignis[]
  readonly inhalte: ReadonlyMap<Inhaltshash, unknown>
}

/** Approved, and written by nobody whom a test names: what a test about other rules releases. */
const FREIGABEREIF: Ablaufstand = {
  zustand: 'fachlich-freigegeben',
  aenderungsart: 'inhaltlich',
  verfasser: [],
  embargo: false,
}

/** A house in which it is `heute` at noon, whose log already says these things, with these texts at the desk. */
export function inMemoryHouse({
  heute = '2026-11-24',
  log: aussagen = [],
  pult = {},
}: {
  readonly heute?: string
  readonly log?: readonly Aussage[]
  readonly pult?: Readonly<Record<string, Pulttext & { readonly ablauf?: Ablaufstand }>>
} = {}): InMemoryHouse {
  const log = createChronik()
  const appended: Ereignis[] = []
  const projected: Ereignis[] = []
  const inhalte = new Map<Inhaltshash, unknown>()
  const schluessel = new Set<string>()
  for (const aussage of aussagen) record(log, ereignis(newestFolgenummer(log) + 1, aussage))

  return {
    log,
    appended,
    projected,
    inhalte,
    ports: {
      clock: () => ({ zeitpunkt: `${heute}T12:00:00.000Z`, heute: day(heute) }),
      chronik: () => Promise.resolve(log),
      loadPulttext: (id) => {
        const text = pult[id]
        return Promise.resolve(
          text ? success({ ablauf: FREIGABEREIF, ...text }) : failed(problem('fassung-is-unknown')),
        )
      },
      pultOfEntwurf: (_entwurf, document) => document,
      pultOfZeitgrenze: (zeitgrenze) => Promise.resolve({ titel: zeitgrenze.id }),
      putInhalte: (werte) => {
        for (const wert of werte) inhalte.set(hashInhalt(wert), wert)
        return Promise.resolve(werte.map(hashInhalt))
      },
      getInhalte: (hashes) => {
        const missing = hashes.find((hash) => !inhalte.has(hash))
        if (missing !== undefined) return Promise.reject(new Error(`content ${missing} is missing`))
        return Promise.resolve(new Map(hashes.map((hash) => [hash, inhalte.get(hash)])))
      },
      hash: hashInhalt,
      append: ({ schluessel: key, ...entry }) => {
        if (key !== null && schluessel.has(key))
          return Promise.resolve(failed(problem('release-was-concurrent')))
        if (key !== null) schluessel.add(key)
        const appendedEntry: Ereignis = { ...entry, folgenummer: newestFolgenummer(log) + 1 }
        record(log, appendedEntry)
        appended.push(appendedEntry)
        return Promise.resolve(success(appendedEntry))
      },
      project: (entry) => {
        projected.push(entry)
        return Promise.resolve()
      },
    },
  }
}
