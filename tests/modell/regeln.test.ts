import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = path.resolve(import.meta.dirname, '../..')
const RULES = 23

/** The rows of the table in README.md: rule, file (or the issue that brings it), title of the test. */
const rows = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8')
  .split('\n')
  .map((line) => /^\| (\d+) +\| (.+?) +\| (.+?) +\|$/.exec(line))
  .filter((match) => match !== null)
  .map(([, rule = '', where = '', title = '']) => ({ rule: Number(rule), where, title }))

describe('the rules of time', () => {
  it(`are ${RULES}, and each is in the table`, () => {
    const all = Array.from({ length: RULES }, (_, index) => index + 1)
    expect([...new Set(rows.map(({ rule }) => rule))]).toEqual(all)
  })

  it('are as many as the table names: no row is written in another form', () => {
    const readme = readFileSync(path.join(import.meta.dirname, 'README.md'), 'utf8')
    const written = readme.split('\n').filter((line) => /^\| *\d/.test(line))
    expect(rows).toHaveLength(written.length)
  })

  it.each(rows)('rule $rule: $where, $title', ({ where, title }) => {
    const file = /^`(.+)`$/.exec(where)?.[1]
    if (file === undefined) {
      expect(where).toMatch(/^with issue (4|5|6|7|10)$/)
      return
    }
    expect(existsSync(path.join(ROOT, file)), `${file} exists`).toBe(true)
    expect(titlesIn(readFileSync(path.join(ROOT, file), 'utf8'))).toContain(title)
  })
})

/** Titles of the tests of a file that run: of `it(…)` and of `it.each(…)(…)`, however they are broken into lines. */
function titlesIn(source: string): readonly string[] {
  const after = /(?:\bit\(|\]\)\(|\] as const\)\(|\)\()\s*(['"`])((?:(?!\1).)+)\1,/g
  return [...source.matchAll(after)].map(([, , title = '']) => title)
}
