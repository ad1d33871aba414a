import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VarianteInhalt, Variantensprache } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Textmodulname } from '#core/fassung/module.ts'
import { quelleOf } from '#core/fassung/sprachfassung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { abschnitteOf } from '#core/vorschau/darstellung.ts'
import { textOf } from '#core/vorschau/markup.ts'
import { neededInhalte, presentLeistung } from '#exporters/json/present.ts'
import {
  am,
  ergaenzen,
  ersetzen,
  freigabeVariante,
  gespeicherteModulsperre,
  gespeicherteZustaendigkeit,
  grundbestand,
  hashInhalt,
} from '../support/factories.ts'
import {
  auftragAm,
  createWelt,
  fassung,
  filesOf,
  inhaltsobjekt,
  standAm,
  type Welt,
} from './welt.ts'

/** Every German word of this world, and nothing else, begins with these two letters. */
const GERMAN = /DE[0-9a-z-]+/
const MODULE = ['leistungsbezeichnung', 'kurztext', 'volltext', 'hinweise'] as const
const ALLE_SPRACHEN = ['en', 'de-LS'] as const satisfies readonly Variantensprache[]

/** What one layer says of one module, and how far it is translated. */
type Modulplan = {
  readonly modus: 'ersetzen' | 'ergaenzen'
  readonly uebersetzt: 'nicht' | 'aktuell' | 'veraltet'
}
type Schichtplan = {
  readonly module: Partial<Record<(typeof MODULE)[number], Modulplan>>
  readonly sprachen: readonly Variantensprache[]
  readonly maschinell: boolean
}
type Plan = { readonly schichten: readonly Schichtplan[]; readonly gesperrt: boolean }

const EBENEN = [
  { ebene: 'bund', gebietId: 'bund' },
  { ebene: 'land', gebietId: 'land' },
  { ebene: 'amt', gebietId: 'amt' },
  { ebene: 'gemeinde', gebietId: 'gemeinde' },
] as const

const modulplan = fc.record({
  modus: fc.constantFrom('ersetzen' as const, 'ergaenzen' as const),
  uebersetzt: fc.constantFrom('nicht' as const, 'aktuell' as const, 'veraltet' as const),
})
const schichtplan: fc.Arbitrary<Schichtplan> = fc.record({
  module: fc.record(
    Object.fromEntries(MODULE.map((name) => [name, modulplan])) as Record<
      (typeof MODULE)[number],
      typeof modulplan
    >,
    { requiredKeys: [] },
  ),
  sprachen: fc.subarray([...ALLE_SPRACHEN]),
  maschinell: fc.boolean(),
})
const plan: fc.Arbitrary<Plan> = fc.record({
  schichten: fc.array(schichtplan, { minLength: 1, maxLength: EBENEN.length }),
  gesperrt: fc.boolean(),
})

/** A log in which these layers and variants are released. */
function weltOf({ schichten, gesperrt }: Plan): Welt {
  const welt = createWelt()
  welt.append(grundbestand())
  const amt = { id: 'stelle', name: 'DEamt', anschriften: [] }
  welt.append([
    inhaltsobjekt(welt, 'rechtsnorm', RECHTSNORM),
    inhaltsobjekt(welt, 'organisationseinheit', { ...STELLE, ...amt }),
    gespeicherteZustaendigkeit({ stelle: { art: 'organisationseinheit', id: 'stelle' } }),
    ...(gesperrt ? [gespeicherteModulsperre({ module: ['kurztext'] })] : []),
  ])
  schichten.forEach((each, index) => {
    const ort = EBENEN[index] ?? EBENEN[0]
    const id = `text-${ort.ebene}`
    const words = germanOf(each, ort.ebene)
    const kopf = { id, ...ort, beginn: am('2026-01-01'), rechtsnormIds: ['norm'] }
    welt.append([fassung(welt, kopf, words)])
    for (const sprache of each.sprachen) welt.append([varianteOf(welt, each, id, words, sprache)])
  })
  return welt
}

function germanOf({ module }: Schichtplan, ebene: string): FassungInhalt {
  return Object.fromEntries(
    Object.entries(module).map(([name, { modus }]) => {
      const words = said(name as Textmodulname, `DE-${ebene}-${name}`)
      return [name, modus === 'ersetzen' ? ersetzen(words) : ergaenzen(words)]
    }),
  )
}

function varianteOf(
  welt: Welt,
  { module, maschinell }: Schichtplan,
  fassungId: string,
  deutsch: FassungInhalt,
  sprache: Variantensprache,
): Aussage {
  const translated = Object.entries(module).filter(([, each]) => each.uebersetzt !== 'nicht')
  const words = Object.fromEntries(
    translated.map(([name]) => [name, ersetzen(said(name as Textmodulname, 'translated'))]),
  )
  const vorlage = Object.fromEntries(
    translated.map(([name, { uebersetzt }]) => [
      name,
      uebersetzt === 'aktuell' ? deutsch[name as Textmodulname] : ersetzen('of earlier words'),
    ]),
  )
  const quelle = quelleOf(deutsch, { module: words, vorlage }, hashInhalt)
  const inhalt: VarianteInhalt = { module: words, quelle, maschinell }
  const id = `${fassungId}-${sprache}`
  return freigabeVariante({ id, fassungId, sprache, inhalt: welt.put(inhalt) })
}

function said(name: Textmodulname, words: string): string {
  return name === 'leistungsbezeichnung' ? words : `<p>${words}</p>`
}

const RECHTSNORM = {
  id: 'norm',
  art: 'gesetz',
  titel: 'DEgesetz',
  kurztitel: null,
  abkuerzung: null,
  normgeber: 'land',
  gebietId: 'land',
  fundstelle: null,
  url: null,
  beschlossenAm: null,
  verkuendetAm: null,
}
const STELLE = {
  kurzbeschreibung: null,
  kommunikation: [],
  oeffnungszeiten: [],
  sondertage: [],
  zeitenHinweis: null,
  barrierefreiheit: { rollstuhlgerecht: null, aufzug: null, hinweis: null },
  webseite: null,
  terminlink: null,
  gebietIds: [],
}

async function blattOf(welt: Welt, sprache: Variantensprache | 'de') {
  const { chronik, uebersicht } = standAm(welt, '2027-01-01')
  const gebiet = uebersicht.gebiete.byId.get('gemeinde')!
  const frage = { uebersicht, leistungId: 'personalausweis', gebiet, sprache }
  const inhalte = await welt.getInhalte(neededInhalte(frage))
  return presentLeistung(frage, { chronik, inhalte, hash: hashInhalt })
}

describe('nothing is German in silence, whatever the layers say and however far they are translated', () => {
  it('in JSON: a module or member with German words says so', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.constantFrom(...ALLE_SPRACHEN), async (each, sprache) => {
        const blatt = await blattOf(weltOf(each), sprache)
        if (!blatt) return
        const { module, nurDeutsch, ...members } = blatt
        for (const modul of module) {
          const isGerman = GERMAN.test(JSON.stringify(modul.teile.map(wordsOf)))
          expect([modul.modul, modul.fallback]).toEqual([modul.modul, isGerman])
        }
        for (const [name, value] of Object.entries(members)) {
          if (name === 'gebiet' || name === 'id') continue
          if (GERMAN.test(JSON.stringify(value))) expect(nurDeutsch).toContain(name)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('in JSON: a machine is named exactly where its words are shown', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (each) => {
        const blatt = await blattOf(weltOf(each), 'en')
        const machines = new Set(
          each.schichten.flatMap(({ maschinell }, index) =>
            maschinell ? [`text-${EBENEN[index]?.ebene ?? ''}`] : [],
          ),
        )
        for (const { modul, teile, maschinell } of blatt?.module ?? []) {
          const isShown = teile.some(
            (teil) =>
              machines.has(teil.herkunft.fassungId) && JSON.stringify(teil).includes('translated'),
          )
          expect([modul, maschinell]).toEqual([modul, isShown])
        }
        expect((await blattOf(weltOf(each), 'de'))?.module.some(isMarked)).not.toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('in the preview: a section with German words has its mark', async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.constantFrom(...ALLE_SPRACHEN), async (each, sprache) => {
        const blatt = await blattOf(weltOf(each), sprache)
        for (const { fallback, teile } of blatt ? abschnitteOf(blatt) : []) {
          if (GERMAN.test(teile.map(({ knoten }) => textOf(knoten)).join(' ')))
            expect(fallback).toBe(true)
        }
      }),
      { numRuns: 200 },
    )
  })

  it('in XZuFi: what is called English holds no German word, and Leichte Sprache is not there', async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (each) => {
        const files = await filesOf(auftragAm(weltOf(each), '2027-01-01'))
        const xml = files.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n')
        for (const [, words = ''] of xml.matchAll(/languageCode="en"[^>]*>([^<]*)</g))
          expect(words).not.toMatch(GERMAN)
        expect(xml).not.toContain('languageCode="de-LS"')
      }),
      { numRuns: 100 },
    )
  })
})

function isMarked({ fallback, maschinell }: { fallback: boolean; maschinell: boolean }): boolean {
  return fallback || maschinell
}

function wordsOf({ herkunft: _herkunft, ...words }: { readonly herkunft: object }): object {
  return words
}
