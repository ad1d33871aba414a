import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import ICAL from 'ical.js'
import type { Page } from 'playwright-core'
import { correctFassung } from '#commands/releaseFassung.ts'
import type { Entwurf } from '#core/fassung/fassung.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { seedDemo } from '#seed/run.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { brokenRules, createVisits, login, open } from '../support/browser.ts'
import { openTestHouse } from '../support/house.ts'
import { startServer, type RunningServer } from '../support/server.ts'

/**
 * The demo was loaded ten days ago. Five days ago Lena Lüders corrected the Land's text of the Meldebescheinigung back to
 * its first day, and Alex Ahrens confirmed it.
 */
const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const GELADEN = addDays(HEUTE, -10)
const BERICHTIGT = addDays(HEUTE, -5)

const TEXT = 'fassung-meldebescheinigung-land'
const LEISTUNG = 'leistung-meldebescheinigung'
const SCHWERIN = '130040000000'
const ROSTOCK = '130030000000'
const GRUND = 'Die Gebühr der einfachen Bescheinigung war falsch abgeschrieben.'

let server: RunningServer
const visits = createVisits(() => server.url)

beforeAll(async () => {
  const daten = await furnish()
  server = await startServer({ daten })
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

describe('the page of evidence', () => {
  let page: Page

  beforeAll(async () => {
    page = await visits.open()
    await login(page, 'landesredaktion')
  })

  it('is asked by Gemeinde, Leistung and day', async () => {
    const link = page.locator('.nav__link').filter({ hasText: 'Nachweis' })
    await open(page, (await link.getAttribute('href')) ?? '')
    await page.getByRole('heading', { level: 1, name: 'Nachweis' }).waitFor()
    await expectAccessible(page, 'frage')
    await page.getByLabel('Gemeinde').selectOption({ label: 'Schwerin, Landeshauptstadt' })
    await page.getByLabel('Leistung').fill('Meldebescheinigung')
    await page.getByLabel('Tag').fill(GELADEN)
    await page.getByRole('button', { name: 'Nachweis zeigen' }).click()
    await page
      .getByRole('heading', { level: 2, name: /^Meldebescheinigung beantragen in/ })
      .waitFor()
    expect(new URL(page.url()).searchParams.get('stichtag')).toBe(GELADEN)
  })

  it('shows side by side what was known on that evening and what is known today', async () => {
    const damals = `So wussten wir es am Abend des ${formatDayLong(GELADEN)}`
    await page.getByRole('heading', { name: damals }).waitFor()
    await page.getByRole('heading', { name: 'So wissen wir es heute' }).waitFor()
    const urteil = await page.locator('.stichtag-nachweis__urteil').innerText()
    expect(urteil).toContain('Damals stand etwas anderes da')
    expect(urteil).toContain('Kurztext')
    expect(urteil).not.toContain('Volltext')
    const kurztext = page.locator('.stichtag-nachweis__abschnitt').filter({
      has: page.getByRole('heading', { name: 'Kurztext' }),
    })
    expect(await kurztext.locator('del').innerText()).toContain('8')
    expect(await kurztext.locator('ins').innerText()).toContain('9')
  })

  it('names the entries that prove it, who made them, when and why', async () => {
    const entry = page.locator('.stichtag-nachweis__eintraege > li').filter({
      hasText: 'Berichtigung',
    })
    const words = await entry.innerText()
    expect(words).toContain('Lena Lüders, bestätigt von Alex Ahrens')
    expect(words).toContain(`Grund: ${GRUND}`)
    expect(words).toMatch(/den Text aus Eintrag \d+ berichtigt und an seine Stelle tritt/)
    expect(words).toContain(`Erst nach dem ${formatDayLong(GELADEN)} eingetragen.`)
    await expectAccessible(page, 'antwort')
    await entry.getByRole('link').click()
    await page.waitForURL(/\/admin\/collections\/ereignisse\//)
    await page
      .getByText(GRUND)
      .or(page.locator(`input[value="${GRUND}"]`))
      .first()
      .waitFor()
  })

  it('says so when nothing has changed since', async () => {
    await open(page, addressOf(SCHWERIN, LEISTUNG, BERICHTIGT))
    await page.getByText('Damals stand dasselbe da').waitFor()
    const link = page.getByRole('link', { name: /^Eintrag \d+ \(/ })
    expect(await link.count()).toBe(1)
    await expectAccessible(page, 'gleich')
  })

  it('asks back when several Leistungen are meant, and says when none is', async () => {
    await open(page, addressOf(SCHWERIN, 'anmelden', GELADEN))
    await page.getByRole('heading', { name: 'Welche Leistung meinen Sie?' }).waitFor()
    await expectAccessible(page, 'rueckfrage')
    await page.getByRole('link', { name: /Hund/ }).first().click()
    await page.getByRole('heading', { name: 'So wissen wir es heute' }).waitFor()
    await open(page, addressOf(SCHWERIN, 'Zauberstab', GELADEN))
    await page.getByText('Es gibt keine Leistung mit dem Namen „Zauberstab“.').waitFor()
    await open(page, addressOf(SCHWERIN, LEISTUNG, '2027-02-30'))
    await page.getByText('kein Kalendertag', { exact: false }).waitFor()
  })
})

describe('who may see it', () => {
  it('is a Kommunalredaktion for its own area', async () => {
    const page = await visits.open()
    await login(page, 'schwerin')
    await open(page, addressOf(SCHWERIN, LEISTUNG, GELADEN))
    await page.getByRole('heading', { name: 'So wissen wir es heute' }).waitFor()
    const areas = await page.getByLabel('Gemeinde').locator('option').allInnerTexts()
    expect(areas).toEqual(['Bitte wählen', 'Schwerin, Landeshauptstadt'])
    expect(await page.locator('.stichtag-nachweis__eintraege a').count()).toBe(0)
    await open(page, addressOf(ROSTOCK, LEISTUNG, GELADEN))
    await page.getByText('Dieses Gebiet gehört nicht zu Ihrer Redaktion.').waitFor()
    expect(await page.getByText('So wissen wir es heute').count()).toBe(0)
  })

  it('is no 115 agent, and nobody who has not signed in', async () => {
    const page = await visits.open()
    await page.goto(addressOf(SCHWERIN, LEISTUNG, GELADEN))
    await page.waitForURL(/\/admin\/login/)
    await login(page, '115')
    await open(page, addressOf(SCHWERIN, LEISTUNG, GELADEN))
    await page.getByText('Den Nachweis sehen die Landesredaktion').waitFor()
    expect(await page.locator('form').count()).toBe(0)
  })
})

describe('the address of the calendar', () => {
  it('is shown to the members of a Redaktion, can be copied, and leads to its days', async () => {
    const page = await visits.open()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await login(page, 'schwerin')
    await open(page, '/admin/collections/redaktionen/redaktion-schwerin')
    const field = page.getByLabel('Kalenderadresse', { exact: true })
    await field.waitFor()
    await page.getByRole('button', { name: 'Adresse kopieren' }).click()
    await page.getByText('Die Adresse ist kopiert.').waitFor()
    const url = await page.evaluate(() => navigator.clipboard.readText())
    expect(url).toBe(await field.inputValue())
    expect(url.startsWith(`${server.url}/export/v1/kalender.ics?`)).toBe(true)
    await expectAccessible(page, 'kalenderadresse')

    const answer = await fetch(url)
    const root = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[])
    const events = root.getAllSubcomponents('vevent')
    expect(events.length).toBeGreaterThan(0)
    const [event] = events
    expect(String(event?.getFirstPropertyValue('summary'))).toMatch(/Schwerin|in Kraft/)
    const target = String(event?.getFirstPropertyValue('url'))
    await open(page, new URL(target).pathname + new URL(target).search)
    await page.getByRole('heading', { level: 1 }).first().waitFor()
  })

  it('is shown to nobody else', async () => {
    const page = await visits.open()
    await login(page, 'schwerin')
    await open(page, '/admin/collections/redaktionen/redaktion-mv')
    await page.getByText('Version der Kalenderadresse').waitFor()
    expect(await page.getByLabel('Kalenderadresse', { exact: true }).count()).toBe(0)
  })
})

describe('all these visits', () => {
  it('met no error and asked no other host', () => {
    expect([...visits.hosts]).toEqual([new URL(server.url).host])
    expect(visits.faults).toEqual([])
  })
})

/** A data folder with the demo of ten days ago and a correction of five days ago. */
async function furnish(): Promise<string> {
  const house = await openTestHouse(GELADEN)
  await seedDemo(house.payload, GELADEN)
  house.setToday(BERICHTIGT)
  const read = await house.ports.loadPulttext(TEXT)
  if (!read.ok || read.value.art !== 'fassung') throw new Error(`${TEXT} is not on the desk`)
  const id = `${TEXT}-berichtigt`
  const draft = corrected({ ...read.value.entwurf, id, berichtigt: TEXT })
  await house.payload.create({ collection: 'fassungen', data: deskFassung(draft) as never })
  const entry = await correctFassung(house.ports, {
    id,
    umfang: 'ab-erstem-tag',
    grund: GRUND,
    von: 'benutzer-landesredaktion',
    bestaetigtVon: 'benutzer-administration',
  })
  if (!entry.ok) throw new Error(JSON.stringify(entry.problems))
  await house.close()
  return house.daten
}

function corrected(entwurf: Entwurf): Entwurf {
  const { kurztext } = entwurf.inhalt
  if (!kurztext) throw new Error(`${TEXT} has no Kurztext`)
  const text = kurztext.wert.text.replace('8 Euro', '9 Euro')
  if (text === kurztext.wert.text) throw new Error(`${TEXT} names no fee of 8 Euro`)
  const wert = { ...kurztext.wert, text }
  return { ...entwurf, inhalt: { ...entwurf.inhalt, kurztext: { ...kurztext, wert } } }
}

function addressOf(ars: string, leistung: string, stichtag: string): string {
  return `/admin/nachweis?${new URLSearchParams({ ars, leistung, stichtag }).toString()}`
}

/** At both widths; nothing may stand beyond the edge. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 1000 })
    const broken = await brokenRules(page)
    const bilder = process.env['STICHTAG_TEST_BILDER']
    if (bilder)
      await page.screenshot({ path: `${bilder}/nachweis-${name}-${width}.png`, fullPage: true })
    expect(broken, `${name} at ${width} px`).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${name} at ${width} px`).toBeLessThanOrEqual(0)
  }
}
