import { uuidOf } from '#core/uuid.ts'
import type { FassungId, Folgenummer } from '#core/fassung/fassung.ts'
import { auswirkungOf, type Gegenstand, type Lage } from '#core/log/auswirkung.ts'
import { latest, type Chronik } from '#core/log/chronik.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import type { ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'

/** A released text that will not come, because the law that it waited for has failed. */
export type AbgesagterText = {
  readonly gegenstand: Extract<Gegenstand, { art: 'fassung' }>
  /** Id of the draft that takes its words over. */
  readonly kopieId: FassungId
}

/** The Zeitgrenzen that fail with this entry; one that had failed before does not fail again. */
export function failedIn(ereignis: Ereignis, chronik: Chronik): readonly ZeitgrenzeId[] {
  return ereignis.aussagen.flatMap((aussage) => {
    if (aussage.klasse !== 'zeitgrenze' || aussage.zeitgrenze.stand !== 'abgesagt') return []
    const { id } = aussage.zeitgrenze
    const before = latest(chronik.zeitgrenzen.get(id), ereignis.folgenummer - 1)?.wert
    return before?.stand === 'abgesagt' ? [] : [id]
  })
}

/**
 * The released texts that an entry keeps from ever beginning (zeit.md, rule 8): their law failed. Not those that were
 * withdrawn or corrected by then, and not those that had begun: what was shown needs no draft. `chronik` must hold the
 * entry; what came after it makes no difference. `hash` is SHA-256 (hex), as of contents.
 */
export function abgesagteTexte(
  ereignis: Ereignis,
  chronik: Chronik,
  hash: (wert: unknown) => string,
): readonly AbgesagterText[] {
  const { folgenummer, zeitpunkt } = ereignis
  const keys = new Set(
    failedIn(ereignis, chronik).flatMap((id) => [...(chronik.abhaengige.get(id) ?? [])]),
  )
  const { verschiebungen } = auswirkungOf(
    { chronik, kenntnisstand: folgenummer - 1 },
    { chronik, kenntnisstand: folgenummer },
    keys,
  )
  return verschiebungen.flatMap(({ gegenstand, vorher, nachher }) => {
    if (gegenstand.art !== 'fassung' || nachher.zustand !== 'abgesagt') return []
    if (vorher.zustand === 'abgesagt' || hasBegun(vorher, zeitpunkt)) return []
    return [{ gegenstand, kopieId: kopieIdOf(folgenummer, gegenstand.id, hash) }]
  })
}

/** One copy per entry and text, whoever makes it and however often: the id follows from both. A UUID (version 8). */
export function kopieIdOf(
  folgenummer: Folgenummer,
  fassungId: FassungId,
  hash: (wert: unknown) => string,
): FassungId {
  return uuidOf(hash(`absage|${folgenummer}|${fassungId}`))
}

/** A text may begin before its Zeitgrenze, by its offset. */
function hasBegun({ zeitraeume }: Lage, zeitpunkt: string): boolean {
  return zeitraeume.some(({ ab }) => midnightInBerlin(ab) <= zeitpunkt)
}
