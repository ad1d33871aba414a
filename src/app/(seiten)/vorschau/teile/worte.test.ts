import { describe, expect, it } from 'vitest'
import { vergleicheWorte } from './worte.ts'

describe('the words of two texts', () => {
  it('are told apart one by one, blanks kept', () => {
    expect(vergleicheWorte('kostet 8 Euro.', 'kostet 10 Euro.')).toMatchObject([
      { value: 'kostet ' },
      { value: '8', removed: true },
      { value: '10', added: true },
      { value: ' Euro.' },
    ])
  })

  it('keep German letters in one word', () => {
    const stuecke = vergleicheWorte('die Gebühr', 'die Gebühren')
    expect(stuecke?.filter(({ removed }) => removed).map(({ value }) => value)).toEqual(['Gebühr'])
  })

  it('are not told apart where nearly all differ: it would cost the square of their number', () => {
    const many = (start: string) => Array.from({ length: 3000 }, (_, i) => `${start}${i}`).join(' ')
    expect(vergleicheWorte(many('a'), many('b'))).toBeNull()
  })
})
