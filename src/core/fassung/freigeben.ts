import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import type { Entwurf, FassungId, Fassungskopf } from '#core/fassung/fassung.ts'
import { pruefeSperren, sperrenUeber } from '#core/fassung/sperrlage.ts'
import { layerFits, type Gebiete } from '#core/gebiet/gebiet.ts'
import { geltungszeitraum } from '#core/geltung/geltungszeitraum.ts'
import {
  newestFolgenummer,
  objektKey,
  reiheKey,
  zeitgrenzenAt,
  type Chronik,
} from '#core/log/chronik.ts'
import { pruefeInhalt } from '#core/pruefung/pruefeInhalt.ts'
import type { Befund } from '#core/pruefung/befund.ts'
import { effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'

/** A draft that may be released, with the warnings that do not stop it. */
export type Freigabe = { readonly kopf: Fassungskopf; readonly warnungen: readonly Befund[] }

/**
 * The legal act of release as a pure function: may this draft follow what the log holds? Texts are never refused
 * because of other texts (zeit.md, rule 7); only what cannot be understood or delivered is. Problems:
 * `fassung-is-released`, `leistung-is-unknown`, `gebiet-is-unknown`, `ebene-does-not-fit`, `zeitgrenze-is-unknown`,
 * `interval-ends-before-it-begins`, `fassung-is-not-released`, `fassung-is-withdrawn`, `reason-is-missing` (a Berichtigung
 * without `grund`, rule 4), and the codes of the checks.
 */
export function freigeben(
  entwurf: Entwurf,
  chronik: Chronik,
  gebiete: Gebiete,
  grund: string | null = null,
): Result<Freigabe> {
  const befunde = pruefeInhalt(entwurf)
  const problems = [
    ...checkUnreleased(entwurf, chronik),
    ...checkPlace(entwurf, chronik, gebiete),
    ...checkAnchors(entwurf, chronik),
    ...checkRelated(entwurf, chronik),
    ...checkGrund(entwurf, grund),
    ...befunde.filter(({ schwere }) => schwere === 'fehler').map(asProblem),
  ]
  if (problems.length > 0) return failed(...problems)
  const { inhalt, ...kopf } = entwurf
  const warnungen = [
    ...befunde.filter(({ schwere }) => schwere === 'warnung'),
    ...pruefeSperren(inhalt, sperrenUeber(entwurf, chronik, gebiete)),
  ]
  return success({ kopf, warnungen })
}

function checkUnreleased({ id }: Entwurf, chronik: Chronik): readonly Problem[] {
  return chronik.fassungen.has(id) ? [problem('fassung-is-released')] : []
}

function checkPlace(
  { leistungId, gebietId, ebene }: Entwurf,
  chronik: Chronik,
  gebiete: Gebiete,
): readonly Problem[] {
  const gebiet = gebiete.byId.get(gebietId)
  return [
    ...(chronik.objekte.has(objektKey({ art: 'leistung', id: leistungId }))
      ? []
      : [problem('leistung-is-unknown', 'Leistung')]),
    ...(gebiet ? [] : [problem('gebiet-is-unknown', 'Gebiet')]),
    ...(gebiet && !layerFits(ebene, gebiet, gebiete)
      ? [problem('ebene-does-not-fit', 'Ebene', { ebene, gebiet: gebiet.name })]
      : []),
  ]
}

function checkAnchors({ beginn, ende }: Entwurf, chronik: Chronik): readonly Problem[] {
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const unknown = (anker: Anker | null, stelle: string): readonly Problem[] =>
    anker?.art === 'zeitgrenze' && !lookup(anker.zeitgrenzeId)
      ? [problem('zeitgrenze-is-unknown', stelle)]
      : []
  const ab = effectiveDay(beginn, lookup)
  const bis = ende === null ? null : effectiveDay(ende, lookup)
  const zeitraum = ab === null ? undefined : geltungszeitraum(ab, bis, 'Gilt bis')
  return [
    ...unknown(beginn, 'Gilt ab'),
    ...unknown(ende, 'Gilt bis'),
    ...(zeitraum?.ok === false ? zeitraum.problems : []),
  ]
}

/** Basis and corrected text are released texts of the same row; what never held any more needs no correction. */
function checkRelated(entwurf: Entwurf, chronik: Chronik): readonly Problem[] {
  const row = reiheKey(entwurf)
  const fits = (id: FassungId | null): boolean => {
    if (id === null) return true
    const released = chronik.fassungen.get(id)
    return released !== undefined && reiheKey(released.wert) === row
  }
  return [
    ...(fits(entwurf.basis) ? [] : [problem('fassung-is-not-released', 'Grundlage')]),
    ...(fits(entwurf.berichtigt) ? [] : [problem('fassung-is-not-released', 'Berichtigt')]),
    ...(isRevoked(entwurf.berichtigt, chronik)
      ? [problem('fassung-is-withdrawn', 'Berichtigt')]
      : []),
  ]
}

function checkGrund({ berichtigt }: Entwurf, grund: string | null): readonly Problem[] {
  const isMissing = berichtigt !== null && (grund ?? '').trim() === ''
  return isMissing ? [problem('reason-is-missing', 'Grund')] : []
}

function isRevoked(id: FassungId | null, chronik: Chronik): boolean {
  return (
    id !== null && (chronik.zurueckziehungen.get(id) ?? []).some(({ wert }) => wert.ab === null)
  )
}

function asProblem({ code, angaben }: Befund): Problem {
  return problem(code, `Modul ${String(angaben['modul'] ?? '')}`, angaben)
}
