import type { FassungInhalt, Textwert, Weblink } from '#core/fassung/module.ts'
import type { Freigegeben } from '#core/fassung/fassung.ts'
import { planLieferung } from '#core/lieferung/lieferung.ts'
import { chronikOf, type Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis } from '#core/log/ereignis.ts'
import { snapshotOn } from '#core/log/snapshot.ts'
import { uebersichtOf, type Uebersicht } from '#core/log/uebersicht.ts'
import { day } from '#core/zeit/day.ts'
import type { GetInhalte } from '#ports/log.ts'
import {
  deliver,
  erstelltAt,
  type Dokument,
  type Lieferauftrag,
} from '#exporters/xzufi/delivery.ts'
import { xzufiSettings, type XzufiSettings } from '#exporters/xzufi/settings.ts'
import {
  ereignis,
  freigabe,
  freigegeben,
  gespeicherteStelle,
  hashInhalt,
} from '../support/factories.ts'

/** A log with the content table beside it. */
export type Welt = {
  readonly ereignisse: readonly Ereignis[]
  readonly inhalte: ReadonlyMap<string, unknown>
  readonly getInhalte: GetInhalte
  /** Puts a content into the table; returns its hash. */
  readonly put: (wert: unknown) => string
  /** Appends one entry; without `zeitpunkt` at the time that the factories give it. */
  readonly append: (aussagen: readonly Aussage[], zeitpunkt?: string) => void
}

/** An empty log. */
export function createWelt(): Welt {
  const ereignisse: Ereignis[] = []
  const inhalte = new Map<string, unknown>()
  return {
    ereignisse,
    inhalte,
    getInhalte: (hashes) => Promise.resolve(new Map(hashes.map((key) => [key, inhalte.get(key)]))),
    put: (wert) => {
      const key = hashInhalt(wert)
      inhalte.set(key, wert)
      return key
    },
    append: (aussagen, zeitpunkt) => {
      const entry = ereignis(ereignisse.length + 1, ...aussagen)
      const wanted = zeitpunkt ?? entry.zeitpunkt
      const before = ereignisse.at(-1)?.zeitpunkt ?? ''
      // As the log does: no entry is earlier than the one before.
      ereignisse.push({ ...entry, zeitpunkt: wanted > before ? wanted : before })
    },
  }
}

/** An object whose content lies in the content table. */
export function inhaltsobjekt(
  welt: Welt,
  art: 'organisationseinheit' | 'onlinedienst' | 'rechtsnorm',
  wert: { readonly id: string },
): Aussage {
  return gespeicherteStelle(wert.id, { art, inhalt: welt.put(wert) })
}

/** A released text with its words. */
export function fassung(
  welt: Welt,
  differences: Partial<Freigegeben>,
  inhalt: FassungInhalt,
): Aussage {
  return freigabe(freigegeben({ ...differences, inhalt: welt.put(inhalt) }))
}

/** A module that replaces what is inherited. */
export function wert<T>(value: T): { readonly modus: 'ersetzen'; readonly wert: T } {
  return { modus: 'ersetzen', wert: value }
}

/** A text module that replaces what is inherited. */
export function text(words: string, links: readonly Weblink[] = []) {
  return wert<Textwert>({ text: words, links })
}

/** What holds on the day with all that is known. */
export function standAm(
  { ereignisse }: Welt,
  stichtag: string,
): { readonly chronik: Chronik; readonly uebersicht: Uebersicht } {
  const chronik = chronikOf(ereignisse)
  const pair = { stichtag: day(stichtag), kenntnisstand: ereignisse.length }
  return { chronik, uebersicht: uebersichtOf(snapshotOn(chronik, pair)) }
}

/** The order for a full delivery of the day. */
export function auftragAm(
  welt: Welt,
  stichtag: string,
  settings: Partial<XzufiSettings> = {},
): Lieferauftrag {
  const { chronik, uebersicht } = standAm(welt, stichtag)
  const { kenntnisstand } = uebersicht.snapshot
  return {
    lieferung: planLieferung(uebersicht, chronik),
    gebiete: uebersicht.gebiete,
    stichtag: day(stichtag),
    kenntnisstand,
    erstellt: erstelltAt(chronik.zeitpunkte[kenntnisstand - 1] ?? '', day(stichtag)),
    settings: xzufiSettings({ agencyId: 'L100099', ...settings }),
    getInhalte: welt.getInhalte,
    hash: hashInhalt,
  }
}

/** All files of a delivery. */
export async function filesOf(auftrag: Lieferauftrag): Promise<readonly Dokument[]> {
  const files: Dokument[] = []
  for await (const file of deliver(auftrag)) files.push(file)
  return files
}
