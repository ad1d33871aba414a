const GERMAN = /^\s*(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})\s*$/
const STORED = /^(\d{4})-(\d{2})-(\d{2})$/

/** `1.1.2027` as it is stored, `2027-01-01`; whatever is no such day stays as it was written, to be refused. */
export function toStoredDay(written: string): string | null {
  if (written.trim() === '') return null
  const [, dayOfMonth = '', month = '', year = ''] = GERMAN.exec(written) ?? []
  if (year === '') return written.trim()
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`
}

/** `2027-01-01` as people read it, `01.01.2027`; whatever is no day stays as it is. */
export function toGermanDay(stored: string): string {
  return stored.replace(STORED, '$3.$2.$1')
}
