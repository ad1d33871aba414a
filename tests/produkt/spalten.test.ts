import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { demotage } from '#seed/demo/tage.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { htmlToLexical } from '#store/lexical/fromHtml.ts'
import { brokenRules, createVisits, login, open, tabTo } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const APRIL = addDays(demotage(HEUTE).naechsterJanuar, 90)
const GEWERBE = 'leistung-gewerbe-anmelden'
const LAND_JANUAR = 'fassung-gewerbe-anmelden-land-januar'
const TEASER =
  'Sie machen sich in Schwerin selbstständig? Melden Sie Ihr Gewerbe an, bevor Sie beginnen.'
const TEASER_LAND =
  'Sie machen sich selbstständig? Melden Sie Ihr Gewerbe spätestens am ersten Tag an.'

let server: RunningServer
const visits = createVisits(() => server.url)
let stadttext: string

beforeAll(async () => {
  server = await startServer()
  const [samira, soenke, lena, ludwig] = await Promise.all(
    ['schwerin', 'schwerin2', 'landesredaktion', 'landesredaktion2'].map(tokenOf),
  )
  stadttext = String(
    (
      await send(samira, 'POST', '/api/fassungen', {
        leistung: GEWERBE,
        ebene: 'gemeinde',
        gebiet: 'gebiet-schwerin',
        redaktion: 'redaktion-schwerin',
        sprache: 'de',
        beginn: { art: 'tag', tag: HEUTE },
        teaser: words(TEASER),
        hinweise: {
          ...words('In Schwerin hilft Ihnen das Gründerbüro.'),
          modus: 'ergaenzen-danach',
        },
      })
    )['id'] ?? '',
  )
  await send(soenke, 'POST', `/api/fassungen/${stadttext}/freigeben`, {})
  const { id: next } = await send(lena, 'POST', `/api/fassungen/${LAND_JANUAR}/folgefassung`, {})
  await send(lena, 'PATCH', `/api/fassungen/${String(next)}`, {
    beginn: { art: 'tag', tag: APRIL },
    aenderungsart: 'redaktionell',
    teaser: words(TEASER_LAND),
    hinweise: words('Die Kammer berät Sie vorher.'),
  })
  await send(ludwig, 'POST', `/api/fassungen/${String(next)}/freigeben`, {})
}, 240_000)

afterAll(async () => {
  await visits.close()
  await server.remove()
})

describe('a text of a town below the Land', () => {
  let page: Page

  beforeAll(async () => {
    page = await visits.open()
    await login(page, 'schwerin')
  })

  it('shows what is inherited, what it says itself, and what the citizen reads, with who says it', async () => {
    await openText(page, stadttext)
    const geerbt = page.getByRole('region', { name: 'Geerbter Text: Teaser' })
    await geerbt.waitFor()
    expect(await geerbt.innerText()).toContain('Land')
    const summary = page.getByRole('region', { name: 'Der geerbte Text ändert sich' })
    expect(await summary.innerText()).toMatch(/Teaser[^]*Hinweise/)
    const result = page.getByRole('region', { name: 'Was die Bürgerin liest: Teaser' })
    expect(await result.innerText()).toContain('(dieser Text)')
    expect(await result.innerText()).toContain(TEASER)
    await expectColumns(page, 3)
    expect(await geerbt.innerText()).toContain(
      `Der geerbte Text ändert sich am ${formatDayLong(APRIL)}.`,
    )
    await expectAccessible(page, 'spalten')
    await page.setViewportSize({ width: 390, height: 844 })
    await expectColumns(page, 1)
    await page.setViewportSize({ width: 1440, height: 1000 })
  })

  it('the change is taken over with the keyboard alone, stretch by stretch, into a new draft', async () => {
    await openText(page, stadttext)
    await tabTo(page, '[aria-label="Vergleichen und übernehmen: Teaser"]')
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Teaser: Änderung des geerbten Textes' })
    await dialog.getByRole('group', { name: /^Stelle 1 von/ }).waitFor()
    expect(await dialog.innerText()).toContain('in Schwerin')
    await expectAccessible(page, 'uebernahme')
    // What both changed has no proposal: the town keeps its own words there, and takes what only the Land changed.
    const undecided = dialog.getByRole('group', { name: /beide schreiben etwas anderes/ })
    for (const group of await undecided.all()) {
      await group.getByRole('radio', { name: 'Land' }).focus()
      await page.keyboard.press('Space')
    }
    await dialog.getByRole('button', { name: 'Auswahl übernehmen' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => !url.pathname.endsWith(stadttext))
    await page.getByText(/Die Änderung ist in diesen Entwurf übernommen/).waitFor()
    await page.getByRole('button', { name: 'Was ist das?' }).click()
    const result = page.getByRole('region', { name: 'Was die Bürgerin liest: Teaser' })
    await result.getByText('spätestens am ersten Tag an.').waitFor()
    expect(await result.innerText()).toContain('in Schwerin')
    const left = page.getByRole('region', { name: 'Der geerbte Text ändert sich' })
    expect(await left.innerText()).toContain('Hinweise')
    expect(await left.innerText()).not.toContain('Teaser')
  })

  it('a supplement stays, with a reason, and the change is not shown again', async () => {
    await open(page, pathOf(stadttext))
    await page.getByRole('button', { name: 'Weiteres' }).click()
    await page.getByRole('button', { name: 'Vergleichen und übernehmen: Hinweise' }).click()
    const dialog = page.getByRole('dialog', { name: 'Hinweise: Änderung des geerbten Textes' })
    await dialog.getByText('Ihre Ergänzung', { exact: true }).waitFor()
    await expectAccessible(page, 'ergaenzung')
    await dialog.getByRole('button', { name: 'Ergänzung bleibt …' }).click()
    await dialog.getByLabel('Warum bleibt Ihr Text, wie er ist?').fill('Das Gründerbüro bleibt.')
    await dialog.getByRole('button', { name: 'Nichts übernehmen' }).click()
    await page.getByText('Hinweise: Ihr Text bleibt, wie er ist.').waitFor()
    await page.getByRole('button', { name: 'Weiteres' }).click()
    await page.getByRole('region', { name: 'Geerbter Text: Hinweise' }).waitFor()
    expect(await page.getByText('Der geerbte Text ändert sich', { exact: false }).count()).toBe(0)
  })
})

describe('two editors of one draft at once', () => {
  let entwurf: string
  let samira: Page
  let soenke: Page

  beforeAll(async () => {
    const token = await tokenOf('schwerin')
    const { id } = await send(token, 'POST', `/api/fassungen/${stadttext}/folgefassung`, {})
    entwurf = String(id)
    await send(token, 'PATCH', `/api/fassungen/${entwurf}`, {
      beginn: { art: 'tag', tag: addDays(APRIL, 30) },
    })
    samira = await visits.open()
    soenke = await visits.open()
    await login(samira, 'schwerin')
    await login(soenke, 'schwerin2')
  })

  it('the result follows what is being written', async () => {
    await openText(samira, entwurf)
    await append(samira, 'Teaser: Text', ' Gern online.')
    const result = samira.getByRole('region', { name: 'Was die Bürgerin liest: Teaser' })
    await result.getByText('Gern online.').waitFor()
  })

  it('that write different modules both keep their words, and the second is told', async () => {
    await openText(soenke, entwurf)
    await save(samira)
    await append(soenke, 'Kurztext: Text', 'Kurz von Sönke.')
    await soenke.keyboard.press('Control+S')
    await soenke.getByText(/Zugleich hat jemand anderes gespeichert/).waitFor()
    expect(await soenke.getByRole('textbox', { name: 'Teaser: Text' }).innerText()).toContain(
      'Gern online.',
    )
    // Saved twice by one person it is no conflict with oneself.
    await append(soenke, 'Kurztext: Text', ' Zweimal.')
    await save(soenke)
    await append(soenke, 'Kurztext: Text', ' Dreimal.')
    await save(soenke)
    expect(await textOf(entwurf)).toContain('Kurz von Sönke. Zweimal. Dreimal.')
  })

  it('that write the same module are shown both texts, and nothing is lost', async () => {
    await openText(samira, entwurf)
    await openText(soenke, entwurf)
    await append(samira, 'Teaser: Text', ' Samiras Satz.')
    await save(samira)
    await append(soenke, 'Teaser: Text', ' Sönkes Satz.')
    await soenke.getByRole('button', { name: 'Speichern' }).click()
    const dialog = soenke.getByRole('dialog', {
      name: 'Jemand anderes hat dieselben Stellen geändert',
    })
    await dialog.waitFor()
    expect(await dialog.innerText()).toMatch(/Sönkes[^]*Samiras/)
    await expectAccessible(soenke, 'konflikt')
    await dialog.getByRole('radio', { name: 'beide' }).focus()
    await soenke.keyboard.press('Space')
    await dialog.getByRole('button', { name: 'So speichern' }).focus()
    await soenke.keyboard.press('Enter')
    await soenke.getByText('Gespeichert, wie Sie gewählt haben.').waitFor()
    const text = await textOf(entwurf)
    expect(text).toContain('Samiras Satz.')
    expect(text).toContain('Sönkes Satz.')
  })

  it('nothing was called an error', () => {
    expect(visits.faults).toEqual([])
  })
})

type Token = string | undefined

async function tokenOf(name: string): Promise<Token> {
  const body = { email: `${name}@stichtag.example`, password: DEMO_PASSWORT }
  return String((await send(undefined, 'POST', '/api/users/login', body))['token'])
}

async function send(
  token: Token,
  method: string,
  path: string,
  body?: object,
): Promise<Readonly<Record<string, unknown>>> {
  const answer = await fetch(server.url + path, {
    method,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `JWT ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const json = (await answer.json()) as Record<string, unknown> & { doc?: Record<string, unknown> }
  if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(json)}`)
  return json.doc ?? json
}

function words(text: string): object {
  return { text: htmlToLexical(`<p>${text}</p>`).state, modus: 'ersetzen' }
}

async function textOf(id: string): Promise<string> {
  return JSON.stringify(
    await send(await tokenOf('schwerin'), 'GET', `/api/fassungen/${id}?depth=0`),
  )
}

function pathOf(id: string): string {
  return `/admin/collections/fassungen/${id}`
}

/** Opens a text where its words are written. */
async function openText(page: Page, id: string): Promise<void> {
  await open(page, pathOf(id))
  await page.getByRole('button', { name: 'Was ist das?' }).click()
  await page.getByRole('region', { name: 'Geerbter Text: Teaser' }).waitFor()
}

/** Writes at the end of a field as a person does. */
async function append(page: Page, field: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: field }).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(text)
  // Payload's editor hands its words to the form when the browser is idle; a machine presses sooner.
  await page.waitForTimeout(1500)
}

async function save(page: Page): Promise<void> {
  const saved = page.waitForResponse(
    (answer) => answer.request().method() === 'PATCH' && answer.status() === 200,
  )
  await page.getByRole('button', { name: 'Speichern' }).click()
  await saved
  await page.waitForLoadState('networkidle')
}

/** How many columns the Teaser has side by side. */
async function expectColumns(page: Page, count: number): Promise<void> {
  const lefts = await page.evaluate(() =>
    [...document.querySelectorAll('#field-teaser .render-fields > *')]
      .filter((each) => each.getBoundingClientRect().height > 0)
      .map((each) => Math.round(each.getBoundingClientRect().left)),
  )
  expect(new Set(lefts).size).toBe(count)
}

/** At both widths; the page stays as it is, an open dialog too. */
async function expectAccessible(page: Page, name: string): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 1000 })
    const broken = await brokenRules(page)
    const bilder = process.env['STICHTAG_TEST_BILDER']
    if (bilder) await page.screenshot({ path: `${bilder}/spalten-${name}-${width}.png` })
    expect(broken, `${name} at ${width} px`).toEqual([])
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(overflow, `${name} at ${width} px`).toBeLessThanOrEqual(0)
  }
}
