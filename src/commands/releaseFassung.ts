import { failed, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Entwurf, Inhaltshash } from '#core/fassung/fassung.ts'
import { checkVierAugen, type VierAugen } from '#core/rechtsnorm/verlegen.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import {
  asBerichtigung,
  needsSecondPerson,
  resumes,
  type Umfang,
} from '#core/fassung/berichtigen.ts'
import { freigeben } from '#core/fassung/freigeben.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import type { Ereignis, Ereignisart } from '#core/log/ereignis.ts'
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
import type { LoadPulttext, ProjectEreignis, PultOfEntwurf, Pulttext } from '#ports/pult.ts'

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

/** Which draft corrects a released text from when on, and the two people who say so. */
export type CorrectAuftrag = VierAugen & { readonly id: string; readonly umfang: Umfang }

/** What correcting needs beside releasing. */
export type CorrectPorts = ReleasePorts & { readonly pultOfEntwurf: PultOfEntwurf }

/**
 * Releases one text: checks it, stores its words, appends one entry, brings the documents up to it. Problems: those of
 * `freigeben`, `variant-precedes-source`, `second-person-is-missing` (a correction of what somebody may have read already, see
 * `correctFassung`), `release-was-concurrent`; then nothing has changed.
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
  const { heute } = ports.clock()
  const chronik = await ports.chronik()
  if (needsSecondPerson(entwurf, chronik, heute)) return failed(problem('second-person-is-missing'))
  const art = resumes(entwurf, chronik) ? 'wiederaufnahme' : 'freigabe'
  return appendFassung(ports, { entwurf, pult }, { art, von, grund })
}

/**
 * Berichtigen: a draft corrects a released text, from today on or back to its first day, with a reason and a second person
 * (zeit.md, rule 4). Problems: those of `releaseFassung`, of `checkVierAugen` and of `asBerichtigung`.
 */
export async function correctFassung(
  ports: CorrectPorts,
  { id, umfang, ...augen }: CorrectAuftrag,
): Promise<Result<Ereignis>> {
  const checked = checkVierAugen(augen)
  if (!checked.ok) return checked
  const text = await ports.loadPulttext(id)
  if (!text.ok) return text
  if (text.value.art !== 'fassung') return failed(problem('fassung-is-not-released', 'Berichtigt'))
  const { pult } = text.value
  const { heute } = ports.clock()
  const entwurf = asBerichtigung(text.value.entwurf, umfang, await ports.chronik(), heute)
  if (!entwurf.ok) return entwurf
  const corrected = { entwurf: entwurf.value, pult: ports.pultOfEntwurf(entwurf.value, pult) }
  const ereignis = await appendFassung(ports, corrected, { art: 'berichtigung', ...augen })
  if (ereignis.ok) await ports.project(ereignis.value)
  return ereignis
}

type Akt = {
  readonly art: Ereignisart
  readonly von: string
  readonly bestaetigtVon?: string
  readonly grund: string | null
}

async function appendFassung(
  ports: ReleasePorts,
  { entwurf, pult }: { readonly entwurf: Entwurf; readonly pult: unknown },
  akt: Akt,
): Promise<Result<Ereignis>> {
  const { zeitpunkt, heute } = ports.clock()
  const chronik = await ports.chronik()
  const gebiete = gebieteOn(chronik, newestPair(chronik, firstDay(entwurf, chronik, heute)))
  const freigabe = freigeben(entwurf, chronik, gebiete, akt.grund)
  if (!freigabe.ok) return freigabe
  const [inhalt, pultHash] = await ports.putInhalte([entwurf.inhalt, pult])
  const fassung = { ...freigabe.value.kopf, inhalt: inhalt as Inhaltshash }
  return ports.append({
    ...akt,
    zeitpunkt,
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
