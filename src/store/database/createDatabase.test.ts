import { describe, expect, it } from 'vitest'
import { createDatabase } from './createDatabase.ts'

describe('createDatabase', () => {
  it.each([
    ['file:./data/stichtag.db', 'sqlite'],
    ['mongodb://localhost/stichtag', 'mongoose'],
    ['mongodb+srv://cluster.example.org/stichtag', 'mongoose'],
  ])('chooses by scheme: %s', (uri, name) => {
    const { name: chosen, defaultIDType } = createDatabase({ uri, migrations: [] })
    expect(chosen).toBe(name)
    expect(defaultIDType).toBe('text')
  })

  it('does not repeat the password of an address it cannot use', () => {
    const uri = 'postgres://user:geheim@host/db'
    expect(() => createDatabase({ uri, migrations: [] })).toThrow(
      'DATABASE_URI must begin with "file:" or "mongodb:", not "postgres:".',
    )
  })
})
