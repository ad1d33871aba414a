import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import type { Inhaltshash, LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { Modulname } from '#core/fassung/module.ts'
import { genannterTag, schweigemodule, type Schweigefrist } from '#core/fassung/schweigefrist.ts'
import { layerFits, type Ebene, type GebietId } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer, objektKey, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis } from '#core/log/ereignis.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import { workingDaysAfter, workingDaysBefore } from '#core/zeit/arbeitstage.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { AppendEreignis, Clock, CurrentChronik, PutInhalte } from '#ports/log.ts'
import type { ProjectEreignis } from '#ports/pult.ts'

/** What the command needs from the house. */
export type SchweigefristPorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly putInhalte: PutInhalte
  readonly append: AppendEreignis
  readonly project: ProjectEreignis
}

/** The period of silence of one Abstimmung, for all its texts. */
export type SchweigefristAuftrag = {
  readonly abstimmungId: string
  /** Where the new texts begin. */
  readonly zeitgrenzeAnker: Anker
  /** Per Leistung the modules that the new text changes; those of self-government are left out. */
  readonly leistungen: readonly {
    readonly leistungId: LeistungId
    readonly module: readonly Modulname[]
  }[]
  readonly ebene: Ebene
  readonly gebietId: GebietId
  /** Working days before the day of the Zeitgrenze on which the period ends; at least one. */
  readonly tage: number
  readonly redaktionId: RedaktionId
  readonly von: string
}

/**
 * Begins the Schweigefrist of an Abstimmung (zeit.md, rule 11): one dated entry for all its texts, so that nothing has to
 * run on the day. An Abstimmung has at most one. It is public from then on, so a law under embargo has none: whoever asks
 * sees to that. Problems: `zeitgrenze-is-unknown`, `schweigefrist-lacks-day`, `schweigefrist-is-too-short`,
 * `schweigefrist-lacks-modules`, `leistung-is-unknown`, `gebiet-is-unknown`, `ebene-does-not-fit`,
 * `release-was-concurrent`.
 */
export async function beginSchweigefristen(
  ports: SchweigefristPorts,
  auftrag: SchweigefristAuftrag,
): Promise<Result<Ereignis>> {
  const { zeitpunkt, heute } = ports.clock()
  const chronik = await ports.chronik()
  const fristen = planSchweigefristen(chronik, auftrag, heute)
  if (!fristen.ok) return fristen
  const pult = await ports.putInhalte(fristen.value.map((each) => pultOfOrt(chronik, each)))
  const ereignis = await ports.append({
    zeitpunkt,
    art: 'schweigefrist',
    von: auftrag.von,
    grund: null,
    schluessel: `schweigefrist|${auftrag.abstimmungId}`,
    aussagen: fristen.value.map((wert, index) =>
      asAussage(wert, auftrag.zeitgrenzeAnker, pult[index] ?? null),
    ),
  })
  if (ereignis.ok) await ports.project(ereignis.value)
  return ereignis
}

/** The periods as they would be said; nothing is written. Problems: as `beginSchweigefristen`. */
export function planSchweigefristen(
  chronik: Chronik,
  auftrag: Omit<SchweigefristAuftrag, 'von'>,
  heute: CalendarDay,
): Result<readonly Schweigefrist[]> {
  const fristende = fristendeOf(chronik, auftrag, heute)
  if (!fristende.ok) return fristende
  const problems = checkPlace(chronik, auftrag, heute)
  if (problems.length > 0) return failed(...problems)
  const { leistungen, abstimmungId, ebene, gebietId, redaktionId, tage } = auftrag
  const fristen = leistungen.flatMap(({ leistungId, module }) => {
    const takenOver = schweigemodule(module)
    return takenOver.length === 0 ? [] : [{ leistungId, module: takenOver }]
  })
  if (fristen.length === 0) return failed(problem('schweigefrist-lacks-modules', 'Module'))
  return success(
    fristen.map(({ leistungId, module }) => ({
      id: `${abstimmungId}.${leistungId}`,
      leistungId,
      ebene,
      gebietId,
      module,
      redaktionId,
      abstimmungId,
      tage,
      fristende: fristende.value,
      begonnenAm: heute,
    })),
  )
}

/** Whoever hears of it today has a full working day at least. */
function fristendeOf(
  chronik: Chronik,
  { zeitgrenzeAnker, tage }: Pick<SchweigefristAuftrag, 'zeitgrenzeAnker' | 'tage'>,
  heute: CalendarDay,
): Result<CalendarDay> {
  const tag = namedDay(chronik, zeitgrenzeAnker)
  if (!tag.ok) return tag
  if (!Number.isInteger(tage) || tage < 1)
    return failed(problem('schweigefrist-is-too-short', 'Arbeitstage'))
  const fristende = workingDaysBefore(tag.value, tage)
  return fristende < workingDaysAfter(heute, 1)
    ? failed(problem('schweigefrist-is-too-short', 'Arbeitstage', { fristende }))
    : success(fristende)
}

function namedDay(chronik: Chronik, anker: Anker): Result<CalendarDay> {
  if (anker.art === 'tag') return success(anker.tag)
  const zeitgrenze = zeitgrenzenAt(chronik, newestFolgenummer(chronik))(anker.zeitgrenzeId)
  if (!zeitgrenze) return failed(problem('zeitgrenze-is-unknown', 'Zeitgrenze'))
  const tag = genannterTag(zeitgrenze)
  return tag === null ? failed(problem('schweigefrist-lacks-day', 'Zeitgrenze')) : success(tag)
}

function checkPlace(
  chronik: Chronik,
  { leistungen, ebene, gebietId }: Pick<SchweigefristAuftrag, 'leistungen' | 'ebene' | 'gebietId'>,
  heute: CalendarDay,
): readonly Problem[] {
  const gebiete = gebieteOn(chronik, newestPair(chronik, heute))
  const gebiet = gebiete.byId.get(gebietId)
  const unknown = leistungen.some(
    ({ leistungId: id }) => !chronik.objekte.has(objektKey({ art: 'leistung', id })),
  )
  return [
    ...(unknown ? [problem('leistung-is-unknown', 'Leistung')] : []),
    ...(gebiet ? [] : [problem('gebiet-is-unknown', 'Gebiet')]),
    ...(gebiet && !layerFits(ebene, gebiet, gebiete)
      ? [problem('ebene-does-not-fit', 'Ebene', { ebene, gebiet: gebiet.name })]
      : []),
  ]
}

/** What stands at the desk beside the value: what it is called, as the log knows its Leistung and its area now. */
export function pultOfOrt(
  chronik: Chronik,
  { leistungId, gebietId }: Pick<Schweigefrist, 'leistungId' | 'gebietId'>,
): { readonly titel: string } {
  const nameOf = (art: 'leistung' | 'gebiet', id: string): string => {
    const objekt = chronik.objekte.get(objektKey({ art, id }))?.at(-1)?.wert
    return objekt?.art === 'leistung' || objekt?.art === 'gebiet' ? objekt.wert.name : id
  }
  return { titel: `${nameOf('leistung', leistungId)} – ${nameOf('gebiet', gebietId)}` }
}

function asAussage(wert: Schweigefrist, beginn: Anker, pult: Inhaltshash | null): Aussage {
  const { id, begonnenAm } = wert
  const kopf = { id, beginn, ende: null, gespeichertAm: begonnenAm }
  return { klasse: 'objekt', objekt: { ...kopf, art: 'schweigefrist', wert }, pult }
}
