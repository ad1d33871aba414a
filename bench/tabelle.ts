/** What a figure is judged by: at least or at most so much; without it, it is a first measurement. */
export type Ziel =
  | { readonly mindestens: number; readonly einheit: string }
  | { readonly hoechstens: number; readonly einheit: string }
  | null

type Zeile = readonly [was: string, wert: string, ziel: string, urteil: string]

const zeilen: Zeile[] = []
const KOPF: Zeile = ['Messung', 'Ergebnis', 'Ziel', 'Urteil']

/** Notes one figure, and prints it at once, because a long run may be cut off. `wert` is what is judged. */
export function melde(was: string, ergebnis: string, ziel: Ziel = null, wert = NaN): void {
  const zeile: Zeile = [was, ergebnis, zielText(ziel), urteil(ziel, wert)]
  zeilen.push(zeile)
  console.log(`  ${zeile.join(' · ')}`)
}

/** Says what goes on. */
export function sage(text: string): void {
  console.log(`\n${text}`)
}

/** All figures as a Markdown table, for `docs/leistung.md`. */
export function druckeTabelle(): void {
  const lines = [KOPF, ...zeilen]
  const widths = KOPF.map((_title, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  const row = (line: readonly string[]): string =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  console.log(['', row(KOPF), rule, ...zeilen.map(row)].join('\n'))
}

/** How many figures miss their target. */
export function verfehlte(): number {
  return zeilen.filter(([, , , each]) => each === VERFEHLT).length
}

/** A number as Germans write it. */
export function zahlText(value: number, digits = 1): string {
  return value.toLocaleString('de-DE', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/** Milliseconds, or seconds where there are many. */
export function dauer(ms: number): string {
  return ms >= 10_000 ? `${zahlText(ms / 1000)} s` : `${zahlText(ms, ms < 100 ? 1 : 0)} ms`
}

/** Bytes per second of so many bytes in so many milliseconds. */
export function durchsatz(bytes: number, ms: number): string {
  return `${zahlText(bytes / 1e6 / (ms / 1000))} MB/s`
}

const VERFEHLT = 'verfehlt'

function zielText(ziel: Ziel): string {
  if (ziel === null) return '–'
  return 'mindestens' in ziel
    ? `≥ ${ziel.mindestens} ${ziel.einheit}`
    : `≤ ${ziel.hoechstens} ${ziel.einheit}`
}

function urteil(ziel: Ziel, wert: number): string {
  if (ziel === null) return 'erste Messung'
  const isMet = 'mindestens' in ziel ? wert >= ziel.mindestens : wert <= ziel.hoechstens
  return isMet ? 'erreicht' : VERFEHLT
}
