import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { XMLParser } from 'fast-xml-parser'
import { SaxesParser } from 'saxes'
import { parseStringPromise } from 'xml2js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '#core/errors/problems.ts'
import { compileWith, manifestOf, type Dokument, type Kompilat } from '#exporters/xzufi/delivery.ts'
import { loadProfil, officialSchema, type Schema } from '#exporters/xzufi/schema.ts'
import { createPruefer } from '#exporters/xzufi/validate.ts'
import {
  gespeicherteLeistung,
  gespeichertesGebiet,
  leistung,
  LAND,
  am,
} from '../support/factories.ts'
import { beispielwelt, kleinsteWelt } from './beispiel.ts'
import { expectXmlExample, ROOT } from './examples.ts'
import { auftragAm, createWelt, fassung, filesOf, text } from './welt.ts'

const WURZEL = 'transfer.operation'

/** What xml2js makes of an element. */
type Xml = Awaited<ReturnType<typeof parseStringPromise>>

let profil: Schema
beforeAll(async () => {
  profil = await loadProfil(ROOT, WURZEL)
})
afterAll(() => profil.dispose())

async function problemsOf(
  files: readonly Dokument[],
  schema = profil,
  amtlich: Schema | null = null,
) {
  const pruefer = createPruefer({ profil: schema, amtlich })
  const problems: Problem[] = []
  for (const { name, bytes, objekte } of files) {
    if (objekte > 0) problems.push(...(await pruefer.check(name, bytes)))
  }
  return [...problems, ...pruefer.finish()]
}

describe('a full delivery', () => {
  it.each([
    ['the day before the Satzung', '2026-12-31', beispielwelt],
    ['the day of the Satzung', '2027-01-01', beispielwelt],
    ['a text as short as can be', 'kleinste', kleinsteWelt],
  ])('is what the curated example shows: %s', async (_name, tag, welt) => {
    const [document] = await filesOf(auftragAm(welt(), tag === 'kleinste' ? '2026-10-01' : tag))
    const name = `exporters/xzufi/examples/lieferung-${tag}.xml`
    await expectXmlExample(name, document?.bytes.toString() ?? '')
  })

  it('breaks no schema and no rule', async () => {
    for (const tag of ['2026-12-31', '2027-01-01']) {
      expect(await problemsOf(await filesOf(auftragAm(beispielwelt(), tag)))).toEqual([])
    }
  })

  it('gives the same bytes for the same pair, others for another', async () => {
    const first = await filesOf(auftragAm(beispielwelt(), '2027-01-01'))
    const again = await filesOf(auftragAm(beispielwelt(), '2027-01-01'))
    const other = await filesOf(auftragAm(beispielwelt(), '2027-01-02'))
    expect(again).toEqual(first)
    expect(other[0]?.sha256).not.toBe(first[0]?.sha256)
    expect(idsOf(other[0])).toEqual(idsOf(first[0]))
  })

  it('changes overnight exactly what the Satzung changes', async () => {
    const [before] = await filesOf(auftragAm(beispielwelt(), '2026-12-31'))
    const [after] = await filesOf(auftragAm(beispielwelt(), '2027-01-01'))
    const known = new Map(
      before?.eintraege.map(({ klasse, id, sha256 }) => [`${klasse} ${id}`, sha256]),
    )
    const changed = after?.eintraege.filter(
      ({ klasse, id, sha256 }) => known.get(`${klasse} ${id}`) !== sha256,
    )
    expect(changed?.map(({ id }) => id)).toEqual(['hundesteuer.g-musterstadt', 'buergerbuero'])
  })

  it('names its documents in an index that comes last, and all objects in its manifest', async () => {
    const auftrag = auftragAm(beispielwelt(), '2027-01-01')
    const files = await filesOf(auftrag)
    expect(files.map(({ name }) => name)).toEqual(['XZUFI202701010000000005_0001.xml', 'index.txt'])
    expect(files.at(-1)?.bytes.toString()).toBe('XZUFI202701010000000005_0001.xml\n')
    const manifest = manifestOf(auftrag, files)
    expect(manifest.dokumente[0]).toMatchObject({ objekte: 5, sha256: files[0]?.sha256 })
    expect(manifest.dokumente[0]).not.toHaveProperty('bytes')
  })

  it('splits after 500 objects, and each document is valid', async () => {
    const files = await filesOf(auftragAm(manyTexts(501), '2026-06-01'))
    expect(files.map(({ objekte }) => objekte)).toEqual([500, 1, 0])
    expect(new Set(files.slice(0, 2).map(nachrichtUuid)).size).toBe(2)
    expect(await problemsOf(files)).toEqual([])
  })

  it('is the same from compiled bytes that were kept', async () => {
    const auftrag = auftragAm(beispielwelt(), '2027-01-01')
    const kept = new Map<string, Kompilat>()
    const fresh = compileWith(auftrag)
    const first = await filesOf({
      ...auftrag,
      compile: async (objekte) => {
        const compiled = await fresh(objekte)
        for (const each of compiled) kept.set(each.id, each)
        return compiled
      },
    })
    const again = await filesOf({
      ...auftrag,
      getInhalte: () => Promise.reject(new Error('no content is needed')),
      compile: (objekte) => Promise.resolve(objekte.map(({ id }) => kept.get(id)!)),
    })
    expect(again).toEqual(first)
    expect(kept.size).toBe(5)
  })

  it('takes another root element by setting, and is judged by it', async () => {
    const files = await filesOf(
      auftragAm(beispielwelt(), '2027-01-01', { wurzel: 'lieferung.040999' }),
    )
    expect(files[0]?.bytes.toString()).toContain('<xzufi:lieferung.040999 xmlns:xzufi=')
    const schema = await loadProfil(ROOT, 'lieferung.040999')
    expect(await problemsOf(files, schema)).toEqual([])
    schema.dispose()
    expect(await problemsOf(files)).toMatchObject([
      { angaben: { regel: 'schema-profil', zeile: 2 } },
    ])
  })

  it('writes whole addresses only where the operator asks for them', async () => {
    const sure = await filesOf(auftragAm(beispielwelt(), '2027-01-01'))
    const whole = await filesOf(
      auftragAm(beispielwelt(), '2027-01-01', { anschrift: 'vollstaendig' }),
    )
    expect(sure[0]?.bytes.toString()).not.toContain('Am Markt')
    expect(whole[0]?.bytes.toString()).toContain('<xzufi:strasse>Am Markt</xzufi:strasse>')
    expect(await problemsOf(whole)).toEqual([])
  })

  it('never holds what is for the 115 only', async () => {
    const files = await filesOf(auftragAm(beispielwelt(), '2027-01-01'))
    expect(files.map(({ bytes }) => bytes.toString()).join()).not.toMatch(/NUR FÜR DIE 115/)
  })
})

describe('read back by independent readers', () => {
  it('xml2js finds texts, codes and areas', async () => {
    const [document] = await filesOf(auftragAm(beispielwelt(), '2027-01-01'))
    const root = (await parseStringPromise(document!.bytes))[`xzufi:${WURZEL}`]
    expect(root.$.xzufiVersion).toBe('2.2.0')
    const [land, stadt] = root['xzufi:schreibe'].map((each: Xml) => each['xzufi:leistung']?.[0])
    expect(land['xzufi:referenzLeiKa'][0].code).toEqual(['99900000000001'])
    expect(land['xzufi:modulText'][1]['xzufi:inhalt'][0]).toEqual({
      _: 'Hund anmelden & Hundesteuer zahlen',
      $: { languageCode: 'de' },
    })
    expect(stadt['xzufi:gueltigkeitGebietID'][0]._).toBe('130990000999')
    expect(stadt['xzufi:gueltigkeit'][0]['xzufi:beginn']).toEqual(['2027-01-01T00:00:00+01:00'])
    expect(stadt['xzufi:modulKosten'][0]['xzufi:beschreibung'][0]._).toBe(
      '<ul><li>96,00 Euro: im Jahr für den ersten Hund</li><li>kostenfrei: für Hunde aus dem Tierheim im ersten Jahr</li></ul>',
    )
  })

  it('xml2js finds English beside German only where it is fresh', async () => {
    const [document] = await filesOf(auftragAm(beispielwelt(), '2027-01-01'))
    const root = (await parseStringPromise(document!.bytes))[`xzufi:${WURZEL}`]
    const [land, stadt] = root['xzufi:schreibe'].map((each: Xml) => each['xzufi:leistung']?.[0])
    const languages = (leistungXml: Xml) =>
      Object.fromEntries(
        leistungXml['xzufi:modulText'].map((modul: Xml) => [
          modul['xzufi:leikaTextmodul'][0].code[0],
          modul['xzufi:inhalt'].map((each: Xml) => each.$.languageCode).join(),
        ]),
      )
    expect(languages(land)).toMatchObject({ '02': 'de,en', '06': 'de,en', '24': 'de', '09': 'de' })
    // The city's own words have no translation: its Volltext is German as a whole.
    expect(languages(stadt)).toMatchObject({ '02': 'de,en', '06': 'de' })
  })

  it('fast-xml-parser finds the same objects in the same order', async () => {
    const [document] = await filesOf(auftragAm(beispielwelt(), '2027-01-01'))
    const parser = new XMLParser({
      ignoreAttributes: false,
      isArray: (name) => name === 'schreibe',
      removeNSPrefix: true,
    })
    const root = parser.parse(document!.bytes)[WURZEL]
    const ids = root.schreibe.map((each: Xml) =>
      String((Object.values(each)[0] as Xml).id['#text']),
    )
    expect(ids).toEqual(document!.eintraege.map(({ id }) => id))
  })

  it('saxes finds what was written, character by character', async () => {
    const words = 'Ä ö ß é ő — „Zitat“ \'so\' "und" <p> & &amp; &#xa0; ]]> 100 € \u00a0 Ende'
    const welt = createWelt()
    welt.append([gespeichertesGebiet(LAND), gespeicherteLeistung()])
    const inhalt = { leistungsbezeichnung: text('Name'), volltext: text(`<p>${words}</p>\r\nzwei`) }
    welt.append([fassung(welt, { beginn: am('2026-01-01') }, inhalt)])
    const [document] = await filesOf(auftragAm(welt, '2026-06-01'))
    const found: string[] = []
    const parser = new SaxesParser({ xmlns: true })
    parser.on('text', (each) => found.push(each))
    parser.write(document!.bytes.toString()).close()
    expect(found).toContain(`<p>${words}</p>\nzwei`)
  })
})

describe('what is refused', () => {
  it.each([
    ['invalid-abgeschnitten.xml', 'wohlgeformt', 16],
    ['invalid-doctype.xml', 'doctype', 4],
    ['invalid-wurzel.xml', 'schema-profil', 2],
    ['invalid-reihenfolge.xml', 'schema-profil', 16],
    ['invalid-leistungsschluessel.xml', 'schema-profil', 11],
    ['invalid-sprache.xml', 'schema-profil', 14],
    ['invalid-gebietsschluessel.xml', 'schema-profil', 31],
    ['invalid-auskunftshinweis.xml', 'schema-profil', 25],
    ['invalid-sprache-nicht-erklaert.xml', 'sprache-nicht-erklaert', 15],
    ['invalid-zwei-bezeichnungen.xml', 'leistungsbezeichnung', 8],
    ['invalid-zwei-bezeichnungen.xml', 'doppeltes-modul', 22],
    ['invalid-doppelte-sprache.xml', 'doppelte-sprache', 15],
    ['invalid-html-im-reintext.xml', 'html-im-reintext', 47],
    ['invalid-auszeichnung.xml', 'html', 14],
    ['invalid-platzhalter.xml', 'platzhalter', 14],
    ['invalid-emoji.xml', 'zeichen', 20],
    ['invalid-zukunft.xml', 'geaendert-nach-erstellung', 33],
    ['invalid-doppelte-id.xml', 'doppelte-id', 45],
    ['invalid-offener-verweis.xml', 'offener-verweis', 50],
  ])('%s: %s in line %i', async (name, regel, zeile) => {
    const bytes = await readFile(path.join(import.meta.dirname, 'fixtures', name))
    const pruefer = createPruefer({ profil, amtlich: null })
    const problems = [...(await pruefer.check(name, bytes)), ...pruefer.finish()]
    expect(problems).toContainEqual(
      expect.objectContaining({
        code: 'export-is-invalid',
        stelle: `${name}, Zeile ${zeile}`,
        angaben: expect.objectContaining({ dokument: name, regel, zeile }),
      }),
    )
  })

  it('every stored fixture', async () => {
    const names = await readdir(path.join(import.meta.dirname, 'fixtures'))
    const readme = await readFile(path.join(import.meta.dirname, 'fixtures/README.md'), 'utf8')
    for (const name of names.filter((each) => each.endsWith('.xml'))) {
      expect(name).toMatch(/^invalid-/)
      expect(readme).toContain(`\`${name}\``)
      const bytes = await readFile(path.join(import.meta.dirname, 'fixtures', name))
      const pruefer = createPruefer({ profil, amtlich: null })
      expect([...(await pruefer.check(name, bytes)), ...pruefer.finish()]).not.toEqual([])
    }
  })

  it('finds a double and an open reference across documents', async () => {
    const pruefer = createPruefer({ profil, amtlich: null })
    const [document] = await filesOf(auftragAm(kleinsteWelt(), '2026-10-01'))
    expect(await pruefer.check('eins.xml', document!.bytes)).toEqual([])
    expect(await pruefer.check('zwei.xml', document!.bytes)).toMatchObject([
      { stelle: 'zwei.xml, Zeile 9', angaben: { regel: 'doppelte-id' } },
    ])
    const open = await readFile(
      path.join(import.meta.dirname, 'fixtures/invalid-offener-verweis.xml'),
    )
    await pruefer.check('drei.xml', open)
    expect(pruefer.finish()).toMatchObject([{ stelle: 'drei.xml, Zeile 50' }])
  })
})

describe('the official schema', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'stichtag-xsd-'))
    await mkdir(path.join(folder, 'gml'), { recursive: true })
  })
  afterAll(() => rm(folder, { recursive: true }))

  const put = (name: string, content: string) => writeFile(path.join(folder, name), content)
  const xsd = (attributes: string, content: string) =>
    `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:x="http://xoev.de/schemata/xzufi/2_2_0" ${attributes} elementFormDefault="qualified">${content}</xs:schema>`
  const ours = 'targetNamespace="http://xoev.de/schemata/xzufi/2_2_0"'
  const nachrichten = (root: string) =>
    xsd(
      `${ours} xmlns:gml="http://www.opengis.net/gml/3.2"`,
      `<xs:include schemaLocation="basis.xsd"/><xs:import namespace="http://www.opengis.net/gml/3.2" schemaLocation="http://schemas.opengis.net/gml/3.2.1/gml.xsd"/>
       <xs:element name="${root}"><xs:complexType><xs:sequence>
         <xs:element name="nachrichtenkopf" type="x:Kopf"/>
         <xs:any maxOccurs="unbounded" processContents="skip"/>
         <xs:element ref="gml:Punkt" minOccurs="0"/>
       </xs:sequence><xs:anyAttribute processContents="skip"/></xs:complexType></xs:element>`,
    )
  const basis = (pattern: string) =>
    xsd(
      ours,
      `<xs:complexType name="Kopf"><xs:sequence><xs:element name="nachrichtUUID"><xs:simpleType>
         <xs:restriction base="xs:string"><xs:pattern value="${pattern}"/></xs:restriction>
       </xs:simpleType></xs:element><xs:element name="erstelltDatumZeit" type="xs:dateTime"/></xs:sequence></xs:complexType>`,
    )
  const gml = xsd(
    'targetNamespace="http://www.opengis.net/gml/3.2"',
    '<xs:element name="Punkt" type="xs:string"/>',
  )

  it('is put together from the folder alone, and judges beside ours', async () => {
    await put(
      'nachrichten.xsd',
      nachrichten(WURZEL).replace('<xs:element ref="gml:Punkt" minOccurs="0"/>', ''),
    )
    await put('basis.xsd', basis('[0-9a-f-]{36}'))
    await put('gml/gml.xsd', gml)
    const files = await filesOf(auftragAm(beispielwelt(), '2027-01-01'))
    const schema = await officialSchema(folder)
    if (!schema.ok) throw new Error(JSON.stringify(schema.problems))
    expect(await problemsOf(files, profil, schema.value)).toEqual([])
    schema.value.dispose()

    await put('basis.xsd', basis('[A-Z]{36}'))
    const stricter = await officialSchema(folder)
    if (!stricter.ok) throw new Error(JSON.stringify(stricter.problems))
    const refused = await problemsOf(files, profil, stricter.value)
    expect(refused[0]).toMatchObject({
      code: 'export-is-invalid',
      angaben: { regel: 'schema-amtlich', zeile: 4 },
    })
    stricter.value.dispose()
  })

  it('says which file is missing', async () => {
    await rm(path.join(folder, 'basis.xsd'))
    const schema = await officialSchema(folder)
    expect(schema).toMatchObject({
      ok: false,
      problems: [
        {
          code: 'export-is-invalid',
          stelle: folder,
          angaben: { meldung: 'Im Ordner fehlt: basis.xsd.' },
        },
      ],
    })
  })

  it('never reads outside the folder', async () => {
    await put('basis.xsd', xsd(ours, '<xs:include schemaLocation="../../../../etc/hostname"/>'))
    expect(await officialSchema(folder)).toMatchObject({
      ok: false,
      problems: [{ angaben: { meldung: 'Im Ordner fehlt: ../../../../etc/hostname.' } }],
    })
  })

  it('follows a path out of a subfolder', async () => {
    await put('basis.xsd', xsd(ours, '<xs:include schemaLocation="teile/kopf.xsd"/>'))
    await mkdir(path.join(folder, 'teile'))
    await put('teile/kopf.xsd', xsd(ours, '<xs:include schemaLocation="../uuid.xsd"/>'))
    await put('uuid.xsd', basis('[0-9a-f-]{36}'))
    const schema = await officialSchema(folder)
    expect(schema.ok).toBe(true)
    if (schema.ok) schema.value.dispose()
  })

  it.each([
    ['an empty folder', ''],
    ['no folder at all', 'gibt-es-nicht'],
  ])('refuses %s', async (_name, name) => {
    const empty = path.join(await mkdtemp(path.join(tmpdir(), 'stichtag-leer-')), name)
    expect((await officialSchema(empty)).ok).toBe(false)
  })
})

function manyTexts(count: number) {
  const welt = createWelt()
  welt.append([gespeichertesGebiet(LAND)])
  const inhalt = { leistungsbezeichnung: text('Name'), leistungsbezeichnungII: text('Name II') }
  const aussagen = Array.from({ length: count }, (_, index) => {
    const id = `l-${index}`
    const beginn = am('2026-01-01')
    return [
      gespeicherteLeistung(leistung({ id })),
      fassung(welt, { id: `f-${index}`, leistungId: id, beginn }, inhalt),
    ]
  })
  welt.append(aussagen.flat(), '2026-01-01T00:00:00.000Z')
  return welt
}

function idsOf(document: Dokument | undefined) {
  return document?.eintraege.map(({ klasse, id }) => `${klasse} ${id}`)
}

function nachrichtUuid({ bytes }: Dokument) {
  const match =
    /<xzufi:nachrichtUUID>([0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})</.exec(
      bytes.toString(),
    )
  expect(match).not.toBeNull()
  return match?.[1]
}
