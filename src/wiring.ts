import { createHash } from 'node:crypto'
import leistungSchema from '#exporters/json/schema/leistung.schema.json' with { type: 'json' }
import listeSchema from '#exporters/json/schema/liste.schema.json' with { type: 'json' }
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import type { Logger } from 'pino'
import { runExport, type ExportAuftrag, type Lieferbericht } from '#commands/runExport.ts'
import type { BefundPorts } from '#commands/decideBefund.ts'
import type { Vorschau } from '#commands/previewMove.ts'
import { pruefeZeitleisten } from '#commands/pruefeZeitleisten.ts'
import type { Result } from '#core/ergebnis.ts'
import type { Vorschaubericht } from '#core/log/vorschaubericht.ts'
import { satz } from '#core/errors/deutsch.ts'
import { createVerzeichnis } from '#delivery/verzeichnis.ts'
import { deliver, erstelltAt, manifestOf, type Lieferauftrag } from '#exporters/xzufi/delivery.ts'
import { loadProfil, officialSchema } from '#exporters/xzufi/schema.ts'
import { xzufiSettings } from '#exporters/xzufi/settings.ts'
import { createPruefer } from '#exporters/xzufi/validate.ts'
import { createNachtlauf, type Nachtlauf, type Nachtmeldung } from '#jobs/nachtlauf.ts'
import { createZeitplan, type Meldung, type Zeitplan } from '#jobs/zeitplan.ts'
import type { Lieferexporter, Lieferinhalt } from '#ports/lieferung.ts'
import { createLaeufe } from '#store/lieferungen.ts'
import type { ProtokollPorts } from '#ports/protokoll.ts'
import type { Fortschritt } from '#ports/pult.ts'
import type { JsonExporter } from '#ports/json.ts'
import {
  neededInhalte,
  presentLeistung,
  presentListe,
  type LeistungV1,
} from '#exporters/json/present.ts'
import type { OpenapiParts } from '#feed/openapi.ts'
import type { KalenderPorts } from '#feed/kalender.ts'
import { createLeistungenReader, type FeedPorts } from '#feed/readLeistungen.ts'
import type { ReadDelivery } from '#feed/lieferungen.ts'
import { createAnswerNachweis, type NachweisPorts } from '#feed/nachweis.ts'
import { provideAufgaben } from '#feed/readAufgaben.ts'
import { provideAbstimmung } from '#feed/readAbstimmung.ts'
import { createBefundReader } from '#feed/readBefunde.ts'
import { provideHaus } from '#feed/readHaus.ts'
import { provideNachweis } from '#feed/readNachweis.ts'
import { provideSprachlage } from '#feed/readSprachlage.ts'
import { provideVorschau } from '#feed/readVorschau.ts'
import { createPolledChronik } from '#feed/stand.ts'
import { createVorschau } from '#feed/vorschau.ts'
import { createAbstimmungReader, sendErinnerungen } from '#collections/abstimmungLesen.ts'
import { hasRolle } from '#collections/access.ts'
import { createReadAufgaben } from '#collections/aufgabenEndpoints.ts'
import { createReadSprachlage } from '#collections/sprachfassung.ts'
import { provideBefundquelle } from '#store/aufgaben.ts'
import { migrations } from '#src/migrations/sqlite/index.ts'
import { reportAuswirkung } from '#store/auswirkung.ts'
import { befundPorts, createNachtlaeufe } from '#store/befunde.ts'
import { findKonto } from '#store/konto.ts'
import { analyze } from '#store/database/analyze.ts'
import { migrateDatabase } from '#store/database/migrateDatabase.ts'
import { createFindKalender } from '#store/kalender.ts'
import { hashInhalt } from '#store/log.ts'
import { clockOf, storePorts, type StorePorts } from '#store/ports.ts'
import { createReadProtokoll } from '#store/nachweis.ts'
import { createOpenPult } from '#store/pultblick.ts'
import { protokollPorts } from '#store/protokollPruefung.ts'
import { catchUp, rebuild, type Projektionszahlen } from '#store/projections.ts'
import { sendBenachrichtigungen, type Versandbericht } from '#store/versand.ts'
import type { Environment } from '#src/environment.ts'
import { BENUTZER, DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { needsDemo, seedDemo } from '#seed/run.ts'

/** Everything that a process of ours works with. */
export type House = {
  readonly config: Promise<SanitizedConfig>
  readonly payload: Payload
  readonly ports: StorePorts
  readonly feed: FeedPorts & KalenderPorts & NachweisPorts
  readonly readDelivery: ReadDelivery
  readonly openapi: OpenapiParts
  /** The schedule of deliveries; every call makes one of its own. */
  readonly createZeitplan: (logger: Logger) => Promise<Zeitplan>
  /** The nightly check of the timelines; every call makes one of its own. */
  readonly createNachtlauf: (logger: Logger) => Nachtlauf
  /** What the check of the timelines and the decisions about its findings need. */
  readonly pruefung: BefundPorts
  /** What the check of the audit needs. */
  readonly protokoll: ProtokollPorts
  /** Delivers to every target that never got anything, so that a new demo has something to show. */
  readonly deliverFirst: (zeitplan: Zeitplan) => Promise<void>
  /** One delivery by hand, also of another day; a loss is the caller's own decision. */
  readonly exportXzufi: (
    auftrag: Pick<ExportAuftrag, 'ort' | 'stichtag' | 'kenntnisstand'>,
  ) => Promise<Result<Lieferbericht>>
  /** The id of the account with this address; null where there is none. */
  readonly findKonto: (email: string) => Promise<string | null>
  /** Says for people what an act would do. */
  readonly reportVorschau: (vorschau: Vorschau) => Promise<Vorschaubericht>
  readonly isReady: () => Promise<boolean>
  /** Brings all projections of the log up to its newest entry. */
  readonly catchUp: (fortschritt?: Fortschritt) => Promise<Projektionszahlen>
  /** Makes all projections anew from the log. */
  readonly rebuild: (fortschritt?: Fortschritt) => Promise<Projektionszahlen>
  /** Sends by e-mail what has not been sent yet; null where no mail server is configured. */
  readonly sendBenachrichtigungen: ((mayGoOn: () => boolean) => Promise<Versandbericht>) | null
  /** Renews the database's statistics, without which lists grow slow. */
  readonly analyze: () => Promise<void>
  readonly close: () => Promise<void>
}

/** How to get into the demo. */
export const DEMO_ZUGANG = {
  passwort: DEMO_PASSWORT,
  konten: BENUTZER.map(({ email, name, rolle }) => `${email} (${name}, ${rolle})`),
}

/** Opens the database and puts the rooms together. The environment must hold DATABASE_URI and PAYLOAD_SECRET by now. */
export async function openHouse(environment: Environment): Promise<House> {
  const { default: config } = await import('#src/payload.config.ts')
  const payload = await getPayload({ config, disableOnInit: true })
  const ports = storePorts(payload)
  const verzeichnisse = createVerzeichnis({ daten: environment.daten })
  const laeufe = createLaeufe(payload)
  provideHaus(async () => ({ chronik: await ports.chronik(), heute: ports.clock().heute }))
  const feed = feedPorts(payload, ports)
  provideVorschau(
    createVorschau({
      ...ports,
      leistungen: createLeistungenReader(feed),
      chronik: feed.chronik,
      openPult: createOpenPult(payload),
    }),
  )
  const pruefung = befundPorts(payload)
  provideBefundquelle(payload, createBefundReader(pruefung))
  provideAufgaben(createReadAufgaben(payload))
  provideSprachlage(createReadSprachlage(payload))
  provideAbstimmung(createAbstimmungReader(payload))
  const readProtokoll = createReadProtokoll(payload)
  provideNachweis(createAnswerNachweis({ ...feed, chronik: ports.chronik, readProtokoll }))
  return {
    config,
    payload,
    ports,
    feed: {
      ...feed,
      readProtokoll,
      findKalender: createFindKalender(payload),
      basisUrl: environment.basisUrl,
    },
    readDelivery: verzeichnisse.readDelivery,
    openapi: {
      basisUrl: environment.basisUrl,
      schemas: { leistung: leistungSchema, liste: listeSchema },
    },
    createZeitplan: async (logger) =>
      createZeitplan({
        ...ports,
        exporter: await xzufiExporter(environment, ports),
        laeufe,
        openLieferort: verzeichnisse.open,
        report: (meldung) => {
          reportDelivery(logger, meldung)
        },
      }),
    createNachtlauf: (logger) =>
      createNachtlauf({
        clock: ports.clock,
        nachtlaeufe: createNachtlaeufe(payload),
        pruefe: async () => {
          const { heute, zeitpunkt } = ports.clock()
          // First: people wait for them, and they are quick.
          await sendErinnerungen(payload)
          const befunde = await pruefeZeitleisten(pruefung, { heute, mitWorten: true })
          return pruefung.befunde.save(befunde, zeitpunkt)
        },
        report: (meldung) => {
          reportNight(logger, meldung)
        },
      }),
    pruefung,
    protokoll: protokollPorts(payload),
    deliverFirst: async (zeitplan) => {
      for (const { id } of await laeufe.activeZiele()) {
        if ((await laeufe.newest(id)) === null) await zeitplan.runNow(id)
      }
    },
    exportXzufi: async (auftrag) =>
      runExport(
        { ...storePorts(payload), exporter: await xzufiExporter(environment, ports) },
        { ...auftrag, mayGoOn: () => Promise.resolve(), acceptsLoss: true },
      ),
    findKonto: (email) => findKonto(payload, email),
    reportVorschau: (vorschau) => reportAuswirkung(payload, vorschau.chronik, vorschau),
    isReady: async () =>
      (await payload.db.find({ collection: 'ereignisse', limit: 1, pagination: false })).docs
        .length >= 0,
    catchUp: (fortschritt) => catchUp(payload, fortschritt),
    rebuild: (fortschritt) => rebuild(payload, fortschritt),
    sendBenachrichtigungen:
      environment.smtpUrl === null
        ? null
        : (mayGoOn) => sendBenachrichtigungen(payload, { basisUrl: environment.basisUrl, mayGoOn }),
    analyze: () => analyze(payload),
    close: () => payload.destroy(),
  }
}

/** Migrates, seeds an empty database with the demo, and brings the projections up to the log. */
export async function prepareDatabase(
  { payload, catchUp: follow }: House,
  { demo }: Pick<Environment, 'demo'>,
  fortschritt: Fortschritt,
): Promise<{ readonly hasSeeded: boolean }> {
  await migrateDatabase(payload, migrations)
  await follow()
  if (!demo || !(await needsDemo(payload))) return { hasSeeded: false }
  await seedDemo(payload, clockOf(payload)().heute, fortschritt)
  await follow()
  await analyze(payload)
  return { hasSeeded: true }
}

/** JSON v1 for the feed. */
const jsonExporter: JsonExporter = {
  version: '1.1',
  neededInhalte,
  present: (anfrage, inhalte) =>
    presentLeistung(anfrage, { chronik: anfrage.chronik, inhalte, hash: hashInhalt }),
  presentListe: ({ eintraege, ...rest }) =>
    presentListe({ ...rest, eintraege: eintraege as LeistungV1[] }),
}

function feedPorts(payload: Payload, ports: StorePorts): FeedPorts {
  return {
    clock: ports.clock,
    chronik: createPolledChronik(ports.chronik).read,
    getInhalte: ports.getInhalte,
    json: jsonExporter,
    mayLookBack: async (headers) => {
      const { user } = await payload.auth({ headers })
      return hasRolle({ user }, 'administration', 'landesredaktion', 'fachressort')
    },
    secret: createHash('sha256').update(`feed ${payload.secret}`).digest('hex'),
  }
}

/** XZuFi for deliveries, judged by our profile schema and, where the operator has it, by the official one. */
async function xzufiExporter(environment: Environment, ports: StorePorts): Promise<Lieferexporter> {
  const { agencyId, xzufiWurzel, xzufiXsd } = environment
  const settings = xzufiSettings({
    agencyId,
    ...(xzufiWurzel === null ? {} : { wurzel: xzufiWurzel }),
  })
  const profil = await loadProfil(process.env['STICHTAG_WURZEL'] ?? process.cwd(), settings.wurzel)
  const amtlich = xzufiXsd === null ? null : orThrow(await officialSchema(xzufiXsd))
  const auftragOf = ({ zeitpunkt, ...rest }: Lieferinhalt): Lieferauftrag => ({
    ...rest,
    erstellt: erstelltAt(zeitpunkt, rest.stichtag),
    settings,
    getInhalte: ports.getInhalte,
    hash: ports.hash,
  })
  return {
    build: (inhalt) => deliver(auftragOf(inhalt)),
    describe: (inhalt, dateien) => manifestOf(auftragOf(inhalt), dateien),
    createPruefer: () => createPruefer({ profil, amtlich }),
  }
}

function reportDelivery(logger: Logger, meldung: Meldung): void {
  if (meldung.art === 'fehler')
    logger.error({ err: meldung.error, ziel: meldung.ziel }, 'Lieferung: Fehler')
  else if (meldung.lieferung.ergebnis === 'gescheitert')
    logger.error(meldung.lieferung, 'Lieferung gescheitert')
  else logger.info(meldung.lieferung, 'Lieferung')
}

function reportNight(logger: Logger, meldung: Nachtmeldung): void {
  if (meldung.art === 'fehler') logger.error({ err: meldung.error }, 'Nachtlauf: Fehler')
  else logger.info({ tag: meldung.tag, ...meldung.zahlen }, 'Nachtlauf: Zeitleisten geprüft')
}

function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problems.map(satz).join('\n'))
  return result.value
}
