import AxeBuilder from '@axe-core/playwright'
import { chromium, type Browser, type Page } from 'playwright-core'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'

const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

/** Browsers that note what should not happen. */
export type Visits = {
  /** A page in a browser of its own, with a new profile, as a German editor has it. */
  readonly open: (width?: number) => Promise<Page>
  /** Hosts that the pages asked for anything. */
  readonly hosts: ReadonlySet<string>
  /** What the console called an error, and what was thrown and not caught. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

/** Visits to the product at this address. */
export function createVisits(url: () => string): Visits {
  const browsers: Browser[] = []
  const hosts = new Set<string>()
  const faults: string[] = []
  return {
    open: async (width = 1440) => {
      const browser = await chromium.launch(CHROMIUM)
      browsers.push(browser)
      const height = width < 600 ? 844 : 1000
      const viewport = { width, height }
      const context = await browser.newContext({ baseURL: url(), locale: 'de-DE', viewport })
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      noteHosts(page, hosts)
      noteFaults(page, faults)
      return page
    },
    hosts,
    faults,
    close: async () => {
      await Promise.all(browsers.map((browser) => browser.close()))
    },
  }
}

function noteHosts(page: Page, hosts: Set<string>): void {
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:') hosts.add(host)
  })
}

/** The browser also calls it an error when the product refuses something, as some tests want it to. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/

function noteFaults(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() !== 'error' || REFUSED.test(message.text())) return
    faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
}

/** Signs a demo account in. */
export async function login(page: Page, name: string): Promise<void> {
  await page.goto('/admin/login')
  await page.getByLabel('E-Mail').fill(`${name}@stichtag.example`)
  await page.getByLabel('Passwort').fill(DEMO_PASSWORT)
  await page.getByRole('button', { name: 'Anmelden' }).click()
  await page.getByRole('heading', { name: 'Was kommt' }).waitFor()
}

/** Opens a page of the admin and waits until it is at rest. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await page.waitForLoadState('networkidle')
}

/** Chooses in one of the admin's select fields, by what is written on it. */
export async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.locator('.rs__option').filter({ hasText: option }).first().click()
}

/** The rules of axe that the page breaks, with where it does; 24 px for targets (WCAG 2.2) included. */
export async function brokenRules(page: Page): Promise<readonly string[]> {
  // Names are given to what Payload leaves unnamed in the next frame.
  await page.waitForTimeout(300)
  const axe = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } })
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Presses Tab until the focus is on it; gives up after more than any page needs. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 100; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${selector}`)
}
