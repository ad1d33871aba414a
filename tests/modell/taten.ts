import fc from 'fast-check'

/**
 * What people may do in a random history: numbers only, so that a history that fails shrinks to a short one. What they mean
 * is decided when they are played (`geschichte.ts`): „the third text" of whatever has been released by then.
 */
export type Tat =
  /** Days pass. */
  | { readonly art: 'warten'; readonly tage: number }
  | {
      readonly art: 'freigeben'
      readonly reihe: number
      readonly beginn: Ankerwahl
      readonly ende: Ankerwahl | null
      readonly danach: 'nichts' | 'vorgaenger'
      /** Which text of the row it is written on top of. */
      readonly basis: number | null
      /** Which text of the row it takes the place of: an ausgesetzter one is taken up again by it. */
      readonly anstelle: number | null
      readonly wiederaufgenommen: boolean
      /** Whether its Kurztext supplements the one above or stands in its place; its fee always stands alone. */
      readonly ergaenzt: boolean
    }
  | { readonly art: 'uebersetzen'; readonly text: number; readonly sprache: 'en' | 'de-LS' }
  /** Sets, moves or un-sets a day, `abstand` days from today. */
  | {
      readonly art: 'verlegen' | 'tag-berichtigen'
      readonly zeitgrenze: number
      readonly stand: 'bestimmt' | 'geplant' | 'geschaetzt' | 'unbestimmt'
      readonly abstand: number
    }
  | { readonly art: 'absagen'; readonly zeitgrenze: number }
  | {
      readonly art: 'berichtigen'
      readonly text: number
      readonly umfang: 'ab-heute' | 'ab-erstem-tag'
      /** Null: the anchor of the corrected text. */
      readonly beginn: Ankerwahl | null
    }
  | {
      readonly art: 'zurueckziehen'
      /** Of the texts and variants together. */
      readonly text: number
      /** Days from today; null: from its first day. */
      readonly abstand: number | null
      readonly folge: 'vorgaenger' | 'ersetzt' | 'leistung-endet'
      readonly durch: number
    }
  | { readonly art: 'aussetzen' | 'wiederaufnehmen'; readonly text: number }
  /** The Land begins a period of silence that ends `arbeitstage` working days before a Zeitgrenze. */
  | {
      readonly art: 'schweigen'
      readonly zeitgrenze: number
      readonly arbeitstage: number
      /** It names the fee, too: that must change nothing. */
      readonly mitKosten: boolean
    }
  /** The Gemeinde answers one of them: its own text stays, or it takes that back. */
  | { readonly art: 'rueckmelden'; readonly frist: number; readonly behaelt: boolean }
  /** The Land locks the Kurztext. */
  | {
      readonly art: 'sperren'
      readonly sperrart: 'unveraenderlich' | 'nur-ergaenzen'
      readonly beginn: Ankerwahl | null
      readonly ende: Ankerwahl | null
    }
  | {
      readonly art: 'speichern'
      readonly was: 'organisationseinheit' | 'zustaendigkeit'
      readonly beginn: Ankerwahl | null
      readonly ende: Ankerwahl | null
    }

/** A fixed day, so many days from today, or a Zeitgrenze with an offset. */
export type Ankerwahl =
  | { readonly abstand: number }
  | { readonly zeitgrenze: number; readonly versatz: number | 'erster-des-folgemonats' }

/** A history: the day on which it begins, and what happens from then on. */
export type Geschichte = { readonly beginn: string; readonly taten: readonly Tat[] }

/** At most so many steps. */
const SCHRITTE = 40

/**
 * Days near which reckoning goes wrong: the turn of the year, 29 February, the ends of short months, both changes of the
 * clocks.
 */
const ANFAENGE = ['2026-12-24', '2028-02-22', '2027-03-22', '2027-10-24', '2027-06-14'] as const

/** The offset that reaches farthest back. */
const EARLIEST_OFFSET = -2

/** Any history of commands. */
export const anyGeschichte: fc.Arbitrary<Geschichte> = fc.record({
  beginn: fc.constantFrom(...ANFAENGE),
  taten: fc.array(anyTat(), { maxLength: SCHRITTE, size: 'max' }),
})

function anyTat(): fc.Arbitrary<Tat> {
  const tat = (art: Tat['art'], rest: { [name: string]: fc.Arbitrary<unknown> }) =>
    fc.record({ art: fc.constant(art), ...rest }) as fc.Arbitrary<Tat>
  const text = fc.nat(11)
  const stand = fc.constantFrom(
    'bestimmt',
    'bestimmt',
    'bestimmt',
    'geplant',
    'geschaetzt',
    'unbestimmt',
  )
  const zeitgrenze = fc.nat(2)
  const abstand = fc.integer({ min: -3, max: 14 })
  return fc.oneof(
    { weight: 5, arbitrary: tat('warten', { tage: fc.integer({ min: 1, max: 4 }) }) },
    {
      weight: 8,
      arbitrary: tat('freigeben', {
        // The first row most of the time: texts shall meet.
        reihe: fc.constantFrom(0, 0, 0, 0, 1, 1, 2),
        beginn: anyAnker(),
        ende: sometimes(1, anyAnker(2, 3)),
        danach: fc.constantFrom('nichts', 'vorgaenger'),
        basis: sometimes(1, text),
        anstelle: sometimes(4, text),
        wiederaufgenommen: fc.boolean(),
        ergaenzt: sometimes(2, fc.constant(true)).map((each) => each ?? false),
      }),
    },
    { weight: 2, arbitrary: tat('uebersetzen', { text, sprache: fc.constantFrom('en', 'de-LS') }) },
    { weight: 5, arbitrary: tat('verlegen', { zeitgrenze, stand, abstand }) },
    { weight: 1, arbitrary: tat('tag-berichtigen', { zeitgrenze, stand, abstand }) },
    { weight: 1, arbitrary: tat('absagen', { zeitgrenze }) },
    {
      weight: 2,
      arbitrary: tat('berichtigen', {
        text,
        umfang: fc.constantFrom('ab-heute', 'ab-erstem-tag'),
        beginn: sometimes(2, anyAnker()),
      }),
    },
    {
      weight: 3,
      arbitrary: tat('zurueckziehen', {
        text,
        abstand: sometimes(1, fc.integer({ min: -1, max: 8 })),
        folge: fc.constantFrom('vorgaenger', 'ersetzt', 'leistung-endet'),
        durch: text,
      }),
    },
    { weight: 2, arbitrary: tat('aussetzen', { text }) },
    { weight: 2, arbitrary: tat('wiederaufnehmen', { text }) },
    {
      weight: 4,
      arbitrary: tat('schweigen', {
        zeitgrenze,
        arbeitstage: fc.integer({ min: 1, max: 4 }),
        mitKosten: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: tat('rueckmelden', {
        frist: fc.nat(5),
        behaelt: fc.constantFrom(true, true, true, false),
      }),
    },
    {
      weight: 1,
      arbitrary: tat('sperren', {
        sperrart: fc.constantFrom('unveraenderlich', 'nur-ergaenzen'),
        beginn: sometimes(1, anyAnker(0, 2)),
        ende: sometimes(1, anyAnker(1, 1)),
      }),
    },
    {
      weight: 3,
      arbitrary: tat('speichern', {
        was: fc.constantFrom('organisationseinheit', 'zustaendigkeit'),
        beginn: sometimes(1, anyAnker(-2, 2)),
        ende: sometimes(2, anyAnker(1, 1)),
      }),
    },
  )
}

/** Fixed days lie `from` days from today at the earliest; Zeitgrenzen come `zeitgrenzen` times as often as they do. */
function anyAnker(from = -2, zeitgrenzen = 1): fc.Arbitrary<Ankerwahl> {
  const versatz = fc.constantFrom(0, 0, 0, 1, 5, EARLIEST_OFFSET, 'erster-des-folgemonats' as const)
  return fc.oneof(
    { weight: 1, arbitrary: fc.record({ abstand: fc.integer({ min: from, max: 14 }) }) },
    { weight: zeitgrenzen, arbitrary: fc.record({ zeitgrenze: fc.nat(2), versatz }) },
  )
}

/** Null `nothing` times as often as a value. */
function sometimes<T>(nothing: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: nothing, arbitrary: fc.constant(null) }, { weight: 1, arbitrary })
}
