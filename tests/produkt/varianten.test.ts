import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { entwurf, ersetzen, inhalt } from '../support/factories.ts'
import { brokenRules, createVisits, login, open } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
/** Where pictures go for people to look at; nobody compares them. */
const BILDER = process.env['STICHTAG_BILDER']
const DEUTSCH = '/admin/collections/fassungen/sprache-de'

let server: RunningServer
const visits = createVisits(() => server.url)

beforeAll(async () => {
  server = await startServer()
  const text = entwurf({
    id: 'sprache-de',
    leistungId: 'leistung-reisepass',
    ebene: 'gemeinde',
    gebietId: 'gebiet-schwerin',
    redaktionId: 'redaktion-schwerin',
    beginn: festerTag(addDays(HEUTE, 10)),
    inhalt: inhalt({ kurztext: ersetzen('<p>Sie beantragen den Pass im Stadthaus.</p>') }),
  })
  await ask('schwerin', 'POST', '/api/fassungen', deskFassung(text))
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

async function ask(name: string, method: string, address: string, body: object): Promise<void> {
  const account = { email: `${name}@stichtag.example`, password: DEMO_PASSWORT }
  const headers = { 'content-type': 'application/json' }
  const signedIn = await fetch(`${server.url}/api/users/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify(account),
  })
  const { token } = (await signedIn.json()) as { token: string }
  const answer = await fetch(`${server.url}${address}`, {
    method,
    headers: { ...headers, authorization: `JWT ${token}` },
    body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
}

/** The German words beside the field of a module. */
function vorlage(page: Page, titel: string) {
  return page.getByRole('region', { name: `Deutscher Text: ${titel}`, exact: true })
}

describe('a translation', () => {
  let page: Page
  let address = ''

  beforeAll(async () => {
    page = await visits.open()
    await login(page, 'schwerin')
  })

  it('is begun on the German text and stands beside it, module by module', async () => {
    await open(page, DEUTSCH)
    const sprachen = page.getByRole('region', { name: 'Sprachfassungen' })
    await sprachen.getByText('Noch keine.').waitFor()
    expect(await brokenRules(page)).toEqual([])
    await picture(page, 'sprachfassung-anlegen-1440')
    await sprachen.getByRole('button', { name: 'Englisch: Sprachfassung anlegen' }).click()
    await page.getByText('Übersetzung von').waitFor()
    address = new URL(page.url()).pathname
    await page.getByRole('button', { name: 'Was ist das?' }).click()
    await vorlage(page, 'Leistungsbezeichnung').getByText('Personalausweis Ausstellung').waitFor()
    await vorlage(page, 'Leistungsbezeichnung').getByText('noch nicht übersetzt').waitFor()
    await page.locator('#field-leistungsbezeichnung__text').fill('Passport issue')
    await page.locator('#field-leistungsbezeichnungII__text').fill('Apply for a passport')
    const kurztext = page.locator('#field-kurztext .ContentEditable__root').first()
    await kurztext.click()
    await page.keyboard.type('Apply at the town hall.')
    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await vorlage(page, 'Kurztext').getByText('übersetzt', { exact: true }).waitFor()
    await picture(page, 'sprachfassung-1440')
    expect(await brokenRules(page)).toEqual([])
  })

  it('is marked where the German text has changed, with the words that are new', async () => {
    const changed = deskFassung(
      entwurf({ inhalt: inhalt({ kurztext: ersetzen('<p>Sie beantragen den Pass online.</p>') }) }),
    )
    await ask('schwerin', 'PATCH', '/api/fassungen/sprache-de', { kurztext: changed['kurztext'] })
    await open(page, address)
    await page
      .getByText('Der deutsche Text ist seit der Übersetzung geändert in: Kurztext.')
      .waitFor()
    await page.getByRole('button', { name: 'Was ist das?' }).click()
    const module = vorlage(page, 'Kurztext')
    await module.getByText('seit der Übersetzung geändert', { exact: true }).waitFor()
    expect(await module.locator('del').first().innerText()).toContain('im Stadthaus')
    expect(await module.locator('ins').first().innerText()).toContain('online')
    await picture(page, 'sprachfassung-veraltet-1440')
    expect(await brokenRules(page)).toEqual([])
    await open(page, '/admin/collections/fassungen?limit=50')
    await page.getByText('veraltet: 1').first().waitFor()
    await picture(page, 'fassungen-sprachlage-1440')
  })

  it('fits again when a person says so with the keyboard', async () => {
    await open(page, address)
    await page.getByRole('button', { name: 'Was ist das?' }).click()
    const box = vorlage(page, 'Kurztext').getByRole('checkbox', {
      name: /Die Übersetzung passt jetzt/,
    })
    await box.focus()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await vorlage(page, 'Kurztext').getByText('übersetzt', { exact: true }).waitFor()
    await page.getByText('Jedes Modul ist übersetzt').waitFor()
  })

  it('is readable at 390 px', async () => {
    const visitor = await visits.open(390)
    await login(visitor, 'schwerin')
    await open(visitor, address)
    await visitor.getByRole('button', { name: 'Was ist das?' }).click()
    await vorlage(visitor, 'Kurztext').waitFor()
    expect(await brokenRules(visitor)).toEqual([])
    await picture(visitor, 'sprachfassung-390')
  })

  it('is offered when a second person releases the German text, and released with it', async () => {
    const second = await visits.open()
    await login(second, 'schwerin2')
    await open(second, DEUTSCH)
    await second.getByText('vollständig und aktuell').waitFor()
    await second.getByRole('button', { name: 'Freigeben', exact: true }).click()
    const dialog = second.getByRole('dialog', { name: 'Text freigeben' })
    const english = dialog.getByRole('checkbox', { name: 'Englisch' })
    expect(await english.isChecked()).toBe(true)
    expect(await brokenRules(second)).toEqual([])
    await picture(second, 'mitfreigabe-1440')
    await dialog.getByRole('button', { name: 'Freigeben' }).click()
    await second.getByText(/Mit einer Sprachfassung\./).waitFor()
    const tag = addDays(HEUTE, 10)
    const answer = await fetch(
      `${server.url}/export/v1/leistungen/leistung-reisepass?ars=130040000000&stichtag=${tag}&sprache=en`,
    )
    const { name, module } = (await answer.json()) as {
      name: string
      module: { modul: string; fallback: boolean }[]
    }
    expect(name).toBe('Apply for a passport')
    expect(module.find(({ modul }) => modul === 'kurztext')?.fallback).toBe(false)
  })
})

describe('all these visits', () => {
  it('asked no other host for anything and met no error', () => {
    expect([...visits.hosts]).toEqual([new URL(server.url).host])
    expect(visits.faults).toEqual([])
  })
})
