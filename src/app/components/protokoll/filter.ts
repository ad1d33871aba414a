import { midnightInBerlin } from '#core/zeit/berlin.ts'
import { nextDay, parseCalendarDay } from '#core/zeit/day.ts'

/** What the audit is filtered by; '' for "all". Days are stored days. */
export type Protokollwahl = {
  readonly akt: string
  readonly von: string
  readonly bis: string
  readonly person: string
  readonly gegenstand: string
}

const LEER: Protokollwahl = { akt: '', von: '', bis: '', person: '', gegenstand: '' }
const NAMES = Object.keys(LEER) as readonly (keyof Protokollwahl)[]

/** The address of the list with this choice: Payload's own conditions, and the choice itself for the form. */
export function listAddress(wahl: Protokollwahl, search: string): string {
  const query = new URLSearchParams()
  if (search !== '') query.set('search', search)
  let index = 0
  const and = (field: string, operator: string, value: string): void => {
    query.set(`where[or][0][and][${index}][${field}][${operator}]`, value)
    index += 1
  }
  if (wahl.akt !== '') and('akt', 'equals', wahl.akt)
  if (wahl.person !== '') and('vonName', 'like', wahl.person)
  if (wahl.gegenstand !== '') and('gegenstandId', 'equals', wahl.gegenstand)
  const von = parseCalendarDay(wahl.von)
  if (von.ok) and('zeitpunkt', 'greater_than_equal', midnightInBerlin(von.value))
  const bis = parseCalendarDay(wahl.bis)
  if (bis.ok) and('zeitpunkt', 'less_than', midnightInBerlin(nextDay(bis.value)))
  for (const name of NAMES) if (wahl[name] !== '') query.set(name, wahl[name])
  return `/admin/collections/protokoll?${query.toString()}`
}

/** The choice that the address of the list names. */
export function wahlFrom(query: URLSearchParams): Protokollwahl {
  return Object.fromEntries(NAMES.map((name) => [name, query.get(name) ?? ''])) as Protokollwahl
}

/** The address of the CSV that shows what the list shows: its conditions and its search. */
export function exportAddress(query: URLSearchParams): string {
  const kept = [...query].filter(([name]) => name === 'search' || name.startsWith('where['))
  const text = new URLSearchParams(kept).toString()
  return `/api/protokoll/export.csv${text === '' ? '' : `?${text}`}`
}

/** The address of the list of all that was done to one document. */
export function protokollOf(gegenstand: string): string {
  return listAddress({ ...LEER, gegenstand }, '')
}
