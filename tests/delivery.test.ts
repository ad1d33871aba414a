import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createVerzeichnis } from '#delivery/verzeichnis.ts'
import { hashInhalt } from '#store/log.ts'
import { createLaeufe } from '#store/lieferungen.ts'
import { storePorts } from '#store/ports.ts'
import { createZeitplan, type Meldung, type Zeitplan, type ZeitplanPorts } from '#jobs/zeitplan.ts'
import { day } from '#core/zeit/day.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { deliver, erstelltAt, manifestOf, type Lieferauftrag } from '#exporters/xzufi/delivery.ts'
import { loadProfil, type Schema } from '#exporters/xzufi/schema.ts'
import { xzufiSettings } from '#exporters/xzufi/settings.ts'
import { createPruefer } from '#exporters/xzufi/validate.ts'
import type { Laeufe, Lieferexporter, Lieferinhalt } from '#ports/lieferung.ts'
import {
  am,
  ersetzen,
  freigabe,
  freigegeben,
  gespeicherteLeistung,
  grundbestand,
  inhalt,
  leistung,
} from './support/factories.ts'
import { openTestHouse, type TestHouse } from './support/house.ts'

const ZIEL = 'ziel'
/** 0:05 in Berlin on 1 December 2026. */
const NACHT = '2026-11-30T23:05:00.000Z'

let house: TestHouse
let profil: Schema
let jetzt: string
let laeufe: Laeufe
let meldungen: Meldung[]
let texte = 0

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  profil = await loadProfil(process.cwd(), xzufiSettings({ agencyId: 'L100099' }).wurzel)
  laeufe = createLaeufe(house.payload)
  await append(...grundbestand())
  await release('Sie brauchen einen Personalausweis.', '2026-11-01')
})

afterAll(async () => {
  profil.dispose()
  await house.remove()
})

beforeEach(async () => {
  jetzt = '2026-11-30T12:00:00.000Z'
  meldungen = []
  await rm(path.join(house.daten, 'lieferungen'), { recursive: true, force: true })
  await house.payload.db.deleteMany({ collection: 'lieferungen', where: {} })
  await house.payload.db.deleteMany({ collection: 'lieferziele', where: {} })
  await addZiel({})
})

describe('the schedule', () => {
  it('delivers at the due minute of Berlin, and leaves a Lieferung with counts and hashes', async () => {
    const zeitplan = schedule()
    jetzt = '2026-11-30T23:04:59.999Z'
    expect(await zeitplan.tick()).toEqual([])
    jetzt = NACHT
    expect(await zeitplan.tick()).toMatchObject([{ ergebnis: 'geliefert', versuch: 1 }])
    expect(await lieferungen()).toMatchObject([
      {
        id: `${ZIEL}|${NACHT}`,
        lieferziel: ZIEL,
        faelligAm: NACHT,
        ergebnis: 'geliefert',
        stichtag: '2026-12-01',
        objekte: 1,
        dokumente: 1,
        bytes: expect.any(Number) as number,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        ordner: expect.stringMatching(/^2026-12-01-\d+-[0-9a-f]{8}$/) as string,
        begonnenAm: NACHT,
        dauerMs: 0,
        versuche: 1,
        fehler: null,
        leaseBis: null,
        leaseVon: null,
      },
    ])
    const index = await read('index.txt')
    expect(index).toMatch(/^XZUFI20261201\d+_0001\.xml\n$/)
    expect(await read(index.trim())).toContain('Sie brauchen einen Personalausweis.')
  })

  it('makes good what it missed, once', async () => {
    jetzt = '2026-12-04T09:00:00.000Z'
    const zeitplan = schedule()
    const [bericht, ...others] = await zeitplan.tick()
    expect(bericht).toMatchObject({ faelligAm: '2026-12-03T23:05:00.000Z', stichtag: '2026-12-04' })
    expect(others).toEqual([])
    expect(await zeitplan.tick()).toEqual([])
    expect(await schedule().tick()).toEqual([])
    expect(await lieferungen()).toHaveLength(1)
  })

  it('never runs the same twice, however many schedules there are', async () => {
    const zeitplaene = Array.from({ length: 8 }, schedule)
    for (const tag of ['2026-11-30', '2026-12-01', '2026-12-02']) {
      jetzt = `${tag}T23:05:00.000Z`
      const berichte = await Promise.all(zeitplaene.map((each) => each.tick()))
      expect(berichte.flat()).toHaveLength(1)
    }
    expect((await lieferungen()).map(({ versuche }) => versuche)).toEqual([1, 1, 1])
  })

  it('sees a new target at the next tick, and leaves an inactive one alone', async () => {
    const zeitplan = schedule()
    jetzt = NACHT
    await zeitplan.tick()
    await addZiel({ id: 'neu', verzeichnis: 'neu', zeitplan: '6 0 * * *' })
    await addZiel({ id: 'still', verzeichnis: 'still', zeitplan: '6 0 * * *', aktiv: false })
    jetzt = '2026-11-30T23:06:00.000Z'
    expect(await zeitplan.tick()).toMatchObject([{ ziel: 'Ziel neu', ergebnis: 'geliefert' }])
  })

  it('goes on with the others when one target has no schedule that it understands', async () => {
    await house.payload.db.updateOne({
      collection: 'lieferziele',
      id: ZIEL,
      data: { zeitplan: 'täglich' },
    })
    await addZiel({ id: 'zweites', verzeichnis: 'zweites' })
    jetzt = NACHT
    expect(await schedule().tick()).toMatchObject([{ ziel: 'Ziel zweites' }])
    expect(meldungen).toMatchObject([{ art: 'fehler', ziel: 'Ziel ziel' }, { art: 'lieferung' }])
  })
})

describe('a delivery without news', () => {
  it('is unveraendert, and nothing is rewritten', async () => {
    const zeitplan = schedule()
    jetzt = NACHT
    const first = await zeitplan.runNow(ZIEL)
    jetzt = '2026-11-30T23:30:00.000Z'
    const second = await zeitplan.runNow(ZIEL)
    expect(second).toMatchObject({ ok: true, value: { ergebnis: 'unveraendert' } })
    expect(pick(second)).toEqual(pick(first))
  })
})

describe('a delivery with an invalid document', () => {
  it('fails in German, the receiver keeps the old one, and the next good one goes', async () => {
    const zeitplan = schedule()
    jetzt = NACHT
    await zeitplan.tick()
    const before = await read('index.txt')

    await release('<font>Bunt</font>', '2026-11-02')
    jetzt = '2026-12-01T23:05:00.000Z'
    expect(await zeitplan.tick()).toMatchObject([
      { ergebnis: 'gescheitert', problems: [{ code: 'export-is-invalid' }] },
    ])
    const [lieferung] = await lieferungen()
    expect(lieferung?.ergebnis).toBe('gescheitert')
    expect(lieferung?.ordner ?? null).toBeNull()
    expect(lieferung?.fehler).toMatch(
      /^Versuch 1 von 4\. Ein Dokument entspricht nicht seinem Schema\./,
    )
    expect(lieferung?.fehler).toContain('Die Auszeichnung <font> nimmt kein Empfänger an. (html)')
    expect(await read('index.txt')).toBe(before)

    await release('Sie brauchen einen Personalausweis, keinen bunten.', '2026-11-03')
    jetzt = '2026-12-02T23:05:00.000Z'
    expect(await zeitplan.tick()).toMatchObject([{ ergebnis: 'geliefert' }])
    expect(await read('index.txt')).not.toBe(before)
  })

  it('is tried four times with growing distance, then it stands', async () => {
    await release('<font>Bunt</font>', '2026-11-04')
    const tries: string[] = []
    const zeitplan = schedule()
    for (let minute = 0; minute < 120; minute += 1) {
      jetzt = new Date(Date.parse(NACHT) + minute * 60_000).toISOString()
      for (const { versuch } of await zeitplan.tick()) tries.push(`${minute}: ${versuch}`)
    }
    expect(tries).toEqual(['0: 1', '1: 2', '6: 3', '21: 4'])
    expect(await lieferungen()).toMatchObject([{ ergebnis: 'gescheitert', versuche: 4 }])
    await release('Sie brauchen einen Personalausweis.', '2026-11-05')
  })
})

describe('a run whose process is gone', () => {
  it('is taken over when its lease is over, not before', async () => {
    jetzt = NACHT
    const kennung = { lieferzielId: ZIEL, faelligAm: NACHT }
    const lease = { von: 'dead', bis: '2026-11-30T23:06:00.000Z' }
    expect(await laeufe.create(kennung, lease, jetzt)).toBe(true)
    expect(await laeufe.create(kennung, { ...lease, von: 'other' }, jetzt)).toBe(false)

    jetzt = '2026-11-30T23:05:59.000Z'
    expect(await schedule().tick()).toEqual([])
    jetzt = lease.bis
    const berichte = await Promise.all(Array.from({ length: 4 }, () => schedule().tick()))
    expect(berichte.flat()).toMatchObject([{ ergebnis: 'geliefert', versuch: 2 }])
    expect(await laeufe.renew(kennung, lease)).toBe(false)
    const zahlen = { dauerMs: 1, fehler: 'zu spät' }
    expect(await laeufe.finish(kennung, 'dead', { ergebnis: 'gescheitert', ...zahlen })).toBe(false)
    expect(await lieferungen()).toMatchObject([{ ergebnis: 'geliefert', versuche: 2 }])
  })

  it('is not taken over while somebody renews', async () => {
    jetzt = NACHT
    const kennung = { lieferzielId: ZIEL, faelligAm: NACHT }
    await laeufe.create(kennung, { von: 'busy', bis: '2026-11-30T23:06:00.000Z' }, jetzt)
    const seen = await laeufe.newest(ZIEL)
    expect(await laeufe.renew(kennung, { von: 'busy', bis: '2026-11-30T23:07:00.000Z' })).toBe(true)
    const lease = { von: 'thief', bis: '2026-11-30T23:08:00.000Z' }
    expect(await laeufe.takeOver(seen!, lease, jetzt)).toBe(false)
  })

  it('switches nothing when it wakes up after its lease was taken', async () => {
    const gate = createGate()
    const sleeper = schedule({ exporter: gatedExporter(gate) })
    jetzt = NACHT
    const sleeping = sleeper.tick()
    await gate.reached
    jetzt = '2026-11-30T23:07:00.000Z'
    expect(await schedule().tick()).toMatchObject([{ ergebnis: 'geliefert', versuch: 2 }])
    gate.open()
    expect(await sleeping).toEqual([])
    expect(await lieferungen()).toMatchObject([{ ergebnis: 'geliefert', versuche: 2 }])
  })

  it('is closed when a newer one is due', async () => {
    const kennung = { lieferzielId: ZIEL, faelligAm: NACHT }
    await laeufe.create(kennung, { von: 'dead', bis: '2026-11-30T23:06:00.000Z' }, NACHT)
    jetzt = '2026-12-02T09:00:00.000Z'
    expect(await schedule().tick()).toMatchObject([{ faelligAm: '2026-12-01T23:05:00.000Z' }])
    const [, dead] = await lieferungen()
    expect(dead).toMatchObject({ ergebnis: 'gescheitert', leaseBis: null })
    expect(dead?.fehler).toContain('Der Prozess endete')
  })
})

describe('runNow', () => {
  it('delivers whatever the schedule says, also to an inactive target', async () => {
    await addZiel({ id: 'still', verzeichnis: 'still', aktiv: false })
    const result = await schedule().runNow('still')
    expect(result).toMatchObject({ ok: true, value: { ergebnis: 'geliefert', faelligAm: jetzt } })
  })

  it('knows no target of this name', async () => {
    const result = await schedule().runNow('nirgends')
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'not-found' }] })
  })

  it('does not run beside a run that is alive', async () => {
    const lease = { von: 'busy', bis: '2026-11-30T12:01:00.000Z' }
    await laeufe.create({ lieferzielId: ZIEL, faelligAm: jetzt }, lease, jetzt)
    const result = await schedule().runNow(ZIEL)
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'release-was-concurrent' }] })
  })

  it('lets a delivery go that lost objects when a person has looked at it', async () => {
    const zeitplan = schedule()
    await append(gespeicherteLeistung(leistung({ id: 'reisepass' })))
    await release('Sie brauchen einen Reisepass.', '2026-11-01', 'reisepass')
    expect(await zeitplan.runNow(ZIEL)).toMatchObject({ value: { objekte: 2 } })
    const lossy = schedule({ exporter: lossyExporter('reisepass') })
    jetzt = '2026-11-30T13:00:00.000Z'
    const held = await lossy.runNow(ZIEL)
    expect(held).toMatchObject({ value: { problems: [{ code: 'export-shrank' }] } })
    expect((await lieferungen())[0]?.fehler).toContain('Es fehlen 1: leistung reisepass')
    jetzt = '2026-11-30T14:00:00.000Z'
    const accepted = await lossy.runNow(ZIEL, { acceptsLoss: true })
    expect(accepted).toMatchObject({ value: { ergebnis: 'geliefert', objekte: 1 } })
  })
})

describe('start and stop', () => {
  it('ticks at once, and waits for the running delivery', async () => {
    const gate = createGate()
    const zeitplan = schedule({ exporter: gatedExporter(gate) })
    jetzt = NACHT
    zeitplan.start()
    await gate.reached
    let isStopped = false
    const stopping = zeitplan.stop().then(() => (isStopped = true))
    await wait(50)
    expect(isStopped).toBe(false)
    gate.open()
    await stopping
    expect(await lieferungen()).toMatchObject([{ ergebnis: 'geliefert' }])
    expect(await zeitplan.tick()).toEqual([])
    expect(await zeitplan.runNow(ZIEL)).toMatchObject({ problems: [{ code: 'is-stopping' }] })
  })

  it('breaks a delivery off between two documents when it takes too long, and makes it good later', async () => {
    const gate = createGate()
    const zeitplan = schedule({ exporter: gatedExporter(gate) })
    jetzt = NACHT
    const tick = zeitplan.tick()
    await gate.reached
    const stopping = zeitplan.stop(0)
    await wait(20)
    gate.open()
    await Promise.all([stopping, tick])
    const [lieferung] = await lieferungen()
    expect(lieferung).toMatchObject({ ergebnis: 'gescheitert', leaseBis: null })
    expect(lieferung?.fehler).toContain('angehalten')
    jetzt = '2026-11-30T23:06:00.000Z'
    expect(await schedule().tick()).toMatchObject([{ ergebnis: 'geliefert', versuch: 2 }])
  })
})

function schedule(differences: Partial<ZeitplanPorts> = {}): Zeitplan {
  return createZeitplan({
    ...storePorts(house.payload),
    clock: () => ({ zeitpunkt: jetzt, heute: day(berlinDay(jetzt)) }),
    exporter: xzufiExporter(),
    laeufe,
    openLieferort: createVerzeichnis({ daten: house.daten }).open,
    report: (meldung) => meldungen.push(meldung),
    ...differences,
  })
}

function xzufiExporter(): Lieferexporter {
  const { getInhalte } = storePorts(house.payload)
  const settings = xzufiSettings({ agencyId: 'L100099' })
  const auftragOf = ({ zeitpunkt, ...rest }: Lieferinhalt): Lieferauftrag => ({
    ...rest,
    erstellt: erstelltAt(zeitpunkt, rest.stichtag),
    settings,
    getInhalte,
    hash: hashInhalt,
  })
  return {
    build: (lieferinhalt) => deliver(auftragOf(lieferinhalt)),
    describe: (lieferinhalt, dateien) => manifestOf(auftragOf(lieferinhalt), dateien),
    createPruefer: () => createPruefer({ profil, amtlich: null }),
  }
}

/** An exporter with a fault: it drops one text. */
function lossyExporter(id: string): Lieferexporter {
  const sound = xzufiExporter()
  const without = (whole: Lieferinhalt): Lieferinhalt => ({
    ...whole,
    lieferung: {
      ...whole.lieferung,
      leistungen: whole.lieferung.leistungen.filter((objekt) => objekt.id !== id),
    },
  })
  return { ...sound, build: (whole) => sound.build(without(whole)) }
}

type Gate = {
  readonly reached: Promise<void>
  readonly open: () => void
  readonly pass: () => Promise<void>
}

function createGate(): Gate {
  let open = (): void => undefined
  let arrive = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  const reached = new Promise<void>((resolve) => (arrive = resolve))
  const pass = (): Promise<void> => {
    arrive()
    return opened
  }
  return { reached, open: () => open(), pass }
}

/** An exporter that stops in the middle until the gate opens. */
function gatedExporter(gate: Gate): Lieferexporter {
  const sound = xzufiExporter()
  return {
    ...sound,
    build: async function* build(whole) {
      for await (const datei of sound.build(whole)) {
        await gate.pass()
        yield datei
      }
    },
  }
}

async function append(...aussagen: readonly Aussage[]): Promise<void> {
  const appended = await storePorts(house.payload).append({
    zeitpunkt: '2026-11-24T08:00:00.000Z',
    art: 'import',
    von: 'system',
    grund: null,
    schluessel: null,
    aussagen,
  })
  if (!appended.ok) throw new Error(JSON.stringify(appended.problems))
}

/** Releases a text past the checks of the desk, as an import could. */
async function release(
  kurztext: string,
  ab: string,
  leistungId = 'personalausweis',
): Promise<void> {
  texte += 1
  const words: FassungInhalt = inhalt({ kurztext: ersetzen(kurztext) })
  const [hash] = await storePorts(house.payload).putInhalte([words])
  const fassung = freigegeben({ id: `text-${texte}`, leistungId, beginn: am(ab), inhalt: hash! })
  await append(freigabe(fassung))
}

async function addZiel(differences: Record<string, unknown>): Promise<void> {
  const { id = ZIEL } = differences
  await house.payload.create({
    collection: 'lieferziele',
    data: {
      id,
      name: `Ziel ${String(id)}`,
      aktiv: true,
      art: 'verzeichnis',
      format: 'xzufi-2.2.0',
      verzeichnis: 'pvog',
      zeitplan: '5 0 * * *',
      createdAt: '2026-11-30T12:00:00.000Z',
      ...differences,
    } as never,
  })
}

async function lieferungen() {
  const { docs } = await house.payload.find({
    collection: 'lieferungen',
    sort: '-faelligAm',
    depth: 0,
    limit: 0,
  })
  return docs
}

async function read(datei: string): Promise<string> {
  const bytes = await createVerzeichnis({ daten: house.daten }).readDelivery('pvog', datei)
  return bytes?.toString() ?? ''
}

function pick(result: Awaited<ReturnType<Zeitplan['runNow']>>) {
  if (!result.ok || result.value.ergebnis === 'gescheitert') throw new Error(JSON.stringify(result))
  const { sha256, ordner, bytes, objekte } = result.value
  return { sha256, ordner, bytes, objekte }
}

function berlinDay(instant: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' })
  return format.format(new Date(instant))
}
