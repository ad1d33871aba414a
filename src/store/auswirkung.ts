import type { Payload } from 'payload'
import type { Auswirkung, Folge, Gegenstand, Lage } from '#core/log/auswirkung.ts'
import { pultpfad } from '#core/log/objektart.ts'
import { sayAussetzungsgrund, sayLage, sayTag, sayZeitraum } from '#core/log/auswirkungDeutsch.ts'
import type {
  Folgenbericht,
  Lagebericht,
  Verschiebungsbericht,
  Vorschaubericht,
} from '#core/log/vorschaubericht.ts'
import type { Folgenummer } from '#core/fassung/fassung.ts'
import { objektKey, type Chronik } from '#core/log/chronik.ts'
import type { Objektwert } from '#core/log/ereignis.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { textOf, type DeskDoc } from '#store/desk/read.ts'
import { createGetInhalte } from '#store/log.ts'

type Act = Auswirkung & {
  readonly vorher: Zeitgrenze | null
  /** Null: the act is not about the day of a law. */
  readonly nachher: Zeitgrenze | null
  readonly istBerichtigung: boolean
  readonly bekannt: Folgenummer | null
}

/** Says what an act would do, for people. */
export async function reportAuswirkung(
  payload: Payload,
  chronik: Chronik,
  { verschiebungen, folgen, vorher, nachher, istBerichtigung, bekannt }: Act,
): Promise<Vorschaubericht> {
  const all = [...verschiebungen.map(({ gegenstand }) => gegenstand), ...folgen.map(subjectOf)]
  const names = await namesOf(payload, chronik, all)
  const groups = new Map<string | null, Gruppe>()
  const groupOf = (gegenstand: Gegenstand): Gruppe => {
    const id = names.redaktionOf(gegenstand)
    const group = groups.get(id) ?? { verschiebungen: [], folgen: [] }
    groups.set(id, group)
    return group
  }
  for (const { gegenstand, ...lagen } of verschiebungen) {
    groupOf(gegenstand).verschiebungen.push({
      art: gegenstand.art,
      id: gegenstand.id,
      titel: names.title(gegenstand),
      gebiet: names.gebiet(gegenstand),
      vorher: lagebericht(lagen.vorher),
      nachher: lagebericht(lagen.nachher),
      ziel: pultpfad(gegenstand),
    })
  }
  for (const folge of folgen) {
    const subject = subjectOf(folge)
    groupOf(subject).folgen.push({
      art: folge.art,
      titel: names.title(subject),
      satz: sayFolge(folge, names.fassung),
      ziel: pultpfad(subject),
    })
  }
  return {
    vorher: vorher && sayTag(vorher),
    nachher: nachher && sayTag(nachher),
    istBerichtigung,
    bekannt,
    summe: {
      texte: verschiebungen.filter(({ gegenstand }) => gegenstand.art === 'fassung').length,
      objekte: verschiebungen.filter(({ gegenstand }) => gegenstand.art !== 'fassung').length,
      redaktionen: groups.size,
      luecken: folgen.filter(({ art }) => art === 'luecke').length,
      ausgesetzt: folgen.filter(({ art }) => art === 'ausgesetzt').length,
    },
    redaktionen: [...groups]
      .map(([id, group]) => ({ id, name: names.redaktion(id), ...group }))
      // Whoever must look at something stands first.
      .sort(
        (left, right) =>
          Math.sign(right.folgen.length) - Math.sign(left.folgen.length) ||
          left.name.localeCompare(right.name, 'de'),
      ),
  }
}

type Gruppe = {
  readonly verschiebungen: Verschiebungsbericht[]
  readonly folgen: Folgenbericht[]
}

function subjectOf(folge: Folge): Gegenstand {
  return folge.art === 'luecke' ? folge.nach : folge.wer
}

function lagebericht(lage: Lage): Lagebericht {
  return { zustand: lage.zustand, zeitraeume: lage.zeitraeume, satz: sayLage(lage) }
}

function sayFolge(folge: Folge, title: (id: string) => string): string {
  return folge.art === 'luecke'
    ? `Lücke: ${sayZeitraum(folge)} gilt kein Text.`
    : `Wird ausgesetzt: ${sayAussetzungsgrund(folge.grund, title)}`
}

type Names = {
  readonly title: (gegenstand: Gegenstand) => string
  readonly fassung: (id: string) => string
  readonly gebiet: (gegenstand: Gegenstand) => string | null
  readonly redaktion: (id: string | null) => string
  readonly redaktionOf: (gegenstand: Gegenstand) => string | null
}

/** Names as the log knows them; offices, services and forms lie in the content table. */
async function namesOf(
  payload: Payload,
  chronik: Chronik,
  all: readonly Gegenstand[],
): Promise<Names> {
  const hashes = all.flatMap((each) => ('inhalt' in each && each.inhalt ? [each.inhalt] : []))
  const inhalte = await createGetInhalte(payload)([...new Set(hashes)])
  const contentOf = (each: Gegenstand): DeskDoc =>
    ('inhalt' in each && each.inhalt ? inhalte.get(each.inhalt) : {}) as DeskDoc
  const redaktionOf = (each: Gegenstand): string | null =>
    each.redaktionId ?? (textOf(contentOf(each), 'redaktionId') || null)
  const redaktionen = await redaktionNames(payload, all.map(redaktionOf))
  const leistung = (id: string): string => nameInLog(chronik, 'leistung', id) ?? 'Leistung'
  const title = (each: Gegenstand): string => {
    if (each.leistungId !== null) return leistung(each.leistungId)
    const content = contentOf(each)
    return (
      textOf(content, 'name') ||
      textOf(content, 'bezeichnung') ||
      textOf(content, 'titel') ||
      (nameInLog(chronik, each.art === 'fassung' ? 'leistung' : each.art, each.id) ?? each.id)
    )
  }
  return {
    title,
    fassung: (id) => {
      const released = chronik.fassungen.get(id)?.wert
      return released ? leistung(released.leistungId) : id
    },
    gebiet: ({ gebietId }) => (gebietId === null ? null : nameInLog(chronik, 'gebiet', gebietId)),
    redaktion: (id) => (id === null ? 'Ohne Redaktion' : (redaktionen.get(id) ?? id)),
    redaktionOf,
  }
}

function nameInLog(chronik: Chronik, art: Objektwert['art'], id: string): string | null {
  const objekt = chronik.objekte.get(objektKey({ art, id }))?.at(-1)?.wert
  return objekt && 'wert' in objekt && 'name' in objekt.wert ? objekt.wert.name : null
}

async function redaktionNames(
  payload: Payload,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)].filter((id) => id !== null)
  if (wanted.length === 0) return new Map()
  const { docs } = await payload.db.find<{ id: string; name: string }>({
    collection: 'redaktionen',
    where: { id: { in: wanted } },
    limit: 0,
    pagination: false,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}
