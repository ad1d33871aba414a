import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { resumeFassung, suspendFassung } from '#commands/suspendFassung.ts'
import { readSperren } from '#commands/readSperren.ts'
import { withdrawFassung } from '#commands/withdrawFassung.ts'
import { problem } from '#core/errors/problems.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { asBerichtigung } from '#core/fassung/berichtigen.ts'
import type { Folge, Zurueckziehung } from '#core/fassung/fassung.ts'
import { freigeben as checkFreigabe } from '#core/fassung/freigeben.ts'
import { newestFolgenummer, reiheKey, zeitgrenzenAt } from '#core/log/chronik.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { parseCalendarDay } from '#core/zeit/day.ts'
import { userOf } from '#collections/access.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { ablaufEndpoints } from '#collections/ablaufEndpoints.ts'
import { allowedFassung } from '#collections/allowedFassung.ts'
import { editableFassung, readableFassung } from '#collections/editableFassung.ts'
import { rebaseEndpoints } from '#collections/rebaseEndpoints.ts'
import { createAntrag } from '#store/antraege.ts'
import { textOf, textOrNull, type DeskDoc } from '#store/desk/read.ts'
import { storePorts } from '#store/ports.ts'
import { pultOf } from '#store/desk/pult.ts'

/** The editorial acts on a text, beside Payload's own REST: `POST /api/fassungen/{id}/…`. */
export const fassungEndpoints: Endpoint[] = [
  ...ablaufEndpoints,
  { path: '/:id/zurueckziehen', method: 'post', handler: (req) => answer(zurueckziehen(req)) },
  { path: '/:id/folgefassung', method: 'post', handler: (req) => answer(folgefassung(req)) },
  { path: '/:id/ersatz', method: 'get', handler: (req) => answer(ersatz(req)) },
  { path: '/:id/berichtigen', method: 'post', handler: (req) => answer(berichtigen(req)) },
  {
    path: '/:id/aussetzen',
    method: 'post',
    handler: (req) => answer(holdBack(req, 'aussetzen', suspendFassung)),
  },
  {
    path: '/:id/wiederaufnehmen',
    method: 'post',
    handler: (req) => answer(holdBack(req, 'wiederaufnehmen', resumeFassung)),
  },
  ...rebaseEndpoints,
  { path: '/:id/sperren', method: 'get', handler: (req) => answer(sperren(req)) },
]

/**
 * Withdraws the text: body `{ grund, folge: 'vorgaenger' | 'leistung-endet' | 'ersetzt', durch?, ab?: 'YYYY-MM-DD' }`;
 * `durch` is the id of the text that replaces it.
 */
async function zurueckziehen(req: PayloadRequest): Promise<Result<object>> {
  const lage = await allowedFassung(req, 'zurueckziehen')
  if (!lage.ok) return lage
  const { doc } = lage.value
  const zurueckziehung = readZurueckziehung(textOf(doc, 'id'), await bodyOf(req))
  if (!zurueckziehung.ok) return zurueckziehung
  const ereignis = await withdrawFassung(storePorts(req.payload), {
    zurueckziehung: zurueckziehung.value,
    von: userOf(req)?.id ?? '',
  })
  return ereignis.ok ? success({ folgenummer: ereignis.value.folgenummer }) : ereignis
}

/**
 * The locks above the text, with what of it they keep from being shown: `{ sperren: [{ id, art, module, grund, ab }],
 * betroffen: [modul] }`.
 */
async function sperren(req: PayloadRequest): Promise<Result<object>> {
  const doc = await readableFassung(req)
  if (!doc.ok) return doc
  const found = await readSperren(storePorts(req.payload), { id: textOf(doc.value, 'id') })
  // A draft without a first day meets no lock yet.
  if (!found.ok) return success({ sperren: [], betroffen: [] })
  return success({
    sperren: found.value.sperren.map(({ sperre, art, ab }) => ({
      id: `${sperre.id}|${ab ?? ''}`,
      art,
      module: sperre.module,
      grund: sperre.grund ?? null,
      ab,
    })),
    betroffen: [...new Set(found.value.warnungen.flatMap(({ modul }) => modul ?? []))],
  })
}

/** The released texts that could take its place: `{ fassungen: [{ id, titel }] }`, those of the same row. */
async function ersatz(req: PayloadRequest): Promise<Result<object>> {
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const id = textOf(doc.value, 'id')
  const chronik = await storePorts(req.payload).chronik()
  const released = chronik.fassungen.get(id)
  if (!released) return success({ fassungen: [] })
  const row = chronik.reihen.get(reiheKey(released.wert)) ?? []
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const others = row.filter(({ wert }) => wert.id !== id && !chronik.zurueckziehungen.has(wert.id))
  return success({
    fassungen: others.map(({ wert, folgenummer }) => {
      const ab = effectiveDay(wert.beginn, lookup)
      const since = ab === null ? 'ohne festen Tag' : `ab ${formatDayLong(ab)}`
      return { id: wert.id, titel: `Text ${since} (Folgenummer ${folgenummer})` }
    }),
  })
}

/** Begins a new draft on top of a released text. Answers `{ id }` of the draft. */
async function folgefassung(req: PayloadRequest): Promise<Result<object>> {
  const lage = await allowedFassung(req, 'folgefassung')
  if (!lage.ok) return lage
  const { doc } = lage.value
  const id = randomUUID()
  const basis = textOf(doc, 'id')
  const data = {
    ...withoutRowIds(pultOf(doc)),
    id,
    basis,
    berichtigt: null,
    wiederaufgenommen: false,
    aenderungsart: 'inhaltlich',
    beginn: { art: 'zeitgrenze' },
    ende: { art: 'offen' },
  }
  await req.payload.create({
    collection: 'fassungen',
    data: data as never,
    req,
    overrideAccess: false,
  })
  return success({ id })
}

/**
 * Asks a second person to confirm the correction that this draft is. Body `{ grund, umfang: 'ab-heute' | 'ab-erstem-tag' }`;
 * answers `{ antrag }`.
 */
async function berichtigen(req: PayloadRequest): Promise<Result<object>> {
  const lage = await allowedFassung(req, 'berichtigen')
  if (!lage.ok) return lage
  const { doc } = lage.value
  const body = await bodyOf(req)
  const grund = textOrNull(body, 'grund')
  if (grund === null) return failed(problem('reason-is-missing', 'Grund'))
  const ports = storePorts(req.payload)
  const text = await ports.loadPulttext(textOf(doc, 'id'))
  if (!text.ok) return text
  if (text.value.art !== 'fassung' || text.value.entwurf.berichtigt === null)
    return failed(problem('fassung-is-not-released', 'Berichtigt'))
  const umfang = body['umfang'] === 'ab-heute' ? 'ab-heute' : 'ab-erstem-tag'
  const { heute, zeitpunkt } = ports.clock()
  const chronik = await ports.chronik()
  const entwurf = asBerichtigung(text.value.entwurf, umfang, chronik, heute)
  if (!entwurf.ok) return entwurf
  const gebiete = gebieteOn(chronik, newestPair(chronik, heute))
  // What could not be released anyway needs nobody's confirmation.
  const checked = checkFreigabe(entwurf.value, chronik, gebiete, grund)
  if (!checked.ok) return checked
  const antrag = await createAntrag(
    req.payload,
    {
      gegenstand: {
        art: 'fassung',
        fassungId: text.value.entwurf.id,
        umfang,
        pult: ports.hash(text.value.pult),
      },
      grund,
      von: userOf(req)?.id ?? '',
      vonName: userOf(req)?.name ?? '',
      redaktionId: text.value.entwurf.redaktionId,
      titel: textOf(doc, 'titel'),
    },
    zeitpunkt,
  )
  return success({ antrag })
}

/** Holds back or takes up again. Body `{ grund }`; answers `{ folgenummer }`. */
async function holdBack(
  req: PayloadRequest,
  aktion: 'aussetzen' | 'wiederaufnehmen',
  act: typeof suspendFassung,
): Promise<Result<object>> {
  const lage = await allowedFassung(req, aktion)
  if (!lage.ok) return lage
  const { doc } = lage.value
  const ereignis = await act(storePorts(req.payload), {
    fassungId: textOf(doc, 'id'),
    grund: textOf(await bodyOf(req), 'grund'),
    von: userOf(req)?.id ?? '',
  })
  return ereignis.ok ? success({ folgenummer: ereignis.value.folgenummer }) : ereignis
}

function readZurueckziehung(fassungId: string, body: DeskDoc): Result<Zurueckziehung> {
  const grund = textOrNull(body, 'grund')
  if (grund === null) return failed(problem('reason-is-missing', 'Grund'))
  const read = readFolge(body)
  if (!read.ok) return read
  const folge = read.value
  const wanted = textOrNull(body, 'ab')
  if (wanted === null) return success({ fassungId, ab: null, folge, grund })
  const ab = parseCalendarDay(wanted, 'Ab')
  return ab.ok ? success({ fassungId, ab: ab.value, folge, grund }) : ab
}

/** A withdrawal that does not say what follows is none (zeit.md, rule 8): nothing is guessed. */
function readFolge(body: DeskDoc): Result<Folge> {
  const art = textOf(body, 'folge')
  switch (art) {
    case 'vorgaenger':
    case 'leistung-endet':
      return success({ art })
    case 'ersetzt': {
      const durch = textOrNull(body, 'durch')
      return durch === null
        ? failed(problem('query-is-malformed', 'Ersetzt durch'))
        : success({ art, durch })
    }
    default:
      return failed(problem('query-is-malformed', 'Folge', art === '' ? {} : { wert: art }))
  }
}

/** Rows of a copy are rows of their own. */
function withoutRowIds(doc: DeskDoc): DeskDoc {
  return Object.fromEntries(
    Object.entries(doc).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(withoutRowId) : withoutNested(value),
    ]),
  )
}

function withoutNested(value: unknown): unknown {
  const isGroup = typeof value === 'object' && value !== null && !('root' in value)
  return isGroup ? withoutRowIds(value as DeskDoc) : value
}

function withoutRowId(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  const { id: _id, ...rest } = row as DeskDoc
  return withoutRowIds(rest)
}
