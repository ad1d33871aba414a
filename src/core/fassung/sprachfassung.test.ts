import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VarianteInhalt } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import {
  berichtigung,
  chronikWith,
  ergaenzen,
  ersetzen,
  freigabe,
  freigabeVariante,
  freigegeben,
  hashInhalt,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import {
  bedarfOf,
  carryOver,
  compareSprachfassung,
  isFertig,
  newestCorrection,
  newestVariante,
  quelleOf,
  veralteteModule,
  vorlageAfterSave,
} from './sprachfassung.ts'

const ALT = { kurztext: ersetzen('<p>Alt.</p>'), teaser: ersetzen('<p>Bleibt.</p>') }
const NEU = { ...ALT, kurztext: ersetzen('<p>Neu.</p>') }
const ENGLISCH = { kurztext: ersetzen('<p>Old.</p>'), teaser: ersetzen('<p>Stays.</p>') }

/** Each module of the variant with how it stands. */
function lagen(deutsch: FassungInhalt, module: FassungInhalt, vorlage: FassungInhalt | null) {
  return Object.fromEntries(
    compareSprachfassung(deutsch, { module, vorlage }).map(({ modul, lage }) => [modul, lage]),
  )
}

describe('a language variant beside its German text', () => {
  it('is stale in the module whose German words changed, and only there', () => {
    expect(lagen(NEU, ENGLISCH, ALT)).toEqual({ kurztext: 'veraltet', teaser: 'aktuell' })
  })

  it('is fresh again when the German words are changed back', () => {
    expect(lagen(ALT, ENGLISCH, ALT)).toEqual({ kurztext: 'aktuell', teaser: 'aktuell' })
  })

  it('is stale where a supplement became a replacement: other words are around it now', () => {
    const supplement = { kurztext: ergaenzen('<p>Alt.</p>') }
    expect(lagen(ALT, ENGLISCH, { ...ALT, ...supplement })['kurztext']).toBe('veraltet')
  })

  it('says what is not translated, and what has no German words', () => {
    const module = { hinweise: ersetzen('<p>Extra.</p>') }
    expect(lagen(ALT, module, {})).toEqual({
      kurztext: 'fehlt',
      teaser: 'fehlt',
      hinweise: 'ueberzaehlig',
    })
  })

  it('that was never compared with the German words is stale', () => {
    expect(lagen(ALT, ENGLISCH, { teaser: ALT.teaser })).toEqual({
      kurztext: 'veraltet',
      teaser: 'aktuell',
    })
  })

  it('is finished without the modules that say names and days only', () => {
    const deutsch: FassungInhalt = {
      ...ALT,
      urheber: ersetzen('Ministerium'),
      fachlicheFreigabe: { modus: 'ersetzen', wert: { am: null, durch: ['Ministerium'] } },
    }
    const bedarf = bedarfOf(compareSprachfassung(deutsch, { module: ENGLISCH, vorlage: ALT }))
    expect(bedarf).toEqual({ fehlt: [], veraltet: [] })
    expect(isFertig(bedarf)).toBe(true)
    expect(isFertig(bedarfOf(compareSprachfassung(NEU, { module: ENGLISCH, vorlage: ALT })))).toBe(
      false,
    )
  })
})

describe('what a translation was made from', () => {
  const before = { module: ENGLISCH, vorlage: ALT }

  it('is the German text of now when it is written for the first time', () => {
    expect(vorlageAfterSave(NEU, null, ENGLISCH)).toEqual(NEU)
    expect(vorlageAfterSave(NEU, { module: {}, vorlage: {} }, ENGLISCH)).toEqual(NEU)
  })

  it('stays when a typing error is mended in a stale translation', () => {
    const mended = { ...ENGLISCH, kurztext: ersetzen('<p>Old!</p>') }
    expect(vorlageAfterSave(NEU, before, mended)).toEqual(ALT)
  })

  it('is the German text of now where somebody says that it fits', () => {
    expect(vorlageAfterSave(NEU, before, ENGLISCH, new Set<Modulname>(['kurztext']))).toEqual(NEU)
  })

  it('goes with the translation', () => {
    expect(vorlageAfterSave(NEU, before, { teaser: ENGLISCH.teaser })).toEqual({
      teaser: ALT.teaser,
    })
  })

  it('in a document from before this was noted, is the text as it stands', () => {
    expect(vorlageAfterSave(NEU, { module: ENGLISCH, vorlage: null }, ENGLISCH)).toEqual(NEU)
  })
})

describe('a released variant', () => {
  it('keeps the hashes of what it was made from, not of what was released', () => {
    const quelle = quelleOf(NEU, { module: ENGLISCH, vorlage: ALT }, hashInhalt)
    expect(quelle).toEqual({ kurztext: hashInhalt(ALT.kurztext), teaser: hashInhalt(ALT.teaser) })
    const variante = { module: ENGLISCH, quelle, maschinell: false }
    expect(veralteteModule(NEU, variante, hashInhalt)).toEqual(['kurztext'])
    expect(veralteteModule(ALT, variante, hashInhalt)).toEqual([])
  })

  it('counts as stale exactly where the desk says so, for any words', () => {
    const words = fc.constantFrom('a', 'b', 'c').map((text) => ersetzen(`<p>${text}</p>`))
    const inhalt = fc.record(
      { kurztext: words, teaser: words, volltext: words },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(inhalt, inhalt, inhalt, (deutsch, module, vorlage) => {
        const stand = { module, vorlage }
        const quelle = quelleOf(deutsch, stand, hashInhalt)
        const variante: VarianteInhalt = { module, quelle, maschinell: false }
        const { veraltet } = bedarfOf(compareSprachfassung(deutsch, stand))
        expect(veralteteModule(deutsch, variante, hashInhalt)).toEqual(veraltet)
      }),
    )
  })
})

describe('a new variant', () => {
  const variante = {
    module: { ...ENGLISCH, hinweise: ersetzen('<p>Gone.</p>') },
    quelle: quelleOf(ALT, { module: ENGLISCH, vorlage: null }, hashInhalt),
    maschinell: false,
  }

  it('takes over the words of the earlier one: only what the law has changed is stale', () => {
    const begun = carryOver(NEU, { deutsch: ALT, variante, vorlage: null }, hashInhalt)
    expect(begun.module).toEqual(ENGLISCH)
    expect(bedarfOf(compareSprachfassung(NEU, begun))).toEqual({
      fehlt: [],
      veraltet: ['kurztext'],
    })
  })

  it('does not make fresh what was stale before', () => {
    const older = ersetzen('<p>Noch älter.</p>')
    const stale = { ...variante, quelle: { ...variante.quelle, teaser: hashInhalt(older) } }
    const vorher = { deutsch: ALT, variante: stale, vorlage: null }
    const begun = carryOver(NEU, vorher, hashInhalt)
    expect(bedarfOf(compareSprachfassung(NEU, begun)).veraltet).toEqual(['teaser', 'kurztext'])
    expect(begun.vorlage).toEqual({ kurztext: ALT.kurztext })
    const remembered = carryOver(NEU, { ...vorher, vorlage: { teaser: older } }, hashInhalt)
    expect(remembered.vorlage).toEqual({ kurztext: ALT.kurztext, teaser: older })
  })
})

describe('the German text of now', () => {
  const first = freigegeben()
  const second = berichtigung(first)

  it('is the newest correction that was not withdrawn', () => {
    const chronik = chronikWith(freigabe(first), freigabe(second))
    expect(newestCorrection(chronik, first.id)?.id).toBe(second.id)
    const taken = chronikWith(freigabe(first), freigabe(second), zurueckziehung(second.id))
    expect(newestCorrection(taken, first.id)?.id).toBe(first.id)
    expect(newestCorrection(chronik, 'never-released')).toBeUndefined()
  })

  it('has the variant that was released last and stands', () => {
    const chronik = chronikWith(
      freigabe(first),
      freigabeVariante({ id: 'en-1' }),
      freigabeVariante({ id: 'en-2' }),
      zurueckziehung('en-2'),
    )
    expect(newestVariante(chronik, first.id, 'en')?.id).toBe('en-1')
    expect(newestVariante(chronik, first.id, 'de-LS')).toBeUndefined()
  })
})
