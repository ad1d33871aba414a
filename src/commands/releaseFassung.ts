import { failed, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Entwurf, Inhaltshash } from '#core/fassung/fassung.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { freigeben } from '#core/fassung/freigeben.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { newestFolgenummer, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { pruefeInhalt } from '#core/pruefung/pruefeInhalt.ts'
import type {
  AppendEreignis,
  Clock,
  CurrentChronik,
  GetInhalte,
  HashInhalt,
  PutInhalte,
} from '#ports/log.ts'
import type { LoadPulttext, ProjectEreignis, Pulttext } from '#ports/pult.ts'

/** What the command needs from the house. */
export type ReleasePorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly loadPulttext: LoadPulttext
  readonly putInhalte: PutInhalte
  readonly getInhalte: GetInhalte
  readonly hash: HashInhalt
  readonly append: AppendEreignis
  readonly project: ProjectEreignis
}

/** Which text, and who releases it. */
export type ReleaseAuftrag = {
  readonly id: string
  readonly von: string
  readonly grund: string | null
}

/**
 * Releases one text: checks it, stores its words, appends one entry, brings the documents up to it. Problems: those of
 * `freigeben`, `variant-precedes-source`, `release-was-concurrent`; then nothing has changed.
 */
export async function releaseFassung(
  ports: ReleasePorts,
  auftrag: ReleaseAuftrag,
): Promise<Result<Ereignis>> {
  const text = await ports.loadPulttext(auftrag.id)
  if (!text.ok) return text
  const ereignis =
    text.value.art === 'fassung'
      ? await releaseText(ports, auftrag, text.value)
      : await releaseVariante(ports, auftrag, text.value)
  if (ereignis.ok) await ports.project(ereignis.value)
  return ereignis
}

async function releaseText(
  ports: ReleasePorts,
  { von, grund }: ReleaseAuftrag,
  { entwurf, pult }: Extract<Pulttext, { art: 'fassung' }>,
): Promise<Result<Ereignis>> {
  const { zeitpunkt, heute } = ports.clock()
  const chronik = await ports.chronik()
  const gebiete = gebieteOn(chronik, newestPair(chronik, firstDay(entwurf, chronik, heute)))
  const freigabe = freigeben(entwurf, chronik, gebiete, grund)
  if (!freigabe.ok) return freigabe
  const [inhalt, pultHash] = await ports.putInhalte([entwurf.inhalt, pult])
  const fassung = { ...freigabe.value.kopf, inhalt: inhalt as Inhaltshash }
  return ports.append({
    zeitpunkt,
    art: 'freigabe',
    von,
    grund,
    schluessel: `freigabe|${entwurf.id}`,
    aussagen: [{ klasse: 'fassung', fassung, pult: pultHash as Inhaltshash }],
  })
}

async function releaseVariante(
  ports: ReleasePorts,
  { von, grund }: ReleaseAuftrag,
  { id, fassungId, sprache, module, maschinell, pult }: Extract<Pulttext, { art: 'variante' }>,
): Promise<Result<Ereignis>> {
  const chronik = await ports.chronik()
  const source = chronik.fassungen.get(fassungId)
  if (!source) return failed(problem('variant-precedes-source'))
  const befunde = pruefeInhalt({ inhalt: module, ebene: 'gemeinde' }).filter(
    ({ schwere }) => schwere === 'fehler',
  )
  if (befunde.length > 0) {
    return failed(
      ...befunde.map(({ code, angaben }) =>
        problem(code, `Modul ${String(angaben['modul'])}`, angaben),
      ),
    )
  }
  const quelle = hashModules(
    ports,
    (await ports.getInhalte([source.wert.inhalt])).get(source.wert.inhalt) as FassungInhalt,
  )
  const [inhalt, pultHash] = await ports.putInhalte([{ module, quelle, maschinell }, pult])
  return ports.append({
    zeitpunkt: ports.clock().zeitpunkt,
    art: 'freigabe',
    von,
    grund,
    schluessel: `freigabe|${id}`,
    aussagen: [
      {
        klasse: 'variante',
        variante: { id, fassungId, sprache, inhalt: inhalt as Inhaltshash },
        pult: pultHash as Inhaltshash,
      },
    ],
  })
}

/** The day whose areas count: a text may be released before its Gebiet begins (zeit.md, rule 13). */
function firstDay({ beginn }: Entwurf, chronik: Chronik, heute: CalendarDay): CalendarDay {
  const ab = effectiveDay(beginn, zeitgrenzenAt(chronik, newestFolgenummer(chronik)))
  return ab !== null && ab > heute ? ab : heute
}

/** The hash of each German module, so that a later correction shows which modules of the variant are stale. */
function hashModules(
  { hash }: Pick<ReleasePorts, 'hash'>,
  inhalt: FassungInhalt,
): Record<string, Inhaltshash> {
  const names = Object.keys(inhalt) as Modulname[]
  return Object.fromEntries(names.map((name) => [name, hash(inhalt[name])]))
}
