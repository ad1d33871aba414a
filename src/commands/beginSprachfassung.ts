import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Entwurf, FassungId, VarianteInhalt, Variantensprache } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import {
  bedarfOf,
  carryOver,
  compareSprachfassung,
  newestVariante,
  type Sprachstand,
} from '#core/fassung/sprachfassung.ts'
import { reiheKey, type Chronik } from '#core/log/chronik.ts'
import type { CurrentChronik, GetInhalte, HashInhalt } from '#ports/log.ts'
import type { LoadPulttext } from '#ports/pult.ts'
import type { CreateSprachfassung, FindBegonnene, FindVorlage } from '#ports/sprachfassung.ts'

/** What the command needs from the house. */
export type SprachfassungPorts = {
  readonly chronik: CurrentChronik
  readonly getInhalte: GetInhalte
  readonly hash: HashInhalt
  readonly loadPulttext: LoadPulttext
  readonly findBegonnene: FindBegonnene
  readonly findVorlage: FindVorlage
  readonly createSprachfassung: CreateSprachfassung
}

/** Which German text, in which language, under which new id. */
export type Sprachauftrag = {
  readonly fassungId: FassungId
  readonly sprache: Variantensprache
  readonly neu: string
}

/** The draft that was begun. */
export type BegonneneSprachfassung = {
  readonly id: string
  /** The modules whose words come from the variant of an earlier text. */
  readonly uebernommen: readonly Modulname[]
  /** Those of them whose German words are others now. */
  readonly veraltet: readonly Modulname[]
}

/**
 * Begins a language variant of a German text, released or not (zeit.md, rule 22: it is released later). It takes the place of its
 * text, and the words of the variant that an earlier text of the row has, so that only what has changed is to be translated.
 * Problems: those of `LoadPulttext`, `variant-has-no-variant`, `variant-is-begun`.
 */
export async function beginSprachfassung(
  ports: SprachfassungPorts,
  { fassungId, sprache, neu }: Sprachauftrag,
): Promise<Result<BegonneneSprachfassung>> {
  const text = await ports.loadPulttext(fassungId)
  if (!text.ok) return text
  if (text.value.art !== 'fassung') return failed(problem('variant-has-no-variant'))
  const begonnen = await ports.findBegonnene(fassungId, sprache)
  if (begonnen !== null) return failed(problem('variant-is-begun'))
  const { entwurf } = text.value
  const { stand, maschinell } = await beginningOf(ports, entwurf, sprache)
  await ports.createSprachfassung({ id: neu, sprache, maschinell, ...stand }, entwurf)
  const { veraltet } = bedarfOf(compareSprachfassung(entwurf.inhalt, stand))
  return success({ id: neu, uebernommen: Object.keys(stand.module) as Modulname[], veraltet })
}

async function beginningOf(
  { chronik: current, getInhalte, hash, findVorlage }: SprachfassungPorts,
  entwurf: Entwurf,
  sprache: Variantensprache,
): Promise<{ readonly stand: Sprachstand; readonly maschinell: boolean }> {
  const chronik = await current()
  const source = earlierTexts(chronik, entwurf).find((id) => newestVariante(chronik, id, sprache))
  const frueher = source === undefined ? undefined : newestVariante(chronik, source, sprache)
  const deutsch = chronik.fassungen.get(source ?? '')?.wert
  if (!frueher || !deutsch) return { stand: { module: {}, vorlage: {} }, maschinell: false }
  const inhalte = await getInhalte([frueher.inhalt, deutsch.inhalt])
  const variante = inhalte.get(frueher.inhalt) as VarianteInhalt
  const vorher = {
    deutsch: inhalte.get(deutsch.inhalt) as FassungInhalt,
    variante,
    vorlage: await findVorlage(frueher.id),
  }
  return { stand: carryOver(entwurf.inhalt, vorher, hash), maschinell: variante.maschinell }
}

/** Whose variant the new one may begin with: that of the text itself, of what it corrects or stands on, of the row's last ones. */
function earlierTexts(chronik: Chronik, entwurf: Entwurf): readonly FassungId[] {
  const row = chronik.reihen.get(reiheKey(entwurf)) ?? []
  const earlier = row.toReversed().map(({ wert }) => wert.id)
  return [entwurf.id, entwurf.berichtigt, entwurf.basis, ...earlier].flatMap((id) => id ?? [])
}
