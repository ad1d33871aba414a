import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { previewRelease, type SpaetererText } from '#commands/previewRelease.ts'
import { readFassungslage } from '#commands/readFassungslage.ts'
import { readRebase, rebaseFassung } from '#commands/rebaseFassung.ts'
import { success, type Result } from '#core/ergebnis.ts'
import type { FassungId } from '#core/fassung/fassung.ts'
import type { Aussetzungsgrund } from '#core/fassung/reihe.ts'
import { sayAussetzungsgrund } from '#core/log/auswirkungDeutsch.ts'
import { newestFolgenummer, zeitgrenzenAt } from '#core/log/chronik.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { allowedFassung } from '#collections/allowedFassung.ts'
import { editableFassung, readableFassung } from '#collections/editableFassung.ts'
import { textOf, textOrNull, type DeskDoc } from '#store/desk/read.ts'
import { entwurfPorts } from '#store/entwurf.ts'
import { storePorts } from '#store/ports.ts'

/** What releasing and holding back do to the other texts of a row, beside the other acts on a text. */
export const rebaseEndpoints: Endpoint[] = [
  { path: '/:id/freigabevorschau', method: 'post', handler: (req) => answer(vorschau(req)) },
  { path: '/:id/neu-aufsetzen', method: 'post', handler: (req) => answer(neuAufsetzen(req)) },
  { path: '/:id/lage', method: 'get', handler: (req) => answer(lage(req)) },
  { path: '/:id/rebase', method: 'get', handler: (req) => answer(vergleich(req)) },
]

/**
 * What releasing this draft would do. Answers `Freigabevorschau`; each later text also has its `titel` and `entwurf`, the id of
 * the draft that rebases it already; `satz` says in German why the draft would be ausgesetzt.
 */
async function vorschau(req: PayloadRequest): Promise<Result<object>> {
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const preview = await previewRelease(storePorts(req.payload), { id: textOf(doc.value, 'id') })
  if (!preview.ok) return preview
  const { spaetere, ausgesetzt } = preview.value
  return success({
    ...preview.value,
    spaetere: await namedTexts(req, spaetere),
    satz: ausgesetzt && (await sayGrund(req, ausgesetzt)),
  })
}

/**
 * Begins a draft that rebases this released text. Body `{ auf? }`, the id of the released text to put it on; answers
 * `{ id, auf, module }`.
 */
async function neuAufsetzen(req: PayloadRequest): Promise<Result<object>> {
  const lage = await allowedFassung(req, 'neu-aufsetzen')
  if (!lage.ok) return lage
  const { doc } = lage.value
  return rebaseFassung(
    { ...storePorts(req.payload), ...entwurfPorts(req) },
    {
      fassungId: textOf(doc, 'id'),
      neu: randomUUID(),
      auf: textOrNull(await bodyOf(req), 'auf'),
    },
  )
}

/**
 * How the text lies in its row today. Answers `Fassungslage` with `titel` and `entwurf` for each later text, `satz` (why it is
 * ausgesetzt, in German), `begruendung` (what the person wrote who held it back) and `entwurf` (the draft that rebases it).
 */
async function lage(req: PayloadRequest): Promise<Result<object>> {
  const doc = await readableFassung(req)
  if (!doc.ok) return doc
  const id = textOf(doc.value, 'id')
  const ports = storePorts(req.payload)
  const chronik = await ports.chronik()
  if (!chronik.fassungen.has(id)) return success(ENTWURF)
  const found = await readFassungslage(ports, { id })
  if (!found.ok) return found
  const { grund, spaetere } = found.value
  const held = chronik.aussetzungen.get(id)?.at(-1)?.wert
  return success({
    ...found.value,
    spaetere: await namedTexts(req, spaetere),
    satz: grund && (await sayGrund(req, grund)),
    begruendung: grund?.art === 'von-hand' ? (held?.grund ?? null) : null,
    entwurf: await aufgesetztOf(req, id),
  })
}

/** A text that has not been released, or a language variant, lies in no row. */
const ENTWURF = {
  zustand: 'entwurf',
  grund: null,
  abschnitte: [],
  hatBegonnen: false,
  spaetere: [],
  satz: null,
  begruendung: null,
  entwurf: null,
}

/** How the modules of a rebased draft came out, reckoned again. Answers `Rebasevergleich` with `titel` of what it stands on. */
async function vergleich(req: PayloadRequest): Promise<Result<object>> {
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const ports = { ...storePorts(req.payload), ...entwurfPorts(req) }
  const found = await readRebase(ports, { id: textOf(doc.value, 'id') })
  if (!found.ok) return found
  const { auf } = found.value
  return success({ ...found.value, titel: auf === null ? null : await datedTitle(req, auf) })
}

async function namedTexts(
  req: PayloadRequest,
  texts: readonly SpaetererText[],
): Promise<readonly object[]> {
  const title = await titlesOf(
    req,
    texts.map(({ fassungId }) => fassungId),
  )
  const named: object[] = []
  for (const text of texts) {
    const { fassungId } = text
    const entwurf = await aufgesetztOf(req, fassungId)
    named.push({ ...text, titel: title(fassungId), entwurf })
  }
  return named
}

async function sayGrund(req: PayloadRequest, grund: Aussetzungsgrund): Promise<string> {
  const other =
    grund.art === 'selber-tag' ? grund.mit : grund.art === 'vor-grundlage' ? grund.grundlage : null
  const title = other === null ? '' : await datedTitle(req, other)
  return sayAussetzungsgrund(grund, () => title)
}

/** The texts of a row have one title: the day tells them apart. */
async function datedTitle(req: PayloadRequest, id: FassungId): Promise<string> {
  const chronik = await storePorts(req.payload).chronik()
  const beginn = chronik.fassungen.get(id)?.wert.beginn
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const ab = beginn ? effectiveDay(beginn, lookup) : null
  const title = (await titlesOf(req, [id]))(id)
  return ab === null ? title : `${title}, ab ${formatDayLong(ab)}`
}

/** The newest draft that rebases the text, as far as the person may see it. */
async function aufgesetztOf(req: PayloadRequest, id: FassungId): Promise<FassungId | null> {
  return (await entwurfPorts(req).findAufgesetzte(id)).at(-1)?.id ?? null
}

/** The titles of texts, as far as the person may see them. */
async function titlesOf(
  req: PayloadRequest,
  ids: readonly FassungId[],
): Promise<(id: FassungId) => string> {
  if (ids.length === 0) return () => FREMD
  const { docs } = await req.payload.find({
    collection: 'fassungen',
    where: { id: { in: [...ids] } },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const titles = new Map(
    (docs as unknown as readonly DeskDoc[]).map((doc) => [textOf(doc, 'id'), textOf(doc, 'titel')]),
  )
  return (id) => titles.get(id) ?? FREMD
}

const FREMD = 'Text einer anderen Redaktion'
