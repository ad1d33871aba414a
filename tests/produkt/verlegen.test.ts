import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import { formatDay, formatDayLong } from '#core/zeit/deutsch.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { brokenRules, createVisits, login, open, tabTo } from '../support/browser.ts'
import { entwurf, ersetzen } from '../support/factories.ts'
import { startServer, type RunningServer } from '../support/server.ts'

/** A law is postponed: twenty texts in three Kommunen hang on it. */

const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const ALT = addDays(HEUTE, 60)
const NEU = addDays(HEUTE, 200)
const BILDER = process.env['STICHTAG_BILDER']
const KOMMUNEN = [
  { gebietId: 'gebiet-schwerin', redaktionId: 'redaktion-schwerin', ebene: 'gemeinde' },
  { gebietId: 'gebiet-rostock', redaktionId: 'redaktion-rostock', ebene: 'gemeinde' },
  { gebietId: 'gebiet-amt-stralendorf', redaktionId: 'redaktion-amt-stralendorf', ebene: 'amt' },
] as const
const SCHWERIN = '130040000000'

let server: RunningServer
let land: Page
let zweite: Page
const visits = createVisits(() => server.url)
let leistungen: readonly string[] = []

beforeAll(async () => {
  server = await startServer()
  land = await visits.open()
  await login(land, 'landesredaktion')
  zweite = await visits.open()
  await login(zweite, 'landesredaktion2')
  leistungen = await furnishLaw(land)
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

describe('the dialogue of Verlegen', () => {
  it('shows what the move does in each Kommune before anything happens', async () => {
    await open(land, '/admin/collections/zeitgrenzen/zg-verlegen')
    await expect(land.getByLabel('Tag', { exact: true }).isDisabled()).resolves.toBe(true)
    await land.getByRole('button', { name: 'Verlegen', exact: true }).click()
    const dialog = land.getByRole('dialog', { name: 'Zeitgrenze verlegen' })
    await dialog.getByRole('textbox', { name: 'Neuer Tag' }).fill(formatDay(NEU))
    await dialog.getByLabel('Fundstelle der Verkündung').fill('GVOBl. M-V 2027 S. 7')
    await dialog.getByRole('button', { name: 'Vorschau' }).click()
    await dialog
      .getByRole('heading', {
        name: `Bisher ${formatDayLong(ALT)}, künftig ${formatDayLong(NEU)}`,
      })
      .waitFor()
    // The twenty, the text that they follow in Schwerin, and the one that stands on top of it.
    await dialog.getByText(/^22 Texte in 3 Redaktionen verschieben sich\./).waitFor()
    for (const name of ['Schwerin', 'Rostock', 'Stralendorf'])
      await dialog.locator('summary').filter({ hasText: name }).waitFor()
    await dialog
      .getByText(`ab ${formatDayLong(NEU)}`)
      .first()
      .waitFor()
    expect(await brokenRules(land)).toEqual([])
    await picture(land, 'verlegen-1440')
    expect(await shownOn(ALT)).toBe('neu')
  })

  it('warns of a text that would be ausgesetzt', async () => {
    const dialog = land.getByRole('dialog', { name: 'Zeitgrenze verlegen' })
    await dialog.getByText('Wird ausgesetzt', { exact: false }).first().waitFor()
  })

  it('fits on a phone', async () => {
    await land.setViewportSize({ width: 390, height: 844 })
    const wide = await land.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect(wide).toBe(false)
    expect(await brokenRules(land)).toEqual([])
    await picture(land, 'verlegen-390')
    await land.setViewportSize({ width: 1440, height: 1000 })
  })

  it('moves everything with one entry, by keyboard', async () => {
    const before = await newestEntry(land)
    await tabTo(land, '.stichtag-vorschau .btn--style-primary')
    await land.keyboard.press('Enter')
    await land.getByText(/Verlegt unter Folgenummer \d+/).waitFor()
    expect(await newestEntry(land)).toBe(before + 1)
    await expect(land.getByLabel('Tag', { exact: true }).inputValue()).resolves.toBe(formatDay(NEU))
    await land.getByRole('heading', { level: 1, name: formatDay(NEU) }).waitFor()
  })
})

describe('afterwards', () => {
  it('the feed follows', async () => {
    expect(await shownOn(ALT)).toBe('alt')
    expect(await shownOn(addDays(NEU, -1))).toBe('alt')
    expect(await shownOn(NEU)).toBe('neu')
  })

  it('the Stichtagskalender follows', async () => {
    await open(land, '/admin/stichtagskalender')
    await land
      .getByRole('link', { name: formatDayLong(NEU) })
      .first()
      .waitFor()
    expect(await land.getByRole('link', { name: formatDayLong(ALT) }).count()).toBe(0)
    await picture(land, 'verlegt-kalender-1440')
  })

  it('the preview follows, and says which words change', async () => {
    const [leistung = ''] = leistungen
    const visitor = await visits.open()
    const at = `/vorschau/${leistung}?ars=${SCHWERIN}&stichtag=${addDays(NEU, -1)}&vergleich=${NEU}`
    await open(visitor, at)
    await visitor.locator('ins').filter({ hasText: 'neue' }).first().waitFor()
    await picture(visitor, 'verlegt-vergleich-1440')
  })

  it('a Kommune finds it in its work list', async () => {
    const schwerin = await visits.open()
    await login(schwerin, 'schwerin')
    await open(schwerin, '/admin/arbeitsliste')
    await schwerin.getByText('Verlegegesetz', { exact: false }).first().waitFor()
    await picture(schwerin, 'verlegt-arbeitsliste-1440')
  })

  it('nothing went wrong in the browsers', () => {
    expect(visits.faults).toEqual([])
  })
})

/** A law, and for each of seven Leistungen in three Kommunen (one fewer) a text from its day on; all released. */
async function furnishLaw(page: Page): Promise<readonly string[]> {
  await send(page, '/api/rechtsnormen', {
    id: 'norm-verlegen',
    titel: 'Verlegegesetz (Test)',
    art: 'gesetz',
    normgeber: 'land',
    redaktion: 'redaktion-mv',
  })
  await send(page, '/api/zeitgrenzen', {
    id: 'zg-verlegen',
    rechtsnorm: 'norm-verlegen',
    art: 'inkrafttreten',
    stand: 'bestimmt',
    tag: ALT,
    fundstelle: 'GVOBl. M-V 2026 S. 99',
    redaktion: 'redaktion-mv',
  })
  const ids = Array.from({ length: 7 }, (_, index) => `leistung-verlegen-${index + 1}`)
  for (const id of ids)
    await send(page, '/api/leistungen', {
      id,
      name: `Verlegung ${id.at(-1)}`,
      redaktion: 'redaktion-mv',
    })
  const [first = ''] = ids
  await release(page, {
    id: 'verlegen-alt',
    leistungId: first,
    tag: addDays(HEUTE, -400),
    wort: 'alte',
  })
  const places = ids.flatMap((leistungId) =>
    KOMMUNEN.map((kommune) => ({ leistungId, ...kommune })),
  )
  for (const [index, place] of places.slice(0, 20).entries())
    await release(page, { id: `verlegen-neu-${index + 1}`, wort: 'neue', ...place })
  // Written on top of the first one, for a fixed day between the old and the new.
  await release(page, {
    id: 'verlegen-dazwischen',
    leistungId: first,
    tag: addDays(ALT, 30),
    wort: 'spätere',
    basis: 'verlegen-neu-1',
  })
  return ids
}

type Text = {
  readonly id: string
  readonly leistungId: string
  readonly wort: string
  readonly gebietId?: string
  readonly redaktionId?: string
  readonly ebene?: 'gemeinde' | 'amt'
  /** A fixed day; without it the text begins with the law. */
  readonly tag?: CalendarDay
  readonly basis?: string
}

async function release(
  page: Page,
  { wort, tag, basis = null as never, ...text }: Text,
): Promise<void> {
  const draft = entwurf({
    ...KOMMUNEN[0],
    ...text,
    basis,
    beginn: tag === undefined ? anZeitgrenze('zg-verlegen') : { art: 'tag', tag },
    inhalt: {
      leistungsbezeichnung: ersetzen('Verlegung'),
      leistungsbezeichnungII: ersetzen('Verlegung beantragen'),
      kurztext: ersetzen(`<p>Das ist der ${wort} Text.</p>`),
    },
  })
  await send(page, '/api/fassungen', deskFassung(draft))
  await send(zweite, `/api/fassungen/${text.id}/freigeben`, {})
}

async function send(page: Page, address: string, data: object): Promise<void> {
  const answer = await page.request.post(address, { data })
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`)
}

async function newestEntry(page: Page): Promise<number> {
  const answer = await page.request.get('/api/ereignisse?limit=1&sort=-folgenummer')
  const { docs } = (await answer.json()) as { docs: { folgenummer: number }[] }
  return docs[0]?.folgenummer ?? 0
}

/** Which text of the first Leistung portals are given for Schwerin on the day. */
async function shownOn(stichtag: CalendarDay): Promise<'alt' | 'neu' | 'anders'> {
  const [leistung = ''] = leistungen
  const address = `${server.url}/export/v1/leistungen/${leistung}?ars=${SCHWERIN}&stichtag=${stichtag}`
  const text = await (await fetch(address)).text()
  return text.includes('alte Text') ? 'alt' : text.includes('neue Text') ? 'neu' : 'anders'
}

/** Keeps a picture where a person wants to look at it. */
async function picture(page: Page, name: string): Promise<void> {
  if (BILDER) await page.screenshot({ path: path.join(BILDER, `${name}.png`), fullPage: true })
}
