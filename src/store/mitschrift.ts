import type { PayloadRequest } from 'payload'
import { modulLabel, type FassungInhalt, type Modulname } from '#core/fassung/module.ts'
import {
  beideTexte,
  mitschriftOf,
  type Mitschrift,
  type Mitschriftwahl,
  type Stand,
} from '#core/fassung/mitschreiben.ts'
import { wortlautOf } from '#core/fassung/wortlaut.ts'
import { deskInhalt, inhaltFrom } from '#store/desk/module.ts'
import { MODULNAMEN, feldstand, modulstand } from '#store/desk/modulstand.ts'
import { numberOrNull, rowsOf, type DeskDoc } from '#store/desk/read.ts'

/** A part of a text that two people changed differently, with the words of both. */
export type Konflikt = {
  /** Name of the module, or of another field. */
  readonly teil: string
  readonly titel: string
  /** `Html` of a module; '' where it says nothing. Null for another field. */
  readonly meins: string | null
  readonly anderes: string | null
}

/** What a text says now that a person wants to save over what somebody else saved meanwhile. */
export type Zusammenschrift = {
  readonly data: DeskDoc
  readonly konflikte: readonly Konflikt[]
  /** Labels of the parts that were taken from the other. */
  readonly uebernommen: readonly string[]
}

/**
 * Brings together what a person sends with what somebody else saved since the person opened the text. `gesehen`: the
 * `bearbeitungsstand` that the person saw. `wahl` decides parts that both changed; without it they are `konflikte` and the
 * person's own words stand in `data`.
 */
export async function schreibeZusammen(
  req: PayloadRequest,
  texts: { readonly stored: DeskDoc; readonly sent: DeskDoc; readonly gesehen: number },
  wahl: Readonly<Record<string, Mitschriftwahl>> = {},
): Promise<Zusammenschrift> {
  const { stored, gesehen } = texts
  const sent = { ...stored, ...texts.sent }
  const basis = await versionSeen(req, String(stored['id']), gesehen)
  const mitschrift = mitschriftOf(basis && standOf(basis), standOf(stored), standOf(sent))
  const chosen = { basis, stored, sent, fields: texts.sent, mitschrift, wahl }
  const decided = ([teil, lage]: readonly [string, string]): boolean =>
    lage !== 'konflikt' || teil in wahl
  const open = [...mitschrift].filter((each) => !decided(each)).map(([teil]) => teil)
  return {
    data: joined(chosen),
    konflikte: open.map((teil) => konfliktOf(teil, stored, sent)),
    uebernommen: [...mitschrift]
      .filter(([, lage]) => lage === 'uebernommen')
      .map(([teil]) => labelOf(teil)),
  }
}

/** How often the text has been saved; it is counted up with each save. */
export function bearbeitungsstandOf(doc: DeskDoc): number {
  return numberOrNull(doc, 'bearbeitungsstand') ?? 0
}

/** The text as it was when it had been saved so often. Null: its versions do not go back so far. */
async function versionSeen(
  req: PayloadRequest,
  id: string,
  gesehen: number,
): Promise<DeskDoc | null> {
  const { docs } = await req.payload.db.findVersions<DeskDoc>({
    collection: 'fassungen',
    where: {
      and: [{ parent: { equals: id } }, { 'version.bearbeitungsstand': { equals: gesehen } }],
    },
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.version ?? null
}

/** What the house sets or keeps beside the words. */
const OHNE: ReadonlySet<string> = new Set([
  ...MODULNAMEN,
  'weblinks',
  'id',
  'titel',
  'zustand',
  'folgenummer',
  'createdAt',
  'updatedAt',
  'verfasser',
  'bearbeitungsstand',
  'eilfall',
  'elternkenntnis',
  'wiederaufgenommen',
  'uebersetztAus',
  'aufNeuemStand',
])

function standOf(doc: DeskDoc): Stand {
  return new Map([
    ...MODULNAMEN.map((modul) => [modul, modulstand(doc, modul)] as const),
    ...Object.keys(doc)
      .filter((name) => !OHNE.has(name))
      .map((name) => [name, feldstand(relationsAsIds(doc[name]))] as const),
  ])
}

/** A populated document counts as its id. */
function relationsAsIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relationsAsIds)
  if (typeof value !== 'object' || value === null || 'root' in value) return value
  if ('id' in value && 'updatedAt' in value) return value.id
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, relationsAsIds(member)]),
  )
}

type Chosen = {
  readonly basis: DeskDoc | null
  readonly stored: DeskDoc
  /** What was sent, filled up with what is stored. */
  readonly sent: DeskDoc
  readonly fields: DeskDoc
  readonly mitschrift: Mitschrift
  readonly wahl: Readonly<Record<string, Mitschriftwahl>>
}

function joined(chosen: Chosen): DeskDoc {
  const { stored, sent, fields, mitschrift, wahl } = chosen
  const isTheirs = (teil: string): boolean =>
    mitschrift.get(teil) === 'uebernommen' ||
    (mitschrift.get(teil) === 'konflikt' && wahl[teil] === 'anderer')
  const inBoth = MODULNAMEN.filter(
    (modul) => mitschrift.get(modul) === 'konflikt' && wahl[modul] === 'beide',
  )
  const both = new Map(inBoth.map((modul) => [modul, bothIn(modul, chosen)]))
  const taken = [...mitschrift.keys()].filter(isTheirs).map((teil) => [teil, stored[teil]] as const)
  return {
    ...fields,
    ...(Object.fromEntries(taken) as DeskDoc),
    ...Object.fromEntries([...both].map(([modul, desk]) => [modul, desk[modul]])),
    weblinks: MODULNAMEN.flatMap((modul) => {
      const source = both.get(modul) ?? (isTheirs(modul) ? stored : sent)
      return rowsOf(source, 'weblinks').filter((row) => row['modul'] === modul)
    }),
  }
}

/** The desk's fields of a module with the words of both. A half-written row of one of them keeps one's own words. */
function bothIn(modul: Modulname, { basis, stored, sent }: Chosen): DeskDoc {
  const [anderer, eigen] = [inhaltFrom(stored), inhaltFrom(sent)]
  if (!anderer.ok || !eigen.ok) return sent
  const before = basis ? inhaltFrom(basis) : null
  const beitrag = beideTexte(modul, {
    basis: before?.ok ? before.value[modul] : undefined,
    anderer: anderer.value[modul],
    eigen: eigen.value[modul],
  })
  return beitrag ? deskInhalt({ [modul]: beitrag }) : sent
}

function konfliktOf(teil: string, stored: DeskDoc, sent: DeskDoc): Konflikt {
  const isModul = MODULNAMEN.some((name) => name === teil)
  return {
    teil,
    titel: labelOf(teil),
    meins: isModul ? wordsOf(sent, teil as Modulname) : null,
    anderes: isModul ? wordsOf(stored, teil as Modulname) : null,
  }
}

function wordsOf(doc: DeskDoc, modul: Modulname): string {
  const inhalt = inhaltFrom(doc)
  const beitrag: FassungInhalt[Modulname] | undefined = inhalt.ok ? inhalt.value[modul] : undefined
  return beitrag ? wortlautOf(modul, beitrag.wert as never) : ''
}

function labelOf(teil: string): string {
  return MODULNAMEN.some((name) => name === teil)
    ? modulLabel(teil as Modulname)
    : (FELDER[teil] ?? teil)
}

const FELDER: Readonly<Record<string, string | undefined>> = {
  leistung: 'Leistung',
  ebene: 'Ebene',
  gebiet: 'Gebiet',
  sprache: 'Sprache',
  variantVon: 'Sprachfassung von',
  maschinell: 'Maschinell übersetzt',
  beginn: 'Gilt ab',
  ende: 'Gilt bis',
  danach: 'Was gilt danach?',
  basis: 'Geschrieben auf Grundlage von',
  berichtigt: 'Berichtigt die Fassung',
  rechtsnormen: 'Rechtsgrundlagen',
  redaktion: 'Redaktion',
  aenderungsart: 'Was ändert sich?',
  embargo: 'Embargo',
  zugewiesen: 'Wer arbeitet daran?',
}
