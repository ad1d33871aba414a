import type { Result } from '#core/ergebnis.ts'
import type { Inhaltshash } from '#core/fassung/fassung.ts'
import type { Ereignis, Objektart, Objektwert } from '#core/log/ereignis.ts'
import { beginnOnSave } from '#core/log/objekt.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { AppendEreignis, Clock, CurrentChronik, PutInhalte } from '#ports/log.ts'

/** What the command needs from the house. */
export type SavePorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly putInhalte: PutInhalte
  readonly append: AppendEreignis
}

/** An object as an editor saved it. `beginn` null: from today on. */
export type SaveObjektAuftrag = {
  readonly art: Objektart
  readonly id: string
  readonly wert: unknown
  readonly beginn: Anker | null
  readonly ende: Anker | null
  /** The document as the desk saved it, so that it can be rebuilt from the log. */
  readonly pult: unknown
  readonly von: string
}

/** Makes a saved office, Zustaendigkeit, area … public from its day on: one entry. */
export async function saveObjekt(
  ports: SavePorts,
  auftrag: SaveObjektAuftrag,
): Promise<Result<Ereignis>> {
  const { art, id, ende, von } = auftrag
  const { zeitpunkt, heute } = ports.clock()
  const beginn = beginnOnSave(auftrag, await ports.chronik(), heute)
  const [inhalt, pult] = await ports.putInhalte([auftrag.wert, auftrag.pult])
  const objektwert = asObjektwert(art, auftrag.wert, inhalt as Inhaltshash)
  const objekt = { id, beginn, ende, gespeichertAm: heute, ...objektwert }
  return ports.append({
    zeitpunkt,
    art: 'objekt',
    von,
    grund: null,
    schluessel: null,
    aussagen: [{ klasse: 'objekt', objekt, pult: pult as Inhaltshash }],
  })
}

/** Small values lie in the entry, longer ones in the content table. */
export function asObjektwert(art: Objektart, wert: unknown, inhalt: Inhaltshash): Objektwert {
  return (INLINE[art] ? { art, wert } : { art, inhalt }) as Objektwert
}

/** Which kinds of value lie in the entry itself. */
const INLINE: Readonly<Record<Objektart, boolean>> = {
  gebiet: true,
  leistung: true,
  zustaendigkeit: true,
  modulsperre: true,
  schweigefrist: true,
  rueckmeldung: true,
  angebot: true,
  organisationseinheit: false,
  onlinedienst: false,
  formular: false,
  rechtsnorm: false,
}
