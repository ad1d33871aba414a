import type { Ebene } from '#core/gebiet/gebiet.ts'

/** What a person may do (`docs/glossar.md`: Rolle). */
export type Rolle =
  | 'administration'
  | 'landesredaktion'
  | 'kommunalredaktion'
  | 'fachressort'
  | 'auskunft115'
  | 'lesend'

/** All roles, the one that may most first. */
export const ROLLEN = [
  'administration',
  'landesredaktion',
  'kommunalredaktion',
  'fachressort',
  'auskunft115',
  'lesend',
] as const satisfies readonly Rolle[]

/**
 * Where a text stands on its way from draft to release. After the release the log decides; the document only repeats
 * it.
 */
export type Zustand =
  'entwurf' | 'in-abstimmung' | 'fachlich-freigegeben' | 'freigegeben' | 'zurueckgezogen'

/** All states, in the order of the way. */
export const ZUSTAENDE = [
  'entwurf',
  'in-abstimmung',
  'fachlich-freigegeben',
  'freigegeben',
  'zurueckgezogen',
] as const satisfies readonly Zustand[]

/** The states as people read them. */
export const ZUSTAND_LABELS: Readonly<Record<Zustand, string>> = {
  entwurf: 'Entwurf',
  'in-abstimmung': 'In Abstimmung',
  'fachlich-freigegeben': 'Fachlich freigegeben',
  freigegeben: 'Freigegeben',
  zurueckgezogen: 'Zurückgezogen',
}

/** The states in which a text is at the desk only: the log does not hold it yet. */
export const UNVEROEFFENTLICHT = [
  'entwurf',
  'in-abstimmung',
  'fachlich-freigegeben',
] as const satisfies readonly Zustand[]

/** Whether a text is at the desk only. What is no state at all is neither. */
export function isUnveroeffentlicht(zustand: unknown): boolean {
  return UNVEROEFFENTLICHT.some((each) => each === zustand)
}

/** What a person does with a text. */
export type Aktion =
  | 'lesen'
  | 'bearbeiten'
  | 'loeschen'
  | 'zur-abstimmung'
  | 'zurueckholen'
  | 'fachlich-freigeben'
  | 'freigeben'
  | 'eilfall'
  | 'eilfall-bestaetigen'
  | 'zurueckziehen'
  | 'aussetzen'
  | 'wiederaufnehmen'
  | 'folgefassung'
  | 'berichtigen'
  | 'neu-aufsetzen'
  | 'kommentieren'
  | 'abstimmen'

/** All acts. `eilfall` is the release that overrides the long way and the four eyes, with a reason. */
export const AKTIONEN = [
  'lesen',
  'bearbeiten',
  'loeschen',
  'zur-abstimmung',
  'zurueckholen',
  'fachlich-freigeben',
  'freigeben',
  'eilfall',
  'eilfall-bestaetigen',
  'zurueckziehen',
  'aussetzen',
  'wiederaufnehmen',
  'folgefassung',
  'berichtigen',
  'neu-aufsetzen',
  'kommentieren',
  'abstimmen',
] as const satisfies readonly Aktion[]

/**
 * How a person stands to a text, by their Redaktion: it is the text's own; it is the partner that a small Redaktion has
 * named for the four eyes; it takes part in a consultation about it; none of these. The first that fits counts.
 */
export type Verhaeltnis = 'eigen' | 'partner' | 'beteiligt' | 'fremd'

/** All of them, in the order in which they count. */
export const VERHAELTNISSE = [
  'eigen',
  'partner',
  'beteiligt',
  'fremd',
] as const satisfies readonly Verhaeltnis[]

/** What of a text is new: its meaning, or only its form (typing errors, links). */
export type Aenderungsart = 'inhaltlich' | 'redaktionell'

/** What of a text at the desk counts for its next step. */
export type Ablaufstand = {
  readonly zustand: Zustand
  readonly aenderungsart: Aenderungsart
  /** Ids of the accounts that wrote any of its words. */
  readonly verfasser: readonly string[]
  /** A draft of a law that nobody must know of yet: only its own and the involved Redaktionen see it. */
  readonly embargo: boolean
}

/** One line of the table: these roles do this to a text that stands here, on this way, if it is theirs in this way. */
export type Regel = {
  readonly aktion: Aktion
  readonly rollen: readonly Rolle[]
  readonly verhaeltnisse: readonly Verhaeltnis[]
  readonly zustaende: readonly Zustand[]
  /** On which way: `kurz` without consultation and technical approval, `lang` with both. */
  readonly wege: readonly Weg[]
  /** The state after it; absent: it stays. */
  readonly nach?: Zustand
}

/** `kurz`: from draft straight to release. `lang`: by consultation and technical approval. */
export type Weg = 'kurz' | 'lang'

const LAND = ['administration', 'landesredaktion'] as const
const KOMMUNE = ['kommunalredaktion'] as const
const FACH = ['fachressort'] as const
const LESER = ['auskunft115', 'lesend'] as const

const JEDES = VERHAELTNISSE
const EIGEN = ['eigen'] as const
const BETEILIGT = ['beteiligt'] as const

const BEIDE = ['kurz', 'lang'] as const

/** The acts of whoever writes a text: the Land for every text, a Kommunalredaktion for its own. */
function schreibende(
  aktion: Aktion,
  zustaende: readonly Zustand[],
  nach?: Zustand,
): readonly Regel[] {
  const rest = { aktion, zustaende, wege: BEIDE, ...(nach === undefined ? {} : { nach }) }
  return [
    { ...rest, rollen: LAND, verhaeltnisse: JEDES },
    { ...rest, rollen: KOMMUNE, verhaeltnisse: EIGEN },
  ]
}

/** A release, in the name of the own Redaktion or of one that named ours as its partner. */
function freigebende(
  aktion: 'freigeben' | 'eilfall',
  wege: readonly Weg[],
  zustaende: readonly Zustand[],
): readonly Regel[] {
  const rest = { aktion, zustaende, wege, nach: 'freigegeben' } as const
  return [
    { ...rest, rollen: LAND, verhaeltnisse: JEDES },
    { ...rest, rollen: KOMMUNE, verhaeltnisse: ['eigen', 'partner'] },
  ]
}

/**
 * THE table of the house: who does what to a text in which state. Everything asks it: the rows that a list shows, the
 * endpoints, the buttons, the commands, the matrix test. Whatever no line allows is forbidden. Two rules stand above every
 * line (`mayDo`): an Embargo, and the four eyes (`#core/ablauf/freigabeschritt.ts`).
 */
export const ABLAUF: readonly Regel[] = [
  {
    aktion: 'lesen',
    rollen: [...LAND, ...FACH],
    verhaeltnisse: JEDES,
    zustaende: ZUSTAENDE,
    wege: BEIDE,
  },
  {
    aktion: 'lesen',
    rollen: KOMMUNE,
    verhaeltnisse: ['eigen', 'partner', 'beteiligt'],
    zustaende: ZUSTAENDE,
    wege: BEIDE,
  },
  {
    aktion: 'lesen',
    rollen: LESER,
    verhaeltnisse: JEDES,
    zustaende: ['freigegeben'],
    wege: BEIDE,
  },

  ...schreibende('bearbeiten', ['entwurf', 'in-abstimmung']),
  ...schreibende('loeschen', ['entwurf']),
  ...schreibende('zur-abstimmung', ['entwurf'], 'in-abstimmung'),
  ...schreibende('zurueckholen', ['in-abstimmung', 'fachlich-freigegeben'], 'entwurf'),
  {
    aktion: 'fachlich-freigeben',
    rollen: FACH,
    verhaeltnisse: BETEILIGT,
    zustaende: ['in-abstimmung'],
    wege: BEIDE,
    nach: 'fachlich-freigegeben',
  },

  ...freigebende('freigeben', ['kurz'], ['entwurf', 'fachlich-freigegeben']),
  ...freigebende('freigeben', ['lang'], ['fachlich-freigegeben']),
  ...freigebende('eilfall', BEIDE, UNVEROEFFENTLICHT),
  {
    aktion: 'eilfall-bestaetigen',
    rollen: LAND,
    verhaeltnisse: JEDES,
    zustaende: ['freigegeben', 'zurueckgezogen'],
    wege: BEIDE,
  },
  {
    aktion: 'eilfall-bestaetigen',
    rollen: KOMMUNE,
    verhaeltnisse: ['eigen', 'partner'],
    zustaende: ['freigegeben', 'zurueckgezogen'],
    wege: BEIDE,
  },

  ...schreibende('zurueckziehen', ['freigegeben'], 'zurueckgezogen'),
  ...schreibende('aussetzen', ['freigegeben']),
  ...schreibende('wiederaufnehmen', ['freigegeben']),
  ...schreibende('neu-aufsetzen', ['freigegeben']),
  ...schreibende('folgefassung', ['freigegeben', 'zurueckgezogen']),
  // A correction has its second person in the Antrag (zeit.md, rule 4); an error in force waits for no consultation.
  ...schreibende('berichtigen', UNVEROEFFENTLICHT),

  ...schreibende('kommentieren', UNVEROEFFENTLICHT),
  {
    aktion: 'kommentieren',
    rollen: [...KOMMUNE, ...FACH],
    verhaeltnisse: BETEILIGT,
    zustaende: ['in-abstimmung'],
    wege: BEIDE,
  },
  {
    aktion: 'abstimmen',
    rollen: ['landesredaktion', ...KOMMUNE, ...FACH],
    verhaeltnisse: BETEILIGT,
    zustaende: ['in-abstimmung'],
    wege: BEIDE,
  },
]

/** Who wants to do what to which text. */
export type Schritt = {
  readonly rolle: Rolle
  readonly aktion: Aktion
  readonly zustand: Zustand
  readonly verhaeltnis: Verhaeltnis
  readonly embargo: boolean
  readonly kurzerWeg: boolean
}

/** Whether the table allows it. */
export function mayDo(schritt: Schritt): boolean {
  const { rolle, aktion, zustand, verhaeltnis, embargo, kurzerWeg } = schritt
  if (embargo && !isAllowedUnderEmbargo(aktion, verhaeltnis)) return false
  const weg: Weg = kurzerWeg ? 'kurz' : 'lang'
  return ABLAUF.some(
    (regel) =>
      regel.aktion === aktion &&
      regel.rollen.includes(rolle) &&
      regel.verhaeltnisse.includes(verhaeltnis) &&
      regel.zustaende.includes(zustand) &&
      regel.wege.includes(weg),
  )
}

/** Whether this role does this to a text of this relation in any state: then only the state stands in the way. */
export function everMayDo(schritt: Omit<Schritt, 'zustand' | 'kurzerWeg'>): boolean {
  return ZUSTAENDE.some((zustand) =>
    [true, false].some((kurzerWeg) => mayDo({ ...schritt, embargo: false, zustand, kurzerWeg })),
  )
}

/**
 * An embargoed draft exists only for its own Redaktion and for those that take part in its consultation; not for the
 * Administration, not for a partner. Nor is it released: the log is public, so the Embargo is lifted first.
 */
export function isAllowedUnderEmbargo(aktion: Aktion, verhaeltnis: Verhaeltnis): boolean {
  if (verhaeltnis === 'beteiligt') return BETEILIGENDE.includes(aktion)
  return verhaeltnis === 'eigen' && !VEROEFFENTLICHENDE.includes(aktion)
}

/** Whoever takes part reads and says something; the draft is written by its own Redaktion. */
const BETEILIGENDE: readonly Aktion[] = ['lesen', 'kommentieren', 'abstimmen', 'fachlich-freigeben']
const VEROEFFENTLICHENDE: readonly Aktion[] = ['freigeben', 'eilfall', 'berichtigen']

/** The state after an act; the same where it changes none. */
export function nextZustand(aktion: Aktion, zustand: Zustand): Zustand {
  const regel = ABLAUF.find((each) => each.aktion === aktion && each.zustaende.includes(zustand))
  return regel?.nach ?? zustand
}

/**
 * Whether a text goes from draft straight to release: what a Kommune writes, what is only mended in form, and translations.
 * A Land text with a new meaning needs Abstimmung and Fachfreigabe.
 */
export function isKurzerWeg(text: {
  readonly ebene: Ebene
  readonly sprache: string
  readonly aenderungsart: Aenderungsart
}): boolean {
  const istLandtext = text.ebene === 'bund' || text.ebene === 'land'
  return !istLandtext || text.sprache !== 'de' || text.aenderungsart === 'redaktionell'
}

/** What is known about a person's Redaktionen and one text. */
export type Beziehung = {
  readonly eigen: boolean
  readonly partner: boolean
  readonly beteiligt: boolean
}

/**
 * How a person stands to a text. Under an Embargo a partner sees it only as a participant; so it counts as one, not as
 * partner.
 */
export function verhaeltnisOf(
  { eigen, partner, beteiligt }: Beziehung,
  embargo: boolean,
): Verhaeltnis {
  if (eigen) return 'eigen'
  if (partner && !(embargo && beteiligt)) return 'partner'
  return beteiligt ? 'beteiligt' : 'fremd'
}
