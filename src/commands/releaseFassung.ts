import { failed, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { isKurzerWeg } from '#core/ablauf/ablauf.ts'
import { checkFreigabeschritt } from '#core/ablauf/freigabeschritt.ts'
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
import type { FassungInhalt } from '#core/fassung/module.ts'
import { quelleOf } from '#core/fassung/sprachfassung.ts'
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
import type {
  LoadPulttext,
  ProjectEreignis,
  PultOfEntwurf,
  Pulttext,
  PulttextImAblauf,
} from '#ports/pult.ts'

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
  /** Without a second person, or without Abstimmung and Fachfreigabe; needs a reason. */
  readonly eilfall?: boolean
}

/** Which draft corrects a released text from when on, and the two people who say so. */
export type CorrectAuftrag = VierAugen & { readonly id: string; readonly umfang: Umfang }

/** What correcting needs beside releasing. */
export type CorrectPorts = ReleasePorts & { readonly pultOfEntwurf: PultOfEntwurf }

/**
 * Releases one text: checks that it is its turn and by whom (`checkFreigabeschritt`), checks the words and stores them, appends one
 * entry, brings the documents up to it. Problems: those of `checkFreigabeschritt`, of `freigeben`, `variant-precedes-source`, `second-person-is-missing` (a correction of what somebody may have read already, see
 * `correctFassung`), `release-was-concurrent`; then nothing has changed.
 */
export async function releaseFassung(
  ports: ReleasePorts,
  auftrag: ReleaseAuftrag,
): Promise<Result<Ereignis>> {
  const text = await ports.loadPulttext(auftrag.id)
  if (!text.ok) return text
  const checked = checkFreigabeschritt({
    ablauf: text.value.ablauf,
    kurzerWeg: goesShortWay(text.value),
    von: auftrag.von,
    eilfall: auftrag.eilfall === true,
    grund: auftrag.grund,
  })
  if (!checked.ok) return checked
  const ereignis =
    text.value.art === 'fassung'
      ? await releaseText(ports, auftrag, text.value)
      : await releaseVariante(ports, auftrag, text.value)
  if (ereignis.ok) await ports.project(ereignis.value)
  return ereignis
}

async function releaseText(
  ports: ReleasePorts,
  { von, grund, eilfall }: ReleaseAuftrag,
  { entwurf, pult }: Extract<Pulttext, { art: 'fassung' }>,
): Promise<Result<Ereignis>> {
  const { heute } = ports.clock()
  const chronik = await ports.chronik()
  if (needsSecondPerson(entwurf, chronik, heute)) return failed(problem('second-person-is-missing'))
  const art = resumes(entwurf, chronik) ? 'wiederaufnahme' : 'freigabe'
  return appendFassung(ports, { entwurf, pult }, { art, von, grund, ...mark(eilfall) })
}

/** Whether the text goes from draft straight to release (`isKurzerWeg`). */
function goesShortWay(text: PulttextImAblauf): boolean {
  const { aenderungsart } = text.ablauf
  return text.art === 'variante'
    ? isKurzerWeg({ ebene: 'land', sprache: text.sprache, aenderungsart })
    : isKurzerWeg({ ebene: text.entwurf.ebene, sprache: 'de', aenderungsart })
}

function mark(eilfall: boolean | undefined): { readonly eilfall?: true } {
  return eilfall ? { eilfall: true } : {}
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
  if (text.value.ablauf.embargo) return failed(problem('text-is-under-embargo'))
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
  readonly eilfall?: true
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
  { von, grund, eilfall }: ReleaseAuftrag,
  {
    id,
    fassungId,
    sprache,
    module,
    maschinell,
    vorlage,
    pult,
  }: Extract<Pulttext, { art: 'variante' }>,
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
  const german = (await ports.getInhalte([source.wert.inhalt])).get(
    source.wert.inhalt,
  ) as FassungInhalt
  const quelle = quelleOf(german, { module, vorlage: vorlage ?? null }, ports.hash)
  const [inhalt, pultHash] = await ports.putInhalte([{ module, quelle, maschinell }, pult])
  return ports.append({
    zeitpunkt: ports.clock().zeitpunkt,
    art: 'freigabe',
    von,
    grund,
    ...mark(eilfall),
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
