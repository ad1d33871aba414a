import {
  angebotsaufgabe,
  angebotszeilen,
  fortschrittOf,
  type Angebotsfortschritt,
} from '#core/aufgaben/angebotsstand.ts'
import {
  abstimmungsaufgaben,
  antragsaufgabe,
  befundaufgabe,
  eilfallaufgabe,
  elternaufgabe,
  ueberpruefungsaufgabe,
} from '#core/aufgaben/anlassaufgaben.ts'
import { orderAufgaben, type Aufgabe } from '#core/aufgaben/aufgabe.ts'
import {
  bedrohungenOf,
  inhalteOfBedrohungen,
  schweigeaufgaben,
} from '#core/aufgaben/schweigeaufgaben.ts'
import { solltagOf, textaufgabe, type Pultstand } from '#core/aufgaben/textaufgaben.ts'
import { ueberpruefungFaellig } from '#core/ablauf/ueberpruefung.ts'
import type { FassungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { Modulname } from '#core/fassung/module.ts'
import { abschnittOn } from '#core/fassung/reihe.ts'
import { isUnveroeffentlicht } from '#core/ablauf/ablauf.ts'
import { newestFolgenummer, reiheKey, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { gebieteOn, newestPair, reiheAt } from '#core/log/snapshot.ts'
import { uebersichtOn } from '#core/log/uebersichtOn.ts'
import { dayInBerlin } from '#core/zeit/berlin.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Aufgabenpult, Aufgabenredaktion, Pultzeile } from '#ports/aufgaben.ts'
import {
  readElternhinweise,
  type Elternhinweis,
  type ElternPorts,
} from '#commands/readElternhinweise.ts'

/** What the reader needs from the house, beside the desk as the account sees it. */
export type AufgabenPorts = ElternPorts & { readonly pult: Aufgabenpult }

/** Whose tasks: those of these teams, or of all that the account may see. */
export type Aufgabenfrage = { readonly redaktionIds: readonly RedaktionId[] | 'alle' }

/** The tasks of an account, and the names in them. */
export type Aufgabenliste = {
  readonly heute: CalendarDay
  /** Overdue first, no day last. */
  readonly aufgaben: readonly Aufgabe[]
  /** Names of the teams, by id. */
  readonly redaktionen: ReadonlyMap<RedaktionId, string>
}

/**
 * What an account has to do (`docs/glossar.md`: Aufgabe), by the day by which it must be done. Derived from the log and the desk
 * each time; nothing of it is stored. The cost follows the drafts, the own texts and what has changed, not the stock.
 */
export async function readAufgaben(
  ports: AufgabenPorts,
  { redaktionIds }: Aufgabenfrage,
): Promise<Aufgabenliste> {
  const { pult } = ports
  const chronik = await ports.chronik()
  const { heute } = ports.clock()
  const redaktionen = await pult.redaktionen()
  const wanted = redaktionIds === 'alle' ? null : redaktionIds
  const named = redaktionIds === 'alle' ? redaktionen.map(({ id }) => id) : redaktionIds
  const lage = { ports, chronik, heute, wanted, named, redaktionen }
  const aufgaben = [
    ...(await textaufgaben(lage)),
    ...(await pult.antraege(wanted)).map(antragsaufgabe),
    ...(await pult.eilfaelle(wanted)).map(eilfallaufgabe),
    ...(await abstimmungen(lage)),
    ...(await fuerSchreibende(lage)),
  ]
  return {
    heute,
    aufgaben: orderAufgaben(aufgaben),
    redaktionen: new Map(redaktionen.map(({ id, name }) => [id, name])),
  }
}

type Lage = {
  readonly ports: AufgabenPorts
  readonly chronik: Chronik
  readonly heute: CalendarDay
  readonly wanted: readonly RedaktionId[] | null
  readonly named: readonly RedaktionId[]
  readonly redaktionen: readonly Aufgabenredaktion[]
}

async function textaufgaben(lage: Lage): Promise<readonly Aufgabe[]> {
  const { ports, chronik, heute, wanted } = lage
  const { befunde, kopien } = await ports.pult.befunde(wanted)
  const texte = await ports.pult.texte(wanted)
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const staende = texte
    // The log decides: the document of a text just released may still be catching up.
    .filter(({ id, zustand }) => isUnveroeffentlicht(zustand) && !chronik.fassungen.has(id))
    .map((zeile): Pultstand => ({
      ...zeile,
      ab: zeile.variantVon === null ? solltagOf(zeile.beginn, lookup) : null,
      deutschSeit: deutschSeit(chronik, zeile),
      istKopie: kopien.has(zeile.id),
    }))
  return [
    ...befunde.map(befundaufgabe),
    ...staende.flatMap((stand) => textaufgabe(stand, ports.pult.konto, heute) ?? []),
  ]
}

/** Since when readers have had the German text of a variant: its first day, or that of its release. */
function deutschSeit(chronik: Chronik, { variantVon }: Pultzeile): CalendarDay | null {
  const released = variantVon === null ? undefined : chronik.fassungen.get(variantVon)
  if (!released) return null
  const { abschnitte } = reiheAt(chronik, reiheKey(released.wert), newestFolgenummer(chronik))
  return abschnitte.find(({ beleg }) => beleg.wert.id === variantVon)?.ab ?? null
}

async function abstimmungen({ ports, heute, named }: Lage): Promise<readonly Aufgabe[]> {
  const own = new Set(named)
  return (await ports.pult.abstimmungen()).flatMap((anlass) =>
    abstimmungsaufgaben(
      { ...anlass, offeneStimmen: anlass.offeneStimmen.filter((id) => own.has(id)) },
      named,
      heute,
    ),
  )
}

/** What whoever writes texts of these teams has to do with what has been released. */
async function fuerSchreibende(lage: Lage): Promise<readonly Aufgabe[]> {
  const { ports, named } = lage
  const { rolle } = ports.pult.konto
  if (rolle !== 'administration' && rolle !== 'landesredaktion' && rolle !== 'kommunalredaktion')
    return []
  if (named.length === 0) return []
  return [
    ...(named.length > REDAKTIONEN_AT_MOST ? [] : await elternaufgaben(lage)),
    ...(await schweigefristen(lage)),
    ...(await ueberpruefungen(lage)),
    ...angebote(lage),
  ]
}

async function elternaufgaben(lage: Lage): Promise<readonly Aufgabe[]> {
  const { ports } = lage
  const hinweise = await elternhinweise(lage)
  const byText = new Map<FassungId, Elternhinweis[]>()
  for (const hinweis of hinweise)
    byText.set(hinweis.fassungId, [...(byText.get(hinweis.fassungId) ?? []), hinweis])
  const titel = await ports.pult.titel([...byText.keys()])
  return [...byText].flatMap(([fassungId, each]): readonly Aufgabe[] => {
    const [first] = each
    const name = titel.get(fassungId)
    // What the account may not see (a draft under Embargo) is no task of its own.
    if (!first || name === undefined) return []
    const module: readonly Modulname[] = each.map(({ modul }) => modul)
    const { redaktionId, ab } = first
    return [elternaufgabe({ fassungId, titel: name, redaktionId, module, ab })]
  })
}

/** Comparing words is dear: once for each state of the log, the day, the drafts and the decisions. */
async function elternhinweise({
  ports,
  chronik,
  heute,
  named,
}: Lage): Promise<readonly Elternhinweis[]> {
  const teams = [...named].sort()
  const key = teams.join('|')
  const desk = await ports.pult.elternstand(teams)
  const stand = [heute, newestFolgenummer(chronik), desk].join('|')
  const known = verglichen.get(chronik) ?? new Map<string, Vergleich>()
  verglichen.set(chronik, known)
  const found = known.get(key)
  if (found?.stand === stand) return found.hinweise
  const hinweise = readElternhinweise(ports, { redaktionIds: teams })
  known.set(key, { stand, hinweise })
  // A failure is no answer to keep.
  hinweise.catch(() => {
    if (known.get(key)?.hinweise === hinweise) known.delete(key)
  })
  return hinweise
}

type Vergleich = {
  readonly stand: string
  readonly hinweise: Promise<readonly Elternhinweis[]>
}

const verglichen = new WeakMap<Chronik, Map<string, Vergleich>>()

async function schweigefristen({
  ports,
  chronik,
  heute,
  named,
}: Lage): Promise<readonly Aufgabe[]> {
  if (chronik.schweigefristen.size === 0) return []
  const gebiete = gebieteOn(chronik, newestPair(chronik, heute))
  const bedrohungen = bedrohungenOf(chronik, gebiete, new Set(named), heute)
  const inhalte = await ports.getInhalte(inhalteOfBedrohungen(bedrohungen))
  const titel = await ports.pult.titel(bedrohungen.map(({ fassung }) => fassung.id))
  return schweigeaufgaben(bedrohungen, inhalte, ({ id }) => titel.get(id) ?? OHNE_TITEL)
}

async function ueberpruefungen({
  ports,
  chronik,
  heute,
  named,
  redaktionen,
}: Lage): Promise<readonly Aufgabe[]> {
  const own = new Set(named)
  const turnus = new Map(redaktionen.map(({ id, pruefturnusMonate }) => [id, pruefturnusMonate]))
  const zuletzt = await ports.pult.ueberprueft(named)
  const faellig: { fassungId: FassungId; redaktionId: RedaktionId; faelligAm: CalendarDay }[] = []
  for (const [key, belege] of chronik.reihen) {
    if (!belege.some(({ wert }) => own.has(wert.redaktionId))) continue
    const held = abschnittOn(reiheAt(chronik, key, newestFolgenummer(chronik)), heute)
    if (!held || !own.has(held.beleg.wert.redaktionId)) continue
    const { id, redaktionId } = held.beleg.wert
    const faelligAm = ueberpruefungFaellig({
      freigegebenAm: dayInBerlin(chronik.zeitpunkte[held.beleg.folgenummer - 1] ?? ''),
      zuletztAm: zuletzt.get(id) ?? null,
      turnusMonate: turnus.get(redaktionId) ?? 0,
    })
    if (faelligAm <= heute) faellig.push({ fassungId: id, redaktionId, faelligAm })
  }
  const titel = await ports.pult.titel(faellig.map(({ fassungId }) => fassungId))
  return faellig.map((anlass) =>
    ueberpruefungsaufgabe({ ...anlass, titel: titel.get(anlass.fassungId) ?? OHNE_TITEL }),
  )
}

const OHNE_TITEL = 'Text einer Leistung'

/**
 * What each Kommune decides for itself (whether it takes over a parent's change, what it offers) is no work of an overseer who looks
 * at everybody, and would cost the whole stock.
 */
const REDAKTIONEN_AT_MOST = 5

function angebote({ chronik, heute, named, redaktionen }: Lage): readonly Aufgabe[] {
  const own = redaktionen.filter(({ id, istKommunal }) => istKommunal && named.includes(id))
  if (own.length > REDAKTIONEN_AT_MOST) return []
  const gebiete = gebieteOn(chronik, newestPair(chronik, heute))
  return own.flatMap(({ id: redaktionId, gebietIds }) =>
    gebietIds.flatMap((gebietId) => {
      const gebiet = gebiete.byId.get(gebietId)
      if (!gebiet) return []
      return angebotsaufgabe(gebiet, redaktionId, fortschritt(chronik, heute, gebietId)) ?? []
    }),
  )
}

/** The answers of an area, counted once for each state of the log and day. */
function fortschritt(chronik: Chronik, heute: CalendarDay, gebietId: string): Angebotsfortschritt {
  const stand = `${heute}|${newestFolgenummer(chronik)}`
  const known = counted.get(chronik)
  const counts = known?.stand === stand ? known.counts : new Map<string, Angebotsfortschritt>()
  if (known?.stand !== stand) counted.set(chronik, { stand, counts })
  const found = counts.get(gebietId)
  if (found) return found
  const uebersicht = uebersichtOn(chronik, newestPair(chronik, heute))
  const fresh = fortschrittOf(angebotszeilen(chronik, uebersicht, gebietId))
  counts.set(gebietId, fresh)
  return fresh
}

const counted = new WeakMap<
  Chronik,
  { readonly stand: string; readonly counts: Map<string, Angebotsfortschritt> }
>()
