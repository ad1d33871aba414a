import type { CollectionSlug } from 'payload'
import { cancelZeitgrenze } from '#commands/cancelZeitgrenze.ts'
import { moveZeitgrenze } from '#commands/moveZeitgrenze.ts'
import { pruefeProtokoll } from '#commands/pruefeProtokoll.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { canonicalJson } from '#core/canonicalJson.ts'
import type { Entwurf, Folgenummer } from '#core/fassung/fassung.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { readEnvironment } from '#src/environment.ts'
import { openHouse, prepareDatabase } from '#src/wiring.ts'
import { OBJEKT_SAMMLUNGEN } from '#core/log/objektart.ts'
import { createReadEreignisse } from '#store/log.ts'
import { setClock, storePorts } from '#store/ports.ts'
import { protokollPorts } from '#store/protokollPruefung.ts'
import { createProjectSafely, projektionenOf, type Projektionsname } from '#store/projections.ts'
import { addDraft, amt, furnish, landtext, stadttext, zeitgrenze } from './furnish.ts'

/** What the parent asks for. */
export type Befehl =
  /** Makes the world of the test on an empty database: so many laws that can fail, a text on each. */
  | { readonly art: 'einrichten'; readonly gesetze: number }
  /** Catches up as the product does when it starts. */
  | { readonly art: 'aufholen' }
  /** Throws all projections away and makes them from nothing; compares them with what was there. */
  | { readonly art: 'pruefen' }
  | Arbeit

/** Moves and cancels, one after the other, until somebody kills the process. */
export type Arbeit = {
  readonly art: 'arbeiten'
  readonly erst: 'verlegen' | 'absagen'
  /** Where the process stops for ever with its first entry: before this projection. Null: nowhere. */
  readonly haltVor: Projektionsname | null
}

/** An entry of a law, as the process that appended it knows it and as the log has it. */
export type Gesagtes = {
  readonly folgenummer: Folgenummer
  readonly zeitgrenzeId: string
  /** The day; null where it has none. */
  readonly tag: string | null
}

/** What the parent is told. */
export type Nachricht =
  | { readonly art: 'bereit' }
  | { readonly art: 'eingerichtet' }
  /** Whether catching up found anything to write. */
  | { readonly art: 'aufgeholt'; readonly anders: boolean }
  | ({ readonly art: 'angehaengt' } & Gesagtes)
  | { readonly art: 'angehalten' }
  | Pruefung

/** What stands in the database after a crash, against what a rebuild from nothing makes of the log. */
export type Pruefung = {
  readonly art: 'geprueft'
  /** Names of the collections that differ, each with a first difference. */
  readonly unterschiede: readonly string[]
  readonly folgenummern: readonly Folgenummer[]
  readonly gesagt: readonly Gesagtes[]
  readonly kopien: number
  readonly benachrichtigungen: number
  /** Rows of the audit that attest entries, and the first place at which its chain is broken. */
  readonly bezeugt: readonly Folgenummer[]
  readonly bruch: unknown
}

/** A process of the house that lives to be killed. It has no code of its own between an entry and its projections. */
const environment = readEnvironment(process.env, process.cwd())
if (!environment.ok) throw new Error(JSON.stringify(environment.fehler))
const house = await openHouse(environment.value)
const { payload } = house
let ticks = 0
setClock(payload, () => {
  ticks += 1
  const zeitpunkt = new Date(Date.UTC(2026, 10, 24, 11, 0, ticks)).toISOString()
  return { heute: day('2026-11-24'), zeitpunkt }
})

process.on('message', (befehl: Befehl) => void carryOut(befehl))
process.on('disconnect', () => process.exit(0))
tell({ art: 'bereit' })

async function carryOut(befehl: Befehl): Promise<void> {
  try {
    switch (befehl.art) {
      case 'einrichten':
        await furnishWorld(befehl.gesetze)
        tell({ art: 'eingerichtet' })
        return
      case 'aufholen': {
        const before = canonicalJson([await rows(), await bezeugt()])
        await follow()
        const after = canonicalJson([await rows(), await bezeugt()])
        tell({ art: 'aufgeholt', anders: after !== before })
        return
      }
      case 'pruefen':
        tell(await check())
        return
      case 'arbeiten':
        await work(befehl)
    }
  } catch (error) {
    console.error(error)
    process.exit(1)
  }
}

function tell(nachricht: Nachricht): void {
  process.send?.(nachricht)
}

function follow(): Promise<unknown> {
  return prepareDatabase(house, { demo: false }, () => undefined)
}

// The world

const GESETZ = 'z-hund'

/** One law with 20 texts and an office of three Redaktionen, and laws that can fail. */
async function furnishWorld(gesetze: number): Promise<void> {
  await follow()
  await furnish(house)
  const hund = anZeitgrenze(GESETZ)
  for (let index = 0; index < 6; index += 1) {
    const leistungId = `l-${index}`
    await payload.create({
      collection: 'leistungen',
      data: { id: leistungId, name: `Leistung ${index}`, redaktion: 'r-land' },
    })
    const at = { leistungId, beginn: hund }
    await release(landtext(`land-${index}`, at))
    await release(stadttext(`schwerin-${index}`, 'schwerin', at))
    await release(stadttext(`rostock-${index}`, 'rostock', at))
  }
  // What holds before, and what a late law would be overtaken by.
  await release(landtext('vorher', { leistungId: 'l-0' }))
  const june = festerTag(day('2027-06-01'))
  await release(
    stadttext('danach', 'rostock', { leistungId: 'l-1', basis: 'rostock-1', beginn: june }),
  )
  await payload.create({
    collection: 'organisationseinheiten',
    data: amt('amt', 'r-schwerin', {
      beginn: { art: 'zeitgrenze', zeitgrenze: GESETZ, versatz: 'tage', tage: 0 },
    }) as never,
  })
  for (let index = 0; index < gesetze; index += 1) {
    const id = `z-${index}`
    await payload.create({ collection: 'zeitgrenzen', data: zeitgrenze(id) as never })
    const beginn = anZeitgrenze(id)
    const leistungId = `l-${index % 6}`
    const ende = festerTag(addDays(day('2030-01-01'), index))
    const text = { leistungId, beginn, ende }
    await release(
      index % 2 === 0
        ? landtext(`land-${id}`, text)
        : stadttext(`schwerin-${id}`, 'schwerin', text),
    )
  }
  await follow()
}

async function release(text: Entwurf): Promise<void> {
  await addDraft(house, text)
  const result = await releaseFassung(house.ports, { id: text.id, von: 'kind', grund: null })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
}

// The work

async function work({ erst, haltVor }: Arbeit): Promise<void> {
  const ports = {
    ...storePorts(payload),
    project: createProjectSafely(
      payload,
      projektionenOf(payload).map((projektion) => ({
        ...projektion,
        project: async (...args) => {
          if (projektion.name === haltVor) await haltForEver()
          await projektion.project(...args)
        },
      })),
    ),
  }
  const append: typeof ports.append = async (entwurf) => {
    const appended = await ports.append(entwurf)
    if (appended.ok) {
      const [aussage] = appended.value.aussagen
      if (aussage?.klasse === 'zeitgrenze')
        tell({ art: 'angehaengt', ...saidOf(appended.value.folgenummer, aussage.zeitgrenze) })
    }
    return appended
  }
  for (let step = 0; ; step += 1) {
    const isCancel = step === 0 ? erst === 'absagen' : Math.random() < 0.2
    const next = isCancel ? await nextToFail() : undefined
    const result = next
      ? await cancelZeitgrenze(
          { ...ports, append },
          { zeitgrenzeId: next, grund: 'abgelehnt', von: 'kind' },
        )
      : await moveZeitgrenze(
          { ...ports, append },
          { zeitgrenze: await elsewhere(), von: 'kind', grund: null },
        )
    if (!result.ok) throw new Error(JSON.stringify(result.problems))
  }
}

function haltForEver(): Promise<never> {
  tell({ art: 'angehalten' })
  // Something must keep the process alive until it is killed.
  return new Promise(() => setInterval(() => undefined, 60_000))
}

/** A law that has not failed yet. */
async function nextToFail(): Promise<string | undefined> {
  const { zeitgrenzen } = await house.ports.chronik()
  return [...zeitgrenzen].find(
    ([id, belege]) => id !== GESETZ && belege.at(-1)?.wert.stand !== 'abgesagt',
  )?.[0]
}

/** The law on another day of 2027, now and then on none; never where it is, or there would be nothing to tell. */
async function elsewhere(): Promise<Zeitgrenze> {
  const known = (await house.ports.chronik()).zeitgrenzen.get(GESETZ)?.at(-1)?.wert
  if (!known) throw new Error('the law of the test is missing')
  const { id, rechtsnormId, art, wortlaut, redaktionId } = known
  const same = { id, rechtsnormId, art, wortlaut, ...(redaktionId ? { redaktionId } : {}) }
  const before = known.stand === 'bestimmt' ? known.tag : null
  if (before !== null && Math.random() < 0.15)
    return { ...same, stand: 'unbestimmt', bedingung: 'Verordnung' }
  const random = addDays(day('2027-01-01'), Math.floor(Math.random() * 365))
  const tag = random === before ? addDays(random, 1) : random
  return { ...same, stand: 'bestimmt', tag, fundstelle: 'GVOBl. M-V 2026 S. 812' }
}

function saidOf(folgenummer: Folgenummer, said: Zeitgrenze): Gesagtes {
  return { folgenummer, zeitgrenzeId: said.id, tag: 'tag' in said ? said.tag : null }
}

// The check

/** In the order in which they can be thrown away: what names others before what is named. */
const PROJECTED: readonly CollectionSlug[] = [
  'benachrichtigungen',
  'fassungen',
  'zustaendigkeiten',
  'organisationseinheiten',
  'onlinedienste',
  'formulare',
  'modulsperren',
  'rueckmeldungen',
  'schweigefristen',
  'angebote',
  'zeitgrenzen',
  'rechtsnormen',
  'leistungen',
  'gebiete',
]

async function check(): Promise<Pruefung> {
  const missing = Object.values(OBJEKT_SAMMLUNGEN).filter((each) => !PROJECTED.includes(each))
  if (missing.length > 0) throw new Error(`the check forgets ${missing.join()}`)
  const found = await rows()
  await payload.db.deleteVersions({ collection: 'fassungen', where: { id: { exists: true } } })
  for (const collection of [...PROJECTED, 'projektionen'] as const) {
    await payload.db.deleteMany({ collection, where: { id: { exists: true } } })
  }
  await house.catchUp()
  const made = await rows()
  const folgenummern: Folgenummer[] = []
  const gesagt: Gesagtes[] = []
  for await (const { folgenummer, aussagen } of createReadEreignisse(payload)(0)) {
    folgenummern.push(folgenummer)
    for (const aussage of aussagen)
      if (aussage.klasse === 'zeitgrenze') gesagt.push(saidOf(folgenummer, aussage.zeitgrenze))
  }
  return {
    art: 'geprueft',
    unterschiede: PROJECTED.flatMap((name) => firstDifference(name, found[name], made[name])),
    folgenummern,
    gesagt,
    kopien: (made.fassungen ?? []).filter((row) => row['zustand'] === 'entwurf').length,
    benachrichtigungen: (made.benachrichtigungen ?? []).length,
    bezeugt: await bezeugt(),
    bruch: (await pruefeProtokoll(protokollPorts(payload))).bruch,
  }
}

/** The entries that the audit attests, in the order of its rows. */
async function bezeugt(): Promise<readonly Folgenummer[]> {
  const { docs } = await payload.db.find<{ id: string; folgenummer: Folgenummer }>({
    collection: 'protokoll',
    where: { folgenummer: { greater_than: 0 } },
    sort: 'folgenummer',
    limit: 0,
    pagination: false,
  })
  return docs.map(({ folgenummer }) => folgenummer)
}

type Row = Readonly<Record<string, unknown>>

/** All rows of all projections, without time stamps and without who has read or sent what. */
async function rows(): Promise<Readonly<Partial<Record<CollectionSlug, readonly Row[]>>>> {
  const found: Partial<Record<CollectionSlug, readonly Row[]>> = {}
  for (const collection of PROJECTED) {
    const { docs } = await payload.db.find<Row & { id: string }>({
      collection,
      sort: 'id',
      limit: 0,
      pagination: false,
    })
    found[collection] = docs.map((doc) => {
      const { createdAt: _c, updatedAt: _u, zeitgrenzen: _z, fassungen: _f, ...row } = doc as Row
      const { gelesenVon: _g, versendetAm: _v, ...rest } = row
      return filled(rest) as Row
    })
  }
  return found
}

/** On MongoDB a field that nobody filled may be absent, null or an empty list. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, each]) => [name, filled(each)] as const)
  return Object.fromEntries(entries.filter(([, each]) => !isEmpty(each)))
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}

function firstDifference(
  name: string,
  found: readonly Row[] = [],
  made: readonly Row[] = [],
): readonly string[] {
  const [left, right] = [byId(found), byId(made)]
  for (const id of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(id) ?? 'missing', right.get(id) ?? 'missing']
    if (one !== other) return [`${name} ${id}: ${one} instead of ${other}`]
  }
  return []
}

function byId(list: readonly Row[]): ReadonlyMap<string, string> {
  return new Map(list.map((row) => [String(row['id']), canonicalJson(row)]))
}
