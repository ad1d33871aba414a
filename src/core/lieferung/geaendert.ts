import type { Folgenummer, LeistungId } from '#core/fassung/fassung.ts'
import { EBENEN, type GebietId } from '#core/gebiet/gebiet.ts'
import {
  ersterTagAt,
  isSchweigefrist,
  type Schweigefriststand,
} from '#core/fassung/schweigefrist.ts'
import { objektKey, reiheKey, verlaufOf, type Beleg, type Chronik } from '#core/log/chronik.ts'
import type { Objektart } from '#core/log/ereignis.ts'
import type { Zeitpaar } from '#core/log/snapshot.ts'
import { vorgabenOf } from '#core/log/vorgaben.ts'
import { effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** When what leaves the house was last changed, UTC; all for one pair. */
export type Aenderungszeiten = {
  /** Of the texts of a Leistung that meet in an area. */
  readonly ofText: (leistungId: LeistungId, gebietId: GebietId) => string
  /** The same, with the offices that answer for it there. */
  readonly ofAuskunft: (leistungId: LeistungId, gebietId: GebietId) => string
  /** Of an office or online service, with what it answers for. */
  readonly ofStelle: (art: Objektart, id: string) => string
}

/**
 * The latest of release, withdrawal, move, and 0:00 of a switch (zeit.md, rule 17). It never goes back, neither on a later
 * Stichtag nor under a later Kenntnisstand: a receiver that takes only what is newer would keep a withdrawn text for
 * ever. So everything counts that was ever said about the rows, areas and offices behind the answer, also what no
 * longer shows, and every day up to the Stichtag that was ever known as a first or last one. Tomorrow's delivery, built
 * at 23:00, says 0:00; the one that corrects it after a move at 23:30 must not say 23:30. The price is a text that
 * counts as changed once too often.
 */
export function aenderungszeiten(
  chronik: Chronik,
  { stichtag, kenntnisstand }: Zeitpaar,
): Aenderungszeiten {
  const known = <T>(belege: readonly Beleg<T>[] | undefined): readonly Beleg<T>[] =>
    belege?.filter(({ folgenummer }) => folgenummer <= kenntnisstand) ?? []

  const entry = (folgenummer: Folgenummer, ...anker: readonly (Anker | null)[]): Spur =>
    latestOf([
      { zeitpunkt: chronik.zeitpunkte[folgenummer - 1] ?? '', tag: null },
      ...anker.map((each) => ofAnker(each, folgenummer)),
    ])

  /** Day and moves of an anchor since the entry that holds it. */
  const ofAnker = (anker: Anker | null, seit: Folgenummer): Spur => {
    if (anker === null) return NICHTS
    if (anker.art === 'tag') return upTo(anker.tag)
    const states = known(chronik.zeitgrenzen.get(anker.zeitgrenzeId))
    const first = Math.max(
      states.findLastIndex(({ folgenummer }) => folgenummer <= seit),
      0,
    )
    return latestOf(
      states
        .slice(first)
        .flatMap(({ folgenummer, wert }) => [
          entry(folgenummer),
          upTo(effectiveDay(anker, () => wert)),
        ]),
    )
  }

  const upTo = (tag: CalendarDay | null): Spur =>
    tag !== null && tag <= stichtag ? { ...NICHTS, tag } : NICHTS

  const objekt = (key: string): Spur =>
    latestOf(
      known(chronik.objekte.get(key)).flatMap((beleg) => [
        entry(beleg.folgenummer, beleg.wert.beginn, beleg.wert.ende),
        ...(isSchweigefrist(beleg) ? ofFrist(beleg) : []),
      ]),
    )
  /** A period of silence may take effect later than its anchor says: every day on which it was ever known to. */
  const ofFrist = (beleg: Beleg<Schweigefriststand>): readonly Spur[] => {
    const { beginn } = beleg.wert
    const moves = beginn.art === 'tag' ? [] : known(chronik.zeitgrenzen.get(beginn.zeitgrenzeId))
    const since = [beleg, ...moves.filter(({ folgenummer }) => folgenummer > beleg.folgenummer)]
    return since.map(({ folgenummer }) => upTo(ersterTagAt(beleg, verlaufOf(chronik), folgenummer)))
  }
  const ofObjekt = memoized(objekt)

  /** Not remembered: there are hundreds of thousands, and each is asked for by its own office. */
  const ofZustaendigkeit = (id: string): Spur => objekt(objektKey({ art: 'zustaendigkeit', id }))

  const ofZurueckziehung = (id: string): Spur =>
    latestOf(
      known(chronik.zurueckziehungen.get(id)).flatMap(({ folgenummer, wert }) => [
        entry(folgenummer),
        upTo(wert.ab),
      ]),
    )

  const ofReihe = memoized((key) =>
    latestOf(
      known(chronik.reihen.get(key)).flatMap(({ folgenummer, wert }) => [
        entry(folgenummer, wert.beginn, wert.ende),
        ofZurueckziehung(wert.id),
        ...known(chronik.varianten.get(wert.id)).flatMap((variante) => [
          entry(variante.folgenummer),
          ofZurueckziehung(variante.wert.id),
        ]),
      ]),
    ),
  )

  /** The area and all that ever lay above it: a former Kreis may have written what no longer shows. */
  const everAbove = memoized((gebietId): ReadonlySet<GebietId> => {
    const above = new Set<GebietId>([gebietId])
    // A set grows while it is walked.
    for (const id of above) {
      for (const { wert } of known(chronik.objekte.get(objektKey({ art: 'gebiet', id })))) {
        if (wert.art === 'gebiet' && wert.wert.uebergeordnet !== null)
          above.add(wert.wert.uebergeordnet)
      }
    }
    return above
  })

  /**
   * Locks, periods of silence, answers to them, and who offers it: also those of other areas. They are rare, and a text that
   * counts as changed once too often costs little.
   */
  const ofVorgaben = (leistungId: LeistungId): readonly Spur[] =>
    vorgabenOf(chronik, leistungId, kenntnisstand).map(({ key }) => ofObjekt(key))

  const ofTexte = (leistungId: LeistungId, gebietId: GebietId): Spur =>
    latestOf([
      ofObjekt(objektKey({ art: 'leistung', id: leistungId })),
      ...ofVorgaben(leistungId),
      ...[...everAbove(gebietId)].flatMap((id) => [
        ofObjekt(objektKey({ art: 'gebiet', id })),
        ...EBENEN.map((ebene) => reiheKey({ leistungId, ebene, gebietId: id }))
          .filter((key) => chronik.reihen.has(key))
          .map(ofReihe),
      ]),
    ])

  const ofStellen = (leistungId: LeistungId, gebietId: GebietId): Spur => {
    const above = everAbove(gebietId)
    const key = objektKey({ art: 'leistung', id: leistungId })
    return latestOf(
      known(chronik.zustaendigkeiten.get(key))
        .filter(({ wert }) => above.has(wert.gebietId))
        .flatMap(({ wert }) => [ofZustaendigkeit(wert.id), ofObjekt(objektKey(wert.stelle))]),
    )
  }

  return {
    ofText: (leistungId, gebietId) => instantOf(ofTexte(leistungId, gebietId)),
    ofAuskunft: (leistungId, gebietId) =>
      instantOf(latestOf([ofTexte(leistungId, gebietId), ofStellen(leistungId, gebietId)])),
    ofStelle: (art, id) => {
      const key = objektKey({ art, id })
      const answers = known(chronik.zustaendigkeiten.get(key)).map(({ wert }) =>
        ofZustaendigkeit(wert.id),
      )
      return instantOf(latestOf([ofObjekt(key), ...answers]))
    },
  }
}

/** The latest entry and the latest day of something; they become one instant only in the end. */
type Spur = { readonly zeitpunkt: string; readonly tag: CalendarDay | null }

const NICHTS: Spur = { zeitpunkt: '', tag: null }

function latestOf(spuren: readonly Spur[]): Spur {
  return spuren.reduce(later, NICHTS)
}

/** Gives one of the two where it can, without a new value: a Land has hundreds of thousands of entries. */
function later(left: Spur, right: Spur): Spur {
  const byEntry = left.zeitpunkt >= right.zeitpunkt ? left : right
  const byDay = isLaterDay(right.tag, left.tag) ? right : left
  if (byEntry === byDay || byEntry.tag === byDay.tag) return byEntry
  return byEntry.zeitpunkt === byDay.zeitpunkt ? byDay : { ...byEntry, tag: byDay.tag }
}

function isLaterDay(left: CalendarDay | null, right: CalendarDay | null): boolean {
  return left !== null && (right === null || left > right)
}

function instantOf({ zeitpunkt, tag }: Spur): string {
  // In Berlin a day begins before its first hour in UTC: an entry of a later day needs no midnight.
  if (tag === null || zeitpunkt >= tag) return zeitpunkt
  const switched = midnightInBerlin(tag)
  return switched > zeitpunkt ? switched : zeitpunkt
}

function memoized<T>(compute: (key: string) => T): (key: string) => T {
  const results = new Map<string, T>()
  return (key) => {
    const before = results.get(key)
    if (before !== undefined) return before
    const result = compute(key)
    results.set(key, result)
    return result
  }
}
