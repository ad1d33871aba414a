import { rmSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { GROESSEN, datensatz, type Umfang } from './daten.ts'
import { newDaten, openHaus, removeDaten } from './haus.ts'
import { beLieferant } from './kind.ts'
import { ladeDaten, schreibeEntwuerfe } from './laden.ts'
import { messeAbruf } from './abruf.ts'
import { messeAblage } from './ablage.ts'
import { messeFreigaben } from './freigaben.ts'
import { messeListen } from './listen.ts'
import { messeStichtage } from './stichtage.ts'
import { messeZeitgrenze } from './zeitgrenze.ts'
import { messeLieferung } from './lieferungen.ts'
import { timed } from './messen.ts'
import { beLeser, startLeser } from './netz.ts'
import { dauer, druckeTabelle, durchsatz, melde, sage, verfehlte, zahlText } from './tabelle.ts'

/** Drafts at the desk: for the comparison with documents, and then to be released. */
const ENTWUERFE = { klein: 60, mittel: 200, land: 200 } as const satisfies Record<Umfang, number>

/** Runs the bench. Exit code 2 for wrong use; a missed target is printed and does not fail. */
export async function main(args: readonly string[]): Promise<number> {
  const [rolle, wert = ''] = args
  if (rolle === 'leser') return forever(beLeser)
  if (rolle === 'lieferant') {
    await beLieferant(wert)
    return 0
  }
  const umfang = umfangOf(args)
  if (umfang === null) {
    console.error('Aufruf: npm run bench -- [--umfang klein|mittel|land]')
    return 2
  }
  await bench(umfang)
  return 0
}

async function bench(umfang: Umfang): Promise<void> {
  sage(`Stichtag-Bench, Umfang ${umfang}: ${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}`)
  console.log(
    `  ${zahlText(totalmem() / 2 ** 30, 0)} GiB, Node ${process.version}, SQLite, Last zu Beginn ${zahlText(loadavg()[0] ?? 0)}`,
  )
  const ordner = await newDaten()
  removeWhenStopped(ordner)
  const leser = startLeser()
  try {
    const haus = await openHaus(ordner)
    const daten = datensatz(GROESSEN[umfang])

    sage('Laden: Inhalte bereitlegen, dann ein Eintrag')
    const geladen = await ladeDaten(haus, daten)
    const { inhalte, bytes, aussagen } = geladen
    melde(
      `${zahlText(inhalte, 0)} Inhalte (${zahlText(bytes / 1e6, 0)} MB) bereitlegen`,
      `${dauer(geladen.inhalteMs)}, ${durchsatz(bytes, geladen.inhalteMs)}`,
    )
    melde(`Ein Eintrag mit ${zahlText(aussagen, 0)} Aussagen anhängen`, dauer(geladen.eintragMs))
    const chronik = await timed(haus.ports.chronik)
    melde('Log zum ersten Mal lesen (warmer Prozess)', dauer(chronik.ms))

    sage('Stichtage')
    await messeStichtage(haus)

    sage('Pult')
    const entwuerfe = await schreibeEntwuerfe(haus, daten, ENTWUERFE[umfang])
    melde('Einen Entwurf am Pult speichern', dauer(entwuerfe.ms))
    melde('Ein Dokument aus dem Log nachziehen (Leistung)', dauer(entwuerfe.projektionMs))

    sage('Volle Lieferung und zweiter Start (eigener Prozess)')
    await messeLieferung(haus, leser)

    sage('Eine Leistung als JSON')
    await messeAbruf(haus, leser, { daten, entwuerfe: entwuerfe.ids })

    sage('Listen am Pult')
    await messeListen(haus, leser, daten)

    sage('Zeitgrenze verschieben')
    await messeZeitgrenze(haus, daten)

    sage('Freigaben')
    await messeFreigaben(haus, entwuerfe.ids)
    await messeAblage(haus, daten)

    await haus.close()
  } finally {
    leser.stop()
    await removeDaten(ordner)
  }
  druckeTabelle()
  sage(verfehlte() === 0 ? 'Alle Ziele erreicht.' : `Verfehlte Ziele: ${verfehlte()}.`)
}

/** Ctrl+C and a time limit leave nothing behind either. */
function removeWhenStopped(ordner: string): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      rmSync(ordner, { recursive: true, force: true })
      process.exit(130)
    })
  }
}

function umfangOf(args: readonly string[]): Umfang | null {
  if (args.length === 0) return 'mittel'
  const [flag, name = ''] = args
  return args.length === 2 && flag === '--umfang' && name in GROESSEN ? (name as Umfang) : null
}

function forever(start: () => void): Promise<never> {
  start()
  return new Promise(() => undefined)
}
