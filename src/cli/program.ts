import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { Command, CommanderError } from 'commander'
import { importGebiete, type Importergebnis } from '#commands/importGebiete.ts'
import type { Lieferbericht } from '#commands/runExport.ts'
import { satz } from '#core/errors/deutsch.ts'
import { problem, type Problem, type ProblemCode } from '#core/errors/problems.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import type { ReadGebietsliste } from '#ports/gebietsliste.ts'
import { Abbruch } from '#cli/abbruch.ts'
import { sayMisuse, speakGerman } from '#cli/deutsch.ts'
import type { CliHouse } from '#cli/house.ts'
import type { Konsole } from '#cli/konsole.ts'
import { readNotiz, runProtokollPruefen } from '#cli/protokoll.ts'
import { runPruefe } from '#cli/pruefe.ts'
import { addZeitbefehle } from '#cli/zeitbefehle.ts'
import { inspectOrdner, openOrdner } from '#cli/ordner.ts'

/** Done; findings in what was given or made; wrong use or failure. */
export type Exitcode = 0 | 1 | 2

/** What the command line works with. */
export type CliParts = {
  readonly konsole: Konsole
  readonly openHouse: () => Promise<CliHouse>
  readonly readGebietsliste: ReadGebietsliste
  /** Where relative paths begin. */
  readonly cwd: string
}

/** Runs one command and returns its exit code. Nothing is thrown for what a caller can get wrong. */
export async function runCommand(parts: CliParts, args: readonly string[]): Promise<Exitcode> {
  let exitcode: Exitcode = 0
  const program = createProgram(parts, (code) => (exitcode = code))
  try {
    await program.parseAsync([...args], { from: 'user' })
    return exitcode
  } catch (error) {
    if (error instanceof CommanderError) {
      const misuse = sayMisuse(error)
      if (misuse === null) return 0
      parts.konsole.complain(misuse)
    } else if (error instanceof Abbruch) parts.konsole.complain(error.message)
    else throw error
    return 2
  }
}

function createProgram(parts: CliParts, end: (code: Exitcode) => void): Command {
  const program = new Command('stichtag').description(
    'Stichtag auf der Kommandozeile. Endet mit 0, wenn alles getan ist, mit 1 bei Befunden (es wurde nichts geändert), mit 2 bei falschem Aufruf oder einem Fehler.',
  )
  program
    .command('import')
    .description('übernimmt Daten aus einer Datei')
    .command('gebiete')
    .usage('<Datei>')
    .argument(
      '<Datei>',
      'Liste der Gemeinden, Kreise oder Länder im Format genericode (XRepository)',
    )
    .description('übernimmt eine amtliche Gebietsliste; was schon bekannt ist, bleibt')
    .action(async (file: string) => {
      end(await runImportGebiete(parts, file))
    })
  program
    .command('export')
    .description('schreibt eine Lieferung in ein Verzeichnis')
    .command('xzufi')
    .usage('[Optionen]')
    .requiredOption(
      '--ziel <Verzeichnis>',
      'leer oder mit einer früheren Lieferung, die ersetzt wird',
    )
    .option('--stichtag <Tag>', 'der Tag, nach dem gefragt wird (JJJJ-MM-TT); ohne Angabe heute')
    .option(
      '--kenntnisstand <Nummer>',
      'bis zu welchem Eintrag des Protokolls; ohne Angabe bis zum neuesten',
    )
    .description('schreibt eine vollständige XZuFi-Lieferung')
    .action(async (options: ExportOptions) => {
      end(await runExportXzufi(parts, options))
    })
  program
    .command('pruefe')
    .usage('[Optionen]')
    .option('--stichtag <Tag>', 'der Tag, für den geprüft wird (JJJJ-MM-TT); ohne Angabe heute')
    .option('--redaktion <Kennung>', 'nur die Befunde dieser Redaktion')
    .option('--json', 'als JSON statt als Text')
    .description(
      'prüft die Zeitleisten: Lücken, Überschneidungen, Texte ohne Recht und mehr; ohne --stichtag bringt es die Arbeitslisten auf den Stand',
    )
    .action(async (options: PruefeOptions) => {
      end(await runPruefeIn(parts, options))
    })
  program
    .command('protokoll')
    .description('das Protokoll: wer hat was wann und warum getan')
    .command('pruefen')
    .usage('[Optionen]')
    .option(
      '--bekannt <Zeile>',
      'eine früher notierte Zeile (Nummer:Hash), die noch genau so dastehen muss',
    )
    .description(
      'prüft, ob das Protokoll und das Freigabeprotokoll unversehrt sind; nennt die erste Zeile, die es nicht ist',
    )
    .action(async ({ bekannt }: { bekannt?: string }) => {
      end(await runProtokollPruefenIn(parts, bekannt))
    })
  program
    .command('projizieren')
    .usage('')
    .description(
      'baut Dokumente und Benachrichtigungen der Redaktion aus dem Freigabeprotokoll neu auf',
    )
    .action(async () => {
      end(await runProjizieren(parts))
    })
  program
    .command('seed')
    .usage('[Optionen]')
    .option('--umfang <Umfang>', 'welche Beispieldaten: demo')
    .description('füllt eine leere Datenbank mit Beispieldaten')
    .action(async ({ umfang }: { umfang?: string }) => {
      end(await runSeed(parts, umfang))
    })
  program
    .command('migrieren')
    .usage('')
    .description('bringt die Datenbank auf den Stand des Programms')
    .action(async () => {
      end(await runMigrieren(parts))
    })
  addZeitbefehle(program, async (act) => {
    end(
      await inHouse(parts, async (house) => {
        await house.prepare({ demo: false }, () => undefined)
        const result = await act(house, parts.konsole)
        if (!result.ok)
          return complainOf(parts.konsole, result.problems, 'Es wurde nichts geändert.')
        for (const line of result.value) parts.konsole.say(line)
        return 0
      }),
    )
  })
  return speakGerman(program)
}

async function runImportGebiete(parts: CliParts, file: string): Promise<Exitcode> {
  const { konsole, readGebietsliste } = parts
  const place = path.resolve(parts.cwd, file)
  await requireFile(place)
  return inHouse(parts, async ({ ports, prepare }) => {
    await prepare({ demo: false }, () => undefined)
    const result = await konsole.withProgress('Gebiete werden übernommen', (fortschritt) =>
      importGebiete(
        { ...ports, readGebietsliste },
        { quelle: createReadStream(place), von: 'kommandozeile', fortschritt },
      ),
    )
    if (!result.ok) return complainOf(konsole, result.problems, 'Die Liste wurde nicht übernommen.')
    for (const line of sayImport(result.value)) konsole.say(line)
    return 0
  })
}

type ExportOptions = {
  readonly ziel: string
  readonly stichtag?: string
  readonly kenntnisstand?: string
}

async function runExportXzufi(parts: CliParts, options: ExportOptions): Promise<Exitcode> {
  const { konsole } = parts
  const ziel = path.resolve(parts.cwd, options.ziel)
  const stichtag = options.stichtag === undefined ? null : readTag(options.stichtag)
  const kenntnisstand =
    options.kenntnisstand === undefined ? null : readKenntnisstand(options.kenntnisstand)
  if ((await inspectOrdner(ziel)) === 'fremd') {
    throw new Abbruch(
      `Das Verzeichnis ${ziel} ist nicht leer und enthält keine frühere Lieferung. Bitte nennen Sie ein leeres; es wurde nichts geschrieben.`,
    )
  }
  return inHouse(parts, async ({ ports, prepare, exportXzufi }) => {
    await prepare({ demo: false }, () => undefined)
    const neuester = newestFolgenummer(await ports.chronik())
    if (kenntnisstand !== null && kenntnisstand > neuester) {
      throw new Abbruch(satz(problem('kenntnisstand-lies-ahead', '--kenntnisstand', { neuester })))
    }
    const tag = stichtag ?? ports.clock().heute
    const result = await konsole.withProgress('Lieferung wird geschrieben', () =>
      exportXzufi({ ort: openOrdner(ziel), stichtag: tag, kenntnisstand }),
    )
    if (!result.ok) return complainOf(konsole, result.problems, 'Es wurde nichts geliefert.')
    for (const line of sayExport(result.value, ziel)) konsole.say(line)
    return 0
  })
}

type PruefeOptions = {
  readonly stichtag?: string
  readonly redaktion?: string
  readonly json?: boolean
}

function runPruefeIn(parts: CliParts, options: PruefeOptions): Promise<Exitcode> {
  const stichtag = options.stichtag === undefined ? null : readTag(options.stichtag)
  const { redaktion = null, json = false } = options
  return inHouse(parts, async (house) => {
    await house.prepare({ demo: false }, () => undefined)
    return runPruefe(house, parts.konsole, { stichtag, redaktionId: redaktion, json })
  })
}

function runProtokollPruefenIn(parts: CliParts, bekannt: string | undefined): Promise<Exitcode> {
  const notiz = bekannt === undefined ? null : readNotiz(bekannt)
  if (bekannt !== undefined && notiz === null) {
    throw new Abbruch(
      `--bekannt: „${bekannt}“ ist keine Zeile des Protokolls. Erlaubt ist, was der Befehl früher ausgegeben hat: Nummer, Doppelpunkt, Hash.`,
    )
  }
  return inHouse(parts, async (house) => {
    // Brings the audit up to the log first: an entry that waits for its row is not missing.
    await house.prepare({ demo: false }, () => undefined)
    return runProtokollPruefen(house, parts.konsole, notiz)
  })
}

function runProjizieren(parts: CliParts): Promise<Exitcode> {
  const { konsole } = parts
  return inHouse(parts, async ({ ports, prepare, rebuild }) => {
    await prepare({ demo: false }, () => undefined)
    const total = newestFolgenummer(await ports.chronik()) * 3
    const zahlen = await konsole.withProgress('Projektionen werden aufgebaut', (fortschritt) =>
      rebuild((done) => {
        fortschritt(done, Math.max(done, total))
      }),
    )
    konsole.say(
      `Dokumente und Benachrichtigungen sind aus dem Freigabeprotokoll neu aufgebaut. Einträge: ${zahl(zahlen.dokumente)} für die Dokumente, ${zahl(zahlen.benachrichtigungen)} für die Benachrichtigungen.`,
    )
    return 0
  })
}

async function runSeed(parts: CliParts, umfang = 'demo'): Promise<Exitcode> {
  const { konsole } = parts
  if (umfang !== 'demo')
    throw new Abbruch(`--umfang: „${umfang}“ gibt es nicht. Erlaubt ist: demo.`)
  return inHouse(parts, async ({ ports, prepare }) => {
    await prepare({ demo: false }, () => undefined)
    // Areas imported before would stand there twice.
    const isUsed = newestFolgenummer(await ports.chronik()) > 0
    const { hasSeeded } = isUsed
      ? { hasSeeded: false }
      : await konsole.withProgress('Beispieldaten werden angelegt', (fortschritt) =>
          prepare({ demo: true }, fortschritt),
        )
    if (!hasSeeded) {
      throw new Abbruch(
        'Die Datenbank ist nicht leer. Es wurde nichts angelegt; Beispieldaten kommen nur in eine leere.',
      )
    }
    konsole.say('Die Beispieldaten sind angelegt.')
    return 0
  })
}

function runMigrieren(parts: CliParts): Promise<Exitcode> {
  return inHouse(parts, async ({ prepare }) => {
    await prepare({ demo: false }, () => undefined)
    parts.konsole.say('Die Datenbank ist auf dem Stand des Programms.')
    return 0
  })
}

async function inHouse(
  parts: CliParts,
  work: (house: CliHouse) => Promise<Exitcode>,
): Promise<Exitcode> {
  const house = await parts.openHouse()
  try {
    return await work(house)
  } finally {
    await house.close()
  }
}

async function requireFile(place: string): Promise<void> {
  const stats = await stat(place).catch(() => null)
  if (stats?.isFile() !== true) {
    throw new Abbruch(
      `Die Datei ${place} gibt es nicht, oder sie ist nicht lesbar. Bitte prüfen Sie den Pfad.`,
    )
  }
}

function readTag(text: string): CalendarDay {
  const tag = parseCalendarDay(text, '--stichtag')
  if (!tag.ok) throw new Abbruch(tag.problems.map(satz).join('\n'))
  return tag.value
}

function readKenntnisstand(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) {
    throw new Abbruch(
      `--kenntnisstand: „${text}“ ist keine Folgenummer. Erlaubt ist eine ganze Zahl ab 1.`,
    )
  }
  return Number(text)
}

/** Problems that lie with the call, the machine or the moment; all others are findings in what was given or made. */
const FAILURES: ReadonlySet<ProblemCode> = new Set([
  'internal-error',
  'kenntnisstand-lies-ahead',
  'release-was-concurrent',
  'target-is-not-writable',
] as const)

function complainOf(konsole: Konsole, problems: readonly Problem[], then: string): Exitcode {
  for (const each of problems) konsole.complain(satz(each))
  konsole.complain(then)
  return problems.some(({ code }) => FAILURES.has(code)) ? 2 : 1
}

/** More names nobody reads. */
const MOST_NAMES = 10

function sayImport({ liste, abgleich, ereignis }: Importergebnis): readonly string[] {
  const { neu, geaendert, unveraendert, entfallen, uebersprungen } = abgleich
  const lines = [
    `Liste ${liste.kennung}, gültig ab ${formatDayLong(liste.gueltigAb)}. Zeilen: ${zahl(liste.zeilen.length)}.`,
    `Gebiete: ${zahl(neu.length)} neu, ${zahl(geaendert.length)} geändert, ${zahl(unveraendert)} unverändert.`,
  ]
  if (uebersprungen.length > 0) {
    lines.push(
      `Übergangene Zeilen (kreisfreie Städte, die als Gemeinde geführt werden, und Stadtteile): ${zahl(uebersprungen.length)}.`,
    )
  }
  if (entfallen.length > 0) {
    const names = entfallen.slice(0, MOST_NAMES).map(({ name, ars }) => `${name} (${ars})`)
    const more =
      entfallen.length > MOST_NAMES ? ` und ${zahl(entfallen.length - MOST_NAMES)} weitere` : ''
    lines.push(`Nicht mehr in der Liste, bleiben bestehen: ${names.join(', ')}${more}.`)
  }
  lines.push(
    ereignis === null
      ? 'Alles war schon bekannt. Es wurde nichts geändert.'
      : `Eintrag ${ereignis.folgenummer} im Freigabeprotokoll.`,
  )
  return lines
}

function sayExport(bericht: Lieferbericht, ziel: string): readonly string[] {
  const { ergebnis, stichtag, kenntnisstand, objekte, dokumente, bytes, sha256 } = bericht
  return [
    ergebnis === 'geliefert'
      ? `Lieferung geschrieben: ${ziel}`
      : `Unverändert, dieselbe Lieferung lag schon da: ${ziel}`,
    `Stichtag ${formatDayLong(stichtag)}, Kenntnisstand ${kenntnisstand}. Objekte: ${zahl(objekte)}, Dokumente: ${zahl(dokumente)}, Bytes: ${zahl(bytes)}.`,
    `SHA-256 ${sha256}`,
  ]
}

function zahl(value: number): string {
  return value.toLocaleString('de-DE')
}
