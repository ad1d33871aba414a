import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvLine } from './csv.ts'

describe('a line of a CSV', () => {
  it('quotes every cell and doubles quotes', () => {
    expect(csvLine(['a;b', 'sagt "ja"', 7, null])).toBe('"a;b";"sagt ""ja""";"7";""\r\n')
  })

  it.each(['=1+1', '+49 385', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '|calc', '%0A'])(
    'defuses %j',
    (text) => {
      expect(csvLine([text])).toBe(`"'${text}"\r\n`)
    },
  )

  it('leaves words as they are', () => {
    expect(csvLine(['Gebühr 5 € – gültig ab 1.1.'])).toBe('"Gebühr 5 € – gültig ab 1.1."\r\n')
  })

  it('loses nothing: read back, every cell is what it was, at most behind one apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (cells) => {
        const read = readLine(csvLine(cells))
        expect(read.map((cell, index) => (cell === cells[index] ? cell : cell.slice(1)))).toEqual(
          cells,
        )
        for (const cell of read) expect(cell).not.toMatch(/^\s*[=+\-@\t\r|%]/u)
      }),
    )
  })
})

/** What a reader of RFC 4180 finds in one line. */
function readLine(line: string): readonly string[] {
  const cells: string[] = []
  let rest = line
  for (;;) {
    const match = /^"((?:[^"]|"")*)"(;|\r\n$)/u.exec(rest)
    if (!match) throw new Error(`no CSV: ${JSON.stringify(rest)}`)
    cells.push((match[1] ?? '').replaceAll('""', '"'))
    rest = rest.slice(match[0].length)
    if (match[2] !== ';') return cells
  }
}
