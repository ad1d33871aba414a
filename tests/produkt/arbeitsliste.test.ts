import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { entwurf } from '../support/factories.ts'
import { brokenRules, createVisits, login, open, tabTo } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const LISTE = '/admin/aufgaben'
const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const ENDE = addDays(HEUTE, 30)
/** Where pictures go for people to look at; nobody compares them. */
const BILDER = process.env['STICHTAG_BILDER']

let server: RunningServer
const visits = createVisits(() => server.url)

beforeAll(async () => {
  server = await startServer({ env: { STICHTAG_LOG: 'info' } })
  // Schwerin leaves a month without a text, and has a draft for the day after tomorrow.
  const token = await tokenOf('schwerin')
  const kollege = await tokenOf('schwerin2')
  for (const [id, ab, bis] of [
    ['arbeit-alt', HEUTE, ENDE],
    ['arbeit-neu', addDays(HEUTE, 60), null],
    ['arbeit-entwurf', addDays(HEUTE, 2), null],
  ] as const) {
    await ask(token, '/api/fassungen', deskFassung(schwerin(id, ab, bis)))
    if (id !== 'arbeit-entwurf') await ask(kollege, `/api/fassungen/${id}/freigeben`, {})
  }
  // A Satzung of Schwerin fails, and the day of a law of the Land turns out to have been wrong.
  const land = await tokenOf('landesredaktion')
  await ask(land, '/api/zeitgrenzen/zg-hundesteuer-schwerin-januar/absagen', {
    grund: 'Die Änderungssatzung wurde nicht beschlossen.',
  })
  await ask(land, '/api/zeitgrenzen/zg-vereinfachung-inkraft/berichtigen', {
    tag: addDays(HEUTE, -40),
    grund: 'Im Gesetzblatt steht ein anderer Tag.',
  })
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

function schwerin(id: string, ab: CalendarDay, bis: CalendarDay | null) {
  return entwurf({
    id,
    leistungId: 'leistung-reisepass',
    ebene: 'gemeinde',
    gebietId: 'gebiet-schwerin',
    redaktionId: 'redaktion-schwerin',
    beginn: festerTag(ab),
    ende: bis === null ? null : festerTag(bis),
  })
}

async function picture(page: Page, name: string): Promise<void> {
  if (!BILDER) return
  await mkdir(BILDER, { recursive: true })
  await page.screenshot({ path: path.join(BILDER, `${name}.png`), fullPage: true })
}

describe('the work list of Schwerin', () => {
  let page: Page

  beforeAll(async () => {
    page = await visits.open()
    await login(page, 'schwerin')
    await open(page, LISTE)
  })

  it('says what is wrong, since when, and where it is mended', async () => {
    const karte = page.getByRole('listitem').filter({ hasText: 'gilt kein Text' })
    const said = await karte.innerText()
    expect(said).toContain(`Fehler · bis ${formatDayLong(addDays(ENDE, -1))} (In 29 Tagen)`)
    expect(said).toContain('Landeshauptstadt Schwerin')
    const link = karte.getByRole('link', { name: /^Dort beheben/ })
    expect(await link.getAttribute('href')).toBe('/admin/collections/fassungen/arbeit-alt')
  })

  it('has the draft of the day after tomorrow, and the one that the failed Satzung has left', async () => {
    const cards = await page.locator('.stichtag-karten > li').allInnerTexts()
    const copy = cards.find((card) => card.includes('gescheitert')) ?? ''
    expect(copy).toContain('Wählen Sie unter „Gilt ab“ einen neuen Tag')
    expect(cards.join('\n')).toContain(`Er soll ab ${formatDayLong(addDays(HEUTE, 2))} gelten.`)
  })

  it('shows others nothing of it, and no choice of a Redaktion', async () => {
    expect(await page.getByRole('combobox', { name: 'Redaktion' }).count()).toBe(0)
    const other = await visits.open()
    await login(other, 'stralendorf')
    await open(other, `${LISTE}?redaktion=redaktion-schwerin`)
    await other.getByRole('heading', { level: 1, name: 'Meine Aufgaben' }).waitFor()
    expect(await other.getByText('gilt kein Text').count()).toBe(0)
    await other.getByText('Alles gelesen').waitFor()
    await picture(other, 'arbeitsliste-leer-1440')
  })

  it('notes that the news has been read', async () => {
    const buttons = page.getByRole('button', { name: /^Gelesen: / })
    const count = await buttons.count()
    expect(count).toBeGreaterThan(1)
    for (let left = count; left > 0; left -= 1) {
      await page.getByRole('link', { name: new RegExp(`^${left} Ungelesen$`) }).waitFor()
      await buttons.first().click()
      await page.getByText('Als gelesen vermerkt.').waitFor()
    }
    await page.getByText('Alles gelesen').waitFor()
    await page.getByRole('link', { name: 'Keine ungelesenen Benachrichtigungen' }).waitFor()
  })

  it.each([1440, 390])('is accessible at %i px, its dialog too', async (width) => {
    const visitor = await visits.open(width)
    await login(visitor, 'schwerin')
    await open(visitor, LISTE)
    expect(await brokenRules(visitor)).toEqual([])
    await picture(visitor, `arbeitsliste-schwerin-${width}`)
    await visitor
      .getByRole('button', { name: /^Mit Grund übergehen/ })
      .first()
      .click()
    await visitor.getByRole('dialog', { name: 'Befund mit Grund übergehen' }).waitFor()
    expect(await brokenRules(visitor)).toEqual([])
    await picture(visitor, `arbeitsliste-dialog-${width}`)
    const sideways = await visitor.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBeLessThanOrEqual(0)
  })

  it('lets a finding be overruled with the keyboard, not without a reason, and be opened again', async () => {
    await open(page, LISTE)
    await tabTo(page, 'button[aria-label^="Mit Grund übergehen: Reisepass"]')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Befund mit Grund übergehen' })
    await dialog.waitFor()
    await tabTo(page, 'dialog button[type="submit"]')
    await page.keyboard.press('Enter')
    expect(await dialog.locator('textarea:invalid').count()).toBe(1)
    await page.keyboard.type('Im Sommer hat das Amt geschlossen.')
    await tabTo(page, 'dialog button[type="submit"]')
    await page.keyboard.press('Enter')
    await page.getByText('Der Befund ist mit Grund übergangen.').waitFor()
    expect(await page.getByRole('link', { name: /^Dort beheben: Reisepass/ }).count()).toBe(0)
    await page.getByText('Mit Grund übergangen: 1').click()
    await page.getByText('„Im Sommer hat das Amt geschlossen.“').waitFor()
    await picture(page, 'arbeitsliste-uebergangen-1440')
    await page.getByRole('button', { name: /^Wieder öffnen: / }).click()
    await page.getByText('Der Befund steht wieder in der Arbeitsliste.').waitFor()
    await page.getByRole('link', { name: /^Dort beheben: Reisepass/ }).waitFor()
  })
})

describe('a second person', () => {
  it('finds the correction of the other and confirms it; the first does not see it', async () => {
    const first = await visits.open()
    await login(first, 'landesredaktion')
    await open(first, LISTE)
    await first.getByRole('heading', { level: 1, name: 'Meine Aufgaben' }).waitFor()
    expect(await first.getByText('Im Gesetzblatt steht ein anderer Tag.').count()).toBe(0)

    const second = await visits.open()
    await login(second, 'administration')
    await open(second, LISTE)
    const antrag = second
      .getByRole('listitem')
      .filter({ hasText: 'Im Gesetzblatt steht ein anderer Tag.' })
    await antrag.getByText('Im Gesetzblatt steht ein anderer Tag.').waitFor()
    await antrag.getByText(`Neuer Tag: Am ${formatDayLong(addDays(HEUTE, -40))}.`).waitFor()
    await picture(second, 'arbeitsliste-antrag-1440')
    second.on('dialog', (dialog) => void dialog.accept())
    await antrag.getByRole('button', { name: /^Bestätigen/ }).click()
    await second.getByText('Die Berichtigung ist bestätigt und gilt.').waitFor()
    expect(await second.getByRole('button', { name: /^Bestätigen/ }).count()).toBe(0)
  })
})

describe('whoever looks after the Land', () => {
  it('chooses one Redaktion or all', async () => {
    const page = await visits.open(390)
    await login(page, 'administration')
    await open(page, LISTE)
    expect(await page.getByText('gilt kein Text').count()).toBe(0)
    await page.getByLabel('Redaktion', { exact: true }).selectOption('alle')
    await page.getByRole('button', { name: 'Anzeigen' }).click()
    await page.waitForURL('**/admin/aufgaben?redaktion=alle')
    await page.getByText('gilt kein Text').waitFor()
    await page.waitForLoadState('networkidle')
    expect(await brokenRules(page)).toEqual([])
    await picture(page, 'arbeitsliste-alle-390')
    await page.getByLabel('Redaktion', { exact: true }).selectOption('redaktion-schwerin')
    await page.getByRole('button', { name: 'Anzeigen' }).click()
    await page.getByText('Was für Landeshauptstadt Schwerin zu tun ist').waitFor()
  })

  it('is told where else to look when the role has no work list', async () => {
    const page = await visits.open()
    await login(page, '115')
    await open(page, LISTE)
    await page.getByText('Ihre Rolle schreibt keine Texte').waitFor()
  })

  it('signs in first', async () => {
    const page = await visits.open()
    await page.goto(LISTE)
    await page.waitForURL('**/admin/login?redirect=*')
  })
})

describe('the nightly run', () => {
  it('is done at once in a new house, by the process that works', async () => {
    await expect
      .poll(() => server.output(), { timeout: 30_000 })
      .toContain('Nachtlauf: Zeitleisten geprüft')
  })
})

describe('all these visits', () => {
  it('asked no other host for anything and met no error', () => {
    expect([...visits.hosts]).toEqual([new URL(server.url).host])
    expect(visits.faults).toEqual([])
  })
})

async function tokenOf(name: string): Promise<string> {
  const account = { email: `${name}@stichtag.example`, password: DEMO_PASSWORT }
  return (await ask<{ token: string }>(null, '/api/users/login', account)).token
}

async function ask<T>(token: string | null, address: string, body?: object): Promise<T> {
  const answer = await fetch(`${server.url}${address}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `JWT ${token}` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
