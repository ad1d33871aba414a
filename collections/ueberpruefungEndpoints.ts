import type { Endpoint, PayloadRequest } from 'payload'
import { isErgebnis } from '#core/ablauf/ueberpruefung.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { userOf } from '#collections/access.ts'
import { allowedFassung } from '#collections/allowedFassung.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { relationOf, textOf, textOrNull } from '#store/desk/read.ts'
import { clockOf } from '#store/ports.ts'
import { appendProtokoll } from '#store/protokoll.ts'
import { addUeberpruefung } from '#store/ueberpruefungen.ts'

/** Reviews of released texts: `POST /api/fassungen/{id}/ueberprueft`. */
export const ueberpruefungEndpoints: Endpoint[] = [
  { path: '/:id/ueberprueft', method: 'post', handler: (req) => answer(ueberprueft(req)) },
]

/**
 * Somebody has looked at a released text. Body `{ ergebnis, bemerkung? }` (`ERGEBNIS_LABELS`); answers `{ id, am }`. Whoever may
 * write the next text may do it. Problems: those of `allowedFassung`, `fassung-is-not-released`, `ergebnis-is-missing`.
 */
async function ueberprueft(req: PayloadRequest): Promise<Result<object>> {
  const read = await allowedFassung(req, 'folgefassung')
  if (!read.ok) return read
  const { doc, ablauf } = read.value
  if (ablauf.zustand !== 'freigegeben') return failed(problem('fassung-is-not-released'))
  const body = await bodyOf(req)
  const { ergebnis } = body
  if (!isErgebnis(ergebnis)) return failed(problem('ergebnis-is-missing', 'Ergebnis'))
  const user = userOf(req)
  const bemerkung = textOrNull(body, 'bemerkung')
  const { heute, zeitpunkt } = clockOf(req.payload)()
  const titel = textOf(doc, 'titel')
  const fassung = textOf(doc, 'id')
  const redaktion = relationOf(doc, 'redaktion')
  const wer = { von: user?.id ?? 'system', vonName: user?.name ?? 'system' }
  const id = await inTransaction(
    req.payload,
    async (inner) => {
      const added = await addUeberpruefung(inner, {
        fassung,
        titel,
        redaktion: redaktion ?? '',
        am: heute,
        zeitpunkt,
        ...wer,
        ergebnis,
        bemerkung,
      })
      await appendProtokoll(req.payload, inner, {
        akt: 'ueberprueft',
        gegenstand: { art: 'fassungen', id: fassung, titel },
        redaktionId: redaktion,
        ...wer,
        grund: bemerkung,
        angaben: { ergebnis },
      })
      return added
    },
    { req },
  )
  return success({ id, am: heute })
}
