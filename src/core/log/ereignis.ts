import type {
  Aussetzung,
  Folgenummer,
  Freigegeben,
  Inhaltshash,
  Variante,
  Zurueckziehung,
} from '#core/fassung/fassung.ts'
import type { Angebot } from '#core/fassung/angebot.ts'
import type { Modulsperre } from '#core/fassung/modulsperre.ts'
import type { Rueckmeldung, Schweigefrist } from '#core/fassung/schweigefrist.ts'
import type { Gebiet } from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import type { Zustaendigkeit } from '#core/stelle/stelle.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** What an entry does, in the words of the editorial act. */
export type Ereignisart =
  | 'freigabe'
  | 'berichtigung'
  | 'zurueckziehung'
  | 'aussetzung'
  | 'wiederaufnahme'
  | 'zeitgrenze'
  | 'absage'
  | 'objekt'
  | 'schweigefrist'
  | 'rueckmeldung'
  | 'import'

/** One public act. It became true by being appended; it is never changed. */
export type Ereignis = {
  readonly folgenummer: Folgenummer
  /** Instant of the append, UTC, ISO 8601 with milliseconds. */
  readonly zeitpunkt: string
  readonly art: Ereignisart
  /** Id of the person or machine that acted, e.g. `system`. */
  readonly von: string
  /** Id of the second person who confirmed it (zeit.md, rule 4); absent where none is needed. */
  readonly bestaetigtVon?: string
  /** Released without a second person or without Abstimmung and Fachfreigabe; somebody else looks at it afterwards. */
  readonly eilfall?: true
  readonly grund: string | null
  readonly aussagen: readonly Aussage[]
}

/** An entry before the log gives it its Folgenummer. */
export type Ereignisentwurf = Omit<Ereignis, 'folgenummer'> & {
  /** At most one entry of the log has this key: two clicks on "Freigeben" append one entry. Null: no such limit. */
  readonly schluessel: string | null
}

/** One public fact that an entry makes true. An import holds many, all others one or a few. */
export type Aussage =
  | { readonly klasse: 'fassung'; readonly fassung: Freigegeben; readonly pult: Inhaltshash | null }
  | { readonly klasse: 'variante'; readonly variante: Variante; readonly pult: Inhaltshash | null }
  | { readonly klasse: 'zurueckziehung'; readonly zurueckziehung: Zurueckziehung }
  | { readonly klasse: 'aussetzung'; readonly aussetzung: Aussetzung }
  | {
      readonly klasse: 'zeitgrenze'
      readonly zeitgrenze: Zeitgrenze
      readonly pult: Inhaltshash | null
    }
  | { readonly klasse: 'objekt'; readonly objekt: Objektstand; readonly pult: Inhaltshash | null }

/**
 * Things with dated states: what a Stand says holds from `beginn` until its end or the next Stand. The desk shows the
 * Stand saved last; it is all that the editors intend for the future, so it takes back what was still planned then.
 */
export type Objektstand = Objektkopf & Objektwert

export type Objektkopf = {
  readonly id: string
  readonly beginn: Anker
  readonly ende: Anker | null
  /** The day of saving: what had begun by then stays. Absent: saved on its own first day. */
  readonly gespeichertAm?: CalendarDay
}

/** Small values lie in the entry, longer ones in the content table under their hash. */
export type Objektwert =
  | { readonly art: 'gebiet'; readonly wert: Gebiet }
  | { readonly art: 'leistung'; readonly wert: Leistung }
  | { readonly art: 'zustaendigkeit'; readonly wert: Zustaendigkeit }
  | { readonly art: 'modulsperre'; readonly wert: Modulsperre }
  | { readonly art: 'schweigefrist'; readonly wert: Schweigefrist }
  | { readonly art: 'rueckmeldung'; readonly wert: Rueckmeldung }
  | { readonly art: 'angebot'; readonly wert: Angebot }
  | {
      readonly art: 'organisationseinheit' | 'onlinedienst' | 'formular' | 'rechtsnorm'
      readonly inhalt: Inhaltshash
    }

/** Kind of a thing with dated states. */
export type Objektart = Objektwert['art']
