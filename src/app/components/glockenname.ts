/** What the bell is called, for those who do not see it: `3 ungelesene Benachrichtigungen`. */
export function glockenname(anzahl: number): string {
  if (anzahl === 0) return 'Keine ungelesenen Benachrichtigungen'
  return anzahl === 1 ? '1 ungelesene Benachrichtigung' : `${anzahl} ungelesene Benachrichtigungen`
}
