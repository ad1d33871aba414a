import { moveZeitgrenze } from '#commands/moveZeitgrenze.ts'
import { previewMove } from '#commands/previewMove.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { newestFolgenummer, reiheKey } from '#core/log/chronik.ts'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { day } from '#core/zeit/day.ts'
import { GROSSE_ZEITGRENZE, type Datensatz } from './daten.ts'
import { appOf, type Haus } from './haus.ts'
import { get, serving } from './netz.ts'
import { timed } from './messen.ts'
import { dauer, melde, zahlText } from './tabelle.ts'

/** A day between the old and the new day of the law. */
const DAZWISCHEN = day('2027-03-01')
const NEUER_TAG = day('2027-07-01')
const DEADLINE_MS = 60_000

/** Moves the law on which a thousand texts hang; how long until the feed shows the old text again. */
export async function messeZeitgrenze(haus: Haus, { abhaengige }: Datensatz): Promise<void> {
  const chronik = await haus.ports.chronik()
  const before = newestFolgenummer(chronik)
  const known = chronik.zeitgrenzen.get(GROSSE_ZEITGRENZE)?.at(-1)?.wert
  if (known?.stand !== 'bestimmt') throw new Error('the Zeitgrenze is missing')
  const ids = abhaengige.map(({ id }) => id)
  const path = `/export/v1/leistungen/${ids[0] ?? ''}?ars=13&stichtag=${DAZWISCHEN}`
  await serving(appOf(haus), async (port) => {
    const shown = await fassungShown(port, path)
    if (!shown.endsWith('-zg')) throw new Error(`the feed shows ${shown}`)
    const zeitgrenze = { ...known, tag: NEUER_TAG }
    await measurePreview(haus, zeitgrenze, ids.length)
    const start = performance.now()
    // With its documents and notifications, as an editor waits for it.
    const moving = moveZeitgrenze(haus.ports, { zeitgrenze, von: 'bench', grund: null })
    const seenMs = await until(start, async () => !(await fassungShown(port, path)).endsWith('-zg'))
    const moved = await moving
    if (!moved.ok) throw new Error(JSON.stringify(moved.problems))
    const entryMs = performance.now() - start
    melde(
      `Zeitgrenze mit ${zahlText(ids.length, 0)} abhängigen Fassungen verschieben: Einträge im Log`,
      String(newestFolgenummer(await haus.ports.chronik()) - before),
      { hoechstens: 1, einheit: 'Eintrag' },
      newestFolgenummer(await haus.ports.chronik()) - before,
    )
    melde(
      '… der Befehl mit Dokumenten und Benachrichtigungen',
      dauer(entryMs),
      { hoechstens: 2000, einheit: 'ms' },
      entryMs,
    )
    melde('… bis der Feed es zeigt', dauer(seenMs), { hoechstens: 2000, einheit: 'ms' }, seenMs)
  })
  await checkAll(haus, ids)
}

/** The dialogue asks before it moves; with names and sentences, as REST answers. */
async function measurePreview(
  haus: Haus,
  zeitgrenze: Zeitgrenze,
  abhaengige: number,
): Promise<void> {
  const { ms, wert } = await timed(async () => {
    const vorschau = await previewMove(haus.ports, zeitgrenze)
    if (!vorschau.ok) throw new Error(JSON.stringify(vorschau.problems))
    return haus.reportVorschau(vorschau.value)
  })
  const { texte } = wert.summe
  if (texte < abhaengige) throw new Error(`the preview names ${texte} texts`)
  melde(
    `Vorschau des Verlegens (${zahlText(texte, 0)} Texte, ${zahlText(wert.summe.redaktionen, 0)} Redaktionen)`,
    dauer(ms),
    { hoechstens: 2000, einheit: 'ms' },
    ms,
  )
}

/** Every one of them holds back until the new day. */
async function checkAll(haus: Haus, ids: readonly string[]): Promise<void> {
  const chronik = await haus.ports.chronik()
  const between = snapshotOn(chronik, newestPair(chronik, DAZWISCHEN))
  const after = snapshotOn(chronik, newestPair(chronik, NEUER_TAG))
  for (const leistungId of ids) {
    const key = `fassung|${reiheKey({ leistungId, ebene: 'land', gebietId: 'g-13' })}`
    const [old, next] = [between.eintraege.get(key), after.eintraege.get(key)]
    const hasMoved =
      old?.klasse === 'fassung' &&
      next?.klasse === 'fassung' &&
      !old.fassung.id.endsWith('-zg') &&
      next.fassung.id.endsWith('-zg')
    if (!hasMoved) throw new Error(`${leistungId} has not moved`)
  }
}

async function fassungShown(port: number, path: string): Promise<string> {
  const chunks: Buffer[] = []
  await get({ port, path }, (chunk) => chunks.push(chunk))
  const { module } = JSON.parse(Buffer.concat(chunks).toString()) as {
    module: { modul: string; teile: { herkunft: { fassungId: string } }[] }[]
  }
  const kurztext = module.find(({ modul }) => modul === 'kurztext')
  return kurztext?.teile[0]?.herkunft.fassungId ?? ''
}

/** Milliseconds since `start` until it is so; asks again every 10 ms. */
export async function until(start: number, isSo: () => Promise<boolean>): Promise<number> {
  while (!(await isSo())) {
    if (performance.now() - start > DEADLINE_MS) throw new Error('nothing changed for a minute')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  return performance.now() - start
}
