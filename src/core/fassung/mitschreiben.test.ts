import { describe, expect, it } from 'vitest'
import { beideTexte, mitschriftOf, type Stand } from '#core/fassung/mitschreiben.ts'
import { ersetzen } from '../../../tests/support/factories.ts'

const stand = (entries: Readonly<Record<string, string>>): Stand => new Map(Object.entries(entries))

describe('two people at one text', () => {
  const basis = stand({ kurztext: 'a', volltext: 'b', teaser: 'c', ende: 'd' })

  it('part by part: mine, theirs, both alike, both otherwise', () => {
    const anderer = stand({ kurztext: 'neu', volltext: 'b', teaser: 'gleich', ende: 'von ihr' })
    const eigen = stand({ kurztext: 'a', volltext: 'neu', teaser: 'gleich', ende: 'von mir' })
    expect([...mitschriftOf(basis, anderer, eigen)]).toEqual([
      ['kurztext', 'uebernommen'],
      ['volltext', 'eigen'],
      ['ende', 'konflikt'],
    ])
  })

  it('a part that one of them emptied counts as changed', () => {
    const anderer = stand({ volltext: 'b', teaser: 'c', ende: 'd' })
    expect([...mitschriftOf(basis, anderer, basis)]).toEqual([['kurztext', 'uebernommen']])
  })

  it('without the text that it began with nothing is taken in silence', () => {
    expect([...mitschriftOf(null, stand({ kurztext: 'a' }), stand({ kurztext: 'b' }))]).toEqual([
      ['kurztext', 'konflikt'],
    ])
  })

  it('both texts of a module: what only one changed, and both where they met', () => {
    expect(
      beideTexte('volltext', {
        basis: ersetzen('<p>eins zwei drei vier</p>'),
        anderer: ersetzen('<p>EINS zwei DREI vier</p>'),
        eigen: ersetzen('<p>eins zwei 3 vier</p>'),
      }),
    ).toEqual(ersetzen('<p>EINS zwei DREI 3 vier</p>'))
    const own = ersetzen('<p>eins</p>')
    expect(beideTexte('volltext', { basis: undefined, anderer: undefined, eigen: own })).toEqual(
      own,
    )
  })
})
