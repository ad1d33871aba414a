import { existsSync } from 'node:fs'
import { readFile, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { getPayload } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseStringPromise } from 'xml2js'
import { importGebiete } from '#commands/importGebiete.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { success } from '#core/ergebnis.ts'
import type { Entwurf, Inhaltshash } from '#core/fassung/fassung.ts'
import { freigeben } from '#core/fassung/freigeben.ts'
import { TEXTMODULE, TEXTMODULNAMEN, type FassungInhalt } from '#core/fassung/module.ts'
import type { Gebiet } from '#core/gebiet/gebiet.ts'
import type { Listenzeile } from '#core/gebiet/gebietsliste.ts'
import { planLieferung } from '#core/lieferung/lieferung.ts'
import type { Aussage, Ereignis } from '#core/log/ereignis.ts'
import { IMMER } from '#core/log/objekt.ts'
import { newestPair, snapshotOn, type Zeitpaar } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import { plainText } from '#core/pruefung/html.ts'
import { anZeitgrenze, festerTag, type Anker } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { deliver, erstelltAt, type Dokument } from '#exporters/xzufi/delivery.ts'
import { loadProfil } from '#exporters/xzufi/schema.ts'
import { xzufiSettings } from '#exporters/xzufi/settings.ts'
import { createPruefer } from '#exporters/xzufi/validate.ts'
import { OBJEKT_SAMMLUNGEN } from '#core/log/objektart.ts'
import { objektFrom } from '#store/desk/objekte.ts'
import { htmlToLexical } from '#store/lexical/fromHtml.ts'
import { lexicalToHtml } from '#store/lexical/toHtml.ts'
import { storePorts } from '#store/ports.ts'
import { catchUp } from '#store/projections.ts'
import { ergaenzen, ersetzen } from './support/factories.ts'
import { addDraft } from './support/furnish.ts'
import { openTestHouse, type TestHouse } from './support/house.ts'
import { closePayload } from './support/temporaryDatabase.ts'

/** Real data, kept beside the project (`SOURCES.md` there); on a user's machine the folder is absent. */
const DATEN = path.resolve('../shared/data')
const isThere = existsSync(DATEN)
if (!isThere) console.info(`Skipped: the real data are not here (${DATEN}).`)

const MONGODB = process.env['STICHTAG_TEST_MONGODB'] !== undefined
// FerretDB scans a whole collection for each of our queries: fewer of everything there.
const MOST = MONGODB ? { gemeinden: 40, leistungen: 30 } : { gemeinden: 724, leistungen: 911 }

const SETTINGS = xzufiSettings({ agencyId: 'L100027' })
const LAND = 'gebiet-13'
const ROSTOCK = 'gebiet-130030000000'
const SCHWERIN = 'gebiet-130040000000'
const SATZUNG = 'z-satzung'
const [VORHER, AM_TAG] = [day('2026-12-31'), day('2027-01-01')]

let house: TestHouse

describe.skipIf(!isThere)('real data of Mecklenburg-Vorpommern', () => {
  beforeAll(async () => {
    house = await openTestHouse(day('2026-11-24'))
  })

  afterAll(async () => {
    await house.close()
    await rm(house.daten, { recursive: true, force: true })
  })

  it('all 724 Gemeinden, with their Ämter, Kreise and Land above them', async () => {
    const gemeinden = await readGemeinden()
    expect(gemeinden).toHaveLength(724)
    const wanted = gemeinden.filter(isNeeded)
    const above = await append(aboveOf(wanted).map((gebiet) => aussageOf('gebiet', gebiet)))
    await house.ports.project(above)

    const zeilen = wanted.map(({ ars, name }, index): Listenzeile => ({
      schluessel: ars,
      name,
      istOrtsteil: false,
      zeile: index + 2,
    }))
    const liste = {
      ebene: 'gemeinde' as const,
      kennung: 'mv-ars',
      version: '2024-10-31',
      gueltigAb: day('2024-10-31'),
      zeilen,
    }
    const readGebietsliste = () => Promise.resolve(success(liste))
    const imported = await importGebiete(
      { ...house.ports, readGebietsliste },
      { quelle: nothing(), von: 'system' },
    )
    expect(imported).toMatchObject({
      ok: true,
      value: { abgleich: { neu: { length: wanted.length } } },
    })

    const { gebiete } = (await standOn(AM_TAG)).uebersicht
    for (const gemeinde of wanted) {
      const { uebergeordnet, ags } = gebiete.byArs.get(gemeinde.ars) ?? {}
      expect([gemeinde.ars, ags, gebiete.byId.get(uebergeordnet ?? '')?.ars]).toEqual([
        gemeinde.ars,
        gemeinde.ags,
        parentArs(gemeinde),
      ])
    }
    const { totalDocs } = await house.payload.count({ collection: 'gebiete' })
    expect(totalDocs).toBe(gebiete.byId.size)
  })

  it('the 510 Leistungen of the Land and the 911 of the Bund, with one entry', async () => {
    const own = await readLeistungenMv()
    const federal = await readLeistungenBund()
    expect([own.length, federal.length]).toEqual([510, 911])
    for (const { name } of [...own, ...federal]) expect(name).toMatch(/^\S+( \S+)*$/)
    await addRedaktionen()

    const more = (await readVoraussetzungen()).map(({ id, name }) => leistungDoc(id, name, []))
    const all = new Map([...more, ...own, ...federal].map((doc) => [doc.id, doc]))
    const needed = new Set([...more.map(({ id }) => id), ...(await chosen())])
    const wanted = [...all.values()].filter(
      ({ id }, index) => !MONGODB || needed.has(id) || index < MOST.leistungen,
    )
    const before = await newest()
    const { folgenummer } = await append(wanted.map((doc) => aussageOf('leistung', doc)))
    expect(folgenummer).toBe(before + 1)
    await catchUp(house.payload)
    const { leistungen } = (await standOn(AM_TAG)).uebersicht
    expect(leistungen.size).toBe(wanted.length)
    expect((await house.payload.count({ collection: 'leistungen' })).totalDocs).toBe(wanted.length)
    const keys = [...leistungen.values()].flatMap(({ wert }) => wert.leistungsschluessel)
    if (!MONGODB) expect(new Set(keys).size).toBe(911)
  }, 120_000)

  it('a text of the Land for each of its Leistungen, staged unseen and true with one entry', async () => {
    const { uebersicht, chronik } = await standOn(AM_TAG)
    const own = (await readLeistungenMv()).filter(({ id }) => uebersicht.leistungen.has(id))
    const words = await readVoraussetzungen()
    const texte = own.map(({ id, name }, index) =>
      landtext(`bestand-${id}`, id, inhaltOf(name, words[index % words.length])),
    )
    for (const text of texte) {
      const freigabe = freigeben(text, chronik, uebersicht.gebiete)
      expect([text.id, freigabe.ok ? [] : freigabe.problems]).toEqual([text.id, []])
    }
    const hashes = await house.ports.putInhalte(texte.map(({ inhalt }) => inhalt))
    expect((await standOn(AM_TAG)).uebersicht.fassungen.size).toBe(0)
    await append(
      texte.map((text, index) => ({
        klasse: 'fassung',
        fassung: { ...text, inhalt: hashes[index] as Inhaltshash },
        pult: null,
      })),
    )
    expect((await standOn(AM_TAG)).uebersicht.fassungen.size).toBe(own.length)
  }, 120_000)

  it('the real texts go over the desk and are released, word by word', async () => {
    for (const text of await readVoraussetzungen()) {
      await release(landtext(`land-${text.id}`, text.id, inhaltOf(text.name, text)))
      await expectWords(`land-${text.id}`, 'voraussetzungen', text.voraussetzungen)
      await expectWords(`land-${text.id}`, 'volltext', text.beschreibung)
    }
  }, 120_000)

  it('the answer of the PVOG with its real HTML, tied to a Satzung that enters into force on 2027-01-01', async () => {
    await addSatzung()
    const { id, inhalt, module } = await readPvog()
    await release({
      ...landtext('pvog', id, inhalt, anZeitgrenze(SATZUNG)),
      basis: `land-${id}`,
    })
    for (const { name, html } of module) {
      if (TEXTMODULE[name].form === 'html') {
        expect(htmlToLexical(html).dropped).toEqual([])
        await expectWords('pvog', name, html)
      }
    }
  })

  it('the deliveries of the two days differ in exactly the texts tied to that day', async () => {
    const tied = await addMunicipalTexts()
    const [before, after] = [await filesOn(VORHER), await filesOn(AM_TAG)]
    await expectDeliverable([before, after])
    const objects = [await readBack(before), await readBack(after)] as const
    if (!MONGODB) expect(before.length).toBeGreaterThan(2)
    expect(objects[0].size).toBeGreaterThan(MONGODB ? 20 : 500)

    expect(differenceOf(...objects)).toEqual(tied)
    const eintraege = [before, after].map(
      (files) =>
        new Map(
          files.flatMap((file) => file.eintraege).map((e) => [`${e.klasse} ${e.id}`, e.sha256]),
        ),
    )
    expect(differenceOf(eintraege[0] ?? new Map(), eintraege[1] ?? new Map())).toEqual(tied)

    const { id } = await readPvog()
    expect(objects[0].get(`leistung ${id}`)).not.toContain('Dienststellenfinder')
    const text = objects[1].get(`leistung ${id}`)
    expect(text).toContain('<ul><li>Sie haben eine Behinderung')
    expect(text).toContain('Dienststellenfinder')
  }, 60_000)

  it('the same Stichtag and Kenntnisstand give the same bytes, also after the database was closed', async () => {
    const kenntnisstand = await newest()
    const hashes = async () =>
      Promise.all(
        [VORHER, AM_TAG].map(async (stichtag) =>
          (await filesFor({ stichtag, kenntnisstand })).map(({ name, sha256 }) => [name, sha256]),
        ),
      )
    const first = await hashes()
    expect(await hashes()).toEqual(first)

    await closePayload(house.payload, 'default')
    const { default: config } = await import('#src/payload.config.ts')
    const payload = await getPayload({ config, disableOnInit: true })
    house = { ...house, payload, ports: storePorts(payload), close: () => payload.destroy() }
    expect(await hashes()).toEqual(first)

    // What is said later changes nothing of what was known then.
    const { id } = await readPvog()
    await append([
      {
        klasse: 'objekt',
        objekt: {
          art: 'leistung',
          id,
          beginn: festerTag(IMMER),
          ende: null,
          wert: { ...(await leistungOf(id)), name: 'Anders' },
        },
        pult: null,
      },
    ])
    expect(await hashes()).toEqual(first)
  }, 60_000)
})

// Areas

type Gemeinde = Pick<Gebiet, 'ars' | 'name'> & { readonly ags: string; readonly kreisname: string }

async function readGemeinden(): Promise<readonly Gemeinde[]> {
  const rows = await readCsv('gebiete/mv-ars.csv', ',')
  return (
    rows
      // Coastal waters are no Gemeinde.
      .filter(({ verband }) => verband !== '9999')
      .map(({ ars = '', ags = '', name = '', kreis_name: kreisname = '' }) => ({
        ars,
        ags,
        name,
        kreisname,
      }))
  )
}

/** On MongoDB: the two towns, and whole Ämter until it is enough. */
function isNeeded({ ars }: Gemeinde, index: number): boolean {
  return index < MOST.gemeinden || ars === '130030000000' || ars === '130040000000'
}

/** MV's Verbandsschlüssel of an Amt begins with 5; a Gemeinde without Amt has one of its own. */
function parentArs({ ars }: Pick<Gemeinde, 'ars'>): string {
  if (ars.slice(5) === '0000000') return ars.slice(0, 2)
  return ars.charAt(5) === '5' ? ars.slice(0, 9) : ars.slice(0, 5)
}

/** Bund, Land, Kreise and Ämter of these Gemeinden, as the desk keeps them. */
function aboveOf(gemeinden: readonly Gemeinde[]): readonly Doc[] {
  const above = new Map<string, Doc>()
  const add = (ars: string, name: string, ebene: string, ueber: string | null): void => {
    const uebergeordnet = ueber === null ? null : `gebiet-${ueber}`
    above.set(ars, { id: `gebiet-${ars}`, ars, name, ebene, uebergeordnet })
  }
  add('00', 'Bundesrepublik Deutschland', 'bund', null)
  add('13', 'Mecklenburg-Vorpommern', 'land', '00')
  for (const gemeinde of gemeinden) {
    const parent = parentArs(gemeinde)
    if (parent.length > 2) add(parent.slice(0, 5), gemeinde.kreisname, 'kreis', '13')
    if (parent.length === 9) add(parent, `Amt ${parent}`, 'amt', parent.slice(0, 5))
  }
  return [...above.values()]
}

// Leistungen

type Doc = { readonly id: string; readonly name: string } & Readonly<Record<string, unknown>>

async function readLeistungenMv(): Promise<readonly Doc[]> {
  const rows = await readCsv('leistungen/pvog-index-mv.csv', ',')
  return rows.map(({ id_lb: id = '', name = '' }) => leistungDoc(id, name, []))
}

/** Rows that differ in nothing but their Onlinedienst are one Leistung. */
async function readLeistungenBund(): Promise<readonly Doc[]> {
  const rows = await readCsv('leistungen/pvog-katalog-bund.csv', '|')
  const docs = rows.map((row) =>
    leistungDoc(row['ID-LB'] ?? '', row['Name2'] || row['Name'] || '', [
      row['Leikaschlüssel'] ?? '',
    ]),
  )
  return [...new Map(docs.map((doc) => [doc.id, doc])).values()]
}

function leistungDoc(id: string, name: string, leistungsschluessel: readonly string[]): Doc {
  const redaktion = id.startsWith('B') ? 'r-bund' : 'r-land'
  return { id, name: name.replace(/\s+/g, ' ').trim(), leistungsschluessel, redaktion }
}

async function leistungOf(id: string) {
  const leistung = (await standOn(AM_TAG)).uebersicht.leistungen.get(id)
  if (!leistung) throw new Error(`${id} is missing`)
  return leistung.wert
}

// Texts

type Voraussetzungen = {
  readonly id: string
  readonly name: string
  readonly beschreibung: string
  readonly voraussetzungen: string
}

async function readVoraussetzungen(): Promise<readonly Voraussetzungen[]> {
  const folder = path.join(DATEN, 'leistungen/voraussetzungen')
  const files = (await readdir(folder)).sort()
  return Promise.all(
    files.map(async (file) => {
      const { idlb, name, description, requirements } = JSON.parse(
        await readFile(path.join(folder, file), 'utf8'),
      ) as Record<'idlb' | 'name' | 'description' | 'requirements', string>
      return {
        id: idlb.replaceAll('_', '.'),
        name,
        beschreibung: htmlOf(description),
        voraussetzungen: htmlOf(requirements),
      }
    }),
  )
}

function inhaltOf(name: string, words: Voraussetzungen | undefined): FassungInhalt {
  return {
    leistungsbezeichnung: ersetzen(name),
    leistungsbezeichnungII: ersetzen(name),
    volltext: ersetzen(words?.beschreibung ?? ''),
    voraussetzungen: ersetzen(words?.voraussetzungen ?? ''),
  }
}

type PvogModul = {
  readonly code: string
  readonly text?: string
  readonly links: readonly { readonly uri: string; readonly title?: string }[]
}

/** The answer of the PVOG search service as modules of ours; what it says in structure we take as text. */
async function readPvog() {
  const answer = JSON.parse(
    await readFile(path.join(DATEN, 'leistungen/pvog-suchdienst-ausbildungsgeld.json'), 'utf8'),
  ) as { id: string; details: readonly PvogModul[] }
  const byCode = new Map(answer.details.map((modul) => [modul.code, modul]))
  const module = TEXTMODULNAMEN.flatMap((name) => {
    const { text: html = '', links = [] } = byCode.get(TEXTMODULE[name].code) ?? {}
    return html === '' && links.length === 0 ? [] : [{ name, html, links }]
  })
  expect(module.length).toBeGreaterThan(12)
  const texts = module.map(({ name, html, links }) => {
    const text = TEXTMODULE[name].form === 'html' ? canonical(html) : html.trim()
    const weblinks = links.map(({ uri, title = null }) => ({ uri, titel: title }))
    return [name, { modus: 'ersetzen', wert: { text, links: weblinks } }]
  })
  const text = (code: string) => canonical(byCode.get(code)?.text ?? '')
  const inhalt = {
    ...(Object.fromEntries(texts) as FassungInhalt),
    frist: { modus: 'ersetzen', wert: { fristen: [], text: text('97'), links: [] } },
    kosten: { modus: 'ersetzen', wert: { kosten: [], text: text('98'), links: [] } },
  } satisfies FassungInhalt
  return { id: answer.id, inhalt: inhalt as FassungInhalt, module }
}

function landtext(
  id: string,
  leistungId: string,
  inhalt: FassungInhalt,
  beginn: Anker = festerTag(day('2025-01-20')),
): Entwurf {
  return {
    id,
    leistungId,
    ebene: 'land',
    gebietId: LAND,
    redaktionId: 'r-land',
    beginn,
    ende: null,
    danach: 'nichts',
    basis: null,
    berichtigt: null,
    rechtsnormIds: [],
    inhalt,
  }
}

function stadttext(
  id: string,
  leistungId: string,
  gebietId: string,
  differences: Partial<Entwurf>,
): Entwurf {
  const hinweis = ergaenzen(`<p>Bei uns vor Ort: <strong>${id}</strong></p>`)
  return {
    ...landtext(id, leistungId, { hinweise: hinweis }),
    ebene: 'gemeinde',
    gebietId,
    redaktionId: 'r-rostock',
    ...differences,
  }
}

async function release(text: Entwurf): Promise<void> {
  await addDraft(house, text)
  const released = await releaseFassung(house.ports, { id: text.id, von: 'system', grund: null })
  expect([text.id, released.ok ? [] : released.problems]).toEqual([text.id, []])
}

/** The words of the released module are those of the source, white space aside. */
async function expectWords(
  id: string,
  name: (typeof TEXTMODULNAMEN)[number],
  html: string,
): Promise<void> {
  const { fassungen } = await house.ports.chronik()
  const hash = fassungen.get(id)?.wert.inhalt ?? ''
  const inhalt = (await house.ports.getInhalte([hash])).get(hash) as FassungInhalt
  const words = (text: string) => plainText(text).replace(/\s+/g, '')
  expect(words(inhalt[name]?.wert.text ?? '')).toBe(words(html))
}

/** HTML as the desk gives it back. */
function canonical(html: string): string {
  return lexicalToHtml(htmlToLexical(html).state)
}

/** The plain text of these sources as HTML: paragraphs, lists within lists, bold. */
function htmlOf(text: string): string {
  let html = ''
  let paragraph: string[] = []
  let depth = 0
  const closeParagraph = (): void => {
    if (paragraph.length > 0) html += `<p>${paragraph.join(' ')}</p>`
    paragraph = []
  }
  const closeLists = (to: number): void => {
    for (; depth > to; depth -= 1) html += '</li></ul>'
  }
  for (const line of text.split('\n')) {
    const item = /^( *)\* (.*)$/.exec(line)
    if (item) {
      const [, indent = '', words = ''] = item
      const wanted = Math.max(1, Math.floor(indent.length / 2))
      closeParagraph()
      if (wanted <= depth) {
        closeLists(wanted)
        html += '</li>'
      }
      for (; depth < wanted; depth += 1) html += '<ul>'
      html += `<li>${inlineOf(words)}`
    } else if (line.trim() === '') closeParagraph()
    else if (depth > 0 && paragraph.length === 0 && line.startsWith(' '))
      html += ` ${inlineOf(line)}`
    else {
      closeLists(0)
      paragraph.push(inlineOf(line))
    }
  }
  closeParagraph()
  closeLists(0)
  return canonical(html)
}

function inlineOf(text: string): string {
  return text
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/\\(.)/g, '$1')
    .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
}

// What hangs on the day

async function addRedaktionen(): Promise<void> {
  const teams = [
    ['r-bund', 'bund', 'gebiet-00'],
    ['r-land', 'land', LAND],
    ['r-rostock', 'stadt', ROSTOCK],
  ] as const
  for (const [id, art, gebiet] of teams) {
    await house.payload.create({
      collection: 'redaktionen',
      data: { id, name: id, art, gebiete: [gebiet] },
    })
  }
}

async function addSatzung(): Promise<void> {
  const { payload } = house
  await payload.create({
    collection: 'rechtsnormen',
    data: {
      id: 'n-satzung',
      titel: 'Satzung der Hanse- und Universitätsstadt Rostock',
      art: 'satzung',
      normgeber: 'kommune',
      gebiet: ROSTOCK,
      redaktion: 'r-rostock',
    },
  })
  const tag = { rechtsnorm: 'n-satzung', art: 'inkrafttreten', redaktion: 'r-rostock' } as const
  const data = {
    ...tag,
    id: SATZUNG,
    stand: 'bestimmt',
    tag: AM_TAG,
    fundstelle: 'Städtischer Anzeiger 24/2026',
  } as const
  await payload.create({ collection: 'zeitgrenzen', data })
  await payload.create({
    collection: 'zeitgrenzen',
    data: { ...tag, id: 'z-geplant', stand: 'geplant', tag: AM_TAG },
  })
}

/** The Leistungen that have municipal texts: the first of the Land's. */
async function chosen(): Promise<readonly string[]> {
  return (await readLeistungenMv()).slice(0, 8).map(({ id }) => id)
}

/** Municipal texts of every kind, and an office. Returns what shall differ between the two days, sorted. */
async function addMunicipalTexts(): Promise<readonly string[]> {
  const [eins = '', zwei = '', drei = '', vier = '', fuenf = '', sechs = '', sieben = ''] =
    await chosen()
  const pvog = (await readPvog()).id
  const am = anZeitgrenze(SATZUNG)
  // Replaced on the day.
  await release(stadttext('eins-alt', eins, ROSTOCK, {}))
  await release(stadttext('eins-neu', eins, ROSTOCK, { beginn: am, basis: 'eins-alt' }))
  // Begins with the day, and ends with it.
  await release(stadttext('zwei', zwei, ROSTOCK, { beginn: am }))
  await release(stadttext('drei', drei, SCHWERIN, { ende: am }))
  // Says nothing new, but stands on the Land's text, which does.
  await release(stadttext('erbe', pvog, SCHWERIN, {}))
  // Later, only planned, and all year round.
  await release(stadttext('vier', vier, ROSTOCK, { beginn: anZeitgrenze(SATZUNG, 1) }))
  await release(stadttext('fuenf', fuenf, ROSTOCK, { beginn: anZeitgrenze('z-geplant') }))
  await release(stadttext('sechs', sechs, ROSTOCK, {}))
  await release({
    ...landtext('sieben', sieben, inhaltOf('Noch nicht', undefined)),
    beginn: {
      art: 'zeitgrenze',
      zeitgrenzeId: SATZUNG,
      versatz: { art: 'erster-des-folgemonats' },
    },
  })
  const amt = { id: 'amt', name: 'Ortsamt', redaktion: 'r-rostock' }
  await house.payload.create({ collection: 'organisationseinheiten', data: amt as never })
  await house.payload.create({
    collection: 'zustaendigkeiten',
    data: {
      id: 'zu',
      leistung: eins,
      gebiet: ROSTOCK,
      rolle: 'zustaendige-stelle',
      organisationseinheit: 'amt',
      redaktion: 'r-rostock',
    } as never,
  })
  return [
    `leistung ${eins}.${ROSTOCK}`,
    `leistung ${zwei}.${ROSTOCK}`,
    `leistung ${drei}.${SCHWERIN}`,
    `leistung ${pvog}`,
    `leistung ${pvog}.${SCHWERIN}`,
  ].sort()
}

// Deliveries

async function filesOn(stichtag: typeof AM_TAG): Promise<readonly Dokument[]> {
  return filesFor({ stichtag, kenntnisstand: await newest() })
}

async function filesFor(paar: Zeitpaar): Promise<readonly Dokument[]> {
  const chronik = await house.ports.chronik()
  const uebersicht = uebersichtOf(snapshotOn(chronik, paar))
  const files: Dokument[] = []
  for await (const file of deliver({
    ...paar,
    lieferung: planLieferung(uebersicht, chronik),
    gebiete: uebersicht.gebiete,
    erstellt: erstelltAt(chronik.zeitpunkte[paar.kenntnisstand - 1] ?? '', paar.stichtag),
    settings: SETTINGS,
    getInhalte: house.ports.getInhalte,
    hash: house.ports.hash,
  })) {
    files.push(file)
  }
  return files
}

async function expectDeliverable(deliveries: readonly (readonly Dokument[])[]): Promise<void> {
  const profil = await loadProfil(process.cwd(), SETTINGS.wurzel)
  try {
    for (const files of deliveries) {
      const pruefer = createPruefer({ profil, amtlich: null })
      for (const { name, bytes, objekte } of files) {
        if (objekte > 0) expect(await pruefer.check(name, bytes)).toEqual([])
      }
      expect(pruefer.finish()).toEqual([])
    }
  } finally {
    profil.dispose()
  }
}

/** Every object of a delivery as an independent reader finds it, by class and id, as text that compares. */
async function readBack(files: readonly Dokument[]): Promise<ReadonlyMap<string, string>> {
  const objects = new Map<string, string>()
  const documents = files.filter(({ objekte }) => objekte > 0)
  const index = files.at(-1)?.bytes.toString()
  expect(index).toBe(documents.map(({ name }) => `${name}\n`).join(''))
  for (const { bytes } of documents) {
    const root = Object.values(
      (await parseStringPromise(bytes.toString(), {
        tagNameProcessors: [withoutPrefix],
      })) as Record<string, Xml>,
    )[0]
    for (const schreibe of root?.['schreibe'] ?? []) {
      for (const [klasse, [objekt]] of Object.entries(schreibe) as [string, [XmlObjekt]][]) {
        const key = `${klasse} ${textOf(objekt.id[0])}`
        expect(objects.has(key)).toBe(false)
        objects.set(key, JSON.stringify(objekt))
      }
    }
  }
  return objects
}

type Xml = Readonly<Record<string, readonly Record<string, unknown>[] | undefined>>
type XmlObjekt = { readonly id: readonly (string | { readonly _: string })[] }

function textOf(element: string | { readonly _: string } | undefined): string {
  return typeof element === 'string' ? element : (element?._ ?? '')
}

function withoutPrefix(name: string): string {
  return name.replace(/^.*:/, '')
}

/** Keys that only one of them has or that say something else, sorted. */
function differenceOf(
  left: ReadonlyMap<string, string>,
  right: ReadonlyMap<string, string>,
): readonly string[] {
  const keys = new Set([...left.keys(), ...right.keys()])
  return [...keys].filter((key) => left.get(key) !== right.get(key)).sort()
}

// The log

/** An object as its desk document says, through the parser of real data. */
function aussageOf(art: 'gebiet' | 'leistung', doc: Doc): Aussage {
  const parsed = objektFrom(art, doc)
  if (!parsed.ok)
    throw new Error(`${OBJEKT_SAMMLUNGEN[art]} ${doc.id}: ${JSON.stringify(parsed.problems)}`)
  const { id, wert } = parsed.value
  const beginn = festerTag(art === 'gebiet' ? day('2024-10-31') : IMMER)
  return { klasse: 'objekt', objekt: { art, id, beginn, ende: null, wert } as never, pult: null }
}

async function append(aussagen: readonly Aussage[]): Promise<Ereignis> {
  const { zeitpunkt } = house.ports.clock()
  const entry = {
    zeitpunkt,
    art: 'import',
    von: 'system',
    grund: 'Echtdaten',
    schluessel: null,
  } as const
  const appended = await house.ports.append({ ...entry, aussagen })
  if (!appended.ok) throw new Error(JSON.stringify(appended.problems))
  return appended.value
}

async function standOn(stichtag: typeof AM_TAG) {
  const chronik = await house.ports.chronik()
  return { chronik, uebersicht: uebersichtOf(snapshotOn(chronik, newestPair(chronik, stichtag))) }
}

async function newest(): Promise<number> {
  return newestPair(await house.ports.chronik(), AM_TAG).kenntnisstand
}

// Files

async function* nothing(): AsyncGenerator<Uint8Array> {
  // The list of the test comes from elsewhere.
}

/** Rows of a CSV file by the names of its first line; a field may stand in quotes. */
async function readCsv(
  file: string,
  separator: string,
): Promise<readonly Readonly<Record<string, string>>[]> {
  const [head = '', ...lines] = (await readFile(path.join(DATEN, file), 'utf8'))
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const names = fieldsOf(head, separator)
  return lines.map((line) => {
    const fields = fieldsOf(line, separator)
    return Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']))
  })
}

function fieldsOf(line: string, separator: string): readonly string[] {
  const fields: string[] = []
  let field = ''
  let isQuoted = false
  for (const character of line) {
    if (character === '"') isQuoted = !isQuoted
    else if (character === separator && !isQuoted) {
      fields.push(field)
      field = ''
    } else field += character
  }
  return [...fields, field]
}
