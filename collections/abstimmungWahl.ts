import type { PayloadRequest, Where } from 'payload'
import { schweigemoduleOf } from '#core/abstimmung/abstimmung.ts'
import type { Entwurf } from '#core/fassung/fassung.ts'
import type { Modulname } from '#core/fassung/module.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { fassungenFor } from '#collections/access.ts'
import { readGeaenderteModule } from '#collections/abstimmungEroeffnen.ts'
import { pulttextFrom } from '#store/desk/fassung.ts'
import { pultOf } from '#store/desk/pult.ts'
import { relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { clockOf } from '#store/ports.ts'

/** What the form in which a consultation is opened offers (`#feed/readAbstimmung.ts`: Eroeffnungswahl). */
export type Wahl = {
  readonly heute: CalendarDay
  readonly texte: readonly {
    readonly id: string
    readonly titel: string
    readonly redaktionId: string
    readonly tag: { readonly schluessel: string; readonly name: string }
    readonly embargo: boolean
    readonly istLandtext: boolean
    readonly schweigemodule: readonly Modulname[]
  }[]
  readonly redaktionen: readonly {
    readonly id: string
    readonly name: string
    readonly art: string
    readonly betroffenVon: readonly string[]
  }[]
}

/** The drafts that the person may put to a consultation, and who could be asked. */
export async function readWahl(req: PayloadRequest): Promise<Wahl> {
  const { heute } = clockOf(req.payload)()
  const allowed = await fassungenFor(req, 'zur-abstimmung')
  if (allowed === false) return { heute, texte: [], redaktionen: [] }
  const docs = await find(req, 'fassungen', {
    and: [
      { zustand: { equals: 'entwurf' } },
      { sprache: { equals: 'de' } },
      ...(allowed === true ? [] : [allowed]),
    ],
  })
  const read = docs.flatMap((doc) => {
    // A draft that cannot be read yet says so on its own page.
    const text = pulttextFrom(pultOf(doc))
    return text.ok && text.value.art === 'fassung' ? [{ doc, entwurf: text.value.entwurf }] : []
  })
  const entwuerfe = read.map(({ entwurf }) => entwurf)
  const changed = await readGeaenderteModule(req, entwuerfe)
  const days = await readDays(req, entwuerfe)
  const texte = read.map(({ doc, entwurf }) => ({
    id: entwurf.id,
    titel: textOf(doc, 'titel'),
    redaktionId: entwurf.redaktionId,
    tag: days(entwurf),
    embargo: doc['embargo'] === true,
    istLandtext: entwurf.ebene === 'land' || entwurf.ebene === 'bund',
    schweigemodule: schweigemoduleOf(changed.get(entwurf.id) ?? [], null),
  }))
  return { heute, texte, redaktionen: await readRedaktionen(req, entwuerfe) }
}

async function readDays(
  req: PayloadRequest,
  entwuerfe: readonly Entwurf[],
): Promise<(entwurf: Entwurf) => Wahl['texte'][number]['tag']> {
  const ids = entwuerfe.flatMap(({ beginn }) =>
    beginn.art === 'zeitgrenze' ? [beginn.zeitgrenzeId] : [],
  )
  const docs = await find(req, 'zeitgrenzen', { id: { in: [...new Set(ids)] } })
  const titles = new Map(docs.map((doc) => [textOf(doc, 'id'), textOf(doc, 'titel')]))
  return ({ beginn }) =>
    beginn.art === 'tag'
      ? { schluessel: `tag|${beginn.tag}`, name: `Fester Tag: ${formatDayLong(beginn.tag)}` }
      : {
          schluessel: `zeitgrenze|${beginn.zeitgrenzeId}`,
          name: titles.get(beginn.zeitgrenzeId) ?? 'Zeitgrenze',
        }
}

/** All Redaktionen by name, each with the drafts whose Leistung it has a text of its own about. */
async function readRedaktionen(
  req: PayloadRequest,
  entwuerfe: readonly Entwurf[],
): Promise<Wahl['redaktionen']> {
  const leistungIds = [...new Set(entwuerfe.map(({ leistungId }) => leistungId))]
  const { docs: released } = await req.payload.db.find<DeskDoc & { id: string }>({
    collection: 'fassungen',
    where: { and: [{ leistung: { in: leistungIds } }, { zustand: { equals: 'freigegeben' } }] },
    // Without the words: there are many of them.
    select: { leistung: true, redaktion: true },
    limit: 0,
    pagination: false,
    req,
  })
  const owners = new Map<string, Set<string>>()
  for (const doc of released) {
    const leistungId = relationOf(doc, 'leistung') ?? ''
    const known = owners.get(leistungId) ?? new Set<string>()
    owners.set(leistungId, known.add(relationOf(doc, 'redaktion') ?? ''))
  }
  const docs = await find(req, 'redaktionen', {}, 'name')
  return docs.map((doc) => {
    const id = textOf(doc, 'id')
    return {
      id,
      name: textOf(doc, 'name'),
      art: textOf(doc, 'art'),
      betroffenVon: entwuerfe
        .filter(({ leistungId, redaktionId }) => {
          return redaktionId !== id && owners.get(leistungId)?.has(id) === true
        })
        .map((entwurf) => entwurf.id),
    }
  })
}

/** Past all access rules: released texts are public, Redaktionen and Zeitgrenzen are read by everybody signed in. */
async function find(
  req: PayloadRequest,
  collection: 'fassungen' | 'zeitgrenzen' | 'redaktionen',
  where: Where,
  sort?: string,
): Promise<readonly (DeskDoc & { readonly id: string })[]> {
  const { docs } = await req.payload.db.find<DeskDoc & { id: string }>({
    collection,
    where,
    ...(sort === undefined ? {} : { sort }),
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}
