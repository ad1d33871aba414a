import type { Zustand } from '#core/ablauf/ablauf.ts'
import type { Abstimmung, Textstand } from '#core/abstimmung/abstimmung.ts'
import type { Gespraech } from '#core/abstimmung/kommentar.ts'
import type { Benannt, Niederschrift } from '#core/abstimmung/niederschrift.ts'
import type { Ergebnis, GeltendeStimme, Textergebnis } from '#core/abstimmung/stimmen.ts'
import type { FassungId, LeistungId } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import type { Ebene, GebietId } from '#core/gebiet/gebiet.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** Everything that the page of a consultation shows to one person. */
export type Abstimmungsseite = {
  readonly heute: CalendarDay
  readonly abstimmung: Abstimmung
  /** What people call the law's day. */
  readonly zeitgrenze: string | null
  /** The day itself, bestimmt or only expected; null while none is named. */
  readonly tag: CalendarDay | null
  readonly fuehrend: Benannt
  readonly teilnehmer: readonly Benannt[]
  readonly ich: {
    readonly fuehrt: boolean
    /** The participants in whose name the person votes. */
    readonly stimmtFuer: readonly Benannt[]
  }
  readonly ergebnis: Ergebnis
  readonly schuldner: readonly (Benannt & {
    readonly ohneStimme: number
    readonly aufFrueheremStand: number
  })[]
  readonly texte: readonly Textzeile[]
  /** The text that is being read. */
  readonly text: Textblatt | null
  readonly niederschrift: Niederschrift | null
  readonly schweigefristen: readonly Schweigefrage[]
}

/** One text of a consultation in its list. */
export type Textzeile = Textstand & {
  readonly titel: string
  /** Null: the person cannot read it (any more), or it is gone. */
  readonly zustand: Zustand | null
  /** Changed since the person last looked; null: the person has not looked at it yet. */
  readonly geaendert: boolean | null
  readonly ergebnis: Textergebnis
  /** The votes in whose name the person votes; absent ones are not given. */
  readonly meine: readonly BenannteStimme[]
  readonly offeneKommentare: number
  readonly darfAbstimmen: boolean
  readonly darfKommentieren: boolean
  /** It went back to its Entwurf while the consultation runs, and may be put before the participants again. */
  readonly darfWiederVorlegen: boolean
}

/** A vote with the name of its Redaktion. */
export type BenannteStimme = GeltendeStimme & { readonly name: string }

/** One text to be read: its contents now and what they are compared with. */
export type Textblatt = {
  readonly fassungId: FassungId
  readonly leistungId: LeistungId
  readonly inhalt: FassungInhalt
  /** What the person saw last, where it is not what stands there now. */
  readonly zuletzt: FassungInhalt | null
  /** The released text that it was written on top of. */
  readonly basis: FassungInhalt | null
  readonly stimmen: readonly BenannteStimme[]
  readonly gespraeche: readonly Gespraech[]
}

/** What silence would end in one row of the person's own texts, and what was answered. */
export type Schweigefrage = {
  readonly schweigefristId: string
  readonly leistung: string
  readonly ebene: Ebene
  readonly gebietId: GebietId
  readonly gebiet: string
  /** Last day to answer, as known now. */
  readonly fristende: CalendarDay
  readonly istVorbei: boolean
  /** The modules that the own text replaces and that silence would take over. */
  readonly module: readonly Modulname[]
  /** The modules that stay by an answer already given. */
  readonly bleiben: readonly Modulname[]
}
