import { describe, expect, it } from 'vitest'
import { problem } from '#core/errors/problems.ts'
import { fehlertext } from './fehlertext.ts'

describe('fehlertext', () => {
  it('says the sentence once and then where what is wrong', () => {
    const angaben = { dokument: 'a.xml', zeile: 3, regel: 'html', meldung: 'Kein <font>.' }
    const text = fehlertext([
      problem('export-is-invalid', 'a.xml, Zeile 3', angaben),
      problem('export-is-invalid', 'a.xml, Zeile 9', { ...angaben, zeile: 9 }),
    ])
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^Ein Dokument entspricht nicht seinem Schema\./),
      '– a.xml, Zeile 3: Kein <font>. (html)',
      '– a.xml, Zeile 9: Kein <font>. (html)',
    ])
  })

  it('names the objects that would be lost', () => {
    const angaben = { vorher: 12, nachher: 10, fehlend: 2, beispiele: 'leistung a, leistung b' }
    const text = fehlertext([problem('export-shrank', undefined, angaben)])
    expect(text).toContain('vorher 12, jetzt 10')
    expect(text).toContain('– Es fehlen 2: leistung a, leistung b')
  })

  it('says nothing more where there is nothing more to say', () => {
    expect(fehlertext([problem('export-is-empty')])).not.toContain('\n')
  })
})
