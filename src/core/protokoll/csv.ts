/**
 * One line of a CSV for spreadsheets (RFC 4180 with semicolons, as German ones expect them), with its end of line. Every
 * cell is quoted. A cell that a spreadsheet would take for a formula begins with an apostrophe: what somebody typed as a
 * reason must not run on the machine of the auditor.
 */
export function csvLine(cells: readonly (string | number | null)[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`
}

/** The mark by which a spreadsheet knows UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF'

function csvCell(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  const harmless = BEGINS_FORMULA.test(text) ? `'${text}` : text
  return `"${harmless.replaceAll('"', '""')}"`
}

// OWASP, "CSV Injection": these first characters, also behind blanks, which a spreadsheet drops.
const BEGINS_FORMULA = /^\s*[=+\-@\t\r|%]/u
