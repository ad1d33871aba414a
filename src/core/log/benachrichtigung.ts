import { pultpfad } from '#core/log/objektart.ts'
import { sayTag } from '#core/log/auswirkungDeutsch.ts'
import type { Folgenummer, Inhaltshash, LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { Aussetzungsgrund } from '#core/fassung/reihe.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import { abgesagteTexte, type AbgesagterText } from '#core/log/absage.ts'
import {
  auswirkungOf,
  gegenstandOf,
  type Auswirkung,
  type Folge,
  type Gegenstand,
  type Lage,
  type Verschiebung,
  type Zeitraum,
} from '#core/log/auswirkung.ts'
import { latest, objektKey, reiheKey, type Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis, Ereignisart, Objektart } from '#core/log/ereignis.ts'
import { IMMER } from '#core/log/objekt.ts'
import type { RechtsnormId, Zeitgrenze, Zeitgrenzenart } from '#core/rechtsnorm/zeitgrenze.ts'
import { previousDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** What one entry of the log means for one Redaktion, in German. At most one per entry and Redaktion. */
export type Benachrichtigung = {
  readonly folgenummer: Folgenummer
  readonly redaktionId: RedaktionId
  readonly titel: string
  /** Several lines; a path of ours (`/admin/…`) stands at the end of its line. */
  readonly text: string
  /** Path in the admin where it goes on. */
  readonly ziel: string
  /** Instant of the entry. */
  readonly zeitpunkt: string
}

/** What an entry does to others, before it is put into words. */
export type Betroffenheit = {
  readonly ereignis: Ereignis
  readonly chronik: Chronik
  readonly auswirkung: Auswirkung
  readonly kopien: readonly AbgesagterText[]
}

/** Groups of texts that move alike, and names in a group; more nobody reads. */
const MOST_GROUPS = 12
const MOST_NAMES = 5
const MOST_KOPIEN = 40

/**
 * What an entry does to texts and objects, of whomever. `chronik` must hold the entry; what came after it makes no
 * difference. `hash` is SHA-256 (hex), as of contents.
 */
export function betroffenheitOf(
  ereignis: Ereignis,
  chronik: Chronik,
  hash: (wert: unknown) => string,
): Betroffenheit {
  const { folgenummer } = ereignis
  const auswirkung = auswirkungOf(
    { chronik, kenntnisstand: folgenummer - 1 },
    { chronik, kenntnisstand: folgenummer },
    new Set(ereignis.aussagen.flatMap((aussage) => keysOf(aussage, chronik))),
  )
  return { ereignis, chronik, auswirkung, kopien: abgesagteTexte(ereignis, chronik, hash) }
}

/** Contents to load before it can be put into words: those that say whose an object is, and what things are called. */
export function neededInhalte({
  ereignis,
  chronik,
  auswirkung: { verschiebungen, folgen },
}: Betroffenheit): readonly Inhaltshash[] {
  if (verschiebungen.length === 0 && folgen.length === 0) return []
  const gegenstaende = [
    ...verschiebungen.map(({ gegenstand }) => gegenstand),
    ...folgen.map(concerned),
  ]
  const hashes = new Set<Inhaltshash>()
  const add = (hash: Inhaltshash | null): void => {
    if (hash !== null) hashes.add(hash)
  }
  for (const gegenstand of gegenstaende) if (gegenstand.art !== 'fassung') add(gegenstand.inhalt)
  for (const { rechtsnormId } of zeitgrenzenIn(ereignis))
    add(inhaltOf(chronik, ereignis.folgenummer, rechtsnormId))
  return [...hashes]
}

/**
 * One notification per Redaktion whose texts or objects change their days or their state by the entry. A Redaktion is not
 * told that it released or saved something of its own, unless that leads to something that it must look at. Built from
 * the log alone, so that a rebuild says the same.
 */
export function benachrichtigungenOf(
  betroffenheit: Betroffenheit,
  inhalte: ReadonlyMap<Inhaltshash, unknown>,
): readonly Benachrichtigung[] {
  const { ereignis, auswirkung, kopien } = betroffenheit
  const words = wordsOf(betroffenheit, inhalte)
  const own = ownReleaseOf(ereignis, inhalte)
  const anteile = new Map<RedaktionId, Anteil>()
  const anteilOf = (gegenstand: Gegenstand): Anteil | undefined => {
    const id = redaktionOf(gegenstand, inhalte)
    if (id === null) return undefined
    const anteil = anteile.get(id) ?? { verschiebungen: [], folgen: [], kopien: [] }
    anteile.set(id, anteil)
    return anteil
  }
  for (const each of auswirkung.verschiebungen) anteilOf(each.gegenstand)?.verschiebungen.push(each)
  for (const each of auswirkung.folgen) anteilOf(concerned(each))?.folgen.push(each)
  for (const each of kopien) anteilOf(each.gegenstand)?.kopien.push(each)
  return [...anteile]
    .filter(([id, { folgen }]) => id !== own || folgen.length > 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([redaktionId, anteil]) => ({
      folgenummer: ereignis.folgenummer,
      redaktionId,
      zeitpunkt: ereignis.zeitpunkt,
      titel: titelOf(ereignis, anteil, words),
      text: textOf(betroffenheit, anteil, words),
      ziel: zielOf(ereignis, anteil),
    }))
}

/** What of an entry concerns one Redaktion. */
type Anteil = {
  readonly verschiebungen: Verschiebung[]
  readonly folgen: Folge[]
  readonly kopien: AbgesagterText[]
}

/** How things are called at the Kenntnisstand of the entry. */
type Words = {
  readonly name: (gegenstand: Gegenstand) => string
  readonly rechtsnorm: (id: RechtsnormId) => string
  readonly before: (zeitgrenze: Zeitgrenze) => Zeitgrenze | undefined
}

/** Keys of the rows of texts and of the objects that an Aussage can reach; as in `Chronik.abhaengige`. */
function keysOf(aussage: Aussage, chronik: Chronik): readonly string[] {
  const reiheOf = (id: string): readonly string[] => {
    const beleg = chronik.fassungen.get(id)
    return beleg ? [`reihe|${reiheKey(beleg.wert)}`] : []
  }
  switch (aussage.klasse) {
    case 'fassung':
      return [`reihe|${reiheKey(aussage.fassung)}`]
    case 'zurueckziehung':
      return reiheOf(aussage.zurueckziehung.fassungId)
    case 'aussetzung':
      return reiheOf(aussage.aussetzung.fassungId)
    case 'zeitgrenze':
      return [...(chronik.abhaengige.get(aussage.zeitgrenze.id) ?? [])]
    case 'objekt':
      return [`objekt|${objektKey(aussage.objekt)}`]
    // A variant follows its Fassung.
    case 'variante':
      return []
  }
}

/** Acts by which a Redaktion says something of its own; they are no news to itself. */
const OWN_ACTS: ReadonlySet<Ereignisart> = new Set([
  'freigabe',
  'berichtigung',
  'wiederaufnahme',
  'objekt',
] as const)

function ownReleaseOf(
  { art, aussagen }: Ereignis,
  inhalte: ReadonlyMap<Inhaltshash, unknown>,
): RedaktionId | null {
  const [aussage] = aussagen
  if (!aussage || aussagen.length > 1 || !OWN_ACTS.has(art)) return null
  if (aussage.klasse === 'fassung') return aussage.fassung.redaktionId
  if (aussage.klasse !== 'objekt') return null
  return redaktionOf(gegenstandOf(aussage.objekt), inhalte)
}

function concerned(folge: Folge): Gegenstand {
  return folge.art === 'luecke' ? folge.nach : folge.wer
}

/** Whose it is; null where the log does not say it. */
function redaktionOf(
  gegenstand: Gegenstand,
  inhalte: ReadonlyMap<Inhaltshash, unknown>,
): RedaktionId | null {
  if (gegenstand.redaktionId !== null) return filled(gegenstand.redaktionId)
  return gegenstand.art === 'fassung' ? null : textIn(gegenstand.inhalt, inhalte, 'redaktionId')
}

function wordsOf(
  { chronik, ereignis: { folgenummer } }: Betroffenheit,
  inhalte: ReadonlyMap<Inhaltshash, unknown>,
): Words {
  const objekt = (art: Objektart, id: string) =>
    latest(chronik.objekte.get(objektKey({ art, id })), folgenummer)?.wert
  const leistung = (id: LeistungId): string => {
    const wert = objekt('leistung', id)
    return wert?.art === 'leistung' ? wert.wert.name : 'Leistung'
  }
  const gebiet = (id: GebietId): string => {
    const wert = objekt('gebiet', id)
    return wert?.art === 'gebiet' ? wert.wert.name : 'Gebiet'
  }
  const inPlace = (leistungId: LeistungId, gebietId: GebietId | null): string =>
    gebietId === null ? leistung(leistungId) : `${leistung(leistungId)} (${gebiet(gebietId)})`
  return {
    name: (gegenstand) => {
      const { art, id, leistungId, gebietId } = gegenstand
      if (leistungId !== null) return inPlace(leistungId, gebietId)
      if (art === 'leistung') return leistung(id)
      if (art === 'gebiet') return gebiet(id)
      const inhalt = gegenstand.art === 'fassung' ? null : gegenstand.inhalt
      return textIn(inhalt, inhalte, 'name', 'bezeichnung', 'kurztitel', 'titel') ?? ARTEN[art][0]
    },
    rechtsnorm: (id) =>
      textIn(inhaltOf(chronik, folgenummer, id), inhalte, 'kurztitel', 'abkuerzung', 'titel') ??
      'Rechtsnorm',
    before: ({ id }) => latest(chronik.zeitgrenzen.get(id), folgenummer - 1)?.wert,
  }
}

function inhaltOf(chronik: Chronik, folgenummer: Folgenummer, id: RechtsnormId): string | null {
  const key = objektKey({ art: 'rechtsnorm', id })
  const wert = latest(chronik.objekte.get(key), folgenummer)?.wert
  return wert && 'inhalt' in wert ? wert.inhalt : null
}

function textIn(
  hash: Inhaltshash | null,
  inhalte: ReadonlyMap<Inhaltshash, unknown>,
  ...members: readonly string[]
): string | null {
  const inhalt = hash === null ? undefined : inhalte.get(hash)
  if (typeof inhalt !== 'object' || inhalt === null) return null
  for (const member of members) {
    const text = filled((inhalt as Readonly<Record<string, unknown>>)[member])
    if (text !== null) return text
  }
  return null
}

function filled(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

// The words

function titelOf(ereignis: Ereignis, { verschiebungen, folgen }: Anteil, words: Words): string {
  const [zeitgrenze] = zeitgrenzenIn(ereignis)
  if (zeitgrenze) {
    const what = `${words.rechtsnorm(zeitgrenze.rechtsnormId)}: ${EREIGNISSE[zeitgrenze.art]}`
    return `${what} ${zeitgrenze.stand === 'abgesagt' ? '' : 'jetzt '}${wannOf(zeitgrenze)}`
  }
  const [first] = folgen
  const gegenstand = verschiebungen[0]?.gegenstand ?? (first ? concerned(first) : undefined)
  const many = new Set(verschiebungen.map((each) => each.gegenstand.id)).size
  const name =
    ereignis.aussagen.length > 1 && many > 1
      ? countOf(verschiebungen)
      : gegenstand
        ? words.name(gegenstand)
        : 'Freigabeprotokoll'
  return `${name}: ${ACTS[ereignis.art]}`
}

function textOf(
  { ereignis }: Betroffenheit,
  { verschiebungen, folgen, kopien }: Anteil,
  words: Words,
): string {
  return [
    ...zeitgrenzenIn(ereignis).map((zeitgrenze) => anlassOf(zeitgrenze, words)),
    ...reasonsOf(ereignis),
    `Betroffen bei Ihnen: ${countOf(verschiebungen)}.`,
    ...groupsOf(verschiebungen, words),
    ...folgen.map((folge) => folgeOf(folge, words)),
    ...kopienOf(kopien, words),
    ...whatToDo(folgen, kopien),
  ].join('\n')
}

function anlassOf(zeitgrenze: Zeitgrenze, words: Words): string {
  const norm = words.rechtsnorm(zeitgrenze.rechtsnormId)
  const before = words.before(zeitgrenze)
  const bisher = before ? `bisher ${wannOf(before)}, ` : ''
  const teile = zeitgrenze.teile === undefined ? '' : ` (${zeitgrenze.teile})`
  return `${EREIGNISSE[zeitgrenze.art]} von „${norm}“${teile}: ${bisher}jetzt ${wannOf(zeitgrenze)}.`
}

function reasonsOf({ grund, aussagen }: Ereignis): readonly string[] {
  const reasons = aussagen.flatMap((aussage) => {
    switch (aussage.klasse) {
      case 'zurueckziehung':
        return [aussage.zurueckziehung.grund]
      case 'aussetzung':
        return [aussage.aussetzung.grund]
      case 'zeitgrenze':
        return aussage.zeitgrenze.stand === 'abgesagt' ? [aussage.zeitgrenze.grund] : []
      default:
        return []
    }
  })
  const all = new Set([filled(grund), ...reasons.map(filled)].filter((each) => each !== null))
  return all.size === 0 ? [] : [`Grund: ${[...all].join('; ')}`]
}

/** What moves alike stands together: a law with a hundred texts is one line. */
function groupsOf(verschiebungen: readonly Verschiebung[], words: Words): readonly string[] {
  const groups = new Map<string, { readonly wie: string; readonly moved: Verschiebung[] }>()
  for (const each of verschiebungen) {
    const wie = `bisher ${lageOf(each.vorher)}, jetzt ${lageOf(each.nachher)}`
    const key = `${each.gegenstand.art}|${wie}`
    const group = groups.get(key) ?? { wie, moved: [] }
    group.moved.push(each)
    groups.set(key, group)
  }
  const ordered = [...groups]
    .sort(
      ([left, { moved: some }], [right, { moved: others }]) =>
        others.length - some.length || (left < right ? -1 : 1),
    )
    .map(([, { wie, moved }]) => `• ${countOf(moved)}, ${wie}: ${namesOf(moved, words)}.`)
  const more = ordered.length - MOST_GROUPS
  return more > 0
    ? [...ordered.slice(0, MOST_GROUPS), `• Und ${more} weitere Verschiebungen.`]
    : ordered
}

function namesOf(verschiebungen: readonly Verschiebung[], words: Words): string {
  const names = [...new Set(verschiebungen.map(({ gegenstand }) => words.name(gegenstand)))].sort()
  const more = names.length - MOST_NAMES
  const shown = names.slice(0, MOST_NAMES).join(', ')
  return more > 0 ? `${shown} und ${more} weitere` : shown
}

function folgeOf(folge: Folge, words: Words): string {
  if (folge.art === 'luecke') {
    return `• Lücke: Nach „${words.name(folge.nach)}“ wird ${zeitraumOf(folge)} nichts angeboten.`
  }
  return `• Ausgesetzt: „${words.name(folge.wer)}“, weil ${weilOf(folge.grund)}.`
}

function kopienOf(kopien: readonly AbgesagterText[], words: Words): readonly string[] {
  const lines = kopien
    .map(
      ({ gegenstand, kopieId }) =>
        `• Kopie als Entwurf: „${words.name(gegenstand)}“ /admin/collections/fassungen/${kopieId}`,
    )
    .sort()
  const more = lines.length - MOST_KOPIEN
  return more > 0 ? [...lines.slice(0, MOST_KOPIEN), `• Und ${more} weitere Entwürfe.`] : lines
}

function whatToDo(folgen: readonly Folge[], kopien: readonly AbgesagterText[]): readonly string[] {
  const todo: string[] = []
  if (kopien.length > 0) {
    todo.push(
      'Die freigegebenen Texte bleiben im Nachweis, sie werden aber nie angezeigt. Ihr Inhalt liegt als Entwurf bereit: Geben Sie ihm eine andere Zeitgrenze, oder löschen Sie ihn.',
    )
  }
  if (folgen.some(({ art }) => art === 'ausgesetzt')) {
    todo.push(
      'Bitte nehmen Sie die ausgesetzten Texte wieder auf. Bis dahin gilt weiter, was vorher galt.',
    )
  }
  if (folgen.some(({ art }) => art === 'luecke')) {
    todo.push(
      'Bitte schließen Sie die Lücke: mit einem Text, der sie füllt, oder einem späteren Ende.',
    )
  }
  if (todo.length > 0) return todo
  return [
    'Alle Schnittstellen folgen von selbst. Bitte prüfen Sie, ob Fristen und Übergangsregeln noch stimmen.',
  ]
}

/** On the page of the thing itself, where there is one thing. */
function zielOf(ereignis: Ereignis, { verschiebungen, kopien }: Anteil): string {
  const [kopie] = kopien
  if (kopie)
    return kopien.length === 1
      ? pultpfad({ art: 'fassung', id: kopie.kopieId })
      : '/admin/arbeitsliste'
  const [zeitgrenze] = zeitgrenzenIn(ereignis)
  if (zeitgrenze) return pultpfad({ art: 'zeitgrenze', id: zeitgrenze.id })
  const fassung = verschiebungen.find(({ gegenstand }) => gegenstand.art === 'fassung')
  return fassung ? pultpfad({ art: 'fassung', id: fassung.gegenstand.id }) : '/admin/arbeitsliste'
}

function zeitgrenzenIn({ aussagen }: Ereignis): readonly Zeitgrenze[] {
  return aussagen.flatMap((each) => (each.klasse === 'zeitgrenze' ? [each.zeitgrenze] : []))
}

/** When a Zeitgrenze is, as a sentence says it. */
function wannOf(zeitgrenze: Zeitgrenze): string {
  switch (zeitgrenze.stand) {
    case 'bestimmt':
      return `am ${formatDayLong(zeitgrenze.tag)}`
    case 'abgesagt':
      return 'abgesagt'
    default:
      return sayTag(zeitgrenze)
  }
}

function lageOf({ zustand, zeitraeume }: Lage): string {
  switch (zustand) {
    case 'gilt':
      return zeitraeume.map(zeitraumOf).join(' und ')
    case 'wartet':
      return 'ohne festen Tag'
    case 'ausgesetzt':
      return 'ausgesetzt'
    case 'abgesagt':
      return 'abgesagt'
    case 'entfaellt':
      return 'an keinem Tag'
  }
}

function zeitraumOf({ ab, bis }: Zeitraum): string {
  const until = bis === null ? null : formatDayLong(previousDay(bis))
  if (ab === IMMER) return until === null ? 'immer' : `bis zum ${until}`
  return until === null
    ? `ab dem ${formatDayLong(ab)}`
    : `vom ${formatDayLong(ab)} bis zum ${until}`
}

function weilOf(grund: Aussetzungsgrund): string {
  switch (grund.art) {
    case 'selber-tag':
      return 'ein früher freigegebener Text am selben Tag beginnt'
    case 'vor-grundlage':
      return 'er jetzt vor dem Text beginnen würde, auf dessen Grundlage er geschrieben ist'
    case 'ohne-tag':
      return 'er jetzt enden würde, bevor er beginnt'
    case 'schon-berichtigt':
      return 'eine andere Berichtigung schon an derselben Stelle steht'
    case 'von-hand':
      return 'jemand ihn zurückhält'
  }
}

function countOf(verschiebungen: readonly Verschiebung[]): string {
  const counts = new Map<Gegenstand['art'], Set<string>>()
  for (const { gegenstand } of verschiebungen) {
    const ids = counts.get(gegenstand.art) ?? new Set()
    counts.set(gegenstand.art, ids.add(gegenstand.id))
  }
  const parts = REIHENFOLGE.flatMap((art) => {
    const count = counts.get(art)?.size ?? 0
    return count === 0 ? [] : [`${count} ${ARTEN[art][count === 1 ? 0 : 1]}`]
  })
  return parts.join(', ') || 'keine Verschiebung'
}

const ARTEN = {
  fassung: ['Fassung', 'Fassungen'],
  zustaendigkeit: ['Zuständigkeit', 'Zuständigkeiten'],
  onlinedienst: ['Onlinedienst', 'Onlinedienste'],
  formular: ['Formular', 'Formulare'],
  organisationseinheit: ['Organisationseinheit', 'Organisationseinheiten'],
  modulsperre: ['Modulsperre', 'Modulsperren'],
  schweigefrist: ['Schweigefrist', 'Schweigefristen'],
  rueckmeldung: ['Rückmeldung', 'Rückmeldungen'],
  angebot: ['Angebot', 'Angebote'],
  leistung: ['Leistung', 'Leistungen'],
  rechtsnorm: ['Rechtsnorm', 'Rechtsnormen'],
  gebiet: ['Gebiet', 'Gebiete'],
} as const satisfies Readonly<Record<Gegenstand['art'], readonly [string, string]>>

const REIHENFOLGE = Object.keys(ARTEN) as readonly Gegenstand['art'][]

const EREIGNISSE: Readonly<Record<Zeitgrenzenart, string>> = {
  inkrafttreten: 'Inkrafttreten',
  ausserkrafttreten: 'Außerkrafttreten',
  teilinkrafttreten: 'Teilinkrafttreten',
}

const ACTS: Readonly<Record<Ereignisart, string>> = {
  freigabe: 'neue Fassung freigegeben',
  berichtigung: 'berichtigt',
  zurueckziehung: 'zurückgezogen',
  aussetzung: 'ausgesetzt',
  wiederaufnahme: 'wieder aufgenommen',
  zeitgrenze: 'neuer Tag',
  absage: 'abgesagt',
  objekt: 'geändert',
  schweigefrist: 'Schweigefrist begonnen',
  rueckmeldung: 'Rückmeldung gegeben',
  import: 'durch einen Import geändert',
}
