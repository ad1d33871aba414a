import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { formatDay } from '#core/zeit/deutsch.ts'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { deskInhalt } from '#store/desk/module.ts'
import { entwurf, ersetzen, inhalt } from '../support/factories.ts'
import { brokenRules, createVisits, login, open, tabTo } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const FRIST = addDays(HEUTE, 14)
const EROEFFNEN = '/admin/abstimmung-eroeffnen?fassung=abst-land'
/** Where pictures go for people to look at; nobody compares them. */
const BILDER = process.env['STICHTAG_BILDER']

let server: RunningServer
let land: string
const visits = createVisits(() => server.url)

beforeAll(async () => {
  server = await startServer()
  land = await tokenOf('landesredaktion')
  await ask(land, '/api/zeitgrenzen', {
    id: 'zg-abstimmung',
    rechtsnorm: 'norm-verwaltungsvereinfachung',
    art: 'inkrafttreten',
    stand: 'bestimmt',
    tag: addDays(HEUTE, 90),
    fundstelle: 'GVOBl. M-V 2026 S. 812',
    redaktion: 'redaktion-mv',
  })
  // Schwerin has put a Kurztext of its own in the place of the Land's; one person writes, another releases.
  const text = entwurf({
    id: 'abst-schwerin',
    leistungId: 'leistung-reisepass',
    ebene: 'gemeinde',
    gebietId: 'gebiet-schwerin',
    redaktionId: 'redaktion-schwerin',
    beginn: festerTag(HEUTE),
    inhalt: { kurztext: ersetzen('<p>In Schwerin geht das ohne Termin.</p>') },
  })
  await ask(await tokenOf('schwerin'), '/api/fassungen', deskFassung(text))
  await ask(await tokenOf('schwerin2'), '/api/fassungen/abst-schwerin/freigeben', {})
  const { docs } = await ask<{ docs: readonly { id: string }[] }>(
    land,
    '/api/fassungen?where[leistung][equals]=leistung-reisepass&where[ebene][equals]=land&where[sprache][equals]=de&where[zustand][equals]=freigegeben&limit=1&depth=0',
  )
  const neu = entwurf({
    id: 'abst-land',
    leistungId: 'leistung-reisepass',
    gebietId: 'gebiet-mv',
    redaktionId: 'redaktion-mv',
    beginn: anZeitgrenze('zg-abstimmung'),
    basis: docs[0]?.id ?? null,
    inhalt: inhalt({
      kurztext: ersetzen('<p>Der Reisepass wird in zehn Tagen ausgestellt.</p>'),
      hinweise: ersetzen('<p>Bringen Sie ein Foto mit.</p>'),
    }),
  })
  await ask(land, '/api/fassungen', deskFassung(neu))
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

describe('a consultation of the Land with one town', () => {
  let lena: Page
  let samira: Page
  let address = ''

  it('is opened: who has a text of its own is proposed, a day and a Schweigefrist are chosen', async () => {
    lena = await visits.open()
    await login(lena, 'landesredaktion')
    await open(lena, EROEFFNEN)
    await lena.getByRole('heading', { level: 1, name: 'Abstimmung eröffnen' }).waitFor()
    expect(
      await lena.getByRole('checkbox', { name: /^Landeshauptstadt Schwerin/ }).isChecked(),
    ).toBe(true)
    expect(await lena.getByRole('checkbox', { name: /Stralendorf/ }).isChecked()).toBe(false)
    await lena.getByLabel(/^Worum geht es/).fill('Reisepass schneller')
    await lena.getByLabel('Abstimmen bis', { exact: true }).fill(formatDay(FRIST))
    await lena.getByLabel(/^Schweigefrist/).fill('10')
    expect(await brokenRules(lena)).toEqual([])
    await picture(lena, 'abstimmung-eroeffnen-1440')
    await lena.getByRole('button', { name: 'Abstimmung eröffnen' }).click()
    await lena.getByRole('heading', { level: 1, name: 'Reisepass schneller' }).waitFor()
    address = new URL(lena.url()).pathname
    await lena.getByText('noch 14 Tage').waitFor()
  })

  it('lies before the town in its list, with the days that are left', async () => {
    samira = await visits.open()
    await login(samira, 'schwerin')
    await open(samira, '/admin/collections/abstimmungen')
    await samira.getByText('noch 14 Tage').waitFor()
    await samira.getByRole('link', { name: 'Reisepass schneller' }).click()
    await samira.getByRole('heading', { level: 1, name: 'Reisepass schneller' }).waitFor()
    await samira.getByText('Der Reisepass wird in zehn Tagen ausgestellt.').waitFor()
  })

  it.each([1440, 390])(
    'is accessible at %i px for the town, with the changes marked too',
    async (width) => {
      const visitor = await visits.open(width)
      await login(visitor, 'schwerin2')
      await open(visitor, address)
      expect(await brokenRules(visitor)).toEqual([])
      await picture(visitor, `abstimmung-schwerin-${width}`)
      await visitor.getByRole('link', { name: 'Änderungen gegenüber dem bisherigen Text' }).click()
      await visitor.locator('ins').first().waitFor()
      expect(await brokenRules(visitor)).toEqual([])
      await picture(visitor, `abstimmung-vergleich-${width}`)
      expect(await sideways(visitor)).toBeLessThanOrEqual(0)
    },
  )

  it('takes a comment on words that were marked in the text', async () => {
    await open(samira, address)
    await samira.locator('summary', { hasText: 'Kommentieren: Kurztext' }).click()
    await select(samira, '#worte-kurztext', 'zehn Tagen')
    const modul = samira.getByRole('region', { name: 'Kurztext' })
    await modul.getByRole('button', { name: 'Markierte Wörter übernehmen' }).click()
    expect(await modul.getByLabel(/^Stelle, um die es geht/).inputValue()).toBe('zehn Tagen')
    await modul.getByLabel('Kommentar', { exact: true }).fill('Bei uns dauert es vier Wochen.')
    await modul.getByRole('button', { name: /^Kommentar senden/ }).click()
    await samira.getByText('Ihr Kommentar steht beim Text.').waitFor()
    await samira.getByText('„zehn Tagen“').waitFor()
    expect(await samira.locator('#worte-kurztext mark').innerText()).toContain('zehn Tagen')
  })

  it('takes an objection with the keyboard alone, but not without its reason', async () => {
    await tabTo(samira, 'input[name="votum"]')
    await samira.keyboard.press('ArrowDown')
    expect(await samira.getByRole('radio', { name: 'Ablehnung' }).isChecked()).toBe(true)
    await tabTo(samira, 'form:has([name="votum"]) button[type="submit"]')
    await samira.keyboard.press('Enter')
    await samira.getByText(/Grund/).last().waitFor()
    await samira.locator('.payload-toast-item').first().waitFor()
    await samira.getByLabel('Grund (bei Ablehnung nötig)').fill('Zehn Tage schaffen wir nicht.')
    await tabTo(samira, 'form:has([name="votum"]) button[type="submit"]')
    await samira.keyboard.press('Enter')
    await samira.getByText('Ihre Stimme ist abgegeben.').waitFor()
    await samira.getByText('Ihre Stimme: Ablehnung').waitFor()
  })

  it('lets the town keep its own text before silence ends it', async () => {
    const region = samira.getByRole('region', { name: 'Bleibt Ihr eigener Text?' })
    expect(await region.getByRole('checkbox', { name: 'Kurztext' }).isChecked()).toBe(true)
    await region.getByRole('button', { name: /^Wir behalten unseren Text/ }).click()
    await samira.getByText('Ihre Antwort steht im Freigabeprotokoll.').waitFor()
    await samira.getByText('Es bleibt: Kurztext.').waitFor()
  })

  it('shows word for word what has changed since the town last looked, and its vote as outdated', async () => {
    await ask(
      land,
      '/api/fassungen/abst-land',
      deskInhalt(
        inhalt({
          kurztext: ersetzen('<p>Der Reisepass wird in vier Wochen ausgestellt.</p>'),
          hinweise: ersetzen('<p>Bringen Sie ein Foto mit.</p>'),
        }),
      ),
      'PATCH',
    )
    await open(samira, address)
    await samira.getByText('Geändert, seit Sie zuletzt hier waren.').waitFor()
    expect(await samira.locator('ins').allInnerTexts()).toEqual([
      expect.stringContaining('vier Wochen'),
    ])
    expect(await samira.locator('del').allInnerTexts()).toEqual([
      expect.stringContaining('zehn Tagen'),
    ])
    await samira.getByText('Stelle nicht mehr vorhanden').waitFor()
    await samira.getByText('(auf früherem Stand abgegeben)').first().waitFor()
    expect(await brokenRules(samira)).toEqual([])
    await picture(samira, 'abstimmung-geaendert-1440')
    await samira.getByRole('radio', { name: 'Zustimmung' }).check()
    await samira.getByRole('button', { name: /^Neu abstimmen/ }).click()
    await samira.getByText('Ihre Stimme: Zustimmung').waitFor()
    expect(await samira.getByText('Geändert, seit Sie zuletzt hier waren.').count()).toBe(0)
  })

  it('is ended by the Land; outcome and record stand on the page of both', async () => {
    await open(lena, address)
    await lena.locator('summary', { hasText: 'Abstimmung beenden' }).click()
    expect(await brokenRules(lena)).toEqual([])
    await picture(lena, 'abstimmung-land-1440')
    lena.once('dialog', (dialog) => void dialog.accept())
    await lena.getByRole('button', { name: 'Beenden und Niederschrift festhalten' }).click()
    await lena.getByRole('heading', { name: 'Niederschrift' }).waitFor()
    await open(samira, address)
    const record = samira.getByRole('region', { name: 'Niederschrift' })
    expect(await record.innerText()).toMatch(/Ergebnis: Ohne Einwand/)
    expect(await record.innerText()).toMatch(/Landeshauptstadt Schwerin:\s*Zustimmung/)
    expect(await brokenRules(samira)).toEqual([])
    await picture(samira, 'abstimmung-niederschrift-1440')
  })

  it.each([1440, 390])('the form in which it is opened is accessible at %i px', async (width) => {
    const visitor = await visits.open(width)
    await login(visitor, 'landesredaktion')
    await open(visitor, '/admin/abstimmung-eroeffnen')
    expect(await brokenRules(visitor)).toEqual([])
    expect(await sideways(visitor)).toBeLessThanOrEqual(0)
    await picture(visitor, `abstimmung-formular-${width}`)
  })
})

it('no page asked anybody else or met a fault', () => {
  expect([...visits.hosts]).toEqual([new URL(server.url).host])
  expect(visits.faults).toEqual([])
})

/** Marks words as a mouse would. */
async function select(page: Page, selector: string, words: string): Promise<void> {
  await page.evaluate(
    ([inside, wanted]) => {
      const root = document.querySelector(inside ?? '')
      const walker = document.createTreeWalker(root ?? document.body, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = (node.textContent ?? '').indexOf(wanted ?? '')
        if (at < 0) continue
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + (wanted ?? '').length)
        window.getSelection()?.removeAllRanges()
        window.getSelection()?.addRange(range)
        return
      }
      throw new Error(`no ${wanted ?? ''} in ${inside ?? ''}`)
    },
    [selector, words],
  )
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
}

async function picture(page: Page, name: string): Promise<void> {
  if (!BILDER) return
  await mkdir(BILDER, { recursive: true })
  await page.screenshot({ path: path.join(BILDER, `${name}.png`), fullPage: true })
}

async function tokenOf(name: string): Promise<string> {
  const account = { email: `${name}@stichtag.example`, password: DEMO_PASSWORT }
  return (await ask<{ token: string }>(null, '/api/users/login', account)).token
}

async function ask<T>(
  token: string | null,
  address: string,
  body?: object,
  method = body ? 'POST' : 'GET',
): Promise<T> {
  const answer = await fetch(`${server.url}${address}`, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `JWT ${token}` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
