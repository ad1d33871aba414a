import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { brokenRules, createVisits, login, open, tabTo } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const SEITE = '/admin/angebote-klaeren'
/** Where pictures go for people to look at; nobody compares them. */
const BILDER = process.env['STICHTAG_BILDER']

let server: RunningServer
const visits = createVisits(() => server.url)

beforeAll(async () => {
  server = await startServer()
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

async function picture(page: Page, name: string): Promise<void> {
  if (!BILDER) return
  await mkdir(BILDER, { recursive: true })
  await page.screenshot({ path: path.join(BILDER, `${name}.png`), fullPage: true })
}

/** How many of how many are answered, as the page says. */
async function progress(page: Page): Promise<readonly [number, number]> {
  const said = await page.getByRole('heading', { name: /\d+ von \d+ geklärt/ }).innerText()
  const [, done = '', all = ''] = /(\d+) von (\d+)/.exec(said) ?? []
  return [Number(done), Number(all)]
}

async function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

describe('the tasks on the dashboard', () => {
  it('are counted, the most urgent named, and lead to the list', async () => {
    const page = await visits.open()
    await login(page, 'schwerin')
    const blick = page.getByRole('region', { name: 'Meine Aufgaben' })
    await blick.getByRole('link', { name: /\d+ insgesamt/ }).waitFor()
    await picture(page, 'start-aufgaben-1440')
    await blick.getByRole('link', { name: 'Alle Aufgaben' }).click()
    await page.waitForURL('**/admin/aufgaben')
    await page.getByRole('heading', { level: 1, name: 'Meine Aufgaben' }).waitFor()
    const current = page.getByRole('navigation', { name: 'Welche Aufgaben' })
    await current.getByRole('link', { name: 'Bieten wir das an?' }).click()
    await page.waitForURL('**/admin/aufgaben?art=angebot')
    await page.getByText('noch ungeklärt').first().waitFor()
    await picture(page, 'aufgaben-angebot-1440')
  })

  it('are the same under the address of earlier messages', async () => {
    const page = await visits.open()
    await login(page, 'schwerin')
    await open(page, '/admin/arbeitsliste')
    await page.getByRole('heading', { level: 1, name: 'Meine Aufgaben' }).waitFor()
  })
})

describe('"Bieten wir das an?"', () => {
  let page: Page

  beforeAll(async () => {
    page = await visits.open()
    await login(page, 'schwerin')
    await open(page, SEITE)
  })

  it('is answered with the keyboard alone, row by row', async () => {
    const [done, all] = await progress(page)
    expect(all).toBeGreaterThan(4)
    expect(done).toBe(0)
    await tabTo(page, '[data-antwort="ja"]')
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: `1 von ${all} geklärt` }).waitFor()
    // The focus is on the next row.
    await page.keyboard.press('j')
    await page.getByRole('heading', { name: `2 von ${all} geklärt` }).waitFor()
    expect(await page.locator('li.ja').count()).toBe(2)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('u')
    await page.getByRole('heading', { name: `1 von ${all} geklärt` }).waitFor()
  })

  it('asks at "Nein" for the sentence to the citizen and where to go instead', async () => {
    await open(page, SEITE)
    const [done, all] = await progress(page)
    await tabTo(page, '[data-antwort="ja"]')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('n')
    const dialog = page.getByRole('dialog', { name: /bietet „.+“ nicht an/ })
    await dialog.waitFor()
    expect(await brokenRules(page)).toEqual([])
    await picture(page, 'angebote-nein-1440')
    await tabTo(page, 'dialog button[type="submit"]')
    await page.keyboard.press('Enter')
    expect(await dialog.locator('textarea:invalid').count()).toBe(2)
    await dialog.getByLabel('Satz für die Bürgerinnen und Bürger').fill('Das macht der Landkreis.')
    await dialog.getByLabel('Wohin kann man sich').fill('Landkreis Ludwigslust-Parchim')
    await tabTo(page, 'dialog button[type="submit"]')
    await page.keyboard.press('Enter')
    await page.getByText('„Das macht der Landkreis.“').waitFor()
    await page.getByRole('heading', { name: `${done + 1} von ${all} geklärt` }).waitFor()
  })

  it('is answered for many at once, and filtered', async () => {
    await page.getByLabel('Antwort', { exact: true }).selectOption('ungeklaert')
    await page.getByRole('button', { name: 'Anzeigen' }).click()
    await page.waitForURL('**antwort=ungeklaert**')
    await page.waitForLoadState('networkidle')
    const [, all] = await progress(page)
    await picture(page, 'angebote-1440')
    await page.getByLabel(/^Alle \d+ auf dieser Seite/).check()
    await page.getByRole('button', { name: /ausgewählte: Ja$/ }).click()
    await page.getByText(/Antworten gespeichert: Ja/).waitFor()
    await page.getByRole('heading', { name: `${all} von ${all} geklärt` }).waitFor()
    await open(page, '/admin/aufgaben?art=angebot')
    await page.getByText(/^(Nichts zu tun|Von dieser Art ist nichts zu tun)/).waitFor()
  })

  it.each([1440, 390])('is accessible at %i px', async (width) => {
    const visitor = await visits.open(width)
    await login(visitor, 'stralendorf')
    await open(visitor, SEITE)
    expect(await brokenRules(visitor)).toEqual([])
    expect(await sideways(visitor)).toBeLessThanOrEqual(0)
    await picture(visitor, `angebote-amt-${width}`)
    await open(visitor, '/admin/aufgaben')
    expect(await brokenRules(visitor)).toEqual([])
    expect(await sideways(visitor)).toBeLessThanOrEqual(0)
    await picture(visitor, `aufgaben-amt-${width}`)
    await open(visitor, '/admin')
    expect(await brokenRules(visitor)).toEqual([])
    await picture(visitor, `start-amt-${width}`)
  })

  it('is answered by an Amt for all its Gemeinden, and otherwise for one of them', async () => {
    const visitor = await visits.open()
    await login(visitor, 'stralendorf')
    await open(visitor, SEITE)
    const gebiet = visitor.getByLabel('Gebiet')
    const names = await gebiet.locator('option').allInnerTexts()
    expect(names.length).toBeGreaterThan(1)
    await visitor.getByRole('button', { name: /^Ja: / }).first().click()
    await visitor.getByRole('heading', { name: /^1 von/ }).waitFor()
    await gebiet.selectOption({ index: 1 })
    await visitor.getByRole('button', { name: 'Anzeigen' }).click()
    await visitor.waitForURL('**gebiet=**')
    await visitor.getByText(`Antwort von: ${names[0] ?? ''}`).waitFor()
  })

  it('is no question for who only reads', async () => {
    const visitor = await visits.open()
    await login(visitor, '115')
    await open(visitor, SEITE)
    await visitor.getByText('Ihre Rolle beantwortet diese Frage nicht').waitFor()
  })
})

describe('all these visits', () => {
  it('asked no other host for anything and met no error', () => {
    expect([...visits.hosts]).toEqual([new URL(server.url).host])
    expect(visits.faults).toEqual([])
  })
})
