import { describe, expect, it } from 'vitest'
import type { Entwurf, FassungId } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { newestFolgenummer, reiheKey } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Pulttext } from '#ports/pult.ts'
import {
  am,
  bestimmt,
  entwurf,
  ersetzen,
  freigabe,
  freigegeben,
  grundbestand,
  inhalt,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../tests/support/factories.ts'
import { inMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { previewRelease } from './previewRelease.ts'
import { readFassungslage } from './readFassungslage.ts'
import { readRebase, rebaseFassung } from './rebaseFassung.ts'
import { releaseFassung } from './releaseFassung.ts'
import { saveZeitgrenze } from './saveZeitgrenze.ts'

/** What held before: from 1 January 2026 on. */
const alt = text('alt', '2026-01-01', null, { hinweise: ersetzen('<p>Alt.</p>') })
/** From 1 April 2027 on, with a text of its own about the costs. */
const april = text('april', '2027-04-01', 'alt', { volltext: ersetzen('<p>Ab April.</p>') })
/** From 1 July 2027 on, on top of the one of April. */
const juli = text('juli', '2027-07-01', 'april', {
  volltext: ersetzen('<p>Ab April.</p>'),
  rechtsbehelf: ersetzen('<p>Ab Juli.</p>'),
})
/** From 1 January 2027 on: it comes last, and changes the Hinweise. */
const januar = text('januar', '2027-01-01', 'alt', { hinweise: ersetzen('<p>Ab Januar.</p>') })

describe('releasing an earlier text while later ones wait', () => {
  it('the preview shows per module where they would fall back behind it', async () => {
    const desk = await deskWith([alt, april, juli], [januar])
    expect(await preview(desk, 'januar')).toEqual({
      spaetere: [
        {
          fassungId: 'april',
          ab: '2027-04-01',
          zustand: 'gilt',
          module: [{ modul: 'hinweise', lage: 'faellt-zurueck' }],
        },
        {
          fassungId: 'juli',
          ab: '2027-07-01',
          zustand: 'gilt',
          module: [{ modul: 'hinweise', lage: 'faellt-zurueck' }],
        },
      ],
      selberTag: null,
      vorGrundlage: false,
      ausgesetzt: null,
    })
    expect(rowOf(desk)).toEqual(['2026-01-01 alt', '2027-04-01 april', '2027-07-01 juli'])
  })

  it('where a later one has words of its own, people look', async () => {
    const own = { ...april, inhalt: { ...april.inhalt, hinweise: ersetzen('<p>Eigen.</p>') } }
    const desk = await deskWith([alt, own], [januar])
    expect((await preview(desk, 'januar')).spaetere[0]?.module).toEqual([
      { modul: 'hinweise', lage: 'pruefen' },
    ])
  })

  it('says when the draft itself would be held back; then nothing falls back behind it', async () => {
    const sameDay = { ...januar, beginn: am('2027-04-01') }
    const before = { ...januar, id: 'davor', basis: 'april' }
    const desk = await deskWith([alt, april, juli], [sameDay, before])
    expect(await preview(desk, 'januar')).toMatchObject({
      spaetere: [],
      selberTag: 'april',
      vorGrundlage: false,
    })
    expect(await preview(desk, 'davor')).toMatchObject({
      spaetere: [],
      selberTag: null,
      vorGrundlage: true,
      ausgesetzt: { art: 'vor-grundlage', grundlage: 'april' },
    })
  })

  it('a correction changes what it corrects: what was written on top of it falls back', async () => {
    const correction: Entwurf = {
      ...april,
      id: 'richtig',
      berichtigt: 'april',
      inhalt: { ...april.inhalt, volltext: ersetzen('<p>Richtig.</p>') },
    }
    const desk = await deskWith([alt, april, juli], [correction])
    expect((await preview(desk, 'richtig')).spaetere).toMatchObject([
      { fassungId: 'juli', module: [{ modul: 'volltext', lage: 'faellt-zurueck' }] },
    ])
  })

  it('the first text of a row was preceded by nothing: there is nothing to fall back to', async () => {
    const first = { ...januar, basis: null }
    const desk = await deskWith([{ ...april, basis: null }], [first])
    expect(await preview(desk, 'januar')).toMatchObject({
      spaetere: [{ fassungId: 'april', module: [] }],
    })
  })

  it('a language variant does nothing to the row', async () => {
    const desk = await deskWith([alt], [])
    desk.pult['en'] = {
      art: 'variante',
      id: 'en',
      fassungId: 'alt',
      sprache: 'en',
      module: {},
      maschinell: false,
      pult: {},
    }
    expect(await preview(desk, 'en')).toMatchObject({ spaetere: [], ausgesetzt: null })
  })

  it('the released text knows afterwards too what falls back behind it, until that is carried on', async () => {
    const desk = await deskWith([alt, april], [januar])
    await release(desk, 'januar')
    expect(await lage(desk, 'januar')).toMatchObject({
      zustand: 'gilt',
      abschnitte: [{ ab: '2027-01-01', bis: '2027-04-01' }],
      hatBegonnen: false,
      spaetere: [{ fassungId: 'april' }],
    })
    await carryOn(desk, 'april')
    expect((await lage(desk, 'januar')).spaetere).toEqual([])
    expect((await lage(desk, 'alt')).hatBegonnen).toBe(true)
  })
})

describe('carrying the change on', () => {
  it('the draft takes the place of the later text, on the same anchors and on top of the new one', async () => {
    const desk = await deskWith([alt, april], [januar])
    await release(desk, 'januar')
    expect(await rebase(desk, 'april')).toEqual({
      id: 'april-neu',
      auf: 'januar',
      module: [
        { modul: 'leistungsbezeichnung', lage: 'gleich' },
        { modul: 'leistungsbezeichnungII', lage: 'gleich' },
        { modul: 'kurztext', lage: 'gleich' },
        { modul: 'volltext', lage: 'eigen' },
        { modul: 'hinweise', lage: 'uebernommen' },
      ],
    })
    const { inhalt: _own, ...kopf } = april
    expect(draft(desk, 'april-neu')).toEqual({
      ...kopf,
      id: 'april-neu',
      basis: 'januar',
      berichtigt: 'april',
      wiederaufgenommen: true,
      inhalt: { ...april.inhalt, hinweise: januar.inhalt.hinweise },
    })
    expect(rowOf(desk)).toEqual(['2026-01-01 alt', '2027-01-01 januar', '2027-04-01 april'])
  })

  it('through a chain of two, drafted at once and released one after the other', async () => {
    const desk = await deskWith([alt, april, juli], [januar])
    await release(desk, 'januar')
    await rebase(desk, 'april')
    const { auf, module } = await rebase(desk, 'juli')
    expect(auf).toBe('april')
    expect(module).toContainEqual({ modul: 'hinweise', lage: 'uebernommen' })
    await release(desk, 'april-neu')
    await release(desk, 'juli-neu')
    expect(rowOf(desk)).toEqual([
      '2026-01-01 alt',
      '2027-01-01 januar',
      '2027-04-01 april-neu',
      '2027-07-01 juli-neu',
    ])
    expect(reihe(desk).ausgesetzt).toEqual([])
    expect(wordsOf(desk, 'juli-neu')).toEqual({
      ...juli.inhalt,
      hinweise: januar.inhalt.hinweise,
    })
    for (const id of ['januar', 'april-neu']) expect((await lage(desk, id)).spaetere).toEqual([])
  })

  it('through a chain of two, one after the other: each release shows what comes next', async () => {
    const desk = await deskWith([alt, april, juli], [januar])
    await release(desk, 'januar')
    await rebase(desk, 'april')
    expect((await preview(desk, 'april-neu')).spaetere).toMatchObject([
      { fassungId: 'juli', module: [{ modul: 'hinweise', lage: 'faellt-zurueck' }] },
    ])
    await release(desk, 'april-neu')
    await carryOn(desk, 'juli')
    expect(wordsOf(desk, 'juli-neu').hinweise).toEqual(januar.inhalt.hinweise)
    expect(reihe(desk).ausgesetzt).toEqual([])
  })

  it('of a correction, to what was written on top of the corrected text', async () => {
    const correction: Entwurf = {
      ...april,
      id: 'richtig',
      berichtigt: 'april',
      inhalt: { ...april.inhalt, volltext: ersetzen('<p>Richtig.</p>') },
    }
    const desk = await deskWith([alt, april, juli], [correction])
    await release(desk, 'richtig')
    await carryOn(desk, 'juli')
    expect(wordsOf(desk, 'juli-neu').volltext).toEqual(ersetzen('<p>Richtig.</p>'))
    expect(wordsOf(desk, 'juli-neu').rechtsbehelf).toEqual(juli.inhalt.rechtsbehelf)
  })

  it('to a text that waits for its day', async () => {
    const waits = { ...april, beginn: anZeitgrenze('z') }
    const desk = await deskWith([alt, waits], [januar], [verkuendung(unbestimmt('z'))])
    await release(desk, 'januar')
    await carryOn(desk, 'april')
    expect(reihe(desk).wartend).toEqual(['april-neu'])
    await move(desk, bestimmt('2027-04-01', 'z'))
    expect(rowOf(desk).at(-1)).toBe('2027-04-01 april-neu')
    expect(wordsOf(desk, 'april-neu').hinweise).toEqual(januar.inhalt.hinweise)
  })

  it('to a text that was written on top of nothing: compared with what held before', async () => {
    const desk = await deskWith([alt, { ...april, basis: null }], [januar])
    await release(desk, 'januar')
    expect((await rebase(desk, 'april')).module).toContainEqual({
      modul: 'hinweise',
      lage: 'uebernommen',
    })
  })

  it('a conflict keeps its own words, shows both, and is decided once they have been changed', async () => {
    const own = { ...april, inhalt: { ...april.inhalt, hinweise: ersetzen('<p>Eigen.</p>') } }
    const desk = await deskWith([alt, own], [januar])
    await release(desk, 'januar')
    await rebase(desk, 'april')
    const compared = {
      modul: 'hinweise',
      lage: 'konflikt',
      neueBasis: ersetzen('<p>Ab Januar.</p>'),
      eigen: ersetzen('<p>Eigen.</p>'),
    }
    expect(draft(desk, 'april-neu').inhalt.hinweise).toEqual(own.inhalt.hinweise)
    expect(await compare(desk, 'april-neu')).toContainEqual({ ...compared, istEntschieden: false })
    edit(desk, 'april-neu', { hinweise: ersetzen('<p>Eigen, ab Januar.</p>') })
    expect(await compare(desk, 'april-neu')).toContainEqual({ ...compared, istEntschieden: true })
  })

  it('what the text below changes later is seen in the draft as not taken over', async () => {
    const desk = await deskWith([alt, april, juli], [januar])
    await release(desk, 'januar')
    await rebase(desk, 'april')
    await rebase(desk, 'juli')
    edit(desk, 'april-neu', { hinweise: ersetzen('<p>Noch einmal anders.</p>') })
    const open = (await compare(desk, 'juli-neu')).filter(({ istEntschieden }) => !istEntschieden)
    expect(open).toMatchObject([{ modul: 'hinweise', lage: 'uebernommen' }])
  })
})

describe('taking up an ausgesetzt text', () => {
  it('of the same day as another: on top of it, and it takes the day', async () => {
    const zweiter = { ...januar, beginn: am('2027-04-01') }
    const desk = await deskWith([alt, april, zweiter, juli], [])
    expect(reihe(desk).gruende.get('januar')).toEqual({ art: 'selber-tag', mit: 'april' })
    expect((await rebase(desk, 'januar')).auf).toBe('april')
    await release(desk, 'januar-neu')
    expect(rowOf(desk)).toEqual(['2026-01-01 alt', '2027-04-01 januar-neu', '2027-07-01 juli'])
    expect(reihe(desk).ausgesetzt).toEqual([])
    expect(wordsOf(desk, 'januar-neu')).toEqual({
      ...april.inhalt,
      hinweise: januar.inhalt.hinweise,
    })
    expect(desk.house.appended.at(-1)?.art).toBe('wiederaufnahme')
  })

  it('of the same day, of three: each on top of the one before', async () => {
    const zweiter = { ...januar, beginn: am('2027-04-01') }
    const dritter = text('dritter', '2027-04-01', 'alt', { teaser: ersetzen('<p>Drei.</p>') })
    const desk = await deskWith([alt, april, zweiter, dritter], [])
    await carryOn(desk, 'januar')
    await carryOn(desk, 'dritter')
    expect(rowOf(desk)).toEqual(['2026-01-01 alt', '2027-04-01 dritter-neu'])
    expect(reihe(desk).ausgesetzt).toEqual([])
    expect(wordsOf(desk, 'dritter-neu')).toMatchObject({
      volltext: april.inhalt.volltext,
      hinweise: januar.inhalt.hinweise,
      teaser: ersetzen('<p>Drei.</p>'),
    })
  })

  it('moved before its basis: on what holds there, without what the basis would have brought', async () => {
    const overtakes = { ...juli, beginn: anZeitgrenze('z') }
    const log = [verkuendung(bestimmt('2027-07-01', 'z'))]
    const desk = await deskWith([alt, april, overtakes], [], log)
    await move(desk, bestimmt('2027-02-01', 'z'))
    expect(reihe(desk).gruende.get('juli')).toEqual({ art: 'vor-grundlage', grundlage: 'april' })
    expect((await rebase(desk, 'juli')).auf).toBe('alt')
    expect(wordsOf(desk, 'juli-neu').volltext).toBeUndefined()
    // The other way round: now the basis comes later, and would fall back behind it.
    expect((await preview(desk, 'juli-neu')).spaetere).toMatchObject([
      { fassungId: 'april', module: [{ modul: 'rechtsbehelf', lage: 'faellt-zurueck' }] },
    ])
    await release(desk, 'juli-neu')
    expect(rowOf(desk)).toEqual(['2026-01-01 alt', '2027-02-01 juli-neu', '2027-04-01 april'])
    expect(reihe(desk).ausgesetzt).toEqual([])
    await carryOn(desk, 'april')
    expect(wordsOf(desk, 'april-neu')).toEqual({
      ...april.inhalt,
      rechtsbehelf: juli.inhalt.rechtsbehelf,
    })
    expect(reihe(desk).ausgesetzt).toEqual([])
  })

  it('moved before everything: its words are all there is', async () => {
    const desk = await deskWith(
      [
        { ...april, basis: null },
        { ...juli, beginn: am('2027-02-01') },
      ],
      [],
    )
    expect((await rebase(desk, 'juli')).auf).toBeNull()
    expect(draft(desk, 'juli-neu').inhalt).toEqual(juli.inhalt)
  })

  it('on another text that the caller names', async () => {
    const zweiter = { ...januar, beginn: am('2027-04-01') }
    const desk = await deskWith([alt, april, zweiter], [])
    const named = await rebaseFassung(desk.ports, {
      fassungId: 'januar',
      neu: 'januar-neu',
      auf: 'alt',
    })
    expect(named).toMatchObject({ ok: true, value: { auf: 'alt' } })
    expect(draft(desk, 'januar-neu').inhalt).toEqual(januar.inhalt)
  })
})

describe('what a later move does to a rebased text', () => {
  const overZeitgrenze = async () => {
    const log = [verkuendung(bestimmt('2027-01-01', 'z'))]
    const desk = await deskWith([alt, april], [{ ...januar, beginn: anZeitgrenze('z') }], log)
    await release(desk, 'januar')
    await carryOn(desk, 'april')
    return desk
  }

  it('while the basis stays before it, nothing', async () => {
    const desk = await overZeitgrenze()
    await move(desk, bestimmt('2027-03-31', 'z'))
    expect(rowOf(desk)).toEqual(['2026-01-01 alt', '2027-03-31 januar', '2027-04-01 april-neu'])
    expect(reihe(desk).ausgesetzt).toEqual([])
  })

  it('on the same day it takes the day: it has the words of both', async () => {
    const desk = await overZeitgrenze()
    await move(desk, bestimmt('2027-04-01', 'z'))
    expect(rowOf(desk)).toEqual(['2026-01-01 alt', '2027-04-01 april-neu'])
  })

  it('behind it, the text as it was before the rebase holds: it does not know the other yet', async () => {
    const desk = await overZeitgrenze()
    await move(desk, bestimmt('2027-05-01', 'z'))
    expect(rowOf(desk)).toEqual(['2026-01-01 alt', '2027-04-01 april', '2027-05-01 januar'])
    expect(reihe(desk).gruende).toEqual(
      new Map([['april-neu', { art: 'vor-grundlage', grundlage: 'januar' }]]),
    )
  })

  it('and back again, the rebased text', async () => {
    const desk = await overZeitgrenze()
    await move(desk, bestimmt('2027-05-01', 'z'))
    await move(desk, bestimmt('2027-02-01', 'z'))
    expect(rowOf(desk)).toEqual(['2026-01-01 alt', '2027-02-01 januar', '2027-04-01 april-neu'])
    expect(reihe(desk).ausgesetzt).toEqual([])
  })
})

describe('neu aufsetzen is refused', () => {
  it.each<[string, FassungId, FassungId | null, string, readonly Aussage[]]>([
    ['for a draft', 'januar', null, 'fassung-is-not-released', []],
    ['for what was withdrawn', 'april', null, 'fassung-is-withdrawn', [zurueckziehung('april')]],
    ['on a draft', 'april', 'januar', 'fassung-is-not-released', []],
    ['on itself', 'april', 'april', 'fassung-is-not-released', []],
    [
      'on a text of another row',
      'april',
      'fremd',
      'fassung-is-not-released',
      [freigabe(freigegeben({ id: 'fremd', ebene: 'gemeinde', gebietId: 'gemeinde' }))],
    ],
  ])('%s', async (_name, fassungId, auf, code, more) => {
    const desk = await deskWith([alt, april], [januar], more)
    const result = await rebaseFassung(desk.ports, { fassungId, neu: 'neu', auf })
    expect(result).toMatchObject({ ok: false, problems: [{ code }] })
    expect(desk.pult['neu']).toBeUndefined()
  })

  it('for what another release has corrected', async () => {
    const correction = { ...april, id: 'richtig', berichtigt: 'april' }
    const desk = await deskWith([alt, april, correction], [])
    const result = await rebaseFassung(desk.ports, { fassungId: 'april', neu: 'neu', auf: null })
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'fassung-is-corrected' }] })
  })

  it('and a draft that rebases nothing has nothing to compare', async () => {
    const desk = await deskWith([alt], [januar])
    expect(await readRebase(desk.ports, { id: 'januar' })).toMatchObject({
      ok: false,
      problems: [{ code: 'not-found' }],
    })
  })
})

// A desk with its log

type Desk = Awaited<ReturnType<typeof deskWith>>

/** A house in which these texts have been released in this order, and these drafts lie on the desk. */
async function deskWith(
  released: readonly Entwurf[],
  drafts: readonly Entwurf[],
  log: readonly Aussage[] = [],
) {
  const pult: Record<string, Pulttext> = {}
  const texts = [...released, ...drafts]
  for (const each of texts) pult[each.id] = { art: 'fassung', entwurf: each, pult: {} }
  const house = inMemoryHouse({ pult, log: [...grundbestand(), ...log.filter(isZeitgrenze)] })
  const ports = {
    ...house.ports,
    createEntwurf: (each: Entwurf) => {
      pult[each.id] = { art: 'fassung', entwurf: each, pult: {} }
      return Promise.resolve()
    },
    findAufgesetzte: (id: FassungId) =>
      Promise.resolve(
        Object.values(pult).flatMap((each) =>
          each.art === 'fassung' &&
          each.entwurf.berichtigt === id &&
          each.entwurf.wiederaufgenommen &&
          !house.log.fassungen.has(each.entwurf.id)
            ? [each.entwurf]
            : [],
        ),
      ),
  }
  const desk = { house, ports, pult }
  for (const { id } of released) await release(desk, id)
  for (const aussage of log.filter((each) => !isZeitgrenze(each))) {
    const entry = { art: 'import', von: 'lena', grund: null, schluessel: null } as const
    await ports.append({ ...entry, zeitpunkt: '2026-11-24T12:00:00.000Z', aussagen: [aussage] })
  }
  return desk
}

function isZeitgrenze({ klasse }: Aussage): boolean {
  return klasse === 'zeitgrenze'
}

async function release({ ports }: { ports: Desk['ports'] }, id: FassungId): Promise<void> {
  const result = await releaseFassung(ports, { id, von: 'lena', grund: 'Gesetz verkündet' })
  expect(result).toMatchObject({ ok: true })
}

async function rebase({ ports }: Desk, fassungId: FassungId) {
  const result = await rebaseFassung(ports, { fassungId, neu: `${fassungId}-neu`, auf: null })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

async function carryOn(desk: Desk, fassungId: FassungId): Promise<void> {
  await rebase(desk, fassungId)
  await release(desk, `${fassungId}-neu`)
}

async function preview({ ports }: Desk, id: FassungId) {
  const result = await previewRelease(ports, { id })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

async function lage({ ports }: Desk, id: FassungId) {
  const result = await readFassungslage(ports, { id })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

async function compare({ ports }: Desk, id: FassungId) {
  const result = await readRebase(ports, { id })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value.module
}

async function move({ ports }: Desk, zeitgrenze: ReturnType<typeof bestimmt>): Promise<void> {
  const result = await saveZeitgrenze(ports, { zeitgrenze, pult: {}, von: 'lena' })
  expect(result).toMatchObject({ ok: true })
}

function draft({ pult }: Desk, id: FassungId): Entwurf {
  const text = pult[id]
  if (text?.art !== 'fassung') throw new Error(`${id} does not lie on the desk`)
  return text.entwurf
}

function wordsOf(desk: Desk, id: FassungId): FassungInhalt {
  return draft(desk, id).inhalt
}

function edit(desk: Desk, id: FassungId, words: FassungInhalt): void {
  const each = draft(desk, id)
  desk.pult[id] = {
    art: 'fassung',
    entwurf: { ...each, inhalt: { ...each.inhalt, ...words } },
    pult: {},
  }
}

function reihe({ house }: Desk) {
  return reiheAt(house.log, reiheKey(alt), newestFolgenummer(house.log))
}

function rowOf(desk: Desk): readonly string[] {
  return reihe(desk).abschnitte.map(({ ab, beleg }) => `${ab} ${beleg.wert.id}`)
}

function text(id: FassungId, tag: string, basis: FassungId | null, words: FassungInhalt): Entwurf {
  const hinweise = { hinweise: ersetzen('<p>Alt.</p>') }
  return entwurf({ id, beginn: am(tag), basis, inhalt: inhalt({ ...hinweise, ...words }) })
}
