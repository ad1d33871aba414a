import type { LeistungId, Sprache, Folgenummer } from '#core/fassung/fassung.ts'
import type { Begriff, Fristauswahl, Kostenauswahl, Weblink } from '#core/fassung/module.ts'
import type { Ebene } from '#core/gebiet/gebiet.ts'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type {
  Anschrift,
  Kommunikation,
  Oeffnungszeit,
  Onlinedienst,
  Organisationseinheit,
  Rolle,
  Sondertag,
} from '#core/stelle/stelle.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * One Leistung as the citizen of one area reads it on one day: what JSON v1 says of it (`exporters/json`), so that a page
 * that shows it says nothing else than the feed.
 */
export type Leistungsblatt = {
  readonly id: LeistungId
  readonly leistungsschluessel: readonly string[]
  readonly name: string
  readonly sprache: Sprache
  /** What beside the modules is there in German only, though another language was asked for; names of members. */
  readonly nurDeutsch: readonly string[]
  readonly stichtag: CalendarDay
  readonly kenntnisstand: Folgenummer
  readonly gebiet: {
    readonly ars: string
    readonly ags: string | null
    readonly name: string
    readonly ebene: Ebene
  }
  readonly gueltigAb: CalendarDay
  readonly gueltigBis: CalendarDay | null
  readonly naechsteAenderung: CalendarDay | null
  readonly geaendert: string
  /** Whether it is offered here; absent while nobody has said. */
  readonly angebot?: Blattangebot
  readonly module: readonly Blattmodul[]
  readonly rechtsgrundlagen: readonly Pick<
    Rechtsnorm,
    'id' | 'art' | 'titel' | 'kurztitel' | 'abkuerzung' | 'normgeber' | 'fundstelle' | 'url'
  >[]
  readonly zustaendigkeiten: readonly { readonly rolle: Rolle; readonly stelle: Blattstelle }[]
  readonly onlinedienste: readonly Pick<
    Onlinedienst,
    'id' | 'bezeichnung' | 'url' | 'titel' | 'vertrauensniveau' | 'nutzerkonto' | 'herkunft'
  >[]
}

/** Whether a Leistung is offered in the area, and where to go instead. */
export type Blattangebot = {
  readonly antwort: 'ja' | 'nein'
  readonly satz?: string
  readonly stattdessen?: { readonly text: string; readonly link: string | null }
}

/** One module of it. */
export type Blattmodul = {
  readonly modul: string
  readonly titel: string
  /** In German, because the language asked for has no fresh text (zeit.md, rule 22). */
  readonly fallback: boolean
  /** A part of it was translated by a machine. */
  readonly maschinell: boolean
  /** Taken over because somebody was silent in a Schweigefrist (zeit.md, rule 11). */
  readonly ohneRueckmeldung?: true
  readonly teile: readonly Blattteil[]
}

/** Who says a part. */
export type Blattherkunft = {
  readonly ebene: Ebene
  readonly gebiet: string | null
  readonly ars: string | null
  readonly fassungId: string
}

/** One part with its origin. What else it has depends on the module. */
export type Blattteil = {
  readonly herkunft: Blattherkunft
  readonly html?: string
  readonly text?: string
  readonly links?: readonly Weblink[]
  readonly fristen?: readonly { readonly angabe: Fristauswahl | null; readonly html: string }[]
  readonly kosten?: readonly {
    readonly betrag: Kostenauswahl
    readonly html: string
    readonly vorkasse: boolean | null
    readonly link: string | null
  }[]
  readonly dauern?: readonly { readonly angabe: Fristauswahl | null; readonly text: string }[]
  readonly eingehend?: readonly Blattdokument[]
  readonly ausgehend?: readonly Blattdokument[]
  readonly begriffe?: readonly Begriff[]
  readonly am?: CalendarDay | null
  readonly durch?: readonly string[]
  readonly portale?: readonly Weblink[]
}

/** A document asked for or handed out. */
export type Blattdokument = { readonly bezeichnung: string; readonly html: string }

/** An office that answers for the Leistung. */
export type Blattstelle = Pick<
  Organisationseinheit,
  | 'id'
  | 'name'
  | 'kurzbeschreibung'
  | 'zeitenHinweis'
  | 'barrierefreiheit'
  | 'webseite'
  | 'terminlink'
> & {
  readonly anschriften: readonly Omit<Anschrift, 'gebietId'>[]
  readonly kommunikation: readonly Kommunikation[]
  readonly oeffnungszeiten: readonly Oeffnungszeit[]
  readonly sondertage: readonly Sondertag[]
}
