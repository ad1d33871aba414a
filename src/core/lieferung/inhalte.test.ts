import { describe, expect, it } from 'vitest'
import type { VarianteInhalt } from '#core/fassung/fassung.ts'
import type { MergedInhalt } from '#core/fassung/merge.ts'
import type { FassungInhalt, Modulname, Textwert } from '#core/fassung/module.ts'
import type { Schichteintrag, Varianteneintrag } from '#core/log/uebersicht.ts'
import { day } from '#core/zeit/day.ts'
import {
  ergaenzen,
  ersetzen,
  freigegeben,
  hashInhalt,
  variante,
} from '../../../tests/support/factories.ts'
import { mergedText, variantenText, type Inhalte } from './inhalte.ts'

const LAND: FassungInhalt = {
  kurztext: ersetzen('Ausweis'),
  volltext: ersetzen('Alles über Ausweise'),
}
const ORT: FassungInhalt = { kurztext: ergaenzen('Nur mit Termin') }
const geltend = { folgenummer: 1, ab: day('2026-01-01'), bis: null }

const landSchicht = schicht('land-text', 'land', LAND)
const ortSchicht = schicht('ort-text', 'gemeinde', ORT)

describe('mergedText', () => {
  it('merges the contents that the layers name', () => {
    expect(read(mergedText([landSchicht, ortSchicht], contents(LAND, ORT)))).toEqual({
      kurztext: ['Ausweis', 'Nur mit Termin'],
      volltext: ['Alles über Ausweise'],
    })
  })

  it('takes nothing of a module that a layer above locks', () => {
    const locked = schicht('ort-text', 'gemeinde', ORT, 'kurztext')
    expect(read(mergedText([landSchicht, locked], contents(LAND, ORT)))).toEqual({
      kurztext: ['Ausweis'],
      volltext: ['Alles über Ausweise'],
    })
  })

  it('throws for a content that is missing: the store is broken', () => {
    expect(() => mergedText([landSchicht], new Map())).toThrow(/of Fassung land-text is missing/)
  })
})

describe('variantenText', () => {
  const english = translation(LAND, {
    kurztext: ersetzen('ID card'),
    volltext: ersetzen('All about ID cards'),
  })

  it('gives the words of the variant', () => {
    const { text, fallback } = inEnglish(
      [landSchicht],
      [variant('land-text', english)],
      contents(LAND, english),
    )
    expect(text).toEqual({ kurztext: ['ID card'], volltext: ['All about ID cards'] })
    expect(fallback).toEqual([])
  })

  it('a module whose German words have changed falls back to German, and says so', () => {
    const corrected = { ...LAND, kurztext: ersetzen('Ausweis, neu') }
    const { text, fallback } = inEnglish(
      [schicht('land-text', 'land', corrected)],
      [variant('land-text', english)],
      contents(corrected, english),
    )
    expect(text).toEqual({ kurztext: ['Ausweis, neu'], volltext: ['All about ID cards'] })
    expect(fallback).toEqual(['kurztext'])
  })

  it('a module that was not translated falls back', () => {
    const half = translation(LAND, { kurztext: ersetzen('ID card') })
    const { text, fallback } = inEnglish(
      [landSchicht],
      [variant('land-text', half)],
      contents(LAND, half),
    )
    expect(text).toEqual({ kurztext: ['ID card'], volltext: ['Alles über Ausweise'] })
    expect(fallback).toEqual(['volltext'])
  })

  it('without a variant everything falls back', () => {
    expect(inEnglish([landSchicht], [], contents(LAND)).fallback).toEqual(['kurztext', 'volltext'])
  })

  it('another language is no help', () => {
    const easy = {
      ...variant('land-text', english),
      variante: variante({ sprache: 'de-LS', inhalt: hashInhalt(english) }),
    }
    expect(inEnglish([landSchicht], [easy], contents(LAND, english)).fallback).toEqual([
      'kurztext',
      'volltext',
    ])
  })

  it('a module is fallback as soon as one layer’s part is German', () => {
    const { text, fallback } = inEnglish(
      [landSchicht, ortSchicht],
      [variant('land-text', english)],
      contents(LAND, ORT, english),
    )
    expect(text).toEqual({
      kurztext: ['ID card', 'Nur mit Termin'],
      volltext: ['All about ID cards'],
    })
    expect(fallback).toEqual(['kurztext'])
  })

  it('German words that a translated layer replaces do not count', () => {
    const own: FassungInhalt = { kurztext: ersetzen('Ortsausweis') }
    const ownEnglish = translation(own, { kurztext: ersetzen('Town card') })
    const { text, fallback } = inEnglish(
      [landSchicht, schicht('ort-text', 'gemeinde', own)],
      [variant('ort-text', ownEnglish)],
      contents(LAND, own, ownEnglish),
    )
    expect(text).toEqual({ kurztext: ['Town card'], volltext: ['Alles über Ausweise'] })
    expect(fallback).toEqual(['volltext'])
  })

  it('supplements where the German supplements, whatever the variant says', () => {
    const wrongMode = translation(ORT, { kurztext: ersetzen('By appointment only') })
    const { text } = inEnglish(
      [landSchicht, ortSchicht],
      [variant('land-text', english), variant('ort-text', wrongMode)],
      contents(LAND, ORT, english, wrongMode),
    )
    expect(text['kurztext']).toEqual(['ID card', 'By appointment only'])
  })

  it('a module that only the variant has is left out', () => {
    const more = translation(LAND, { hinweise: ersetzen('More') })
    expect(
      inEnglish([landSchicht], [variant('land-text', more)], contents(LAND, more)).text,
    ).not.toHaveProperty('hinweise')
  })
})

function inEnglish(
  schichten: readonly Schichteintrag[],
  varianten: readonly Varianteneintrag[],
  inhalte: Inhalte,
): {
  readonly text: Readonly<Record<string, readonly string[]>>
  readonly fallback: readonly Modulname[]
} {
  const { inhalt, fallback } = variantenText(schichten, varianten, 'en', inhalte, hashInhalt)
  return { text: read(inhalt), fallback: [...fallback] }
}

function schicht(
  id: string,
  ebene: 'land' | 'gemeinde',
  words: FassungInhalt,
  ...gesperrt: readonly Modulname[]
): Schichteintrag {
  return {
    ...geltend,
    gesperrt: new Set(gesperrt),
    nurErgaenzen: new Set(),
    ohneRueckmeldung: new Set(),
    klasse: 'fassung',
    fassung: freigegeben({ id, ebene, gebietId: ebene, inhalt: hashInhalt(words) }),
  }
}

function variant(giltFuer: string, words: VarianteInhalt): Varianteneintrag {
  return {
    ...geltend,
    klasse: 'variante',
    giltFuer,
    variante: variante({ inhalt: hashInhalt(words) }),
  }
}

/** A translation that was made of exactly these German words. */
function translation(source: FassungInhalt, module: FassungInhalt): VarianteInhalt {
  const quelle = Object.fromEntries(
    Object.entries(source).map(([name, beitrag]) => [name, hashInhalt(beitrag)]),
  )
  return { module, quelle, maschinell: false }
}

function contents(...werte: readonly unknown[]): Inhalte {
  return new Map(werte.map((wert) => [hashInhalt(wert), wert]))
}

function read(merged: MergedInhalt): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    Object.entries(merged).map(([name, teile]) => [
      name,
      teile.map(({ wert }) => (wert as Textwert).text),
    ]),
  )
}
