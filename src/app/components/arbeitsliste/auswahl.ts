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

/** Path of the page of tasks with these choices; what is left out is not chosen. */
export function aufgabenpfad(wahl: {
  readonly redaktion?: string | undefined
  readonly art?: string | null
  readonly mir?: boolean
}): string {
  const query = new URLSearchParams()
  if (wahl.redaktion !== undefined) query.set('redaktion', wahl.redaktion)
  if (wahl.art !== undefined && wahl.art !== null) query.set('art', wahl.art)
  if (wahl.mir === true) query.set('zugewiesen', 'mir')
  const said = query.toString()
  return said === '' ? '/admin/aufgaben' : `/admin/aufgaben?${said}`
}
