import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import type { Entwurf, FassungId, Freigegeben } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulbeitrag, Modulname } from '#core/fassung/module.ts'
import { isSame, rebase, type Aufgesetzt, type Rebasestoff } from '#core/fassung/rebase.ts'
import { inPlaceOf, isCorrected, standsOn } from '#core/fassung/spaetere.ts'
import { lageIn } from '#core/log/auswirkung.ts'
import { newestFolgenummer, reiheKey, type Chronik } from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import type { CurrentChronik, GetInhalte } from '#ports/log.ts'
import type { CreateEntwurf, FindAufgesetzte, LoadPulttext } from '#ports/pult.ts'

/** What the command needs from the house. */
export type RebasePorts = {
  readonly chronik: CurrentChronik
  readonly getInhalte: GetInhalte
  readonly findAufgesetzte: FindAufgesetzte
  readonly createEntwurf: CreateEntwurf
}

/** Which released text is rebased. */
export type RebaseAuftrag = {
  readonly fassungId: FassungId
  /** Id of the draft to come. */
  readonly neu: FassungId
  /** The released text to put it on; null: the one that it stands on now, see `standsOn`. */
  readonly auf: FassungId | null
}

/** The draft, and how each module came out. */
export type Neuaufsetzung = {
  readonly id: FassungId
  readonly auf: FassungId | null
  readonly module: Aufgesetzt['module']
}

/**
 * Neu aufsetzen: begins a draft that takes the place of a released text, later or ausgesetzt, and carries on what the text
 * below it changed (zeit.md, rule 7). Place, anchors and law stay. The log says nothing new until the draft is released. Where
 * the text below is being rebased itself, the words of that draft count: so one change is carried through a chain. Problems:
 * `fassung-is-not-released`, `fassung-is-withdrawn`, `fassung-is-corrected`, `zeitgrenze-is-cancelled`.
 */
export async function rebaseFassung(
  ports: RebasePorts,
  { fassungId, neu, auf }: RebaseAuftrag,
): Promise<Result<Neuaufsetzung>> {
  const chronik = await ports.chronik()
  const fassung = chronik.fassungen.get(fassungId)?.wert
  if (!fassung) return failed(problem('fassung-is-not-released'))
  const problems = [...checkOpen(chronik, fassung), ...checkGround(chronik, fassung, auf)]
  if (problems.length > 0) return failed(...problems)
  const basis = auf ?? standsOn(chronik, fassung)
  const { inhalt, module } = rebase(await stoffOf(ports, chronik, fassung, basis))
  const { inhalt: _hash, ...kopf } = fassung
  await ports.createEntwurf({
    ...kopf,
    id: neu,
    basis,
    berichtigt: fassungId,
    wiederaufgenommen: true,
    inhalt,
  })
  return success({ id: neu, auf: basis, module })
}

/** A module of a rebased draft, with the words that met; null: the module is inherited. */
export type Modulvergleich = {
  readonly modul: Modulname
  readonly lage: Aufgesetzt['module'][number]['lage']
  readonly neueBasis: Modulbeitrag<unknown> | null
  readonly eigen: Modulbeitrag<unknown> | null
  /**
   * Whether the draft has an answer: a conflict whose words are no longer those of the rebased text, or the words of the new
   * basis where only that one changed them.
   */
  readonly istEntschieden: boolean
}

/** A rebased draft, compared with what it stands on now. */
export type Rebasevergleich = {
  readonly auf: FassungId | null
  readonly module: readonly Modulvergleich[]
}

/** What `readRebase` needs from the house. */
export type ReadRebasePorts = Omit<RebasePorts, 'createEntwurf'> & {
  readonly loadPulttext: LoadPulttext
}

/**
 * Reckons the rebase of a draft again, so that what came in between is seen. Problems: `not-found` (no rebased draft), those of
 * `LoadPulttext`.
 */
export async function readRebase(
  ports: ReadRebasePorts,
  { id }: { readonly id: FassungId },
): Promise<Result<Rebasevergleich>> {
  const text = await ports.loadPulttext(id)
  if (!text.ok) return text
  const entwurf = text.value.art === 'fassung' ? text.value.entwurf : null
  const chronik = await ports.chronik()
  const fassung = chronik.fassungen.get(entwurf?.berichtigt ?? '')?.wert
  if (!entwurf?.wiederaufgenommen || !fassung) return failed(problem('not-found'))
  const stoff = await stoffOf(ports, chronik, fassung, entwurf.basis)
  const module = rebase(stoff).module.map(({ modul, lage }) => {
    const [neu, eigen] = [stoff.neueBasis?.[modul], stoff.eigen[modul]]
    const istEntschieden =
      lage === 'konflikt'
        ? !isSame(entwurf.inhalt[modul], eigen)
        : lage !== 'uebernommen' || isSame(entwurf.inhalt[modul], neu)
    return { modul, lage, neueBasis: neu ?? null, eigen: eigen ?? null, istEntschieden }
  })
  return success({ auf: entwurf.basis, module })
}

function checkOpen(chronik: Chronik, fassung: Freigegeben): readonly Problem[] {
  if (isCorrected(chronik, fassung)) return [problem('fassung-is-corrected')]
  const reihe = reiheAt(chronik, reiheKey(fassung), newestFolgenummer(chronik))
  const { zustand } = lageIn(reihe, fassung.id)
  if (zustand === 'abgesagt') return [problem('zeitgrenze-is-cancelled')]
  return zustand === 'entfaellt' && chronik.zurueckziehungen.has(fassung.id)
    ? [problem('fassung-is-withdrawn')]
    : []
}

function checkGround(
  chronik: Chronik,
  fassung: Freigegeben,
  auf: FassungId | null,
): readonly Problem[] {
  if (auf === null) return []
  const ground = chronik.fassungen.get(auf)?.wert
  const fits = ground && ground.id !== fassung.id && reiheKey(ground) === reiheKey(fassung)
  return fits ? [] : [problem('fassung-is-not-released', 'Grundlage')]
}

async function stoffOf(
  { getInhalte, findAufgesetzte }: Pick<RebasePorts, 'getInhalte' | 'findAufgesetzte'>,
  chronik: Chronik,
  fassung: Freigegeben,
  basis: FassungId | null,
): Promise<Rebasestoff> {
  const wordsOf = async (id: FassungId | null): Promise<FassungInhalt | null> => {
    const hash = id === null ? undefined : chronik.fassungen.get(id)?.wert.inhalt
    if (hash === undefined) return null
    return (await getInhalte([hash])).get(hash) as FassungInhalt
  }
  const below = basis === null ? undefined : chronik.fassungen.get(inPlaceOf(chronik, basis))?.wert
  // A text that was written on top of nothing is compared with what the one below it was written on.
  const alteBasis = await wordsOf(fassung.basis ?? below?.berichtigt ?? below?.basis ?? null)
  const eigen = (await wordsOf(fassung.id)) ?? {}
  // Where nothing lies below, nothing has changed: its words are all that there is.
  if (!below) return { alteBasis, neueBasis: alteBasis, eigen }
  const aufgesetzt: Entwurf | undefined = (await findAufgesetzte(below.id)).at(-1)
  return { alteBasis, neueBasis: aufgesetzt?.inhalt ?? (await wordsOf(below.id)), eigen }
}
