import {
  isKurzerWeg,
  mayDo,
  verhaeltnisOf,
  type Ablaufstand,
  type Aktion,
  type Rolle,
} from '#core/ablauf/ablauf.ts'
import { aufgabe, type Aufgabe, type Aufgabenart } from '#core/aufgaben/aufgabe.ts'
import type { FassungId, RedaktionId, Sprache } from '#core/fassung/fassung.ts'
import { genannterTag } from '#core/fassung/schweigefrist.ts'
import { SPRACHE_LABELS } from '#core/fassung/sprachfassung.ts'
import type { Ebene } from '#core/gebiet/gebiet.ts'
import { pultpfad } from '#core/log/objektart.ts'
import { effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze, ZeitgrenzeLookup } from '#core/rechtsnorm/zeitgrenze.ts'
import { addDays, previousDay, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** Who looks at the list. */
export type Konto = {
  readonly id: string
  readonly rolle: Rolle
  /** In whose name the person writes. */
  readonly redaktionIds: readonly RedaktionId[]
  /** The Redaktionen that named one of them as partner for the four eyes. */
  readonly partnerIds: readonly RedaktionId[]
  /** The drafts in which one of them takes part. */
  readonly beteiligt: ReadonlySet<FassungId>
}

/** The day from which a text shall hold. `istFest`: bestimmt; otherwise people only expect it. */
export type Solltag = { readonly tag: CalendarDay; readonly istFest: boolean }

/** The day from which a text shall hold as its anchor stands now; null: nobody can name one. */
export function solltagOf(anker: Anker | null, lookup: ZeitgrenzeLookup): Solltag | null {
  if (anker === null) return null
  const fest = effectiveDay(anker, lookup)
  if (fest !== null) return { tag: fest, istFest: true }
  const geplant = effectiveDay(anker, (id) => asBestimmt(lookup(id)))
  return geplant === null ? null : { tag: geplant, istFest: false }
}

/** A text at the desk, as far as the list of tasks needs it. */
export type Pultstand = Ablaufstand & {
  readonly id: FassungId
  readonly titel: string
  readonly redaktionId: RedaktionId | null
  readonly ebene: Ebene
  readonly sprache: Sprache
  /** The German text that it is a variant of; null: it is a German text. */
  readonly variantVon: FassungId | null
  /** Since when readers have had its German text; null: it is no variant, or its text is not released. */
  readonly deutschSeit: CalendarDay | null
  readonly zugewiesen: string | null
  readonly ab: Solltag | null
  /** Made because its law failed. */
  readonly istKopie: boolean
  readonly angelegtAm: CalendarDay | null
}

/** Nobody releases a text in the last minute: from so many days before its day on, a draft is a task. */
const VORLAUF_TAGE = 60

/**
 * What this account has to do with a text that is at the desk only: release it, approve it, or bring it to release before its
 * day. At most one: the next step of the text. Whether the account may take it is asked of `ABLAUF`. Null: nothing.
 */
export function textaufgabe(text: Pultstand, konto: Konto, heute: CalendarDay): Aufgabe | null {
  const may = mayOf(text, konto)
  if (may('fachlich-freigeben'))
    return task(text, 'fachfreigabe', `Prüfen Sie den Text fachlich.${tagSatz(text)}`)
  const istVerfasser = text.verfasser.includes(konto.id)
  if (text.zustand === 'fachlich-freigegeben' && may('freigeben')) {
    return istVerfasser
      ? null
      : task(text, 'freigabe', `Fachlich freigegeben: Geben Sie den Text frei.${tagSatz(text)}`)
  }
  if (text.zustand !== 'entwurf') return null
  if (text.variantVon !== null) return variantenaufgabe(text, may, istVerfasser)
  const istPartner = !may('bearbeiten') && may('freigeben')
  if (!may('bearbeiten') && !istPartner) return null
  const mine = text.zugewiesen === konto.id
  if (!mine && !isDue(text, heute)) return null
  if (istPartner)
    return istVerfasser || text.verfasser.length === 0
      ? null
      : task(text, 'freigabe', `Die Redaktion hat Sie als zweite Person benannt.${tagSatz(text)}`)
  return task(text, 'entwurf', entwurfssatz(text, may('freigeben'), istVerfasser, heute))
}

/** Translations: readers have German words until they are released. */
function variantenaufgabe(
  text: Pultstand,
  may: (aktion: Aktion) => boolean,
  istVerfasser: boolean,
): Aufgabe | null {
  if (text.deutschSeit === null || !may('bearbeiten')) return null
  const sprache = text.sprache === 'de' ? 'Sprachfassung' : SPRACHE_LABELS[text.sprache]
  const wer = istVerfasser ? 'Eine zweite Person gibt die Übersetzung frei.' : 'Prüfen Sie sie.'
  return aufgabe({
    ...about(text),
    art: 'sprachfassung',
    satz: `${sprache} ist noch nicht freigegeben: Bis dahin lesen alle den deutschen Text. ${wer}`,
    bis: text.deutschSeit,
    seit: text.angelegtAm,
  })
}

function asBestimmt(zeitgrenze: Zeitgrenze | undefined): Zeitgrenze | undefined {
  const tag = genannterTag(zeitgrenze)
  if (!zeitgrenze || tag === null) return zeitgrenze
  const { id, rechtsnormId, art, wortlaut } = zeitgrenze
  return { id, rechtsnormId, art, wortlaut, stand: 'bestimmt', tag, fundstelle: '' }
}

function mayOf(text: Pultstand, konto: Konto): (aktion: Aktion) => boolean {
  const { redaktionId, embargo, zustand } = text
  const has = (ids: readonly RedaktionId[]): boolean =>
    redaktionId !== null && ids.includes(redaktionId)
  const beziehung = {
    eigen: has(konto.redaktionIds),
    partner: has(konto.partnerIds),
    beteiligt: konto.beteiligt.has(text.id),
  }
  const verhaeltnis = verhaeltnisOf(beziehung, embargo)
  const kurzerWeg = isKurzerWeg(text)
  return (aktion) => mayDo({ rolle: konto.rolle, aktion, zustand, verhaeltnis, embargo, kurzerWeg })
}

function isDue({ ab, istKopie }: Pultstand, heute: CalendarDay): boolean {
  return istKopie || (ab !== null && ab.tag <= addDays(heute, VORLAUF_TAGE))
}

function entwurfssatz(
  text: Pultstand,
  mayRelease: boolean,
  istVerfasser: boolean,
  heute: CalendarDay,
): string {
  if (text.istKopie && text.ab === null)
    return 'Die Rechtsnorm dieses Textes ist gescheitert. Wählen Sie unter „Gilt ab“ einen neuen Tag, oder löschen Sie den Entwurf.'
  if (text.ab !== null && text.ab.istFest && text.ab.tag <= heute)
    return `Sollte gelten ab ${formatDayLong(text.ab.tag)} und ist nicht freigegeben. Geben Sie ihn frei, oder wählen Sie einen anderen Tag.`
  return `${schrittSatz(text, mayRelease, istVerfasser)}${tagSatz(text)}`
}

function schrittSatz(text: Pultstand, mayRelease: boolean, istVerfasser: boolean): string {
  if (text.embargo) return 'Unter Embargo: vor der Freigabe aufheben.'
  if (!mayRelease) return 'Stellen Sie den Text fertig, und geben Sie ihn in die Abstimmung.'
  return istVerfasser
    ? 'Stellen Sie den Text fertig; eine zweite Person gibt ihn frei.'
    : 'Stellen Sie den Text fertig, oder geben Sie ihn frei.'
}

function tagSatz({ ab }: Pultstand): string {
  if (ab === null) return ''
  const tag = formatDayLong(ab.tag)
  return ab.istFest ? ` Er soll ab ${tag} gelten.` : ` Er soll voraussichtlich ab ${tag} gelten.`
}

function task(text: Pultstand, art: Aufgabenart, satz: string): Aufgabe {
  // At 0:00 of its day everybody shows it, so the day before is the last one.
  const bis = text.ab === null ? null : previousDay(text.ab.tag)
  return aufgabe({ ...about(text), art, satz, bis, seit: text.angelegtAm })
}

function about({ id, titel, redaktionId, zugewiesen }: Pultstand) {
  const gegenstand = { art: 'fassung', id } as const
  return { titel, redaktionId, zugewiesen, gegenstand, ziel: pultpfad(gegenstand) }
}
