import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findStelle, stelleIn } from './stelle.ts'

const TEXT = 'Der Hund ist klein. Der Hund ist gross.'
const zweiter = stelleIn(TEXT, { von: 20, bis: 28 })

describe('a passage', () => {
  it('remembers its words and what stands around them', () => {
    expect(zweiter).toEqual({
      worte: 'Der Hund',
      davor: 'Der Hund ist klein. ',
      danach: ' ist gross.',
    })
  })

  it.each([
    ['in the same text', TEXT, 'Der Hund', 20],
    ['after words before it', `Neu: ${TEXT}`, 'Der Hund', 25],
    ['after words behind it', `${TEXT} Ende.`, 'Der Hund', 20],
    [
      'when the line breaks elsewhere',
      'Der Hund ist klein.\n\nDer\nHund ist gross.',
      'Der\nHund',
      21,
    ],
    ['when its surroundings are gone', 'Wo ist Der Hund jetzt?', 'Der Hund', 7],
  ])('is found %s', (_name, text, worte, von) => {
    expect(findStelle(text, zweiter)).toEqual({ von, bis: von + worte.length })
  })

  it.each([
    ['its words were changed', 'Die Hündin ist gross.'],
    ['the module is empty', ''],
  ])('is gone when %s', (_name, text) => {
    expect(findStelle(text, zweiter)).toBeNull()
  })

  it('of no words is nowhere', () => {
    expect(findStelle(TEXT, { worte: ' \n', davor: '', danach: '' })).toBeNull()
  })
})

const wort = fc.string({
  minLength: 1,
  maxLength: 6,
  unit: fc.constantFrom('a', 'b', 'c', 'ä', 'ß', '&', '<'),
})
const satz = fc.array(wort, { minLength: 1, maxLength: 12 }).map((worte) => worte.join(' '))

it('is always found where it was taken from, or at an equal place', () => {
  fc.assert(
    fc.property(satz, fc.nat(), fc.nat(), (text, a, b) => {
      const von = a % text.length
      const bis = von + 1 + (b % (text.length - von))
      const stelle = stelleIn(text, { von, bis })
      if (stelle.worte.trim() === '') return
      const found = findStelle(text, stelle)
      expect(found && text.slice(found.von, found.bis)).toBe(stelle.worte.trim())
    }),
  )
})

it('is found again whatever is put before or behind the text', () => {
  fc.assert(
    fc.property(satz, satz, satz, fc.nat(), (before, text, behind, a) => {
      const von = a % text.length
      const stelle = stelleIn(text, { von, bis: text.length })
      if (stelle.worte.trim() === '') return
      const found = findStelle(`${before} ${text} ${behind}`, stelle)
      expect(found).not.toBeNull()
    }),
  )
})
