const BERLIN = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/Berlin',
})

/** A stored instant as people here read it: `24.11.2026, 11:24:04`; whatever is none stays as it is. */
export function formatZeitpunkt(instant: string): string {
  const parsed = new Date(instant)
  return Number.isNaN(parsed.getTime()) ? instant : BERLIN.format(parsed)
}
