import type { FassungId, Folgenummer, Inhaltshash, RedaktionId } from '#core/fassung/fassung.ts'
import {
  aenderungenIn,
  bewegungOf,
  elternlageOf,
  elternschluessel,
  inhalteOfLage,
  type Elternaenderung,
  type Elternaenderungsworte,
  type Elternlage,
  type Elterntext,
  type Ort,
  type Tage,
} from '#core/fassung/elternstand.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer, reiheKey, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type {
  Elternentwurf,
  FindElternentscheide,
  FindElternentwuerfe,
  FindElternkenntnis,
} from '#ports/eltern.ts'
import type { Clock, CurrentChronik, GetInhalte, HashInhalt } from '#ports/log.ts'

/** What the readers need from the house. */
export type ElternPorts = {
  readonly chronik: CurrentChronik
  readonly clock: Clock
  readonly getInhalte: GetInhalte
  readonly hash: HashInhalt
  readonly findElternentwuerfe: FindElternentwuerfe
  readonly findElternkenntnis: FindElternkenntnis
  readonly findElternentscheide: FindElternentscheide
}

/** "Parent changed" at one module of one text. `ab`: the parent's day; the task is due the day before. */
export type Elternhinweis = Elternaenderung & {
  readonly fassungId: FassungId
  readonly leistungId: string
  readonly gebietId: GebietId
  readonly ebene: Ort['ebene']
  readonly redaktionId: RedaktionId
  readonly istEntwurf: boolean
}

/**
 * All undecided changes of what the texts of these Redaktionen inherit, by day. Released texts that hold today or later, and
 * drafts; where several of one row have met the same change, only the one that meets it first, and of one day the draft. The cost
 * follows the texts above which anything changed at all, not the stock.
 */
export async function readElternhinweise(
  ports: ElternPorts,
  { redaktionIds }: { readonly redaktionIds: readonly RedaktionId[] },
): Promise<readonly Elternhinweis[]> {
  const chronik = await ports.chronik()
  const { heute } = ports.clock()
  const released = releasedTexts(chronik, new Set(redaktionIds), heute)
  const kenntnis = await ports.findElternkenntnis(released.map(({ text }) => text.fassungId))
  const drafts = await ports.findElternentwuerfe(redaktionIds)
  const bewegung = bewegungOf(chronik)
  const candidates = [
    ...drafts.map((each) => candidateOf(chronik, each, heute)),
    ...released.map((each) => ({
      ...each,
      text: withKenntnis(each.text, kenntnis.get(each.text.fassungId)),
    })),
  ].flatMap((each): readonly Befragt[] => {
    const lage = elternlageOf(chronik, each.text, heute, bewegung)
    return lage ? [{ ...each, lage }] : []
  })
  const changes = await changesOf(ports, candidates)
  const all = changes.flatMap(({ candidate, aenderungen }) =>
    aenderungen.map((aenderung) => hinweisOf(candidate, aenderung)),
  )
  const seen = new Set<string>()
  return all.sort(byDayThenDraft).filter((hinweis) => {
    const schluessel = elternschluessel(hinweis, hinweis)
    if (seen.has(schluessel)) return false
    seen.add(schluessel)
    return true
  })
}

function hinweisOf(
  { text, redaktionId, istEntwurf }: Candidate,
  { modul, ab, basis, neu }: Elternaenderung,
): Elternhinweis {
  const { fassungId, leistungId, ebene, gebietId } = text
  return {
    modul,
    ab,
    basis,
    neu,
    fassungId,
    leistungId,
    ebene,
    gebietId,
    redaktionId,
    istEntwurf,
  }
}

function byDayThenDraft(left: Elternhinweis, right: Elternhinweis): number {
  if (left.ab !== right.ab) return left.ab < right.ab ? -1 : 1
  return Number(right.istEntwurf) - Number(left.istEntwurf)
}

/** The undecided changes of what one text inherits, with the words of both sides. */
export async function readElternaenderungen(
  ports: ElternPorts,
  text: Elternentwurf | FassungId,
): Promise<readonly Elternaenderungsworte[]> {
  const chronik = await ports.chronik()
  const { heute } = ports.clock()
  const candidate =
    typeof text === 'string'
      ? await releasedCandidate(ports, chronik, text, heute)
      : candidateOf(chronik, text, heute)
  const lage = candidate && elternlageOf(chronik, candidate.text, heute)
  if (!candidate || !lage) return []
  const [changes] = await changesOf(ports, [{ ...candidate, lage }])
  return changes?.aenderungen ?? []
}

/** The days that a draft is meant for; from today on while nobody knows them. */
export function tageOfEntwurf(
  chronik: Chronik,
  { beginn, ende }: Pick<Elternentwurf, 'beginn' | 'ende'>,
  heute: CalendarDay,
): Tage {
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const bis = ende === null ? null : effectiveDay(ende, lookup)
  const ab = (beginn === null ? null : effectiveDay(beginn, lookup)) ?? heute
  return { ab, bis: bis !== null && bis > ab ? bis : null }
}

type Candidate = {
  readonly text: Elterntext
  readonly redaktionId: RedaktionId
  readonly istEntwurf: boolean
  /** The words of a draft, or where those of a released text lie. */
  readonly inhalt: FassungInhalt | Inhaltshash
}
type Befragt = Candidate & { readonly lage: Elternlage }

function candidateOf(chronik: Chronik, entwurf: Elternentwurf, heute: CalendarDay): Candidate {
  const { fassungId, redaktionId, leistungId, ebene, gebietId, kenntnis, inhalt } = entwurf
  const tage = [tageOfEntwurf(chronik, entwurf, heute)]
  const { beginn } = entwurf
  const text = { fassungId, leistungId, ebene, gebietId, tage, beginn, kenntnis }
  return { text, redaktionId, istEntwurf: true, inhalt }
}

function releasedTexts(
  chronik: Chronik,
  redaktionIds: ReadonlySet<RedaktionId>,
  heute: CalendarDay,
): readonly Candidate[] {
  const found: Candidate[] = []
  for (const [key, belege] of chronik.reihen) {
    if (!belege.some(({ wert }) => isBelow(wert) && redaktionIds.has(wert.redaktionId))) continue
    for (const each of candidatesIn(chronik, key, heute))
      if (redaktionIds.has(each.redaktionId)) found.push(each)
  }
  return found
}

async function releasedCandidate(
  { findElternkenntnis }: ElternPorts,
  chronik: Chronik,
  fassungId: FassungId,
  heute: CalendarDay,
): Promise<Candidate | undefined> {
  const fassung = chronik.fassungen.get(fassungId)?.wert
  if (!fassung || !isBelow(fassung)) return undefined
  const candidate = candidatesIn(chronik, reiheKey(fassung), heute).find(
    ({ text }) => text.fassungId === fassungId,
  )
  const kenntnis = (await findElternkenntnis([fassungId])).get(fassungId)
  return candidate && { ...candidate, text: withKenntnis(candidate.text, kenntnis) }
}

/** The texts of a row that hold today or later. */
function candidatesIn(chronik: Chronik, key: string, heute: CalendarDay): readonly Candidate[] {
  const byText = new Map<FassungId, Tage[]>()
  const belege = new Map<FassungId, { folgenummer: Folgenummer; redaktionId: RedaktionId }>()
  const { abschnitte } = reiheAt(chronik, key, newestFolgenummer(chronik))
  for (const { beleg, ab, bis } of abschnitte) {
    const { id, redaktionId } = beleg.wert
    byText.set(id, [...(byText.get(id) ?? []), { ab, bis }])
    belege.set(id, { folgenummer: beleg.folgenummer, redaktionId })
  }
  return [...byText].flatMap(([fassungId, tage]): readonly Candidate[] => {
    const beleg = belege.get(fassungId)
    const fassung = chronik.fassungen.get(fassungId)?.wert
    if (!beleg || !fassung || !tage.some(({ bis }) => bis === null || bis > heute)) return []
    const { leistungId, ebene, gebietId, beginn, inhalt } = fassung
    const kenntnis = { sonst: beleg.folgenummer, module: {} }
    const text = { fassungId, leistungId, ebene, gebietId, tage, beginn, kenntnis }
    return [{ text, redaktionId: beleg.redaktionId, istEntwurf: false, inhalt }]
  })
}

/** The Bund inherits from nobody. */
function isBelow({ ebene }: Pick<Ort, 'ebene'>): boolean {
  return ebene !== 'bund'
}

function withKenntnis(text: Elterntext, module: Elterntext['kenntnis']['module'] = {}): Elterntext {
  return { ...text, kenntnis: { ...text.kenntnis, module } }
}

async function changesOf(
  { getInhalte, hash, findElternentscheide }: ElternPorts,
  candidates: readonly Befragt[],
): Promise<
  readonly {
    readonly candidate: Befragt
    readonly aenderungen: readonly Elternaenderungsworte[]
  }[]
> {
  if (candidates.length === 0) return []
  const hashes = candidates.flatMap(({ lage, inhalt }) => [
    ...inhalteOfLage(lage),
    ...(typeof inhalt === 'string' ? [inhalt] : []),
  ])
  const inhalte = await getInhalte([...new Set(hashes)])
  const reihen = new Set(candidates.map(({ text }) => reiheKey(text)))
  const decided = await findElternentscheide([...reihen])
  return candidates.map((candidate) => {
    const { inhalt, lage, text } = candidate
    const words = typeof inhalt === 'string' ? (inhalte.get(inhalt) as FassungInhalt) : inhalt
    const aenderungen = aenderungenIn(lage, {
      module: Object.keys(words) as Modulname[],
      inhalte,
      hash,
      istEntschieden: (aenderung) => decided.has(elternschluessel(text, aenderung)),
    })
    return { candidate, aenderungen }
  })
}
