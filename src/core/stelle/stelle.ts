import type { LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

export type OrganisationseinheitId = string
export type OnlinedienstId = string
export type FormularId = string

/** Address; `typ` is a code of `urn:xoev-de:fim:codeliste:xzufi.anschrifttyp` (001 Hausanschrift …). */
export type Anschrift = {
  readonly typ: string
  readonly strasse: string | null
  readonly hausnummer: string | null
  readonly postfach: string | null
  readonly plz: string
  readonly ort: string
  readonly zusatz: string | null
  readonly gebietId: GebietId | null
}

/** A way to reach an office; `kanal` is a code of `urn:de:xoev:codeliste:erreichbarkeit` (01 E-Mail, 02 Telefon Festnetz …). */
export type Kommunikation = {
  readonly kanal: string
  readonly kennung: string
  readonly zusatz: string | null
}

/** Day of the week as ISO 8601 numbers it: 1 Monday … 7 Sunday. */
export type Wochentag = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** Opening on a weekday, local times `HH:MM`. */
export type Oeffnungszeit = {
  readonly wochentag: Wochentag
  readonly von: string
  readonly bis: string
  readonly hinweis: string | null
}

/** A day on which the regular hours do not hold: closed (`zeiten` empty) or other hours. */
export type Sondertag = {
  readonly tag: CalendarDay
  readonly zeiten: readonly { readonly von: string; readonly bis: string }[]
  readonly anlass: string | null
}

/** An office that answers for public services. */
export type Organisationseinheit = {
  readonly id: OrganisationseinheitId
  readonly name: string
  readonly kurzbeschreibung: string | null
  readonly uebergeordnet: OrganisationseinheitId | null
  readonly redaktionId: RedaktionId
  readonly anschriften: readonly Anschrift[]
  readonly kommunikation: readonly Kommunikation[]
  readonly oeffnungszeiten: readonly Oeffnungszeit[]
  readonly sondertage: readonly Sondertag[]
  readonly zeitenHinweis: string | null
  readonly barrierefreiheit: {
    readonly rollstuhlgerecht: boolean | null
    readonly aufzug: boolean | null
    readonly hinweis: string | null
  }
  readonly webseite: string | null
  readonly terminlink: string | null
}

/** Who answers for a Leistung in a Gebiet, in one role. */
export type Zustaendigkeit = {
  readonly id: string
  readonly leistungId: LeistungId
  readonly gebietId: GebietId
  readonly stelle:
    | { readonly art: 'organisationseinheit'; readonly id: OrganisationseinheitId }
    | { readonly art: 'onlinedienst'; readonly id: OnlinedienstId }
  readonly rolle: Rolle
  /** Who keeps it; absent in entries of before this was logged. */
  readonly redaktionId?: RedaktionId
}

/** Role of an office for a Leistung. */
export type Rolle = 'zustaendige-stelle' | 'ansprechpunkt' | 'antragsannahme'

/** A service that can be used online. */
export type Onlinedienst = {
  readonly id: OnlinedienstId
  readonly bezeichnung: string
  readonly url: string
  readonly titel: string | null
  readonly vertrauensniveau: string | null
  /** The account that a user logs in with, e.g. BundID. */
  readonly nutzerkonto: string | null
  readonly herkunft: 'land' | 'kommune' | 'efa'
  readonly redaktionId: RedaktionId
}

/** A form to download or to fill in. */
export type Formular = {
  readonly id: FormularId
  readonly bezeichnung: string
  readonly url: string | null
  readonly beschreibung: string | null
  readonly redaktionId: RedaktionId
}
