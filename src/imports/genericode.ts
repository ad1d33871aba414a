import { SaxesParser, type SaxesTagNS } from 'saxes'
import { failed, success } from '#core/ergebnis.ts'
import { problem, type Problem, type ProblemCode } from '#core/errors/problems.ts'
import {
  isListenschluessel,
  type Gebietsliste,
  type Listenebene,
  type Listenzeile,
} from '#core/gebiet/gebietsliste.ts'
import { outsideStringLatin } from '#core/pruefung/stringLatin.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import type { ReadGebietsliste } from '#ports/gebietsliste.ts'

const GENERICODE = 'http://docs.oasis-open.org/codelist/ns/genericode/1.0/'
const LISTS: ReadonlyMap<string, Listenebene> = new Map([
  ['urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs', 'gemeinde'],
  ['urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:kreis', 'kreis'],
  ['urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:bundesland', 'land'],
])
const SCHLUESSEL = 'SCHLUESSEL'
const NAME = 'Bezeichnung'
const HINWEIS = 'Hinweis'
/** The rows of the city states that are no Gemeinden say so: "Stadt-/Ortsteil bzw. Stadtbezirk". */
const ORTSTEIL = /Ortsteil|Stadtbezirk/

/** Nobody repairs more lines than this before the next try. */
const MAX_PROBLEMS = 20
/** No name or URI of an official list comes near to this; what does is not a list. */
const MAX_TEXT = 10_000

/** Reads an official list of areas in genericode 1.0. Memory holds its rows, never the file. */
export const readGenericode: ReadGebietsliste = async (quelle) => {
  const reader = createReader()
  const decoder = new TextDecoder('utf-8', { fatal: true })
  for await (const bytes of quelle) {
    reader.write(decode(() => decoder.decode(bytes, { stream: true })))
    if (reader.isDone()) break
  }
  if (!reader.isDone()) reader.write(decode(() => decoder.decode()))
  return reader.end()
}

/** Null for bytes that are not UTF-8. */
function decode(read: () => string): string | null {
  try {
    return read()
  } catch {
    return null
  }
}

/** What stands in the head of the list. */
type Kopf = {
  uri: string
  kennung: string
  version: string
  gueltigAb: string
  gueltigAbZeile: number
  columns: string[]
  keyColumns: string[]
}

/** A row while it is read. */
type OpenRow = {
  readonly values: Map<string, string>
  /** Line of the key, or of the row until a key is found. */
  zeile: number
  column: number
}

function createReader() {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const problems: Problem[] = []
  const path: string[] = []
  const kopf: Kopf = {
    uri: '',
    kennung: '',
    version: '',
    gueltigAb: '',
    gueltigAbZeile: 0,
    columns: [],
    keyColumns: [],
  }
  const zeilen: Listenzeile[] = []
  const firstLine = new Map<string, number>()
  let ebene: Listenebene | undefined
  let row: OpenRow | undefined
  let text = ''
  let isDone = false
  let lastTagLine = 1

  function refuse(
    code: ProblemCode,
    line: number,
    note?: string,
    angaben?: Record<string, string>,
  ): void {
    if (isDone) return
    const stelle = note === undefined ? `Zeile ${line}` : `Zeile ${line} (${note})`
    problems.push(problem(code, stelle, angaben))
    if (problems.length >= MAX_PROBLEMS) isDone = true
  }

  /** After this nothing further can be understood. */
  function giveUp(code: ProblemCode, note?: string, line = parser.line): void {
    refuse(code, line, note)
    isDone = true
  }

  function open(tag: SaxesTagNS): void {
    if (isDone) return
    lastTagLine = parser.line
    if (path.length === 0 && (tag.local !== 'CodeList' || tag.uri !== GENERICODE)) {
      giveUp('list-is-malformed', `Wurzelelement „${tag.name}“`)
      return
    }
    path.push(tag.local)
    text = ''
    switch (path.join('/')) {
      case 'CodeList/ColumnSet/Column':
        kopf.columns.push(attributeOf(tag, 'Id'))
        return
      case 'CodeList/ColumnSet/Key/ColumnRef':
        kopf.keyColumns.push(attributeOf(tag, 'Ref'))
        return
      case 'CodeList/SimpleCodeList':
        checkKopf()
        return
      case 'CodeList/SimpleCodeList/Row':
        row = { values: new Map(), zeile: parser.line, column: -1 }
        return
      case 'CodeList/SimpleCodeList/Row/Value':
        if (row) row.column = columnOf(tag, row)
    }
  }

  /** A value that names no column belongs to the one after the last value's. */
  function columnOf(tag: SaxesTagNS, { column }: OpenRow): number {
    const name = attributeOf(tag, 'ColumnRef')
    const found = name === '' ? column + 1 : kopf.columns.indexOf(name)
    if (found < 0 || found >= kopf.columns.length) {
      refuse('list-is-malformed', parser.line, `Spalte „${name}“`)
    }
    return found
  }

  function close(): void {
    if (isDone) return
    lastTagLine = parser.line
    const value = text.trim()
    switch (path.join('/')) {
      case 'CodeList/Identification/CanonicalUri':
        kopf.uri = value
        break
      case 'CodeList/Identification/CanonicalVersionUri':
        kopf.kennung = value
        break
      case 'CodeList/Identification/Version':
        kopf.version = value
        break
      case 'CodeList/Annotation/Description/validFrom':
      case 'CodeList/Annotation/Description/datumgueltigkeitab':
        kopf.gueltigAb = value
        kopf.gueltigAbZeile = parser.line
        break
      case 'CodeList/SimpleCodeList/Row/Value/SimpleValue':
        if (row) setValue(row, value)
        break
      case 'CodeList/SimpleCodeList/Row':
        if (row) checkRow(row)
        row = undefined
    }
    path.pop()
    text = ''
  }

  function setValue(open: OpenRow, value: string): void {
    const column = kopf.columns[open.column] ?? ''
    open.values.set(column, value)
    if (column === SCHLUESSEL) open.zeile = parser.line
  }

  /** Stands before the rows: without it no row can be judged. */
  function checkKopf(): void {
    ebene = LISTS.get(kopf.uri)
    if (ebene === undefined) {
      giveUp('list-is-malformed', kopf.uri === '' ? 'ohne Kennung' : `Codeliste „${kopf.uri}“`)
      return
    }
    for (const name of [SCHLUESSEL, NAME]) {
      if (!kopf.columns.includes(name)) giveUp('list-is-malformed', `ohne Spalte „${name}“`)
    }
    if (!kopf.keyColumns.includes(SCHLUESSEL)) {
      giveUp('list-is-malformed', `„${SCHLUESSEL}“ ist nicht der Schlüssel`)
    }
  }

  function checkRow({ values, zeile }: OpenRow): void {
    const schluessel = values.get(SCHLUESSEL) ?? ''
    const name = (values.get(NAME) ?? '').replace(/\s+/g, ' ')
    if (ebene === undefined || !isListenschluessel(ebene, schluessel)) {
      refuse('list-has-wrong-key', zeile, undefined, { wert: schluessel })
      return
    }
    const before = firstLine.get(schluessel)
    if (before !== undefined) {
      refuse('list-has-duplicate-key', zeile, `zuerst in Zeile ${before}`, { wert: schluessel })
      return
    }
    firstLine.set(schluessel, zeile)
    const [foreign] = outsideStringLatin(name)
    if (name === '') refuse('list-is-malformed', zeile, `„${schluessel}“ ohne ${NAME}`)
    // Names leave the house in every delivery, and receivers refuse such a character there.
    else if (foreign !== undefined)
      refuse('text-is-not-string-latin', zeile, NAME, sayCharacter(foreign))
    else
      zeilen.push({
        schluessel,
        name,
        istOrtsteil: ORTSTEIL.test(values.get(HINWEIS) ?? ''),
        zeile,
      })
  }

  function add(part: string): void {
    text += part
    if (text.length > MAX_TEXT) giveUp('list-is-malformed', 'ein Wert ist zu lang')
  }

  parser.on('opentag', open)
  parser.on('closetag', close)
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('doctype', () => {
    giveUp('list-is-malformed', 'DOCTYPE ist nicht erlaubt')
  })
  parser.on('error', ({ message }) => {
    // A bare ampersand swallows everything up to the next semicolon, if need be to the end of the file.
    const isFarBehind = /entity|unclosed|unexpected end/.test(message)
    giveUp('xml-is-malformed', undefined, isFarBehind ? lastTagLine : parser.line)
  })
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^(utf-?8|us-ascii)$/i.test(encoding))
      giveUp('xml-is-malformed', `Kodierung „${encoding}“`)
  })

  return {
    /** True when nothing further could change the answer. */
    isDone: () => isDone,

    write(chunk: string | null): void {
      if (isDone) return
      if (chunk === null) giveUp('xml-is-malformed', 'nicht in UTF-8 kodiert')
      else parser.write(chunk)
    },

    end() {
      if (!isDone) parser.close()
      const gueltigAb = readGueltigAb(kopf)
      if (gueltigAb === null && !isDone) {
        refuse('day-is-malformed', kopf.gueltigAbZeile || lastTagLine, undefined, {
          wert: kopf.gueltigAb,
        })
      }
      if (zeilen.length === 0 && problems.length === 0) refuse('list-is-malformed', lastTagLine)
      if (problems.length > 0 || ebene === undefined || gueltigAb === null)
        return failed(...problems)
      const { kennung, version } = kopf
      return success<Gebietsliste>({ ebene, kennung, version, gueltigAb, zeilen })
    },
  }
}

/** Older lists name no day; then their version is one. */
function readGueltigAb({ gueltigAb, version }: Kopf): CalendarDay | null {
  const tag = parseCalendarDay(gueltigAb === '' ? version : gueltigAb)
  return tag.ok ? tag.value : null
}

function sayCharacter(zeichen: string): Record<string, string> {
  const codepoint = (zeichen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return { zeichen, codepoint: `U+${codepoint}` }
}

function attributeOf(tag: SaxesTagNS, name: string): string {
  return tag.attributes[name]?.value ?? ''
}
