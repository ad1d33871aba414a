import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { RedaktionId } from '#core/fassung/fassung.ts'
import type { Modulname } from '#core/fassung/module.ts'
import {
  fristendeAt,
  isSchweigefrist,
  type Rueckmeldung,
  type Schweigefriststand,
} from '#core/fassung/schweigefrist.ts'
import { EBENEN, layerFits, pathTo, type Ebene, type GebietId } from '#core/gebiet/gebiet.ts'
import {
  newestFolgenummer,
  objektKey,
  verlaufOf,
  type Beleg,
  type Chronik,
} from '#core/log/chronik.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { pultOfOrt, type SchweigefristPorts } from '#commands/beginSchweigefrist.ts'

/** What a Kommune answers for one row of its texts. */
export type RueckmeldungAuftrag = {
  readonly schweigefristId: string
  readonly ebene: Ebene
  readonly gebietId: GebietId
  /** The modules whose own text stays; empty takes an earlier answer back. */
  readonly module: readonly Modulname[]
  readonly redaktionId: RedaktionId
  readonly satz: string | null
  readonly von: string
}

/**
 * Answers a Schweigefrist in time: the *ersetzen* of these modules stays (zeit.md, rule 11). The last answer counts.
 * Whether the area is one's own is checked by whoever asks. Problems: `schweigefrist-is-unknown`,
 * `schweigefrist-has-ended`, `rueckmeldung-does-not-fit`.
 */
export async function answerSchweigefrist(
  ports: SchweigefristPorts,
  auftrag: RueckmeldungAuftrag,
): Promise<Result<Ereignis>> {
  const { zeitpunkt, heute } = ports.clock()
  const chronik = await ports.chronik()
  const rueckmeldung = rueckmelden(chronik, auftrag, heute)
  if (!rueckmeldung.ok) return rueckmeldung
  const wert = rueckmeldung.value
  const [pult] = await ports.putInhalte([pultOfOrt(chronik, wert)])
  const kopf = { id: wert.id, beginn: festerTag(heute), ende: null, gespeichertAm: heute }
  const ereignis = await ports.append({
    zeitpunkt,
    art: 'rueckmeldung',
    von: auftrag.von,
    grund: auftrag.satz,
    schluessel: null,
    aussagen: [
      { klasse: 'objekt', objekt: { ...kopf, art: 'rueckmeldung', wert }, pult: pult ?? null },
    ],
  })
  if (ereignis.ok) await ports.project(ereignis.value)
  return ereignis
}

/** A Schweigefrist as it stands in the log; `fristende` is the last day to answer as known now. */
export type LaufendeFrist = {
  readonly beleg: Beleg<Schweigefriststand>
  readonly fristende: CalendarDay
}

/** The Schweigefrist of this id as known now. Problem: `schweigefrist-is-unknown`. */
export function findSchweigefrist(chronik: Chronik, id: string): Result<LaufendeFrist> {
  const beleg = chronik.objekte.get(objektKey({ art: 'schweigefrist', id }))?.at(-1)
  if (!beleg || !isSchweigefrist(beleg)) return failed(problem('schweigefrist-is-unknown'))
  const fristende = fristendeAt(beleg, verlaufOf(chronik), newestFolgenummer(chronik))
  return success({ beleg, fristende })
}

/** The answer as a pure function of the log. Problems: as `answerSchweigefrist`. */
function rueckmelden(
  chronik: Chronik,
  auftrag: Omit<RueckmeldungAuftrag, 'von'>,
  heute: CalendarDay,
): Result<Rueckmeldung> {
  const { schweigefristId, ebene, gebietId, redaktionId, satz } = auftrag
  const found = findSchweigefrist(chronik, schweigefristId)
  if (!found.ok) return found
  const { beleg, fristende } = found.value
  if (heute > fristende) return failed(problem('schweigefrist-has-ended', undefined, { fristende }))
  const frist = beleg.wert.wert
  const gebiete = gebieteOn(chronik, newestPair(chronik, heute))
  const gebiet = gebiete.byId.get(gebietId)
  const fits =
    gebiet !== undefined &&
    layerFits(ebene, gebiet, gebiete) &&
    EBENEN.indexOf(ebene) > EBENEN.indexOf(frist.ebene) &&
    pathTo(gebiete, gebietId).some(({ id }) => id === frist.gebietId)
  const module = [...new Set(auftrag.module)]
  if (!fits || module.some((name) => !frist.module.includes(name)))
    return failed(problem('rueckmeldung-does-not-fit'))
  const id = `${schweigefristId}.${ebene}.${gebietId}`
  const { leistungId } = frist
  return success({ id, schweigefristId, leistungId, ebene, gebietId, module, redaktionId, satz })
}
