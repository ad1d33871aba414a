import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#core/canonicalJson.ts'
import { diffSnapshots } from '#core/delta/delta.ts'
import { freigeben } from '#core/fassung/freigeben.ts'
import type { Freigegeben } from '#core/fassung/fassung.ts'
import { TEXTMODULE, TEXTMODULNAMEN, type FassungInhalt } from '#core/fassung/module.ts'
import { checkSchluessel, indexGebiete, pathTo } from '#core/gebiet/gebiet.ts'
import { checkLeistungsschluessel } from '#core/leistung/leistung.ts'
import { chronikOf, reiheKey, type Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis, Objektwert } from '#core/log/ereignis.ts'
import { newestPair, reiheAt, sameEintrag, snapshotOn } from '#core/log/snapshot.ts'
import { uebersichtOf, zustaendigkeitenIn } from '#core/log/uebersicht.ts'
import { plainText } from '#core/pruefung/html.ts'
import { pruefeInhalt } from '#core/pruefung/pruefeInhalt.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { regelFor, vorgabenFor } from '#core/rechtsnorm/fristregel.ts'
import { checkSuccession, zeitgrenzeFrom, type Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { addDays, day, previousDay, type CalendarDay } from '#core/zeit/day.ts'
import { DEMO_PASSWORT, demo, type Demo, type DemoFassung } from '#seed/demo/index.ts'
import { demotage } from '#seed/demo/tage.ts'
import { htmlToLexical } from '#store/lexical/fromHtml.ts'
import { lexicalToHtml } from '#store/lexical/toHtml.ts'

const HEUTE = [day('2026-11-24'), day('2026-12-31'), day('2027-01-01'), day('2028-02-29')] as const
const [EIN_TAG] = HEUTE
const DEMO = demo(EIN_TAG)

describe('the days of the demo', () => {
  it.each([
    [
      'an ordinary day',
      '2026-11-24',
      '2027-01-01',
      '2027-04-01',
      '2027-07-01',
      '2026-01-01',
      '2026-07-01',
      '2025-03-01',
    ],
    [
      'New Year’s Eve',
      '2026-12-31',
      '2027-01-01',
      '2027-04-01',
      '2027-07-01',
      '2026-01-01',
      '2026-07-01',
      '2025-03-01',
    ],
    [
      'New Year’s Day',
      '2027-01-01',
      '2028-01-01',
      '2027-04-01',
      '2027-07-01',
      '2026-01-01',
      '2026-07-01',
      '2025-03-01',
    ],
    [
      '29 February',
      '2028-02-29',
      '2029-01-01',
      '2028-04-01',
      '2028-07-01',
      '2028-01-01',
      '2027-07-01',
      '2027-03-01',
    ],
  ])('on %s', (_name, heute, januar, april, juli, letzterJanuar, letzterJuli, stammtag) => {
    expect(demotage(day(heute))).toEqual({
      heute,
      stammtag,
      letzterJanuar,
      letzterJuli,
      geprueft: addDays(day(heute), -14),
      naechsterJanuar: januar,
      naechsterApril: april,
      naechsterJuli: juli,
    })
  })

  it.each(HEUTE)('has Zeitgrenzen of every kind on %s', (heute) => {
    const { zeitgrenzen } = demo(heute)
    const { naechsterJanuar, naechsterJuli } = demotage(heute)
    const tage = zeitgrenzen.flatMap((zg) => (zg.stand === 'bestimmt' ? [zg.tag] : []))
    expect(new Set(zeitgrenzen.map(({ stand }) => stand))).toEqual(
      new Set(['bestimmt', 'geplant', 'geschaetzt', 'unbestimmt']),
    )
    expect(tage).toContain(naechsterJanuar)
    expect(tage).toContain(naechsterJuli)
    expect(tage.some((tag) => tag < heute)).toBe(true)
  })

  it.each(HEUTE)('announces no law in the future and none after its day, on %s', (heute) => {
    const { rechtsnormen, zeitgrenzen } = demo(heute)
    for (const { id, beschlossenAm, verkuendetAm } of rechtsnormen) {
      if (verkuendetAm === null) continue
      expect(verkuendetAm <= heute, id).toBe(true)
      expect(beschlossenAm !== null && beschlossenAm <= verkuendetAm, id).toBe(true)
      for (const zg of zeitgrenzen) {
        if (zg.rechtsnormId === id && zg.stand === 'bestimmt')
          expect(zg.tag > verkuendetAm).toBe(true)
      }
    }
  })

  it.each(HEUTE)('has closing days that are still to come on %s', (heute) => {
    for (const { sondertage, oeffnungszeiten } of demo(heute).organisationseinheiten) {
      expect(sondertage.every(({ tag }) => tag >= heute)).toBe(true)
      expect(
        sondertage.some(({ tag, zeiten }) => tag.endsWith('-12-24') && zeiten.length === 0),
      ).toBe(true)
      expect(oeffnungszeiten.length).toBeGreaterThan(0)
    }
  })
})

describe('keys and references', () => {
  it('has no id twice', () => {
    const lists = Object.values(DEMO).filter((value) => Array.isArray(value)) as { id: string }[][]
    const ids = lists.flat().map(({ id }) => id)
    expect(ids.length).toBeGreaterThan(200)
    expect(duplicates(ids)).toEqual([])
  })

  it('has well-formed ARS and AGS', () => {
    for (const gebiet of DEMO.gebiete) expect(checkSchluessel(gebiet).ok, gebiet.id).toBe(true)
    expect(duplicates(DEMO.gebiete.map(({ ars }) => ars))).toEqual([])
  })

  it('has well-formed Leistungsschlüssel: real ones, and marked ones in the unassigned group 900', () => {
    const schluessel = DEMO.leistungen.flatMap(({ leistungsschluessel }) => leistungsschluessel)
    expect(schluessel).toHaveLength(DEMO.leistungen.length)
    for (const key of schluessel) expect(checkLeistungsschluessel(key).ok, key).toBe(true)
    expect(duplicates(schluessel)).toEqual([])
    expect(schluessel.filter((key) => !key.startsWith('99900'))).toEqual([
      '99049001001000',
      '99052002109000',
    ])
  })

  it('ranks no two Leistungen alike in the 115 catalogue', () => {
    expect(duplicates(DEMO.leistungen.flatMap(({ rang115 }) => rang115 ?? []))).toEqual([])
  })

  it('names only things that exist', () => {
    expect(danglingReferences(DEMO)).toEqual([])
  })

  it('lists parents before children', () => {
    expect(childrenBeforeParents(DEMO.gebiete)).toEqual([])
    expect(childrenBeforeParents(DEMO.organisationseinheiten)).toEqual([])
  })

  it('has an account for each role, two where four eyes are needed, and one password', () => {
    const rollen = DEMO.benutzer.map(({ rolle }) => rolle).sort()
    expect(rollen).toEqual([
      'administration',
      'auskunft115',
      'fachressort',
      'kommunalredaktion',
      'kommunalredaktion',
      'kommunalredaktion',
      'landesredaktion',
      'landesredaktion',
      'lesend',
    ])
    expect(DEMO.benutzer.every(({ email }) => email.endsWith('@stichtag.example'))).toBe(true)
    expect(DEMO_PASSWORT.length).toBeGreaterThanOrEqual(12)
  })

  it('lets each Redaktion release what one of its people has written', () => {
    const people = (redaktionId: string) =>
      DEMO.benutzer.filter(
        (each) =>
          each.redaktionId === redaktionId &&
          ['landesredaktion', 'kommunalredaktion'].includes(each.rolle),
      ).length
    for (const { id, partner } of DEMO.redaktionen)
      if (people(id) === 1) expect([id, people(partner ?? '') > 0]).toEqual([id, true])
  })

  it('lets each text be written by a team of its area', () => {
    const gebiete = indexGebiete(DEMO.gebiete)
    for (const { id, gebietId, redaktionId } of DEMO.fassungen) {
      const own =
        DEMO.redaktionen.find((redaktion) => redaktion.id === redaktionId)?.gebietIds ?? []
      expect(
        pathTo(gebiete, gebietId).some((gebiet) => own.includes(gebiet.id)),
        id,
      ).toBe(true)
    }
  })

  it('shows in the table of rules what the house brings along', () => {
    const path = pathTo(indexGebiete(DEMO.gebiete), 'gebiet-mv')
    for (const vorgabe of vorgabenFor(path)) {
      const anfrage = {
        normgeber: vorgabe.normgeber,
        gebietPath: path.map(({ id }) => id),
        form: null,
      }
      const shown = regelFor(DEMO.fristregeln, anfrage)
      expect(shown).toMatchObject({ klausel: vorgabe.klausel, quelle: vorgabe.quelle })
    }
  })

  it('has for each Satzung the rule of its Kommune, marked as invented', () => {
    const gebiete = indexGebiete(DEMO.gebiete)
    const satzungen = DEMO.rechtsnormen.filter(({ normgeber }) => normgeber === 'kommune')
    expect(satzungen.length).toBeGreaterThan(0)
    for (const { gebietId, bekanntmachung } of satzungen) {
      const gebietPath = pathTo(gebiete, gebietId ?? '').map(({ id }) => id)
      const form = bekanntmachung?.form ?? null
      const regel = regelFor(DEMO.fristregeln, { normgeber: 'kommune', gebietPath, form })
      expect(regel).toMatchObject({ gebietId, quelle: expect.stringContaining('(Demo)') as string })
    }
  })

  it('says of every law that it is invented', () => {
    for (const { titel } of DEMO.rechtsnormen) expect(titel).toContain('(Demo)')
    for (const zg of DEMO.zeitgrenzen) {
      if (zg.stand === 'bestimmt') expect(zg.fundstelle).toContain('Demo-')
    }
  })
})

const AREAS = new URL('../../../shared/data/gebiete/mv-ars.csv', import.meta.url)
const KATALOG = new URL('../../../shared/data/leistungen/pvog-katalog-bund.csv', import.meta.url)

// The data lies beside the project on the developers' machines only (shared/data/SOURCES.md).
describe.skipIf(!existsSync(AREAS) || !existsSync(KATALOG))('against the official lists', () => {
  it('has the official names, and all Gemeinden of both Ämter', () => {
    const rows = readFileSync(AREAS, 'utf8').split('\n').slice(1)
    const official = new Map(rows.map((row) => [row.slice(0, 12), nameIn(row)]))
    const gemeinden = DEMO.gebiete.filter(({ ebene }) => ebene === 'gemeinde')
    for (const { ars, name } of gemeinden) expect(name).toBe(official.get(ars))
    for (const amt of DEMO.gebiete.filter(({ ebene }) => ebene === 'amt')) {
      const expected = [...official.keys()].filter((ars) => ars.startsWith(amt.ars))
      expect(gemeinden.map(({ ars }) => ars).filter((ars) => ars.startsWith(amt.ars))).toEqual(
        expected,
      )
    }
  })

  it('uses a real Leistungsschlüssel only where the catalogue has it', () => {
    const katalog = readFileSync(KATALOG, 'utf8')
    for (const { leistungsschluessel } of DEMO.leistungen) {
      for (const key of leistungsschluessel)
        expect(katalog.includes(`|${key}|`)).toBe(!key.startsWith('99900'))
    }
  })
})

describe('the texts', () => {
  it('pass all release checks, drafts and variants too', () => {
    for (const { id, inhalt, ebene } of DEMO.fassungen)
      expect(fehler(inhalt, ebene), id).toEqual([])
    for (const { id, module } of DEMO.varianten) expect(fehler(module, 'gemeinde'), id).toEqual([])
  })

  it('may be released in the order in which they stand', () => {
    for (const heute of HEUTE) {
      const inhalt = demo(heute)
      const gebiete = indexGebiete(inhalt.gebiete)
      const released: DemoFassung[] = []
      for (const { released: isReleased, ...entwurf } of inhalt.fassungen) {
        const freigabe = freigeben(entwurf, logOf({ ...inhalt, fassungen: released }), gebiete)
        expect(freigabe.ok ? [] : freigabe.problems, entwurf.id).toEqual([])
        if (isReleased) released.push({ ...entwurf, released: true })
      }
    }
  })

  it('fill every module in the texts of the Land', () => {
    const optional = new Set(['weiterfuehrendeInformationen'])
    const needed = TEXTMODULNAMEN.filter((name) => !optional.has(name))
    for (const { id, ebene, inhalt } of DEMO.fassungen) {
      if (ebene !== 'land') continue
      expect(
        needed.filter((name) => !inhalt[name]),
        id,
      ).toEqual([])
      for (const name of [
        'frist',
        'kosten',
        'bearbeitungsdauer',
        'begriffe',
        'fachlicheFreigabe',
      ] as const) {
        expect(inhalt[name], `${id} ${name}`).toBeDefined()
      }
    }
  })

  it('answer in at most 300 characters', () => {
    for (const { id, inhalt } of DEMO.fassungen) {
      const kurztext = plainText(inhalt.kurztext?.wert.text ?? '')
      expect(kurztext.length, id).toBeLessThanOrEqual(300)
    }
  })

  it('name no day, so that they stay true when their Zeitgrenze moves', () => {
    for (const { id, inhalt } of DEMO.fassungen) {
      for (const html of htmlOf(inhalt)) expect(html, id).not.toMatch(/\b20\d\d\b/)
    }
  })

  it('come out of the editor as they went in', () => {
    const inhalte = [
      ...DEMO.fassungen.map(({ inhalt }) => inhalt),
      ...DEMO.varianten.map(({ module }) => module),
    ]
    for (const html of inhalte.flatMap(htmlOf)) {
      const { state, dropped } = htmlToLexical(html)
      expect(dropped).toEqual([])
      expect(lexicalToHtml(state)).toBe(html)
    }
  })

  it('come in English for two Leistungen and in Leichte Sprache for one', () => {
    const leistungen = (sprache: string) =>
      new Set(
        DEMO.varianten
          .filter((variante) => variante.sprache === sprache)
          .map(({ fassungId }) => DEMO.fassungen.find(({ id }) => id === fassungId)?.leistungId),
      )
    expect(leistungen('en').size).toBe(2)
    expect(leistungen('de-LS').size).toBe(1)
  })

  it('keep a few drafts', () => {
    expect(DEMO.fassungen.filter(({ released }) => !released).map(({ id }) => id)).toEqual([
      'fassung-meldebescheinigung-land-entwurf',
      'fassung-eheschliessung-land-entwurf',
      'fassung-sperrmuell-schwerin-entwurf',
    ])
  })

  it('hold municipal supplements of every layer and one replacement', () => {
    const kommunal = DEMO.fassungen.filter(({ ebene, released }) => ebene !== 'land' && released)
    const modi = kommunal.flatMap(({ inhalt }) => Object.values(inhalt).map(({ modus }) => modus))
    expect(new Set(kommunal.map(({ ebene }) => ebene))).toEqual(
      new Set(['kreis', 'amt', 'gemeinde']),
    )
    expect(new Set(kommunal.map(reiheKey)).size).toBeGreaterThanOrEqual(6)
    expect(modi.filter((modus) => modus === 'ergaenzen').length).toBeGreaterThanOrEqual(5)
    const replacing = kommunal.filter(({ inhalt }) =>
      Object.values(inhalt).some(({ modus }) => modus === 'ersetzen'),
    )
    expect(new Set(replacing.map(reiheKey))).toEqual(
      new Set(['leistung-hundesteuer|gemeinde|gebiet-schwerin']),
    )
  })
})

describe('the log that the demo becomes', () => {
  it('accepts every Zeitgrenze', () => {
    for (const heute of HEUTE) {
      for (const zg of demo(heute).zeitgrenzen) {
        expect(checkSuccession(undefined, zg, heute).ok, zg.id).toBe(true)
        expect(zeitgrenzeFrom(asAngaben(zg)), zg.id).toEqual({ ok: true, value: zg })
      }
    }
  })

  it.each(HEUTE)('knows who answers for each Leistung in each Gemeinde on %s', (heute) => {
    const inhalt = demo(heute)
    const chronik = logOf(inhalt)
    for (const stichtag of [inhalt.objekteAb, heute, demotage(heute).naechsterJanuar]) {
      const uebersicht = uebersichtOf(snapshotOn(chronik, newestPair(chronik, stichtag)))
      for (const { id } of inhalt.gebiete.filter(({ ebene }) => ebene === 'gemeinde')) {
        for (const leistung of inhalt.leistungen) {
          const zustaendig = zustaendigkeitenIn(uebersicht, leistung.id, id).filter(
            ({ wert }) => wert.rolle === 'zustaendige-stelle',
          )
          expect(zustaendig.length, `${leistung.id} in ${id}`).toBeGreaterThan(0)
        }
      }
    }
  })

  it.each(HEUTE)('offers each Leistung, today %s and in a year', (heute) => {
    const inhalt = demo(heute)
    const chronik = logOf(inhalt)
    for (const stichtag of [heute, addDays(heute, 366)]) {
      const { fassungen } = uebersichtOf(snapshotOn(chronik, newestPair(chronik, stichtag)))
      expect([...fassungen.keys()].sort()).toEqual(inhalt.leistungen.map(({ id }) => id).sort())
    }
  })

  it.each(HEUTE)('changes exactly these texts on the 1 January after %s', (heute) => {
    expect(changesOn(heute, demotage(heute).naechsterJanuar)).toEqual([
      'fassung|leistung-beglaubigung|amt|gebiet-amt-stralendorf',
      'fassung|leistung-gewerbe-anmelden|land|gebiet-mv',
      'fassung|leistung-hundesteuer|gemeinde|gebiet-schwerin',
      'fassung|leistung-personalausweis|land|gebiet-mv',
      'fassung|leistung-wohnsitz-anmelden|land|gebiet-mv',
      'variante|leistung-personalausweis|land|gebiet-mv|en',
      'variante|leistung-wohnsitz-anmelden|land|gebiet-mv|en',
    ])
  })

  it.each(HEUTE)('changes exactly one text on the 1 July after %s', (heute) => {
    expect(changesOn(heute, demotage(heute).naechsterJuli)).toEqual([
      'fassung|leistung-baugenehmigung|land|gebiet-mv',
    ])
  })

  it.each(HEUTE)('lets the supplement of Rostock end on the 1 April after %s', (heute) => {
    expect(changesOn(heute, demotage(heute).naechsterApril)).toEqual([
      'fassung|leistung-reisepass|gemeinde|gebiet-rostock',
    ])
  })

  it.each(HEUTE)('keeps two released texts waiting and suspends none on %s', (heute) => {
    const chronik = logOf(demo(heute))
    const reihen = [...chronik.reihen.keys()].map((key) => reiheAt(chronik, key, newest(chronik)))
    expect(reihen.flatMap(({ ausgesetzt }) => ausgesetzt)).toEqual([])
    expect(reihen.flatMap(({ wartend }) => wartend)).toEqual([
      'fassung-reisepass-land-onlineantrag',
      'fassung-geburtsurkunde-land-neue-gebuehren',
    ])
  })

  it('shows the draft of the newcomer on 1 January and not on 31 December', () => {
    const { naechsterJanuar } = demotage(EIN_TAG)
    const fassungen = DEMO.fassungen.map((fassung) =>
      fassung.id === 'fassung-meldebescheinigung-land-entwurf'
        ? { ...fassung, beginn: anZeitgrenze('zg-vereinfachung-januar'), released: true }
        : fassung,
    )
    const chronik = logOf({ ...DEMO, fassungen })
    const shown = (stichtag: CalendarDay): string | undefined => {
      const eintrag = snapshotOn(chronik, newestPair(chronik, stichtag)).eintraege.get(
        'fassung|leistung-meldebescheinigung|land|gebiet-mv',
      )
      return eintrag?.klasse === 'fassung' ? eintrag.fassung.id : undefined
    }
    expect(shown(previousDay(naechsterJanuar))).toBe('fassung-meldebescheinigung-land')
    expect(shown(naechsterJanuar)).toBe('fassung-meldebescheinigung-land-entwurf')
  })
})

// The demo as entries of the log, one fact each

function logOf(inhalt: Demo): Chronik {
  const ab = festerTag(inhalt.objekteAb)
  const objekt = (id: string, wert: Objektwert): Aussage => ({
    klasse: 'objekt',
    objekt: { id, beginn: ab, ende: null, ...wert },
    pult: null,
  })
  const aussagen: readonly Aussage[] = [
    ...inhalt.gebiete.map((wert) => objekt(wert.id, { art: 'gebiet', wert })),
    ...inhalt.zeitgrenzen.map((zeitgrenze): Aussage => ({
      klasse: 'zeitgrenze',
      zeitgrenze,
      pult: null,
    })),
    ...inhalt.organisationseinheiten.map((wert) =>
      objekt(wert.id, { art: 'organisationseinheit', inhalt: canonicalJson(wert) }),
    ),
    ...inhalt.leistungen.map((wert) => objekt(wert.id, { art: 'leistung', wert })),
    ...inhalt.fassungen
      .filter(({ released }) => released)
      .map((fassung): Aussage => ({
        klasse: 'fassung',
        fassung: freigegeben(fassung),
        pult: null,
      })),
    ...inhalt.varianten
      .filter(({ released }) => released)
      .map((variante): Aussage => ({
        klasse: 'variante',
        variante: {
          id: variante.id,
          fassungId: variante.fassungId,
          sprache: variante.sprache,
          inhalt: variante.id,
        },
        pult: null,
      })),
    ...inhalt.zustaendigkeiten.map((wert) => objekt(wert.id, { art: 'zustaendigkeit', wert })),
  ]
  return chronikOf(aussagen.map((aussage, index) => ereignis(index + 1, aussage)))
}

function freigegeben({ released: _released, inhalt, ...kopf }: DemoFassung): Freigegeben {
  return { ...kopf, inhalt: canonicalJson(inhalt) }
}

function ereignis(folgenummer: number, aussage: Aussage): Ereignis {
  return {
    folgenummer,
    zeitpunkt: '2026-01-01T00:00:00.000Z',
    art: 'import',
    von: 'system',
    grund: null,
    aussagen: [aussage],
  }
}

function changesOn(heute: CalendarDay, stichtag: CalendarDay): readonly string[] {
  const chronik = logOf(demo(heute))
  const before = snapshotOn(chronik, newestPair(chronik, previousDay(stichtag))).eintraege
  const after = snapshotOn(chronik, newestPair(chronik, stichtag)).eintraege
  return diffSnapshots(before, after, sameEintrag).map(({ key }) => key)
}

function newest(chronik: Chronik): number {
  return chronik.zeitpunkte.length
}

// What the tests look for

function fehler(inhalt: FassungInhalt, ebene: DemoFassung['ebene']): readonly unknown[] {
  return pruefeInhalt({ inhalt, ebene }).filter(({ schwere }) => schwere === 'fehler')
}

function duplicates(values: readonly (string | number)[]): readonly (string | number)[] {
  return values.filter((value, index) => values.indexOf(value) !== index)
}

/** The HTML of the text modules. */
function htmlOf(inhalt: FassungInhalt): readonly string[] {
  return TEXTMODULNAMEN.filter((name) => TEXTMODULE[name].form === 'html').flatMap(
    (name) => inhalt[name]?.wert.text ?? [],
  )
}

function childrenBeforeParents(
  rows: readonly { readonly id: string; readonly uebergeordnet: string | null }[],
): readonly string[] {
  return rows
    .filter(({ uebergeordnet }, index) =>
      uebergeordnet === null ? false : !rows.slice(0, index).some(({ id }) => id === uebergeordnet),
    )
    .map(({ id }) => id)
}

function danglingReferences(inhalt: Demo): readonly string[] {
  const known = new Set(
    (Object.values(inhalt).filter((value) => Array.isArray(value)) as { id: string }[][])
      .flat()
      .map(({ id }) => id),
  )
  const named = (value: unknown): readonly string[] => {
    if (Array.isArray(value)) return value.flatMap(named)
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([key, member]) =>
      REFERENCE.test(key) ? [member].flat() : named(member),
    )
  }
  const stellen = inhalt.zustaendigkeiten.map(({ stelle }) => stelle.id)
  return [...named(Object.values(inhalt)), ...stellen].filter((id) => id !== null && !known.has(id))
}

const REFERENCE = /Ids?$|^(basis|berichtigt|uebergeordnet)$/

function asAngaben(zg: Zeitgrenze): Parameters<typeof zeitgrenzeFrom>[0] {
  return { tag: null, fundstelle: null, zeitraum: null, bedingung: null, ...zg }
}

/** Names with a comma stand in quotation marks. */
function nameIn(row: string): string {
  const rest = row.slice('130009999999,13000999,'.length)
  return rest.startsWith('"')
    ? rest.slice(1, rest.indexOf('"', 1))
    : rest.slice(0, rest.indexOf(','))
}
