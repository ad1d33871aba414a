import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { resumeFassung, suspendFassung } from '#commands/suspendFassung.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
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
import { editableFassung } from '#collections/editableFassung.ts'
import { rebaseEndpoints } from '#collections/rebaseEndpoints.ts'
import { createAntrag } from '#store/antraege.ts'
import { textOf, textOrNull, type DeskDoc } from '#store/desk/read.ts'
import { storePorts } from '#store/ports.ts'
import { pultOf } from '#store/desk/pult.ts'

/** The editorial acts on a text, beside Payload's own REST: `POST /api/fassungen/{id}/…`. */
export const fassungEndpoints: Endpoint[] = [
  { path: '/:id/freigeben', method: 'post', handler: (req) => answer(freigeben(req)) },
  { path: '/:id/zurueckziehen', method: 'post', handler: (req) => answer(zurueckziehen(req)) },
  { path: '/:id/folgefassung', method: 'post', handler: (req) => answer(folgefassung(req)) },
  { path: '/:id/ersatz', method: 'get', handler: (req) => answer(ersatz(req)) },
  { path: '/:id/berichtigen', method: 'post', handler: (req) => answer(berichtigen(req)) },
  {
    path: '/:id/aussetzen',
    method: 'post',
    handler: (req) => answer(holdBack(req, suspendFassung)),
  },
  {
    path: '/:id/wiederaufnehmen',
    method: 'post',
    handler: (req) => answer(holdBack(req, resumeFassung)),
  },
  ...rebaseEndpoints,
]

/** Releases the text. Answers `{ folgenummer }`. */
async function freigeben(req: PayloadRequest): Promise<Result<object>> {
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const body = await bodyOf(req)
  const auftrag = {
    id: textOf(doc.value, 'id'),
    von: userOf(req)?.id ?? '',
    grund: textOrNull(body, 'grund'),
  }
  const ereignis = await releaseFassung(storePorts(req.payload), auftrag)
  return ereignis.ok ? success({ folgenummer: ereignis.value.folgenummer }) : ereignis
}

/**
 * Withdraws the text: body `{ grund, folge: 'vorgaenger' | 'leistung-endet' | 'ersetzt', durch?, ab?: 'YYYY-MM-DD' }`;
 * `durch` is the id of the text that replaces it.
 */
async function zurueckziehen(req: PayloadRequest): Promise<Result<object>> {
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const zurueckziehung = readZurueckziehung(textOf(doc.value, 'id'), await bodyOf(req))
  if (!zurueckziehung.ok) return zurueckziehung
  const ereignis = await withdrawFassung(storePorts(req.payload), {
    zurueckziehung: zurueckziehung.value,
    von: userOf(req)?.id ?? '',
  })
  return ereignis.ok ? success({ folgenummer: ereignis.value.folgenummer }) : ereignis
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
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const id = randomUUID()
  const basis = textOf(doc.value, 'id')
  const data = {
    ...withoutRowIds(pultOf(doc.value)),
    id,
    basis,
    berichtigt: null,
    wiederaufgenommen: false,
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
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const body = await bodyOf(req)
  const grund = textOrNull(body, 'grund')
  if (grund === null) return failed(problem('reason-is-missing', 'Grund'))
  const ports = storePorts(req.payload)
  const text = await ports.loadPulttext(textOf(doc.value, 'id'))
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
      titel: textOf(doc.value, 'titel'),
    },
    zeitpunkt,
  )
  return success({ antrag })
}

/** Holds back or takes up again. Body `{ grund }`; answers `{ folgenummer }`. */
async function holdBack(req: PayloadRequest, act: typeof suspendFassung): Promise<Result<object>> {
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const ereignis = await act(storePorts(req.payload), {
    fassungId: textOf(doc.value, 'id'),
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
