import { createKonsole } from '#cli/konsole.ts'
import { Abbruch } from '#cli/abbruch.ts'
import { runCommand } from '#cli/program.ts'
import type { CliHouse } from '#cli/house.ts'
import { readGenericode } from '#imports/genericode.ts'
import { ensureSecret } from '#server/secret.ts'
import { describeFehler, readEnvironment } from '#src/environment.ts'
import { openHouse, prepareDatabase } from '#src/wiring.ts'

const root = process.env['STICHTAG_WURZEL'] ?? process.cwd()
const konsole = createKonsole(process.stdout, process.stderr)

process.exit(await main())

async function main(): Promise<number> {
  try {
    // npm runs us in the project's folder and remembers where the person is.
    const cwd = process.env['INIT_CWD'] ?? process.cwd()
    const parts = { konsole, openHouse: open, readGebietsliste: readGenericode, cwd }
    return await runCommand(parts, process.argv.slice(2))
  } catch (error) {
    konsole.complain('Unerwarteter Fehler. Bitte melden Sie ihn dem Betrieb:')
    konsole.complain(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return 2
  }
}

async function open(): Promise<CliHouse> {
  const read = readEnvironment(process.env, root)
  if (!read.ok) throw new Abbruch(describeFehler(read.fehler))
  const environment = read.value
  process.env['DATABASE_URI'] = environment.databaseUri
  process.env['PAYLOAD_SECRET'] = await ensureSecret(environment)
  const house = await openHouse(environment)
  return {
    ports: house.ports,
    prepare: (options, fortschritt) => prepareDatabase(house, options, fortschritt),
    rebuild: house.rebuild,
    exportXzufi: house.exportXzufi,
    pruefung: house.pruefung,
    protokoll: house.protokoll,
    findKonto: house.findKonto,
    reportVorschau: house.reportVorschau,
    close: house.close,
  }
}
