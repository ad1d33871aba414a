import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import { VOTEN, type Abstimmung, type Stimme, type Textstand } from '#core/abstimmung/abstimmung.ts'
import type { FassungId, RedaktionId } from '#core/fassung/fassung.ts'

/** A vote as it counts now. */
export type GeltendeStimme = Stimme & {
  /** The text has changed since. */
  readonly aufFrueheremStand: boolean
  /** Given after the Frist. */
  readonly verspaetet: boolean
}

/**
 * The vote of each Redaktion on each text: the newest, of two in one instant the one with the higher id. Votes of those who
 * take no part (any more) do not count.
 */
export function geltendeStimmen(
  abstimmung: Pick<Abstimmung, 'teilnehmerIds' | 'fassungIds' | 'frist'>,
  stimmen: readonly Stimme[],
  staende: readonly Textstand[],
): readonly GeltendeStimme[] {
  const now = new Map(staende.map(({ fassungId, stand }) => [fassungId, stand]))
  const newest = new Map<string, Stimme>()
  for (const stimme of [...stimmen].sort(byTime)) {
    newest.set(`${stimme.fassungId}|${stimme.redaktionId}`, stimme)
  }
  return abstimmung.fassungIds.flatMap((fassungId) =>
    abstimmung.teilnehmerIds.flatMap((redaktionId) => {
      const stimme = newest.get(`${fassungId}|${redaktionId}`)
      if (!stimme) return []
      return [
        {
          ...stimme,
          aufFrueheremStand: (now.get(fassungId) ?? null) !== stimme.stand,
          verspaetet: stimme.tag > abstimmung.frist,
        },
      ]
    }),
  )
}

/** A participant that owes votes. */
export type Schuldner = {
  readonly redaktionId: RedaktionId
  /** Texts on which it has not voted at all. */
  readonly ohneStimme: readonly FassungId[]
  /** Texts that have changed since it voted. */
  readonly aufFrueheremStand: readonly FassungId[]
}

/**
 * Who still owes a vote: no vote on a text, or one that was given on earlier contents. `offene` are the texts on which a vote
 * can be given; nobody owes what nobody takes.
 */
export function schuldnerOf(
  teilnehmerIds: readonly RedaktionId[],
  offene: readonly FassungId[],
  geltende: readonly GeltendeStimme[],
): readonly Schuldner[] {
  const byKey = new Map(geltende.map((each) => [`${each.fassungId}|${each.redaktionId}`, each]))
  return teilnehmerIds.flatMap((redaktionId) => {
    const voteOn = (fassungId: FassungId) => byKey.get(`${fassungId}|${redaktionId}`)
    const ohneStimme = offene.filter((id) => voteOn(id) === undefined)
    const aufFrueheremStand = offene.filter((id) => voteOn(id)?.aufFrueheremStand === true)
    return ohneStimme.length + aufFrueheremStand.length === 0
      ? []
      : [{ redaktionId, ohneStimme, aufFrueheremStand }]
  })
}

/** How votes come out: somebody objects; somebody votes and nobody objects; nobody votes. Silence is no consent here. */
export type Ausgang = 'einwaende' | 'ohne-einwand' | 'ohne-stimme'

/** The outcomes as people read them. */
export const AUSGANG_LABELS: Readonly<Record<Ausgang, string>> = {
  einwaende: 'Einwände',
  'ohne-einwand': 'Ohne Einwand',
  'ohne-stimme': 'Ohne Stimme',
}

/** The outcome of one text: how many participants voted what. */
export type Textergebnis = {
  readonly fassungId: FassungId
  readonly zustimmungen: number
  readonly ablehnungen: number
  readonly enthaltungen: number
  readonly ohneStimme: number
  /** How many of the votes were given on earlier contents. */
  readonly aufFrueheremStand: number
  readonly ausgang: Ausgang
}

/** The outcome of a consultation: of each text, and of all together the worst. */
export type Ergebnis = { readonly ausgang: Ausgang; readonly texte: readonly Textergebnis[] }

/** Counts the votes. An abstention is no objection, a missing vote neither. */
export function ergebnisOf(
  { fassungIds, teilnehmerIds }: Pick<Abstimmung, 'fassungIds' | 'teilnehmerIds'>,
  geltende: readonly GeltendeStimme[],
): Ergebnis {
  const texte = fassungIds.map((fassungId): Textergebnis => {
    const votes = geltende.filter((each) => each.fassungId === fassungId)
    const [zustimmungen = 0, ablehnungen = 0, enthaltungen = 0] = VOTEN.map(
      (votum) => votes.filter((each) => each.votum === votum).length,
    )
    return {
      fassungId,
      zustimmungen,
      ablehnungen,
      enthaltungen,
      ohneStimme: teilnehmerIds.length - votes.length,
      aufFrueheremStand: votes.filter((each) => each.aufFrueheremStand).length,
      ausgang: ablehnungen > 0 ? 'einwaende' : votes.length > 0 ? 'ohne-einwand' : 'ohne-stimme',
    }
  })
  return { ausgang: worstOf(texte), texte }
}

/** What follows for a text when the consultation ends: it waits for the Fachfreigabe, or goes back to its Entwurf. */
export type Entscheidung = {
  readonly fassungId: FassungId
  readonly weiter: 'fachfreigabe' | 'entwurf'
  /** Required where somebody objects. */
  readonly grund: string | null
}

/**
 * Whether the leading Redaktion has said for every text what follows; where there are objections, with a reason. Problems:
 * `decision-is-missing`, `reason-is-missing`.
 */
export function checkEntscheidungen(
  { texte }: Ergebnis,
  entscheidungen: readonly Entscheidung[],
  titelOf: (fassungId: FassungId) => string,
): Result<ReadonlyMap<FassungId, Entscheidung>> {
  const byText = new Map(entscheidungen.map((each) => [each.fassungId, each]))
  const problems = texte.flatMap(({ fassungId, ausgang }): readonly Problem[] => {
    const decision = byText.get(fassungId)
    if (!decision) return [problem('decision-is-missing', titelOf(fassungId))]
    const isExplained = ausgang !== 'einwaende' || decision.grund !== null
    return isExplained ? [] : [problem('reason-is-missing', titelOf(fassungId))]
  })
  return problems.length > 0 ? failed(...problems) : success(byText)
}

function worstOf(texte: readonly Textergebnis[]): Ausgang {
  if (texte.some(({ ausgang }) => ausgang === 'einwaende')) return 'einwaende'
  return texte.every(({ ausgang }) => ausgang === 'ohne-stimme') ? 'ohne-stimme' : 'ohne-einwand'
}

function byTime(left: Stimme, right: Stimme): number {
  const a = `${left.zeitpunkt}|${left.id}`
  const b = `${right.zeitpunkt}|${right.id}`
  return a < b ? -1 : a > b ? 1 : 0
}
