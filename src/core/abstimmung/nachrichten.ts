import type { Abstimmung } from '#core/abstimmung/abstimmung.ts'
import { AUSGANG_LABELS, type Ausgang, type Schuldner } from '#core/abstimmung/stimmen.ts'
import type { RedaktionId } from '#core/fassung/fassung.ts'
import { workingDaysBefore } from '#core/zeit/arbeitstage.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** A message to one Redaktion about a consultation. Its key is unique, so it is said once, whoever says it how often. */
export type Abstimmungsnachricht = {
  readonly schluessel: string
  readonly redaktionId: RedaktionId
  readonly titel: string
  readonly text: string
  /** Path of the page on which it goes on. */
  readonly ziel: string
}

/** What messages say of a consultation. */
export type Nachrichtenstoff = Pick<
  Abstimmung,
  'id' | 'titel' | 'frist' | 'embargo' | 'schweigefristTage' | 'fassungIds'
>

/** The path of the page of a consultation. */
export function abstimmungspfad(id: string): string {
  return `/admin/collections/abstimmungen/${encodeURIComponent(id)}`
}

/** The first day on which those who owe a vote are reminded. */
export function erinnerungstag({
  frist,
  erinnerungTage,
}: Pick<Abstimmung, 'frist' | 'erinnerungTage'>): CalendarDay {
  return workingDaysBefore(frist, erinnerungTage)
}

/** Invites these participants. */
export function einladungen(
  stoff: Nachrichtenstoff,
  teilnehmerIds: readonly RedaktionId[],
): readonly Abstimmungsnachricht[] {
  const { id, frist, fassungIds, schweigefristTage } = stoff
  const count = fassungIds.length === 1 ? 'steht ein Text' : `stehen ${fassungIds.length} Texte`
  const silence =
    schweigefristTage > 0
      ? '\nWer einen eigenen Text hat und schweigt, bei dem gilt danach der Text des Landes. Auf der Seite der Abstimmung können Sie sagen, dass Ihr eigener Text bleibt.'
      : ''
  return teilnehmerIds.map((redaktionId) => ({
    schluessel: `abstimmung|${id}|einladung|${redaktionId}`,
    redaktionId,
    titel: `Bitte stimmen Sie ab: ${nameOf(stoff)}`,
    text: `Zur Abstimmung ${count}. Ihre Stimme ist erbeten bis zum ${formatDayLong(frist)}.${silence}`,
    ziel: abstimmungspfad(id),
  }))
}

/**
 * The reminders that are due on this day: to everybody who owes a vote, from `erinnerungstag` to the Frist. A Frist that is
 * put off is reminded of again.
 */
export function faelligeErinnerungen(
  abstimmung: Nachrichtenstoff & Pick<Abstimmung, 'erinnerungTage' | 'zustand'>,
  schuldner: readonly Schuldner[],
  heute: CalendarDay,
): readonly Abstimmungsnachricht[] {
  const { zustand, frist } = abstimmung
  const isDue = zustand === 'offen' && heute >= erinnerungstag(abstimmung) && heute <= frist
  return isDue ? erinnerungen(abstimmung, schuldner, frist) : []
}

/** Reminders that the leading Redaktion sends by hand: at most one a day to each. */
export function erinnerungenVonHand(
  abstimmung: Nachrichtenstoff,
  schuldner: readonly Schuldner[],
  heute: CalendarDay,
): readonly Abstimmungsnachricht[] {
  return erinnerungen(abstimmung, schuldner, `hand-${heute}`)
}

/** Tells the participants how the consultation ended. */
export function schlussnachrichten(
  stoff: Nachrichtenstoff,
  teilnehmerIds: readonly RedaktionId[],
  ende: { readonly ausgang: Ausgang } | { readonly abgebrochenWeil: string },
): readonly Abstimmungsnachricht[] {
  const isBrokenOff = 'abgebrochenWeil' in ende
  const how = isBrokenOff ? 'abgebrochen' : 'beendet'
  const text = isBrokenOff
    ? // The reason may name what is under Embargo.
      stoff.embargo
      ? 'Die Abstimmung wurde abgebrochen.'
      : `Die Abstimmung wurde abgebrochen: ${ende.abgebrochenWeil}`
    : `Die Abstimmung ist beendet. Ergebnis: ${AUSGANG_LABELS[ende.ausgang]}. Was daraus folgt, steht in der Niederschrift.`
  return teilnehmerIds.map((redaktionId) => ({
    schluessel: `abstimmung|${stoff.id}|${how}|${redaktionId}`,
    redaktionId,
    titel: `Abstimmung ${how}: ${nameOf(stoff)}`,
    text,
    ziel: abstimmungspfad(stoff.id),
  }))
}

function erinnerungen(
  stoff: Nachrichtenstoff,
  schuldner: readonly Schuldner[],
  anlass: string,
): readonly Abstimmungsnachricht[] {
  return schuldner.map(({ redaktionId, ohneStimme, aufFrueheremStand }) => ({
    schluessel: `abstimmung|${stoff.id}|erinnerung|${anlass}|${redaktionId}`,
    redaktionId,
    titel: `Erinnerung: ${nameOf(stoff)}`,
    text: [
      `Die Abstimmung läuft bis zum ${formatDayLong(stoff.frist)}.`,
      ohneStimme.length === 0 ? '' : `Es fehlt Ihre Stimme zu ${texts(ohneStimme.length)}.`,
      aufFrueheremStand.length === 0
        ? ''
        : `Seit Ihrer Stimme geändert: ${aufFrueheremStand.length === 1 ? 'ein Text' : `${aufFrueheremStand.length} Texte`}.`,
    ]
      .filter(Boolean)
      .join(' '),
    ziel: abstimmungspfad(stoff.id),
  }))
}

/** A mail lies open: under Embargo not even the title is in it. */
function nameOf({ titel, embargo }: Nachrichtenstoff): string {
  return embargo ? 'eine Abstimmung unter Embargo' : titel
}

function texts(count: number): string {
  return count === 1 ? 'einem Text' : `${count} Texten`
}
