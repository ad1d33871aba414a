import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Sprache } from '#core/fassung/fassung.ts'
import {
  neededInhalte,
  presentLeistung,
  presentListe,
  type LeistungV1,
} from '#exporters/json/present.ts'
import { serializeJson } from '#exporters/json/serialize.ts'
import { hashInhalt } from '../support/factories.ts'
import { beispielwelt, schweigewelt } from './beispiel.ts'
import { expectJsonExample, ROOT } from './examples.ts'
import { standAm, type Welt } from './welt.ts'

let isLeistung: ValidateFunction
let isListe: ValidateFunction
beforeAll(async () => {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/)
  ajv.addFormat('date-time', /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/)
  isLeistung = ajv.compile(await readSchema('leistung'))
  isListe = ajv.compile(await readSchema('liste'))
})

describe('one Leistung as JSON', () => {
  it.each([
    ['the city on the day of its Satzung', 'hundesteuer-musterstadt', 'g-musterstadt', 'de'],
    ['its neighbour in English', 'hundesteuer-nebendorf-en', 'g-nebendorf', 'en'],
  ] as const)('is what the curated example shows: %s', async (_name, file, gebietId, sprache) => {
    const answer = await ask(beispielwelt(), '2027-01-01', 'hundesteuer', gebietId, sprache)
    const name = `exporters/json/examples/${file}.json`
    await expectJsonExample(name, serializeJson(answer).toString())
    expect(isLeistung(answer), JSON.stringify(isLeistung.errors)).toBe(true)
  })

  it('is what the curated example shows: taken over by silence, and not offered', async () => {
    const answer = await ask(schweigewelt(), '2027-03-01', 'hundesteuer', 'g-nebendorf')
    const name = 'exporters/json/examples/hundesteuer-nebendorf-ohne-rueckmeldung.json'
    await expectJsonExample(name, serializeJson(answer).toString())
    expect(isLeistung(answer), JSON.stringify(isLeistung.errors)).toBe(true)
    expect(answer).toMatchObject({ gueltigAb: '2027-03-01', angebot: { antwort: 'nein' } })
    const marked = answer.module.filter((each) => 'ohneRueckmeldung' in each)
    expect(marked.map(({ modul }) => modul)).toEqual(['verfahrensablauf'])
  })

  it.each([
    ['says the own text until the day of the law', '2027-02-28', 'Gemeindebüro'],
    ['says the text of the Land from that day on', '2027-03-01', 'online'],
  ])('%s', async (_name, tag, words) => {
    const answer = await ask(schweigewelt(), tag, 'hundesteuer', 'g-nebendorf')
    const found = answer.module.find(({ modul }) => modul === 'verfahrensablauf')
    expect(JSON.stringify(found?.teile)).toContain(words)
    expect(found?.ohneRueckmeldung).toBe(tag === '2027-03-01' ? true : undefined)
  })

  it('names the day of silence as the next change', async () => {
    const answer = await ask(schweigewelt(), '2026-12-31', 'hundesteuer', 'g-nebendorf')
    expect(answer).toMatchObject({ gueltigBis: '2027-03-01', naechsteAenderung: '2027-03-01' })
  })

  it('gives the same bytes for the same pair', async () => {
    const first = await ask(beispielwelt(), '2027-01-01', 'hundesteuer', 'g-musterstadt')
    const again = await ask(beispielwelt(), '2027-01-01', 'hundesteuer', 'g-musterstadt')
    expect(serializeJson(again).equals(serializeJson(first))).toBe(true)
  })

  it.each([
    ['the day before the Satzung', '2026-12-31', '2026-10-01', '2027-01-01', 1],
    ['the day of the Satzung', '2027-01-01', '2027-01-01', null, 2],
  ])('knows from when to when it holds on %s', async (_name, tag, ab, bis, parts) => {
    const answer = await ask(beispielwelt(), tag, 'hundesteuer', 'g-musterstadt')
    expect(answer).toMatchObject({ gueltigAb: ab, gueltigBis: bis, naechsteAenderung: bis })
    const volltext = answer.module.find(({ modul }) => modul === 'volltext')
    expect(volltext?.teile).toHaveLength(parts)
  })

  it('marks what is not translated, and says so in German', async () => {
    const answer = await ask(beispielwelt(), '2027-01-01', 'hundesteuer', 'g-musterstadt', 'en')
    const fallback = Object.fromEntries(answer.module.map((each) => [each.modul, each.fallback]))
    expect(answer.name).toBe('Register a dog and pay dog tax')
    expect(fallback).toMatchObject({ volltext: true, teaser: true, leistungsbezeichnung: false })
  })

  it('never holds what is for the 115 only', async () => {
    const answer = await ask(beispielwelt(), '2027-01-01', 'hundesteuer', 'g-musterstadt')
    expect(serializeJson(answer).toString()).not.toMatch(/auskunftshinweis|NUR FÜR DIE 115/)
  })

  it('is null where no layer has a text', async () => {
    const { chronik, uebersicht } = standAm(beispielwelt(), '2026-09-15')
    const gebiet = uebersicht.gebiete.byId.get('g-musterstadt')!
    const frage = { uebersicht, leistungId: 'hundesteuer', gebiet, sprache: 'de' as const }
    const stoff = { chronik, inhalte: new Map(), hash: hashInhalt }
    expect(presentLeistung(frage, stoff)).toBeNull()
  })
})

describe('a page of a list', () => {
  it('is valid', async () => {
    const welt = beispielwelt()
    const eintraege = [
      await ask(welt, '2027-01-01', 'hundesteuer', 'g-musterstadt'),
      await ask(welt, '2027-01-01', 'parkausweis', 'g-musterstadt'),
    ]
    const { stichtag, kenntnisstand } = standAm(welt, '2027-01-01').uebersicht.snapshot
    const page = presentListe({ eintraege, naechsterCursor: null, stichtag, kenntnisstand })
    expect(isListe(page), JSON.stringify(isListe.errors)).toBe(true)
    expect(Object.keys(page)).toEqual(['stichtag', 'kenntnisstand', 'eintraege', 'naechsterCursor'])
  })
})

describe('the schema refuses', () => {
  it.each([
    ['a part that nobody knows', { auskunftshinweis: 'x' }],
    ['a day that is no day', { gueltigAb: '1.1.2027' }],
    ['an ARS that is not padded', { gebiet: { ars: '13', ags: null, name: 'L', ebene: 'land' } }],
    ['a no without a sentence', { angebot: { antwort: 'nein' } }],
    ['an open question', { angebot: { antwort: 'ungeklaert' } }],
    ['a module without parts', { module: [] as unknown, kenntnisstand: '5' }],
  ])('%s', async (_name, change) => {
    const answer = await ask(beispielwelt(), '2027-01-01', 'hundesteuer', 'g-musterstadt')
    expect(isLeistung({ ...answer, ...change })).toBe(false)
  })
})

async function ask(
  welt: Welt,
  tag: string,
  leistungId: string,
  gebietId: string,
  sprache: Sprache = 'de',
): Promise<LeistungV1> {
  const { chronik, uebersicht } = standAm(welt, tag)
  const frage = { uebersicht, leistungId, gebiet: uebersicht.gebiete.byId.get(gebietId)!, sprache }
  // Only what the exporter asked for is there.
  const inhalte = await welt.getInhalte(neededInhalte(frage))
  const answer = presentLeistung(frage, { chronik, inhalte, hash: hashInhalt })
  if (!answer) throw new Error(`no text of ${leistungId} in ${gebietId} on ${tag}`)
  return answer
}

async function readSchema(name: string): Promise<object> {
  const file = path.join(ROOT, `exporters/json/schema/${name}.schema.json`)
  return JSON.parse(await readFile(file, 'utf8'))
}
