import { aufgabe, type Aufgabe } from '#core/aufgaben/aufgabe.ts'
import type { Folgenummer, Freigegeben, Inhaltshash, RedaktionId } from '#core/fassung/fassung.ts'
import { modulLabel, type FassungInhalt, type Modulname } from '#core/fassung/module.ts'
import { fristendeAt, isSchweigefrist, type Schweigefrist } from '#core/fassung/schweigefrist.ts'
import { EBENEN, pathTo, type Gebiete } from '#core/gebiet/gebiet.ts'
import {
  newestFolgenummer,
  objektKey,
  reiheKey,
  verlaufOf,
  type Beleg,
  type Chronik,
} from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** A text of a Redaktion whose *ersetzen* a running Schweigefrist would end. Which modules, only its words say. */
export type Bedrohung = {
  readonly frist: Schweigefrist
  readonly fristende: CalendarDay
  readonly fassung: Freigegeben
  /** The modules that somebody has said to keep. */
  readonly behalten: ReadonlySet<Modulname>
}

/**
 * The released texts of these Redaktionen below a running Schweigefrist (zeit.md, rule 11), one for each row. The cost follows
 * the running periods and the rows of their Leistungen.
 */
export function bedrohungenOf(
  chronik: Chronik,
  gebiete: Gebiete,
  redaktionIds: ReadonlySet<RedaktionId>,
  heute: CalendarDay,
): readonly Bedrohung[] {
  const laufend = laufendeFristen(chronik, heute)
  if (laufend.length === 0) return []
  return ownRows(chronik, redaktionIds, heute).flatMap((fassung) =>
    laufend.flatMap(({ frist, fristende, seit }): readonly Bedrohung[] => {
      // What was released since is an answer.
      const released = chronik.fassungen.get(fassung.id)?.folgenummer ?? 0
      if (released > seit || !reaches(frist, fassung, gebiete)) return []
      return [{ frist, fristende, fassung, behalten: keptBy(chronik, frist, fassung) }]
    }),
  )
}

/** The contents that `schweigeaufgaben` needs. */
export function inhalteOfBedrohungen(bedrohungen: readonly Bedrohung[]): readonly Inhaltshash[] {
  return [...new Set(bedrohungen.map(({ fassung }) => fassung.inhalt))]
}

/** One task for each text that would lose words of its own by silence; `titelOf` names the text. */
export function schweigeaufgaben(
  bedrohungen: readonly Bedrohung[],
  inhalte: ReadonlyMap<Inhaltshash, unknown>,
  titelOf: (fassung: Freigegeben) => string,
): readonly Aufgabe[] {
  return bedrohungen.flatMap(({ frist, fristende, fassung, behalten }): readonly Aufgabe[] => {
    const words = (inhalte.get(fassung.inhalt) ?? {}) as FassungInhalt
    const lost = frist.module.filter(
      (modul) => words[modul]?.modus === 'ersetzen' && !behalten.has(modul),
    )
    if (lost.length === 0) return []
    const was = lost.map(modulLabel).join(', ')
    return [
      aufgabe({
        art: 'schweigefrist',
        titel: titelOf(fassung),
        satz: `Ohne Ihre Rückmeldung bis ${formatDayLong(fristende)} endet Ihr eigener Text in: ${was}. Dann gilt der Text des Landes.`,
        bis: fristende,
        seit: frist.begonnenAm,
        ziel: `/admin/collections/schweigefristen/${encodeURIComponent(frist.id)}`,
        gegenstand: { art: 'fassung', id: fassung.id },
        naeher: frist.id,
        redaktionId: fassung.redaktionId,
      }),
    ]
  })
}

function laufendeFristen(
  chronik: Chronik,
  heute: CalendarDay,
): readonly {
  readonly frist: Schweigefrist
  readonly fristende: CalendarDay
  /** The entry that began it. */
  readonly seit: Folgenummer
}[] {
  const jetzt = newestFolgenummer(chronik)
  const verlauf = verlaufOf(chronik)
  const ids = new Set(
    [...chronik.schweigefristen.values()].flatMap((belege) => belege.map(({ wert }) => wert.id)),
  )
  return [...ids].flatMap((id) => {
    const beleg = chronik.objekte.get(objektKey({ art: 'schweigefrist', id }))?.at(-1)
    if (!beleg || !isSchweigefrist(beleg)) return []
    const { beginn } = beleg.wert
    // The law failed: silence takes nothing from anybody.
    if (
      beginn.art === 'zeitgrenze' &&
      verlauf(beginn.zeitgrenzeId).at(-1)?.wert.stand === 'abgesagt'
    )
      return []
    const fristende = fristendeAt(beleg, verlauf, jetzt)
    return fristende >= heute
      ? [{ frist: beleg.wert.wert, fristende, seit: beleg.folgenummer }]
      : []
  })
}

/** The texts of these Redaktionen that hold last in their rows, of those that hold today or later. */
function ownRows(
  chronik: Chronik,
  redaktionIds: ReadonlySet<RedaktionId>,
  heute: CalendarDay,
): readonly Freigegeben[] {
  const jetzt: Folgenummer = newestFolgenummer(chronik)
  const found: Freigegeben[] = []
  for (const [key, belege] of chronik.reihen) {
    const [first] = belege
    if (!first || !redaktionIds.has(first.wert.redaktionId)) continue
    if (!chronik.schweigefristen.has(objektKey({ art: 'leistung', id: first.wert.leistungId })))
      continue
    const last = reiheAt(chronik, key, jetzt).abschnitte.at(-1)
    if (last && (last.bis === null || last.bis > heute)) found.push(last.beleg.wert)
  }
  return found
}

function reaches(frist: Schweigefrist, fassung: Freigegeben, gebiete: Gebiete): boolean {
  return (
    frist.leistungId === fassung.leistungId &&
    EBENEN.indexOf(fassung.ebene) > EBENEN.indexOf(frist.ebene) &&
    pathTo(gebiete, fassung.gebietId).some(({ id }) => id === frist.gebietId)
  )
}

/** The last answer of the row counts. */
function keptBy(
  { rueckmeldungen }: Chronik,
  frist: Schweigefrist,
  fassung: Freigegeben,
): ReadonlySet<Modulname> {
  const belege: readonly Beleg<{
    readonly schweigefristId: string
    readonly leistungId: string
    readonly ebene: Freigegeben['ebene']
    readonly gebietId: string
    readonly module: readonly Modulname[]
  }>[] = rueckmeldungen.get(objektKey({ art: 'leistung', id: frist.leistungId })) ?? []
  const own = belege.findLast(
    ({ wert }) => wert.schweigefristId === frist.id && reiheKey(wert) === reiheKey(fassung),
  )
  return new Set(own?.wert.module ?? [])
}
