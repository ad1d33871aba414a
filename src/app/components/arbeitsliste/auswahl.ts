import { byUrgency, type BenannterBefund } from '#core/pruefung/zeitleisten/befunde.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Entwurf } from '../kalender/pultstand.ts'

/** Whose work is shown: that of these Redaktionen, or `alle`. */
export type Redaktionswahl = {
  readonly redaktionen: readonly string[] | 'alle'
  /** Whether the person may choose among all; the others see their own. */
  readonly mayChoose: boolean
}

/** Who looks after the whole Land (`collections/access.ts`: canReadOwn). */
const OVERSEERS: readonly unknown[] = ['administration', 'landesredaktion', 'fachressort']
/** Who has a work list. */
const WORKERS: readonly unknown[] = [...OVERSEERS, 'kommunalredaktion']
/** Who may decide: overrule findings, confirm corrections. */
const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']

/** Whether a person of this role has work on the timelines. */
export function hasArbeitsliste(rolle: unknown): boolean {
  return WORKERS.includes(rolle)
}

/** Whether a person of this role may overrule findings. */
export function mayOverrule(rolle: unknown): boolean {
  return WRITERS.includes(rolle)
}

/** What is shown when `wanted` was asked for: the own Redaktionen first, all only to those who may see them. */
export function redaktionswahl(
  rolle: unknown,
  own: readonly string[],
  wanted: string | undefined,
): Redaktionswahl {
  if (!OVERSEERS.includes(rolle)) return { redaktionen: own, mayChoose: false }
  if (wanted === 'alle' || (wanted === undefined && own.length === 0))
    return { redaktionen: 'alle', mayChoose: true }
  return { redaktionen: wanted === undefined ? own : [wanted], mayChoose: true }
}

/** Whether something of this Redaktion is shown. */
export function belongs({ redaktionen }: Redaktionswahl, redaktionId: string | null): boolean {
  return redaktionen === 'alle' || (redaktionId !== null && redaktionen.includes(redaktionId))
}

/** A finding as the list shows it. */
export type Listenbefund = Pick<
  BenannterBefund,
  'schluessel' | 'schwere' | 'seit' | 'redaktionId' | 'name' | 'text' | 'ziel'
>

/** The findings to be shown, worst first: those of now, and those that only the nightly run finds; not the overruled. */
export function offeneBefunde(
  now: readonly Listenbefund[],
  stored: readonly Listenbefund[],
  overruled: ReadonlySet<string>,
  wahl: Redaktionswahl,
): readonly Listenbefund[] {
  const found = new Map([...stored, ...now].map((befund) => [befund.schluessel, befund]))
  return [...found.values()]
    .filter(({ schluessel, redaktionId }) => {
      return !overruled.has(schluessel) && belongs(wahl, redaktionId)
    })
    .sort(byUrgency)
}

/** A draft with its task. */
export type Entwurfsaufgabe = Entwurf & {
  /** `absage`: made because its law failed. `verstrichen`: its day is past and it was not released. */
  readonly anlass: 'absage' | 'verstrichen' | 'kommt'
}

/**
 * The drafts that call for something: those that a failed law has left, those whose day has passed, those whose day is
 * coming; by urgency.
 */
export function entwurfsaufgaben(
  entwuerfe: readonly Entwurf[],
  kopien: { readonly has: (id: string) => boolean },
  heute: CalendarDay,
  wahl: Redaktionswahl,
): readonly Entwurfsaufgabe[] {
  return entwuerfe
    .filter(({ redaktionId }) => belongs(wahl, redaktionId))
    .flatMap((entwurf): readonly Entwurfsaufgabe[] => {
      if (entwurf.ab !== null)
        return [{ ...entwurf, anlass: entwurf.ab <= heute ? 'verstrichen' : 'kommt' }]
      return kopien.has(entwurf.id) ? [{ ...entwurf, anlass: 'absage' }] : []
    })
    .sort(byAnlass)
}

function byAnlass(left: Entwurfsaufgabe, right: Entwurfsaufgabe): number {
  if (left.anlass !== right.anlass) return RANG[left.anlass] - RANG[right.anlass]
  if (left.ab !== right.ab) return (left.ab ?? '') < (right.ab ?? '') ? -1 : 1
  return left.titel.localeCompare(right.titel, 'de')
}

const RANG: Readonly<Record<Entwurfsaufgabe['anlass'], number>> = {
  absage: 0,
  verstrichen: 1,
  kommt: 2,
}
