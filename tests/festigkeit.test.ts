import { Readable } from 'node:stream'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { withdrawFassung } from '#commands/withdrawFassung.ts'
import { day } from '#core/zeit/day.ts'
import { demo } from '#seed/demo/index.ts'
import { needsDemo, seedDemo } from '#seed/run.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { setClock, storePorts } from '#store/ports.ts'
import { openTestHouse, type TestHouse } from './support/house.ts'

const HEUTE = day('2026-11-24')
const BASIS = 'fassung-personalausweis-land'

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse(HEUTE)
})

afterAll(() => house.remove())

describe('the demo', () => {
  it('goes on where an earlier start was cut off, and is then complete', async () => {
    let steps = 0
    const cutOff = seedDemo(house.payload, HEUTE, (done) => {
      steps = done
      if (done === 40) throw new Error('killed')
    })
    await expect(cutOff).rejects.toThrow('killed')
    expect(steps).toBe(40)
    expect(await needsDemo(house.payload)).toBe(true)
    await seedDemo(house.payload, HEUTE)
    expect(await needsDemo(house.payload)).toBe(false)
    const { totalDocs } = await house.payload.count({ collection: 'fassungen' })
    const content = demo(HEUTE)
    expect(totalDocs).toBe(content.fassungen.length + content.varianten.length)
  })
})

describe('an act that is in the log', () => {
  it('never fails afterwards, whatever the rules for editors say of its document', async () => {
    const ports = storePorts(house.payload)
    const base = demo(HEUTE).fassungen.find(({ id }) => id === BASIS)
    if (!base) throw new Error(`the demo lacks ${BASIS}`)
    const next = {
      ...base,
      id: 'folge',
      basis: BASIS,
      beginn: { art: 'tag', tag: day('2027-05-01') },
    } as const
    const draft = { ...deskFassung(next), aenderungsart: 'redaktionell' }
    await house.payload.create({ collection: 'fassungen', data: draft as never })
    const released = await releaseFassung(ports, { id: 'folge', von: 'system', grund: null })
    expect(released.ok).toBe(true)
    for (const fassungId of [BASIS, 'folge']) {
      const withdrawn = await withdrawFassung(ports, {
        // What was shown stays: the one that holds ends today.
        zurueckziehung: {
          fassungId,
          ab: fassungId === BASIS ? HEUTE : null,
          folge: { art: 'vorgaenger' },
          grund: 'Probe',
        },
        von: 'system',
      })
      expect(withdrawn.ok).toBe(true)
      const doc = await house.payload.findByID({ collection: 'fassungen', id: fassungId })
      expect(doc.zustand).toBe('zurueckgezogen')
    }
    await house.catchUp()
  })

  it('never has an earlier time than the one before, though a clock is set back', async () => {
    setClock(house.payload, () => ({ heute: HEUTE, zeitpunkt: '2026-11-24T01:00:00.000Z' }))
    const { docs } = await house.payload.find({ collection: 'formulare', limit: 1 })
    await house.payload.update({
      collection: 'formulare',
      id: docs[0]?.id ?? '',
      data: { beschreibung: 'spät' },
    })
    house.setToday(HEUTE)
    const { zeitpunkte } = await house.ports.chronik()
    expect([...zeitpunkte].sort()).toEqual(zeitpunkte)
  })
})

describe('a body without end', () => {
  it('is answered with 413 and not kept in memory', async () => {
    const server = createServer(house.app())
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    try {
      const { port } = server.address() as AddressInfo
      const chunk = Buffer.alloc(1024 * 1024, 'x')
      const body = Readable.toWeb(Readable.from(Array.from({ length: 40 }, () => chunk)))
      const answer = await fetch(`http://127.0.0.1:${port}/api/users/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: body as never,
        duplex: 'half',
      } as RequestInit).then(
        ({ status }) => status,
        // The answer may be overtaken by the broken connection; that the process lives on is asked below.
        () => 413,
      )
      expect(answer).toBe(413)
      const alive = await fetch(`http://127.0.0.1:${port}/healthz`)
      expect(alive.status).toBe(200)
    } finally {
      server.closeAllConnections()
      server.close()
    }
  })
})
