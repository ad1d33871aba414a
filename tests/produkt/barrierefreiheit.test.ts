import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { brokenRules, createVisits, login, open, tabTo } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const ENTWURF = '/admin/collections/fassungen/fassung-meldebescheinigung-land-entwurf'
const STELLE = '/admin/collections/organisationseinheiten/stelle-landkreis-rostock-bauaufsicht'

const PLACES: Readonly<Record<string, string>> = {
  'first page': '/admin',
  'list of Fassungen': '/admin/collections/fassungen',
  'new Fassung': '/admin/collections/fassungen/create',
  Zeitgrenze: '/admin/collections/zeitgrenzen/zg-vereinfachung-januar',
  Rechtsnorm: '/admin/collections/rechtsnormen/norm-verwaltungsvereinfachung',
  Leistung: '/admin/collections/leistungen/leistung-personalausweis',
  Freigabeprotokoll: '/admin/collections/ereignisse',
  Lieferungen: '/admin/collections/lieferungen',
  account: '/admin/account',
}

/**
 * Rules of axe that a page may break because nothing of ours can mend it, with the reason; asserted exactly, so that an
 * entry goes when its reason is gone. None is needed.
 */
const EXCUSED: Readonly<Record<string, readonly string[]>> = {}

let server: RunningServer
const visits = createVisits(() => server.url)

beforeAll(async () => {
  server = await startServer()
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

describe.each([1440, 390])('at %i px', (width) => {
  let page: Page

  beforeAll(async () => {
    page = await visits.open(width)
    await login(page, 'landesredaktion')
  })

  it('the log-in is accessible', async () => {
    const stranger = await visits.open(width)
    await open(stranger, '/admin/login')
    await expectAccessible(stranger, 'log-in')
  })

  it.each(Object.entries(PLACES))('%s is accessible', async (name, path) => {
    await open(page, path)
    await expectAccessible(page, name)
  })

  it.each([
    ['Fassung', ENTWURF],
    ['Organisationseinheit', STELLE],
  ])('each tab of a %s is accessible', async (name, path) => {
    await open(page, path)
    const tabs = await page.locator('.tabs-field__tab-button').all()
    expect(tabs.length).toBeGreaterThan(3)
    for (const tab of tabs) {
      await tab.click()
      await page.waitForTimeout(500)
      await expectAccessible(page, `${name}: ${await tab.innerText()}`)
    }
  })

  it('the dialog to withdraw a text is accessible', async () => {
    await open(page, '/admin/collections/fassungen/fassung-meldebescheinigung-land')
    await page.getByRole('button', { name: 'Zurückziehen' }).click()
    await page.getByRole('dialog').waitFor()
    await expectAccessible(page, 'dialog')
  })
})

describe('the keyboard alone', () => {
  it('signs in, opens a draft and releases it', async () => {
    const page = await visits.open()
    await open(page, '/admin/login')
    await tabTo(page, 'input[name=email]')
    await page.keyboard.type('schwerin@stichtag.example')
    await tabTo(page, 'input[name=password]')
    await page.keyboard.type(DEMO_PASSWORT)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Was kommt' }).waitFor()
    await page.waitForLoadState('networkidle')
    await tabTo(page, '.entwurf a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/fassungen\//)
    await page.waitForLoadState('networkidle')
    await tabTo(page, '.stichtag-aktionen button')
    await page.keyboard.press('Enter')
    await page.getByText(/Freigegeben unter Folgenummer \d+\./).waitFor()
  })
})

describe('all these visits', () => {
  it('asked no other host for anything and met no error', () => {
    expect([...visits.hosts]).toEqual([new URL(server.url).host])
    expect(visits.faults).toEqual([])
  })
})

/** Also: the admin says “Sie”. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  const excused = EXCUSED[name] ?? []
  const broken = await brokenRules(page)
  expect(broken.filter((rule) => !excused.some((id) => rule.startsWith(`${id}:`)))).toEqual([])
  expect(broken.length, 'an excuse is no longer needed').toBe(excused.length)
  expect(await page.locator('body').innerText()).not.toMatch(/\b(du|dein\w*|dich|dir)\b/i)
}
