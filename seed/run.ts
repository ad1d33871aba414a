import type { CollectionSlug, Payload } from 'payload'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { satz } from '#core/errors/deutsch.ts'
import type { Objektart } from '#core/log/ereignis.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Fortschritt } from '#ports/pult.ts'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { demo, type Demo } from '#seed/demo/index.ts'
import { nextTurn } from '#store/database/nextTurn.ts'
import { deskFassung, deskVariante } from '#store/desk/fassung.ts'
import { deskFristregel } from '#store/desk/fristregel.ts'
import { OBJEKT_SAMMLUNGEN } from '#core/log/objektart.ts'
import { deskObjekt, type Objektwerte } from '#store/desk/objekte.ts'
import { deskZeitgrenze } from '#store/desk/zeitgrenze.ts'
import { hasSchluessel } from '#store/log.ts'
import { storePorts } from '#store/ports.ts'

type Step = () => Promise<unknown>

/** Row of `projektionen` that says how far the demo is: 0 begun, 1 complete. */
const MARKER = 'demo'

/** Whether this database is to get the demo: nobody has worked with it yet, or an earlier start was cut off. */
export async function needsDemo(payload: Payload): Promise<boolean> {
  const marker = await readMarker(payload)
  if (marker !== null) return marker === 0
  const counts = await Promise.all(
    (['users', 'ereignisse'] as const).map((collection) =>
      payload.count({ collection, overrideAccess: true }),
    ),
  )
  return counts.every(({ totalDocs }) => totalDocs === 0)
}

/**
 * Writes the demo through the same doors as an editor: documents by Payload, texts by the command that releases them. A
 * text that a check refuses throws; the demo is part of the tests. What is there already is left: a start that was cut
 * off goes on where it ended.
 */
export async function seedDemo(
  payload: Payload,
  heute: CalendarDay,
  fortschritt: Fortschritt = () => undefined,
): Promise<void> {
  const collection = 'projektionen'
  if ((await readMarker(payload)) === null) {
    await payload.db.create({ collection, data: { id: MARKER, folgenummer: 0 } })
  }
  const steps = stepsOf(payload, demo(heute))
  for (const [index, step] of steps.entries()) {
    await step()
    await nextTurn()
    fortschritt(index + 1, steps.length)
  }
  await payload.db.updateOne({ collection, id: MARKER, data: { folgenummer: 1 } })
}

async function readMarker(payload: Payload): Promise<number | null> {
  const row = await payload.db.findOne<{ id: string; folgenummer: number }>({
    collection: 'projektionen',
    where: { id: { equals: MARKER } },
  })
  return row?.folgenummer ?? null
}

function stepsOf(payload: Payload, content: Demo): readonly Step[] {
  const create = async (
    collection: CollectionSlug,
    data: Readonly<Record<string, unknown>>,
  ): Promise<void> => {
    const where = { id: { equals: data['id'] } }
    if (await payload.db.findOne({ collection, where })) return
    await payload.create({ collection, data: data as never, overrideAccess: true, depth: 0 })
  }
  const objekt =
    <Art extends Objektart>(art: Art, wert: Objektwerte[Art], extra: object = {}): Step =>
    () =>
      create(OBJEKT_SAMMLUNGEN[art], {
        ...deskObjekt(art, { id: wert.id, wert, beginn: festerTag(content.objekteAb), ende: null }),
        ...extra,
      })
  const redaktionOf = redaktionen(content)
  return [
    ...content.gebiete.map((gebiet) => objekt('gebiet', gebiet)),
    ...content.redaktionen.map(
      ({ gebietIds, ...redaktion }) =>
        () =>
          create('redaktionen', { ...redaktion, gebiete: gebietIds }),
    ),
    ...content.benutzer.map(
      ({ redaktionId, ...benutzer }) =>
        () =>
          create('users', { ...benutzer, password: DEMO_PASSWORT, redaktion: redaktionId }),
    ),
    ...content.fristregeln.map(
      ({ id, titel, ...regel }) =>
        () =>
          create('fristregeln', { ...deskFristregel(regel), id, titel }),
    ),
    ...content.rechtsnormen.map((norm) =>
      objekt('rechtsnorm', norm, { redaktion: redaktionOf(norm.gebietId) }),
    ),
    ...content.zeitgrenzen.map((zeitgrenze) => () => {
      const norm = content.rechtsnormen.find(({ id }) => id === zeitgrenze.rechtsnormId)
      return create('zeitgrenzen', {
        ...deskZeitgrenze(zeitgrenze),
        redaktion: redaktionOf(norm?.gebietId ?? null),
      })
    }),
    ...content.leistungen.map((leistung) => objekt('leistung', leistung)),
    ...content.formulare.map((formular) => objekt('formular', formular)),
    ...content.organisationseinheiten.map((stelle) => objekt('organisationseinheit', stelle)),
    ...content.onlinedienste.map((dienst) => objekt('onlinedienst', dienst)),
    ...content.zustaendigkeiten.map((zustaendigkeit) =>
      objekt('zustaendigkeit', zustaendigkeit, { redaktion: redaktionOf(zustaendigkeit.gebietId) }),
    ),
    ...content.fassungen.map((fassung) => async () => {
      await create('fassungen', deskFassung(fassung))
      if (fassung.released) await release(payload, fassung.id)
    }),
    ...content.varianten.map((variante) => async () => {
      const fassung = content.fassungen.find(({ id }) => id === variante.fassungId)
      if (!fassung) throw new Error(`variant ${variante.id} has no Fassung`)
      await create('fassungen', deskVariante({ ...variante, maschinell: false }, fassung))
      if (variante.released) await release(payload, variante.id)
    }),
    () =>
      create('lieferziele', {
        id: 'lieferziel-pvog',
        name: 'PVOG Sammlerdienst (Demo)',
        aktiv: true,
        art: 'verzeichnis',
        format: 'xzufi-2.2.0',
        verzeichnis: 'pvog',
        // Often, so that a newcomer sees deliveries come.
        zeitplan: '*/10 * * * *',
      }),
  ]
}

async function release(payload: Payload, id: string): Promise<void> {
  if (await hasSchluessel(payload, `freigabe|${id}`)) return
  // Nobody consults about a demo: its texts come to the desk approved.
  await payload.db.updateOne({
    collection: 'fassungen',
    id,
    data: { zustand: 'fachlich-freigegeben' },
    returning: false,
  })
  const released = await releaseFassung(storePorts(payload), { id, von: 'system', grund: 'Demo' })
  if (!released.ok) throw new Error(`${id}: ${released.problems.map(satz).join(' ')}`)
}

/** The Redaktion that writes for an area: its own, or that of an area above it. */
function redaktionen(content: Demo): (gebietId: string | null) => string {
  const byGebiet = new Map(
    content.redaktionen.flatMap(({ id, gebietIds }) =>
      gebietIds.map((gebiet) => [gebiet, id] as const),
    ),
  )
  const parents = new Map(content.gebiete.map(({ id, uebergeordnet }) => [id, uebergeordnet]))
  const find = (gebietId: string | null): string => {
    if (gebietId === null) return 'redaktion-mv'
    return byGebiet.get(gebietId) ?? find(parents.get(gebietId) ?? null)
  }
  return find
}
