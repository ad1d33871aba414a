import type { PayloadRequest } from 'payload'
import {
  ABLAUF,
  AKTIONEN,
  everMayDo,
  isKurzerWeg,
  isUnveroeffentlicht,
  mayDo,
  type Ablaufstand,
  type Aktion,
  type Rolle,
  type Verhaeltnis,
} from '#core/ablauf/ablauf.ts'
import { refusalOf } from '#core/ablauf/freigabeschritt.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { EBENEN } from '#core/gebiet/gebiet.ts'
import { userOf, verhaeltnisTo } from '#collections/access.ts'
import { fassungForRead } from '#collections/editableFassung.ts'
import { ablaufstandFrom } from '#store/desk/ablauf.ts'
import { relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { chronikOfInstance } from '#store/ports.ts'

/** A text, the person who asks, and what of both counts in the table. */
export type Lage = {
  readonly doc: DeskDoc
  readonly rolle: Rolle
  readonly ablauf: Ablaufstand
  readonly verhaeltnis: Verhaeltnis
  readonly kurzerWeg: boolean
}

/**
 * The text that the address names (or `id`), if the table lets the person do this to it now. Problems: `access-denied`,
 * `fassung-is-unknown` (also for a text that the person must not see), and why it is not its turn: `fassung-is-released`,
 * `fassung-is-withdrawn`, `fassung-is-not-released`, `approval-is-missing`, `text-is-under-embargo`, `step-is-not-allowed`.
 */
export async function allowedFassung(
  req: PayloadRequest,
  aktion: Aktion,
  id?: string,
): Promise<Result<Lage>> {
  const user = userOf(req)
  if (!user || !ABLAUF.some((each) => each.aktion === aktion && each.rollen.includes(user.rolle)))
    return failed(problem('access-denied'))
  const lage = await lageOf(req, id)
  if (!lage.ok) return lage
  return allows(lage.value, aktion)
}

/** The text that the address names (or `id`) with what counts in the table, if the person may see it. */
export async function lageOf(req: PayloadRequest, id?: string): Promise<Result<Lage>> {
  const user = userOf(req)
  if (!user) return failed(problem('access-denied'))
  const read = await fassungForRead(req, id ?? String(req.routeParams?.['id']))
  if (!read.ok) return read
  const doc = read.value
  const ablauf = await ablaufOf(req, doc)
  const embargo = ablauf.embargo
  const text = { id: textOf(doc, 'id'), redaktionId: relationOf(doc, 'redaktion'), embargo }
  return success({
    doc,
    rolle: user.rolle,
    ablauf,
    verhaeltnis: await verhaeltnisTo(req, text),
    kurzerWeg: isKurzerWeg({
      ebene: EBENEN.find((known) => known === doc['ebene']) ?? 'land',
      sprache: textOf(doc, 'sprache') || 'de',
      aenderungsart: ablauf.aenderungsart,
    }),
  })
}

/** The same question for a text that has been read already. */
export function allows(lage: Lage, aktion: Aktion): Result<Lage> {
  const { rolle, ablauf, verhaeltnis, kurzerWeg } = lage
  const { zustand, embargo } = ablauf
  const schritt = { rolle, aktion, zustand, verhaeltnis, embargo, kurzerWeg }
  if (mayDo(schritt)) return success(lage)
  if (!everMayDo(schritt)) return failed(problem('access-denied'))
  if (embargo && isUnveroeffentlicht(zustand) && mayDo({ ...schritt, embargo: false }))
    return failed(problem('text-is-under-embargo'))
  return failed(refusalOf(aktion, zustand, kurzerWeg))
}

/** All that the person may do to this text now, in the order of `AKTIONEN`. */
export function erlaubteAktionen(lage: Lage): readonly Aktion[] {
  return AKTIONEN.filter((aktion) => allows(lage, aktion).ok)
}

/** Where a text stands. After the release the log says so: the document may still be catching up. */
async function ablaufOf(req: PayloadRequest, doc: DeskDoc): Promise<Ablaufstand> {
  const ablauf = ablaufstandFrom(doc)
  if (!isUnveroeffentlicht(ablauf.zustand)) return ablauf
  const chronik = await chronikOfInstance(req.payload)()
  const id = textOf(doc, 'id')
  if (chronik.zurueckziehungen.has(id)) return { ...ablauf, zustand: 'zurueckgezogen' }
  const varianten = chronik.varianten.get(relationOf(doc, 'variantVon') ?? '') ?? []
  const isReleased = chronik.fassungen.has(id) || varianten.some(({ wert }) => wert.id === id)
  return isReleased ? { ...ablauf, zustand: 'freigegeben' } : ablauf
}
