import type { ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { compile, type Program } from './support/child.ts'
import type { Arbeit, Befehl, Gesagtes, Nachricht, Pruefung } from './support/moveInChild.ts'

const MONGODB = process.env['STICHTAG_TEST_MONGODB']
/** How often a process is killed: 200 times in the long form (`npm run test:lang`). */
const KILLS = process.env['STICHTAG_LANG'] ? 200 : MONGODB ? 4 : 12
/** After so many kills the world is made anew: a rebuild from nothing costs what the log has grown to. */
const KILLS_PER_WORLD = 20

/** One way to die. */
type Tod = {
  readonly name: string
  readonly arbeit: Omit<Arbeit, 'art'>
  /** Stops before a projection and is killed there; otherwise a while after its first entry or at any moment. */
  readonly wann: 'angehalten' | 'kurz-nach-eintrag' | 'irgendwann'
  /** Is killed again while it catches up. */
  readonly auchBeimAufholen?: true
}

const TODE: readonly Tod[] = [
  {
    name: 'between a failed law and the documents',
    arbeit: { erst: 'absagen', haltVor: 'dokumente' },
    wann: 'angehalten',
  },
  {
    name: 'between the documents of a move and the notifications',
    arbeit: { erst: 'verlegen', haltVor: 'benachrichtigungen' },
    wann: 'angehalten',
  },
  {
    name: 'between the notifications of a move and the audit',
    arbeit: { erst: 'verlegen', haltVor: 'protokoll' },
    wann: 'angehalten',
  },
  {
    name: 'while a failed law is projected',
    arbeit: { erst: 'absagen', haltVor: null },
    wann: 'kurz-nach-eintrag',
  },
  {
    name: 'at any moment',
    arbeit: { erst: 'verlegen', haltVor: null },
    wann: 'irgendwann',
  },
  {
    name: 'between a failed law and the documents, and again while it catches up',
    arbeit: { erst: 'absagen', haltVor: 'dokumente' },
    wann: 'angehalten',
    auchBeimAufholen: true,
  },
  {
    name: 'between a move and the documents',
    arbeit: { erst: 'verlegen', haltVor: 'dokumente' },
    wann: 'angehalten',
  },
  {
    name: 'between the documents of a failed law and the notifications',
    arbeit: { erst: 'absagen', haltVor: 'benachrichtigungen' },
    wann: 'angehalten',
  },
  {
    name: 'while a move is projected',
    arbeit: { erst: 'verlegen', haltVor: null },
    wann: 'kurz-nach-eintrag',
  },
  {
    name: 'at any moment, beginning with a failed law',
    arbeit: { erst: 'absagen', haltVor: null },
    wann: 'irgendwann',
  },
]

let program: Program

beforeAll(async () => {
  process.env['STICHTAG_LOG'] = 'error'
  program = await compile('moveInChild.ts')
})

afterAll(() => program.remove())

describe(`kill -9 between the entry of a move and its projections, ${KILLS} times`, () => {
  it(
    'after the restart every projection equals one that is made from nothing, and no move is lost',
    async () => {
      const total = { kills: 0, kopien: 0, benachrichtigungen: 0, entries: 0 }
      while (total.kills < KILLS) {
        const kills = Math.min(KILLS_PER_WORLD, KILLS - total.kills)
        const last = await killInOneWorld(total.kills, kills)
        total.kills += kills
        total.kopien += last.kopien
        total.benachrichtigungen += last.benachrichtigungen
        total.entries += last.folgenummern.length
        if (process.env['STICHTAG_LANG']) console.log('absturz', JSON.stringify(total))
      }
      // A test in which nothing happened would prove nothing.
      expect(total.kopien).toBeGreaterThan(0)
      expect(total.benachrichtigungen).toBeGreaterThan(KILLS)
    },
    60_000 + KILLS * 45_000,
  )
})

/** Kills so many processes on one database; returns what the last restart found. */
async function killInOneWorld(first: number, kills: number): Promise<Pruefung> {
  const folder = await mkdtemp(path.join(tmpdir(), 'stichtag-absturz-'))
  const databaseUri = MONGODB
    ? `${MONGODB}stichtag-${randomUUID().slice(0, 8)}`
    : `file:${path.join(folder, 'stichtag.db')}`
  const start = (): Promise<Kind> => startKind(databaseUri)
  const said: Gesagtes[] = []
  let kind = await start()
  try {
    await kind.ask({ art: 'einrichten', gesetze: kills + 2 }, 'eingerichtet')
    let bisher = await kind.ask({ art: 'pruefen' }, 'geprueft')
    expectWhole(bisher, said)
    for (let index = 0; index < kills; index += 1) {
      const tod = TODE[(first + index) % TODE.length]
      if (!tod) throw new Error('unreachable')
      // The next process starts while this one still lives: a start takes longer than a life.
      const next = start()
      said.push(...(await dieBy(tod, kind)))
      kind = await next
      if (tod.auchBeimAufholen) {
        const another = start()
        void kind.ask({ art: 'aufholen' }, 'aufgeholt').catch(() => undefined)
        await wait(Math.random() * (MONGODB ? 300 : 60))
        await kind.kill()
        kind = await another
      }
      const { anders } = await kind.ask({ art: 'aufholen' }, 'aufgeholt')
      // What had been stopped before a projection must have been missing, or the test stopped nothing.
      if (tod.wann === 'angehalten' && !tod.auchBeimAufholen) expect(anders, tod.name).toBe(true)
      bisher = await kind.ask({ art: 'pruefen' }, 'geprueft')
      expect(bisher.unterschiede, tod.name).toEqual([])
      // The audit is never thrown away: each entry is attested once, and the chain is whole.
      expect(bisher.bezeugt, tod.name).toEqual(bisher.folgenummern)
      expect(bisher.bruch, tod.name).toBeNull()
      expectWhole(bisher, said)
    }
    return bisher
  } finally {
    await kind.kill()
    await rm(folder, { recursive: true, force: true })
  }
}

/** Every number once, and every move of which a process said that it is true stands where it said. */
function expectWhole({ folgenummern, gesagt }: Pruefung, said: readonly Gesagtes[]): void {
  expect(folgenummern).toEqual(Array.from({ length: folgenummern.length }, (_, index) => index + 1))
  const known = new Map(gesagt.map((each) => [each.folgenummer, each]))
  for (const each of said) expect(known.get(each.folgenummer)).toEqual(each)
}

/** Lets the process work until it dies in this way; what it said it has appended. */
async function dieBy({ arbeit, wann }: Tod, kind: Kind): Promise<readonly Gesagtes[]> {
  kind.send({ art: 'arbeiten', ...arbeit })
  if (wann === 'angehalten') await kind.next('angehalten')
  else if (wann === 'kurz-nach-eintrag') {
    await kind.next('angehaengt')
    await wait(Math.random() * (MONGODB ? 120 : 30))
  } else await wait(Math.random() * (MONGODB ? 1500 : 400))
  await kind.kill()
  return kind.said
}

/** A process of the house under test. */
type Kind = {
  /** What it said it has appended. */
  readonly said: readonly Gesagtes[]
  readonly send: (befehl: Befehl) => void
  readonly next: <A extends Nachricht['art']>(art: A) => Promise<Extract<Nachricht, { art: A }>>
  /** Sends and waits for the answer. */
  readonly ask: <A extends Nachricht['art']>(
    befehl: Befehl,
    art: A,
  ) => Promise<Extract<Nachricht, { art: A }>>
  readonly kill: () => Promise<void>
}

async function startKind(databaseUri: string): Promise<Kind> {
  const secret = 'a secret for tests of more than 32 characters'
  const process = await program.start({ environment: { databaseUri }, payload: { secret } })
  const said: Gesagtes[] = []
  process.on('message', (nachricht: Nachricht) => {
    if (nachricht.art !== 'angehaengt') return
    const { folgenummer, zeitgrenzeId, tag } = nachricht
    said.push({ folgenummer, zeitgrenzeId, tag })
  })
  const next: Kind['next'] = (art) => nextMessage(process, art)
  return {
    said,
    send: (befehl) => void process.send(befehl),
    next,
    ask: (befehl, art) => {
      const answer = next(art)
      process.send(befehl)
      return answer
    },
    kill: async () => {
      if (process.exitCode !== null || process.signalCode !== null) return
      const exit = once(process, 'exit')
      process.kill('SIGKILL')
      await exit
      // What stood in the pipe when it died was said all the same.
      await wait(20)
    },
  }
}

function nextMessage<A extends Nachricht['art']>(
  process: ChildProcess,
  art: A,
): Promise<Extract<Nachricht, { art: A }>> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null, signal: string | null): void => {
      reject(new Error(`the process ended before it said „${art}“: ${String(code ?? signal)}`))
    }
    const onMessage = (nachricht: Nachricht): void => {
      if (nachricht.art !== art) return
      process.off('exit', onExit)
      process.off('message', onMessage)
      resolve(nachricht as Extract<Nachricht, { art: A }>)
    }
    process.on('message', onMessage)
    process.once('exit', onExit)
  })
}
