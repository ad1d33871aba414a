import XMLBuilder from 'fast-xml-builder'
import type { Payload } from 'payload'
import type { Lieferbericht } from '#commands/runExport.ts'
import { TEXTMODULE, TEXTMODULNAMEN } from '#core/fassung/module.ts'
import { planLieferung } from '#core/lieferung/lieferung.ts'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import { createVerzeichnis } from '#delivery/verzeichnis.ts'
import { deliver, erstelltAt, type Dokument } from '#exporters/xzufi/delivery.ts'
import { xzufiSettings } from '#exporters/xzufi/settings.ts'
import { hashInhalt } from '#store/log.ts'
import { lexicalToHtml } from '#store/lexical/toHtml.ts'
import { HEUTE } from './daten.ts'
import type { Haus } from './haus.ts'

/** The folder of the delivery. */
export const VERZEICHNIS = 'bench'

/** All files of today's full delivery, from the log on: derived, planned, built. */
export async function* lieferung(haus: Haus): AsyncGenerator<Dokument> {
  const chronik = await haus.ports.chronik()
  const paar = newestPair(chronik, HEUTE)
  const uebersicht = uebersichtOf(snapshotOn(chronik, paar))
  yield* deliver({
    ...paar,
    lieferung: planLieferung(uebersicht, chronik),
    gebiete: uebersicht.gebiete,
    erstellt: erstelltAt(chronik.zeitpunkte[paar.kenntnisstand - 1] ?? '', HEUTE),
    settings: xzufiSettings({ agencyId: haus.environment.agencyId }),
    getInhalte: haus.ports.getInhalte,
    hash: hashInhalt,
  })
}

/** The same as the product delivers: every document judged, written, synced, and the whole switched over. */
export async function laufMitPruefung(haus: Haus): Promise<Lieferbericht> {
  const ort = createVerzeichnis({ daten: haus.daten }).open(VERZEICHNIS)
  if (!ort.ok) throw new Error(JSON.stringify(ort.problems))
  const run = await haus.exportXzufi({ ort: ort.value, stichtag: HEUTE, kenntnisstand: null })
  if (!run.ok) throw new Error(JSON.stringify(run.problems.slice(0, 3)))
  return run.value
}

/** The obvious way without a log: documents at depth 0, their editor state as HTML, an XML builder. Returns bytes. */
export async function buildFromDocuments(payload: Payload): Promise<number> {
  const builder = new XMLBuilder({
    ignoreAttributes: false,
    attributeNamePrefix: '@',
    format: true,
  })
  let bytes = 0
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.find({
      collection: 'fassungen',
      depth: 0,
      limit: 50,
      page,
      sort: 'id',
      overrideAccess: true,
    })
    for (const doc of docs) bytes += Buffer.byteLength(builder.build(documentAsXml(doc)))
    if (!hasNextPage) return bytes
  }
}

function documentAsXml(doc: object): object {
  const groups = doc as Record<string, { text?: unknown } | null | undefined>
  return {
    schreibe: {
      leistung: {
        id: (doc as { id: string }).id,
        modulText: TEXTMODULNAMEN.flatMap((name) => {
          const text = groups[name]?.text
          const words = typeof text === 'string' ? text : lexicalToHtml(text as never)
          return words ? [{ inhalt: words, leikaTextmodul: { code: TEXTMODULE[name].code } }] : []
        }),
      },
    },
  }
}
