import { problem, type Problem } from '#core/errors/problems.ts'
import type { LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import { EBENEN, layerFits, pathTo, type Ebene, type GebietId } from '#core/gebiet/gebiet.ts'
import type { Uebersicht, Wert } from '#core/log/uebersicht.ts'

/** "Bieten wir das an?" Yes, no, or nobody has said so far. */
export const ANGEBOTSANTWORTEN = ['ja', 'nein', 'ungeklaert'] as const
export type Angebotsantwort = (typeof ANGEBOTSANTWORTEN)[number]

/** What people call each answer. */
export const ANGEBOTSANTWORT_LABELS: Readonly<Record<Angebotsantwort, string>> = {
  ja: 'Ja, das bieten wir an',
  nein: 'Nein, das bieten wir nicht an',
  ungeklaert: 'Noch ungeklärt',
}

/** Where the citizen finds it instead. `link` is an absolute address. */
export type Stattdessen = { readonly text: string; readonly link: string | null }

/** Whether a Kommune offers a Leistung in its area. */
export type Angebot = {
  readonly id: string
  readonly leistungId: LeistungId
  readonly ebene: Ebene
  readonly gebietId: GebietId
  readonly antwort: Angebotsantwort
  /** What the citizen reads; never null for *nein*. Plain text. */
  readonly satz: string | null
  /** Where to go instead; never null for *nein*. */
  readonly stattdessen: Stattdessen | null
  readonly redaktionId: RedaktionId
}

/** What is known about an area; without an `angebot` nobody has said anything. */
export type Angebotslage = {
  readonly antwort: Angebotsantwort
  readonly angebot: Wert<Angebot> | null
}

/**
 * What stands in the way of saving it: who does not offer something tells the citizen so, and where to go instead.
 * Problems: `angebot-lacks-sentence`, `angebot-lacks-alternative`.
 */
export function pruefeAngebot({ antwort, satz, stattdessen }: Angebot): readonly Problem[] {
  if (antwort !== 'nein') return []
  return [
    ...(isBlank(satz) ? [problem('angebot-lacks-sentence', 'Satz für die Bürgerinnen')] : []),
    ...(isBlank(stattdessen?.text)
      ? [problem('angebot-lacks-alternative', 'Wohin stattdessen')]
      : []),
  ]
}

/**
 * Whether the Leistung is offered in the area on the day of the Uebersicht. The most specific layer answers: an Amt for its
 * Gemeinden, and one of them for itself.
 */
export function angebotIn(
  { angebote, gebiete }: Uebersicht,
  leistungId: LeistungId,
  gebietId: GebietId,
): Angebotslage {
  const all = angebote.get(leistungId)
  if (!all) return UNGEKLAERT
  const path = pathTo(gebiete, gebietId)
  const depth = new Map(path.map((gebiet, index) => [gebiet.id, { gebiet, index }]))
  const [nearest] = all
    .flatMap((angebot) => {
      const { ebene } = angebot.wert
      const there = depth.get(angebot.wert.gebietId)
      // A town that calls itself the Land does not answer for others.
      if (!there || !layerFits(ebene, there.gebiet, gebiete)) return []
      return [{ angebot, rang: there.index * EBENEN.length + EBENEN.indexOf(ebene) }]
    })
    .sort(
      (left, right) =>
        right.rang - left.rang ||
        right.angebot.eintrag.folgenummer - left.angebot.eintrag.folgenummer,
    )
  if (!nearest) return UNGEKLAERT
  return { antwort: nearest.angebot.wert.antwort, angebot: nearest.angebot }
}

const UNGEKLAERT: Angebotslage = { antwort: 'ungeklaert', angebot: null }

function isBlank(text: string | null | undefined): boolean {
  return (text ?? '').trim() === ''
}
