import type { Payload } from 'payload'
import { deskFassung } from '#store/desk/fassung.ts'
import type { Entwurf } from '#core/fassung/fassung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { hashInhalt } from '#store/log.ts'
import { storePorts } from '#store/ports.ts'
import {
  fassungAussage,
  hasVariante,
  kleineAussagen,
  objektAussage,
  REDAKTION,
  varianteInhalt,
  type Datensatz,
} from './daten.ts'
import { nextTurn, timed } from './messen.ts'
import { fassungInhalt } from './texte.ts'
import type { Haus } from './haus.ts'

/** How long loading took, and how much it was. */
export type Ladebericht = {
  readonly inhalte: number
  readonly bytes: number
  readonly inhalteMs: number
  readonly aussagen: number
  readonly eintragMs: number
}

/** Contents in one transaction: an own transaction for each would sync the disk 30,000 times. */
const BATCH = 200

/** Loads everything as an import does: contents staged unseen, then one entry that makes them true. */
export async function ladeDaten(haus: Haus, daten: Datensatz): Promise<Ladebericht> {
  const aussagen: Aussage[] = [...kleineAussagen(daten)]
  let inhalte = 0
  let bytes = 0
  const stage = async <T>(items: readonly T[], inhaltOf: (item: T, index: number) => unknown) => {
    const hashes: string[] = []
    for (let start = 0; start < items.length; start += BATCH) {
      const part = items.slice(start, start + BATCH)
      const werte = part.map((item, index) => inhaltOf(item, start + index))
      bytes += werte.reduce((sum: number, wert) => sum + JSON.stringify(wert).length, 0)
      hashes.push(...(await putAtOnce(haus.payload, werte)))
      await nextTurn()
    }
    inhalte += items.length
    return hashes
  }
  const staging = await timed(async () => {
    for (const [art, objekte] of [
      ['organisationseinheit', daten.stellen],
      ['onlinedienst', daten.onlinedienste],
      ['rechtsnorm', daten.rechtsnormen],
    ] as const) {
      const hashes = await stage<{ readonly id: string }>(objekte, (objekt) => objekt)
      aussagen.push(...objekte.map((each, index) => objektAussage(art, each, hashes[index] ?? '')))
    }
    const texte = await stage(daten.fassungen, ({ inhalt }) => inhalt())
    aussagen.push(
      ...daten.fassungen.map(({ kopf }, index) =>
        fassungAussage({ ...kopf, inhalt: texte[index] ?? '' }),
      ),
    )
    const translated = daten.fassungen.filter((_each, index) => hasVariante(index))
    const varianten = await stage(translated, ({ inhalt }) => varianteInhalt(inhalt(), hashInhalt))
    aussagen.push(
      ...translated.map(({ kopf: { id } }, index): Aussage => ({
        klasse: 'variante',
        variante: { id: `${id}-en`, fassungId: id, sprache: 'en', inhalt: varianten[index] ?? '' },
        pult: null,
      })),
    )
  })
  const entry = await timed(() =>
    haus.ports.append({
      zeitpunkt: haus.ports.clock().zeitpunkt,
      art: 'import',
      von: 'system',
      grund: 'Bench',
      schluessel: 'import|bench',
      aussagen,
    }),
  )
  if (!entry.wert.ok) throw new Error(JSON.stringify(entry.wert.problems))
  return {
    inhalte,
    bytes,
    inhalteMs: staging.ms,
    aussagen: aussagen.length,
    eintragMs: entry.ms,
  }
}

/** Drafts at the editors' desk, ready for release, and the documents that they point to. */
export async function schreibeEntwuerfe(
  { payload, ports }: Haus,
  daten: Datensatz,
  count: number,
): Promise<{
  readonly ids: readonly string[]
  readonly projektionMs: number
  readonly ms: number
}> {
  const leistungen = new Set(daten.leistungen.slice(0, count).map(({ id }) => id))
  const needed = kleineAussagen(daten).filter(
    (aussage) =>
      aussage.klasse === 'objekt' &&
      (aussage.objekt.art === 'gebiet' ||
        (aussage.objekt.art === 'leistung' && leistungen.has(aussage.objekt.id))),
  )
  await payload.db.create({
    collection: 'redaktionen',
    data: { id: REDAKTION, name: 'Landesredaktion', art: 'land' },
  })
  const gebiete = needed.filter(({ klasse, ...rest }) => klasse === 'objekt' && isGebiet(rest))
  const others = needed.filter((each) => !gebiete.includes(each))
  const kopf = { folgenummer: 1, zeitpunkt: '', art: 'import', von: 'system', grund: null } as const
  await ports.project({ ...kopf, aussagen: gebiete })
  const projected = await timed(() => ports.project({ ...kopf, aussagen: others }))
  const ids: string[] = []
  const written = await timed(async () => {
    for (const [index, leistungId] of [...leistungen].entries()) {
      const id = `entwurf-${index}`
      // Released without a consultation: that is not what is measured.
      const data = { ...deskFassung(entwurf(id, leistungId, index)), aenderungsart: 'redaktionell' }
      await payload.create({ collection: 'fassungen', data: data as never })
      ids.push(id)
      await nextTurn()
    }
  })
  return { ids, projektionMs: projected.ms / others.length, ms: written.ms / ids.length }
}

function entwurf(id: string, leistungId: string, index: number): Entwurf {
  return {
    id,
    leistungId,
    ebene: 'land',
    gebietId: 'g-13',
    redaktionId: REDAKTION,
    beginn: festerTag(day('2029-01-01')),
    ende: null,
    danach: 'nichts',
    basis: null,
    berichtigt: null,
    rechtsnormIds: [],
    inhalt: fassungInhalt(1_000_000 + index, `Leistung ${leistungId}`, 'ersetzen'),
  }
}

function isGebiet(aussage: object): boolean {
  return 'objekt' in aussage && (aussage.objekt as { art: string }).art === 'gebiet'
}

function putAtOnce(payload: Payload, werte: readonly unknown[]): Promise<readonly string[]> {
  return inTransaction(payload, (req) => storePorts(payload, req).putInhalte(werte))
}
