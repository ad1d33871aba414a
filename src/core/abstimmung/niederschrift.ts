import type { Abstimmung } from '#core/abstimmung/abstimmung.ts'
import type { Kommentar } from '#core/abstimmung/kommentar.ts'
import type {
  Ausgang,
  Entscheidung,
  Ergebnis,
  GeltendeStimme,
  Textergebnis,
} from '#core/abstimmung/stimmen.ts'
import type { FassungId, Inhaltshash, RedaktionId } from '#core/fassung/fassung.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * The record of a consultation, as data: who was asked, what each said to which contents, what came out and what was decided.
 * Names are those of its day, so it can still be read when Redaktionen and drafts are gone. Never changed.
 */
export type Niederschrift = {
  readonly titel: string
  readonly zeitgrenzeId: string | null
  readonly fuehrend: Benannt
  readonly teilnehmer: readonly Benannt[]
  readonly frist: CalendarDay
  readonly schweigefristTage: number
  readonly eroeffnetAm: string
  readonly eroeffnetVonName: string
  readonly beendetAm: string
  readonly beendetVonName: string
  /** Set where it was broken off: then nothing was decided. */
  readonly abgebrochenWeil: string | null
  readonly ausgang: Ausgang
  readonly texte: readonly Textniederschrift[]
}

/** A Redaktion under the name of the day. */
export type Benannt = { readonly redaktionId: RedaktionId; readonly name: string }

/** What the record says of one text. */
export type Textniederschrift = Omit<Textergebnis, 'fassungId'> & {
  readonly fassungId: FassungId
  readonly titel: string
  /** Hash of the contents at the end; null where they could not be read. */
  readonly stand: Inhaltshash | null
  readonly stimmen: readonly (Benannt &
    Pick<
      GeltendeStimme,
      'id' | 'votum' | 'grund' | 'vonName' | 'zeitpunkt' | 'aufFrueheremStand' | 'verspaetet'
    >)[]
  /** Who owed a vote. */
  readonly geschwiegen: readonly Benannt[]
  readonly kommentare: readonly Kommentar[]
  readonly entscheidung: Entscheidung | null
}

/** Everything that enters the record. */
export type Protokollstoff = {
  readonly abstimmung: Abstimmung
  readonly ergebnis: Ergebnis
  readonly geltende: readonly GeltendeStimme[]
  readonly kommentare: readonly Kommentar[]
  readonly entscheidungen: ReadonlyMap<FassungId, Entscheidung>
  readonly staende: ReadonlyMap<FassungId, Inhaltshash | null>
  readonly nameOf: (redaktionId: RedaktionId) => string
  readonly titelOf: (fassungId: FassungId) => string
  /** ISO 8601, UTC. */
  readonly beendetAm: string
  readonly beendetVonName: string
  readonly abgebrochenWeil: string | null
}

/** The record of a consultation that ends. */
export function niederschriftOf(stoff: Protokollstoff): Niederschrift {
  const { abstimmung, ergebnis, nameOf, beendetAm, beendetVonName, abgebrochenWeil } = stoff
  const named = (redaktionId: RedaktionId): Benannt => ({ redaktionId, name: nameOf(redaktionId) })
  const { titel, zeitgrenzeId, frist, schweigefristTage, eroeffnetAm, eroeffnetVonName } =
    abstimmung
  return {
    titel,
    zeitgrenzeId,
    fuehrend: named(abstimmung.redaktionId),
    teilnehmer: abstimmung.teilnehmerIds.map(named),
    frist,
    schweigefristTage,
    eroeffnetAm,
    eroeffnetVonName,
    beendetAm,
    beendetVonName,
    abgebrochenWeil,
    ausgang: ergebnis.ausgang,
    texte: ergebnis.texte.map((text) => ofText(stoff, text, named)),
  }
}

function ofText(
  { abstimmung, geltende, kommentare, entscheidungen, staende, titelOf }: Protokollstoff,
  text: Textergebnis,
  named: (redaktionId: RedaktionId) => Benannt,
): Textniederschrift {
  const { fassungId } = text
  const votes = geltende.filter((each) => each.fassungId === fassungId)
  const voted = new Set(votes.map(({ redaktionId }) => redaktionId))
  return {
    ...text,
    titel: titelOf(fassungId),
    stand: staende.get(fassungId) ?? null,
    stimmen: votes.map((each) => ({
      id: each.id,
      ...named(each.redaktionId),
      votum: each.votum,
      grund: each.grund,
      vonName: each.vonName,
      zeitpunkt: each.zeitpunkt,
      aufFrueheremStand: each.aufFrueheremStand,
      verspaetet: each.verspaetet,
    })),
    geschwiegen: abstimmung.teilnehmerIds.filter((id) => !voted.has(id)).map(named),
    kommentare: kommentare.filter((each) => each.fassungId === fassungId),
    entscheidung: entscheidungen.get(fassungId) ?? null,
  }
}
