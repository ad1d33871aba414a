import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { brokenRules, createVisits, login, open, tabTo } from '../support/browser.ts'
import { entwurf } from '../support/factories.ts'
import { startServer, type RunningServer } from '../support/server.ts'

/** Many texts at once, who acts for whom, and what the audit says about it. */

const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const BILDER = process.env['STICHTAG_BILDER']
const TEXTE = '/admin/collections/fassungen?search=Sammelleistung&limit=10'

let server: RunningServer
let schreibt: Page
let gibtFrei: Page
const visits = createVisits(() => server.url)

beforeAll(async () => {
  server = await startServer()
  schreibt = await visits.open()
  await login(schreibt, 'landesredaktion')
  gibtFrei = await visits.open()
  await login(gibtFrei, 'landesredaktion2')
  for (const index of [1, 2]) {
    const leistungId = `leistung-sammel-${index}`
    await send(schreibt, '/api/leistungen', {
      id: leistungId,
      name: `Sammelleistung ${index}`,
      redaktion: 'redaktion-mv',
    })
    const text = entwurf({
      leistungId,
      gebietId: 'gebiet-mv',
      redaktionId: 'redaktion-mv',
      beginn: festerTag(addDays(HEUTE, 30)),
    })
    await send(schreibt, '/api/fassungen', {
      ...deskFassung({ ...text, id: `fassung-sammel-${index}` }),
      aenderungsart: index === 1 ? 'redaktionell' : 'inhaltlich',
    })
  }
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

describe('a selection of texts', () => {
  it('is released with a preview and a result per text, by keyboard alone', async () => {
    await open(gibtFrei, TEXTE)
    const bar = gibtFrei.getByRole('region', { name: 'Mehrere Texte bearbeiten' })
    await bar.getByText('Wählen Sie Texte aus', { exact: false }).waitFor()
    await tabTo(gibtFrei, '.table thead input[type="checkbox"]')
    await gibtFrei.keyboard.press('Space')
    await bar.getByText('2 Texte ausgewählt.').waitFor()
    expect(await brokenRules(gibtFrei)).toEqual([])
    await picture(gibtFrei, 'sammel-leiste-1440')
    await bar.getByRole('button', { name: 'Freigeben' }).focus()
    await gibtFrei.keyboard.press('Enter')
    const dialog = gibtFrei.getByRole('dialog')
    await dialog.getByRole('heading', { name: 'Freigeben' }).waitFor()
    expect(await brokenRules(gibtFrei)).toEqual([])
    await dialog.getByRole('button', { name: 'Vorschau' }).focus()
    await gibtFrei.keyboard.press('Enter')
    await dialog.getByText('Es geht bei 1 Text, bei 1 Text nicht.', { exact: false }).waitFor()
    await dialog.getByText('Wird freigegeben.').waitFor()
    await dialog.getByText('Geht nicht:', { exact: false }).waitFor()
    expect(await brokenRules(gibtFrei)).toEqual([])
    await picture(gibtFrei, 'sammel-vorschau-1440')
    await gibtFrei.setViewportSize({ width: 390, height: 844 })
    expect(await brokenRules(gibtFrei)).toEqual([])
    await picture(gibtFrei, 'sammel-vorschau-390')
    await gibtFrei.setViewportSize({ width: 1440, height: 1000 })
    await dialog.getByRole('button', { name: 'Freigeben (1 Text)' }).focus()
    await gibtFrei.keyboard.press('Enter')
    await dialog.getByText('Erledigt bei 1 Text.').waitFor()
    await dialog.getByText(/Freigegeben, Eintrag \d+\./).waitFor()
    await dialog.getByRole('button', { name: 'Schließen' }).click()
    await gibtFrei.getByText('Freigeben: Erledigt bei 1 Text.').waitFor()
    expect(await zustand('fassung-sammel-1')).toBe('freigegeben')
    expect(await zustand('fassung-sammel-2')).toBe('entwurf')
  })

  it('is assigned to a colleague', async () => {
    await open(gibtFrei, '/admin/collections/fassungen?search=Sammelleistung%202&limit=10')
    await gibtFrei.locator('.table thead input[type="checkbox"]').click()
    await gibtFrei.getByRole('button', { name: 'Zuweisen' }).click()
    const dialog = gibtFrei.getByRole('dialog')
    const wer = dialog.getByLabel('Wer arbeitet daran?')
    await wer.locator('option', { hasText: 'Lena Lüders' }).waitFor({ state: 'attached' })
    await wer.selectOption({ label: await optionFor(dialog, 'Lena Lüders') })
    expect(await brokenRules(gibtFrei)).toEqual([])
    await dialog.getByRole('button', { name: 'Vorschau' }).click()
    await dialog.getByText('Zugewiesen an Lena Lüders.').waitFor()
    await dialog.getByRole('button', { name: 'Zuweisen (1 Text)' }).click()
    await dialog.getByText('Erledigt bei 1 Text.').waitFor()
    await dialog.getByRole('button', { name: 'Schließen' }).click()
  })

  it.each(['Tag setzen', 'Zur Abstimmung geben'])(
    '%s asks in fields that have names',
    async (akt) => {
      await open(gibtFrei, '/admin/collections/fassungen?search=Sammelleistung%202&limit=10')
      await gibtFrei.locator('.table thead input[type="checkbox"]').click()
      await gibtFrei.getByRole('button', { name: akt }).click()
      await gibtFrei.getByRole('dialog').getByRole('heading', { name: akt }).waitFor()
      await gibtFrei.waitForLoadState('networkidle')
      expect(await brokenRules(gibtFrei)).toEqual([])
      await picture(gibtFrei, `sammel-${akt.split(' ')[0] ?? ''}-1440`)
      await gibtFrei.setViewportSize({ width: 390, height: 844 })
      expect(await brokenRules(gibtFrei)).toEqual([])
      await picture(gibtFrei, `sammel-${akt.split(' ')[0] ?? ''}-390`)
      await gibtFrei.setViewportSize({ width: 1440, height: 1000 })
      await gibtFrei.keyboard.press('Escape')
    },
  )
})

describe('a Vertretung', () => {
  it('is entered by naming two colleagues', async () => {
    await open(gibtFrei, '/admin/collections/vertretungen/create')
    const vertretung = gibtFrei.getByLabel('Wer vertritt?')
    await vertretung.locator('option', { hasText: 'Lena Lüders' }).waitFor({ state: 'attached' })
    await vertretung.selectOption({
      label: await optionFor(gibtFrei.locator('form').first(), 'Lena Lüders'),
    })
    await gibtFrei.getByLabel('Erster Tag', { exact: false }).first().fill('01.12.2030')
    await gibtFrei.getByLabel('Letzter Tag', { exact: false }).first().fill('11.12.2030')
    await gibtFrei.getByLabel('Grund').fill('Urlaub')
    expect(await brokenRules(gibtFrei)).toEqual([])
    await picture(gibtFrei, 'vertretung-1440')
    await gibtFrei.getByRole('button', { name: 'Speichern' }).click()
    await gibtFrei.getByRole('heading', { name: 'Lena Lüders für Ludwig Lenz' }).waitFor()
    await gibtFrei.setViewportSize({ width: 390, height: 844 })
    expect(await brokenRules(gibtFrei)).toEqual([])
    await picture(gibtFrei, 'vertretung-390')
    await gibtFrei.setViewportSize({ width: 1440, height: 1000 })
  })
})

describe('a review', () => {
  it('is entered beside a released text', async () => {
    await open(gibtFrei, '/admin/collections/fassungen/fassung-sammel-1')
    await gibtFrei.getByRole('button', { name: 'Überprüfung eintragen' }).click()
    const dialog = gibtFrei.getByRole('dialog')
    await dialog.getByLabel('Was hat die Überprüfung ergeben?').selectOption('unveraendert')
    await dialog.getByLabel('Bemerkung').fill('Am Schalter gegengelesen.')
    expect(await brokenRules(gibtFrei)).toEqual([])
    await dialog.getByRole('button', { name: 'Eintragen', exact: true }).click()
    await gibtFrei.getByText('Die Überprüfung ist eingetragen.').waitFor()
  })
})

describe('the audit', () => {
  it('is reached from a text and shows what was done to it', async () => {
    await open(gibtFrei, '/admin/collections/fassungen/fassung-sammel-1')
    await picture(gibtFrei, 'fassung-1440')
    await gibtFrei.getByRole('link', { name: 'Protokoll: wer hat was getan?' }).click()
    await gibtFrei.waitForURL(/collections\/protokoll/)
    const table = gibtFrei.locator('.table')
    await table.getByText('Entwurf angelegt').waitFor()
    await table.getByText('Am Schalter gegengelesen.').waitFor()
    await table.getByText('Freigabe').first().waitFor()
    expect(await brokenRules(gibtFrei)).toEqual([])
    await picture(gibtFrei, 'protokoll-1440')
    await gibtFrei.setViewportSize({ width: 390, height: 844 })
    expect(await brokenRules(gibtFrei)).toEqual([])
    await picture(gibtFrei, 'protokoll-390')
    await gibtFrei.setViewportSize({ width: 1440, height: 1000 })
  })

  it('is filtered by act, and the file shows what the list shows', async () => {
    const filter = gibtFrei.getByRole('form', { name: 'Protokoll filtern' })
    await filter.getByLabel('Handlung').selectOption({ label: 'Entwurf angelegt' })
    await filter.getByRole('button', { name: 'Filtern' }).click()
    await gibtFrei.waitForURL(/akt%5D%5Bequals%5D=entwurf-angelegt|entwurf-angelegt/)
    await gibtFrei.waitForLoadState('networkidle')
    await expect.poll(() => gibtFrei.locator('.table tbody tr').count()).toBe(1)
    const address = await filter
      .getByRole('link', { name: 'Als CSV herunterladen' })
      .getAttribute('href')
    const csv = await (await gibtFrei.request.get(address ?? '')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(2)
    expect(csv).toContain('"Lena Lüders"')
  })

  it('shows one row in full, and nothing to change it with', async () => {
    await gibtFrei.locator('.table tbody tr a').first().click()
    await gibtFrei.waitForURL(/collections\/protokoll\/[^?]+$/)
    await gibtFrei.waitForLoadState('networkidle')
    await expect(gibtFrei.getByRole('button', { name: 'Speichern' }).count()).resolves.toBe(0)
    expect(await brokenRules(gibtFrei)).toEqual([])
    await picture(gibtFrei, 'protokollzeile-1440')
    expect(visits.faults).toEqual([])
  })
})

async function optionFor(place: ReturnType<Page['locator']>, name: string): Promise<string> {
  return (await place.locator('option', { hasText: name }).first().textContent()) ?? name
}

async function zustand(id: string): Promise<string> {
  const answer = await gibtFrei.request.get(`/api/fassungen/${id}?depth=0`)
  return ((await answer.json()) as { zustand: string }).zustand
}

async function send(page: Page, address: string, data: object): Promise<void> {
  const answer = await page.request.post(address, { data })
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`)
}

/** Keeps a picture where a person wants to look at it. */
async function picture(page: Page, name: string): Promise<void> {
  if (BILDER) await page.screenshot({ path: path.join(BILDER, `${name}.png`) })
}
