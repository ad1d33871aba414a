import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import { planLieferung } from '#core/lieferung/lieferung.ts'
import { unexplainedLosses } from '#core/lieferung/schwund.ts'
import type { Folgenummer } from '#core/fassung/fassung.ts'
import { newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import { snapshotOn, type Zeitpaar } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type {
  AktuelleLieferung,
  Anlieferung,
  Dateikopf,
  Lieferexporter,
  Lieferinhalt,
  Lieferort,
  Lieferzahlen,
  Manifest,
} from '#ports/lieferung.ts'
import type { Clock, CurrentChronik, HashInhalt } from '#ports/log.ts'

/** What the command needs from the house. */
export type ExportPorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly hash: HashInhalt
  readonly exporter: Lieferexporter
}

/** One run for one target. */
export type ExportAuftrag = {
  readonly ort: Lieferort
  /** Null: today. */
  readonly stichtag: CalendarDay | null
  /** Null: all that is known. */
  readonly kenntnisstand: Folgenummer | null
  /** Throws when the run may no longer switch: asked between documents and right before the switch. */
  readonly mayGoOn: () => Promise<void>
  /** A person looked at an `export-shrank` and lets the delivery go. */
  readonly acceptsLoss: boolean
}

/** What became of a delivery. */
export type Lieferbericht = Lieferzahlen & { readonly ergebnis: 'geliefert' | 'unveraendert' }

/**
 * Delivers what holds on the Stichtag, as known at the Kenntnisstand. Problems: `export-is-empty`, `export-is-invalid`,
 * `export-shrank`, `target-is-not-writable`; then receivers still get the delivery before. Nothing is rewritten when they
 * have the same bytes already.
 */
export async function runExport(
  ports: ExportPorts,
  auftrag: ExportAuftrag,
): Promise<Result<Lieferbericht>> {
  const { zeitpunkt, heute } = ports.clock()
  const chronik = await ports.chronik()
  const inhalt = inhaltOn(chronik, {
    stichtag: auftrag.stichtag ?? heute,
    kenntnisstand: auftrag.kenntnisstand ?? newestFolgenummer(chronik),
  })
  if (isEmpty(inhalt)) return failed(problem('export-is-empty'))
  const current = await auftrag.ort.current()
  if (!current.ok) return current
  const anlieferung = await auftrag.ort.begin(inhalt)
  if (!anlieferung.ok) return anlieferung
  try {
    const written = await writeChecked(ports.exporter, inhalt, anlieferung.value, auftrag)
    if (!written.ok) return written
    const { dateien, bytes } = written.value
    const manifest = ports.exporter.describe(inhalt, dateien)
    const loss = auftrag.acceptsLoss ? null : unexplained(current.value, manifest, chronik)
    if (loss) return failed(loss)
    const sha256 = ports.hash(dateien.map(({ name, sha256: own }) => ({ name, sha256: own })))
    const switched = await switchOver(auftrag, anlieferung.value, current.value, manifest, sha256)
    if (!switched.ok) return switched
    return success({
      ...switched.value,
      stichtag: inhalt.stichtag,
      kenntnisstand: inhalt.kenntnisstand,
      sha256,
      bytes,
      objekte: sum(dateien.map(({ objekte }) => objekte)),
      dokumente: dateien.filter(({ objekte }) => objekte > 0).length,
      dauerMs: Date.parse(ports.clock().zeitpunkt) - Date.parse(zeitpunkt),
    })
  } finally {
    await anlieferung.value.discard()
  }
}

/** What a full delivery of the pair holds. */
function inhaltOn(chronik: Chronik, paar: Zeitpaar): Lieferinhalt {
  const uebersicht = uebersichtOf(snapshotOn(chronik, paar))
  return {
    ...paar,
    lieferung: planLieferung(uebersicht, chronik),
    gebiete: uebersicht.gebiete,
    zeitpunkt: chronik.zeitpunkte[paar.kenntnisstand - 1] ?? '',
  }
}

type Geschrieben = { readonly dateien: readonly Dateikopf[]; readonly bytes: number }

/** More findings nobody reads. */
const MOST_PROBLEMS = 50
const MOST_EXAMPLES = 20

/** Writes as long as all is well; after the first invalid document it only goes on looking for more. */
async function writeChecked(
  exporter: Lieferexporter,
  inhalt: Lieferinhalt,
  anlieferung: Anlieferung,
  { mayGoOn }: ExportAuftrag,
): Promise<Result<Geschrieben>> {
  const pruefer = exporter.createPruefer()
  const problems: Problem[] = []
  const dateien: Dateikopf[] = []
  let written = 0
  for await (const datei of exporter.build(inhalt)) {
    await mayGoOn()
    const { bytes, ...kopf } = datei
    if (datei.objekte > 0) problems.push(...(await pruefer.check(datei.name, bytes)))
    if (problems.length >= MOST_PROBLEMS) break
    dateien.push(kopf)
    written += bytes.byteLength
    const result = problems.length > 0 ? success(null) : await anlieferung.write(datei)
    if (!result.ok) return result
  }
  // References that lead nowhere mean nothing while documents are missing.
  if (problems.length === 0) problems.push(...pruefer.finish())
  if (problems.length > 0) return failed(...problems.slice(0, MOST_PROBLEMS))
  if (!dateien.some(({ objekte }) => objekte > 0)) return failed(problem('export-is-empty'))
  return success({ dateien, bytes: written })
}

function unexplained(
  current: AktuelleLieferung | null,
  manifest: Manifest,
  chronik: Chronik,
): Problem | null {
  if (!current) return null
  const losses = unexplainedLosses(bestandOf(current.manifest), bestandOf(manifest), chronik)
  if (losses.length === 0) return null
  const examples = losses.slice(0, MOST_EXAMPLES).map(({ klasse, id }) => `${klasse} ${id}`)
  return problem('export-shrank', undefined, {
    vorher: bestandOf(current.manifest).objekte.length,
    nachher: bestandOf(manifest).objekte.length,
    fehlend: losses.length,
    beispiele: examples.join(', '),
  })
}

function bestandOf(manifest: Manifest) {
  return { paar: manifest, objekte: manifest.dokumente.flatMap(({ eintraege }) => eintraege) }
}

async function switchOver(
  { mayGoOn }: ExportAuftrag,
  anlieferung: Anlieferung,
  current: AktuelleLieferung | null,
  manifest: Manifest,
  sha256: string,
): Promise<Result<Pick<Lieferbericht, 'ergebnis' | 'ordner'>>> {
  if (current?.isComplete && current.sha256 === sha256) {
    return success({ ergebnis: 'unveraendert', ordner: current.ordner })
  }
  await mayGoOn()
  const published = await anlieferung.publish(manifest, sha256)
  return published.ok ? success({ ergebnis: 'geliefert', ...published.value }) : published
}

function isEmpty({ lieferung }: Lieferinhalt): boolean {
  const { leistungen, organisationseinheiten, onlinedienste } = lieferung
  return leistungen.length + organisationseinheiten.length + onlinedienste.length === 0
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
