import { success, type Result } from '#core/ergebnis.ts'
import type { LeistungId } from '#core/fassung/fassung.ts'
import { isSchweigefrist, ersterTagAt } from '#core/fassung/schweigefrist.ts'
import { newestFolgenummer, objektKey, verlaufOf, type Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis } from '#core/log/ereignis.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { SchweigefristPorts } from '#commands/beginSchweigefrist.ts'

/** Whose period of silence ends without effect, and why. */
export type RuecknahmeAuftrag = {
  readonly abstimmungId: string
  readonly leistungIds: readonly LeistungId[]
  readonly grund: string
  readonly von: string
}

/**
 * Takes back the Schweigefrist of an Abstimmung that is broken off: one entry, after which silence ends nothing any more. One
 * that has taken effect ends today; what was shown until then stays. Null where there is none. Problem:
 * `release-was-concurrent`.
 */
export async function withdrawSchweigefristen(
  ports: SchweigefristPorts,
  { abstimmungId, leistungIds, grund, von }: RuecknahmeAuftrag,
): Promise<Result<Ereignis | null>> {
  const { zeitpunkt, heute } = ports.clock()
  const aussagen = ruecknahmen(await ports.chronik(), abstimmungId, leistungIds, heute)
  if (aussagen.length === 0) return success(null)
  const ereignis = await ports.append({
    zeitpunkt,
    art: 'objekt',
    von,
    grund,
    schluessel: `schweigefrist-ende|${abstimmungId}`,
    aussagen,
  })
  if (ereignis.ok) await ports.project(ereignis.value)
  return ereignis
}

/** The same periods without any module: a later state takes back the one that was still to come. */
function ruecknahmen(
  chronik: Chronik,
  abstimmungId: string,
  leistungIds: readonly LeistungId[],
  heute: CalendarDay,
): readonly Aussage[] {
  return [...new Set(leistungIds)].flatMap((leistungId): readonly Aussage[] => {
    const key = objektKey({ art: 'schweigefrist', id: `${abstimmungId}.${leistungId}` })
    const beleg = chronik.objekte.get(key)?.at(-1)
    if (!beleg || !isSchweigefrist(beleg)) return []
    const ab = ersterTagAt(beleg, verlaufOf(chronik), newestFolgenummer(chronik))
    const { wert, id, beginn } = beleg.wert
    const kopf = {
      id,
      beginn: ab !== null && ab < heute ? festerTag(heute) : beginn,
      ende: null,
      gespeichertAm: heute,
    }
    const objekt = { ...kopf, art: 'schweigefrist', wert: { ...wert, module: [] } } as const
    return [{ klasse: 'objekt', objekt, pult: null }]
  })
}
