import express from 'express'
import { readFile, realpath } from 'node:fs/promises'
import path from 'node:path'
import { appOf, type Haus } from './haus.ts'
import type { Kindbericht } from './kind.ts'
import { VERZEICHNIS, lieferung } from './lieferung.ts'
import { median } from './messen.ts'
import { nextMessage, serving, startKind, type Leser, type Lesebericht } from './netz.ts'
import { dauer, durchsatz, melde, zahlText } from './tabelle.ts'

/** A small delivery is fetched as often as gives so much, or we would measure the first packets only. */
const LEAST_BYTES = 100e6

/** The full delivery: built, judged and written in a process of its own, then fetched from us over the loopback interface. */
export async function messeLieferung(haus: Haus, leser: Leser): Promise<void> {
  const child = startKind('lieferant', haus.daten)
  const bericht = await nextMessage<Kindbericht>(child)
  meldeStart(bericht)
  await meldeAbruf(haus, leser, bericht)
}

function meldeStart(kind: Kindbericht): void {
  melde('Zweiter Start: Payload öffnen, Schema prüfen', dauer(kind.oeffnenMs))
  melde('Zweiter Start: Log lesen (kalter Prozess)', dauer(kind.chronikMs))
  melde('Zweiter Start: erster Snapshot mit Übersicht', dauer(kind.snapshotMs))
  const { bytes, bauen } = kind
  const ms = median(bauen.map((run) => run.ms))
  melde(
    `Lieferung bauen, ohne zu senden (${zahlText(bytes / 1e6, 0)} MB, ${zahlText(kind.objekte, 0)} Objekte, ${kind.dokumente} Dokumente)`,
    `${dauer(ms)}, ${durchsatz(bytes, ms)}`,
  )
  const own = median(bauen.map(({ proCpuMs }) => proCpuMs))
  const naiv = median(bauen.map(({ naivProCpuMs }) => naivProCpuMs))
  melde(
    'Lieferung bauen gegen payload.find (depth 0) und XMLBuilder, je Sekunde Prozessorzeit',
    `${mbs(own)} gegen ${mbs(naiv)} = ${zahlText(own / naiv)}-fach`,
    { mindestens: 10, einheit: '-fach' },
    own / naiv,
  )
  const grown = [kind.ersterMib, ...bauen.map(({ mib }) => mib)]
  melde(
    `Speicher beim Bauen (RSS, vorher ${zahlText(kind.rssMib, 0)} MiB)`,
    grown.map((mib) => `+${zahlText(mib, 0)}`).join(' / ') + ' MiB',
    { hoechstens: 64, einheit: 'MiB' },
    Math.max(...grown),
  )
  melde(
    'Geplanter Lauf: bauen, gegen das Profil prüfen, schreiben, umschalten',
    `${dauer(kind.pruefenMs)}, ${durchsatz(bytes, kind.pruefenMs)}`,
  )
  melde(
    'Speicher beim geplanten Lauf (RSS)',
    `+${zahlText(kind.pruefenMib, 0)} MiB`,
    { hoechstens: 64, einheit: 'MiB' },
    kind.pruefenMib,
  )
}

async function meldeAbruf(haus: Haus, leser: Leser, kind: Kindbericht): Promise<void> {
  const ordner = await realpath(path.join(haus.daten, 'lieferungen', VERZEICHNIS, 'aktuell'))
  const names = (await readFile(path.join(ordner, 'index.txt'), 'utf8')).trim().split('\n')
  const files = express().get('/:datei', (req, res) =>
    res.sendFile(path.join(ordner, req.params.datei)),
  )
  const built = express().get('/', async (_req, res) => {
    for await (const { bytes } of lieferung(haus)) {
      if (!res.write(bytes)) await new Promise((resolve) => res.once('drain', resolve))
    }
    res.end()
  })
  const rounds = Math.ceil(LEAST_BYTES / kind.bytes)
  const read = (app: express.Express, paths: readonly string[]): Promise<Lesebericht> =>
    serving(app, (port) =>
      leser.read({ port, paths, anfragen: paths.length * rounds, verbindungen: 1 }),
    )
  const feedPaths = names.map((name) => `/export/v1/xzufi/${VERZEICHNIS}/${name}`)
  const fromFile: number[] = []
  const fromFeed: number[] = []
  // Three times in turn, the first to warm up; the better of each counts.
  for (let run = 0; run < 3; run += 1) {
    fromFile.push(
      speed(
        await read(
          files,
          names.map((name) => `/${name}`),
        ),
      ),
    )
    fromFeed.push(speed(await read(appOf(haus), feedPaths)))
  }
  const file = Math.max(...fromFile)
  const feed = Math.max(...fromFeed)
  melde(
    'Fertige Lieferung über den Feed gegen dieselben Dateien mit res.sendFile',
    `${mbs(feed)} gegen ${mbs(file)} = ${zahlText(feed / file, 2)}-fach`,
    { mindestens: 0.5, einheit: '-fach' },
    feed / file,
  )
  const live = speed(await read(built, ['/']))
  melde(
    'Lieferung im Augenblick des Abrufs gebaut, gegen res.sendFile',
    `${mbs(live)} gegen ${mbs(file)} = ${zahlText(live / file, 3)}-fach`,
    { mindestens: 0.5, einheit: '-fach' },
    live / file,
  )
  if (kind.dokumente !== names.length) throw new Error('the index names other documents')
}

function speed({ bytes, ms }: Lesebericht): number {
  return bytes / ms
}

function mbs(bytesPerMs: number): string {
  return durchsatz(bytesPerMs * 1000, 1000)
}
