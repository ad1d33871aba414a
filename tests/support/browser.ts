import AxeBuilder from '@axe-core/playwright'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
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

/** A browser of its own, with a new profile, that notes what should not happen. */
export type Visit = {
  readonly page: Page
  readonly context: BrowserContext
  /** Hosts that the pages asked for anything. */
  readonly hosts: ReadonlySet<string>
  /** What the console called an error, and what was thrown and not caught. */
  readonly faults: readonly string[]
  readonly close: () => Promise<void>
}

/** Opens a browser as a German editor has it. */
export async function visit(url: string, width = 1440): Promise<Visit> {
  const browser = await chromium.launch(CHROMIUM)
  const context = await browser.newContext({
    baseURL: url,
    locale: 'de-DE',
    viewport: { width, height: width < 600 ? 844 : 1000 },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  const hosts = new Set<string>()
  const faults: string[] = []
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol !== 'data:' && protocol !== 'blob:') hosts.add(host)
  })
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  return { page, context, hosts, faults, close: () => browser.close() }
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

/** The rules of axe that the page breaks, each once; 24 px for targets (WCAG 2.2) included. */
export async function brokenRules(page: Page): Promise<readonly string[]> {
  // Names are given to what Payload leaves unnamed in the next frame.
  await page.waitForTimeout(300)
  const axe = new AxeBuilder({ page }).options({ rules: { 'target-size': { enabled: true } } })
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
