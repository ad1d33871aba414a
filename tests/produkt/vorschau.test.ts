import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { plainText } from '#core/pruefung/html.ts'
import type { Leistungsblatt } from '#core/vorschau/blatt.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { formatDay, formatDayLong } from '#core/zeit/deutsch.ts'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { demotage } from '#seed/demo/tage.ts'
import { brokenRules, createVisits, login, open, tabTo } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const { naechsterJanuar: JANUAR, naechsterApril: APRIL, naechsterJuli: JULI } = demotage(HEUTE)
const SILVESTER = addDays(JANUAR, -1)
const SCHWERIN = '130040000000'
const HUND = `/vorschau/leistung-hundesteuer?ars=${SCHWERIN}`
const VERGLEICH = `${HUND}&stichtag=${SILVESTER}&vergleich=${JANUAR}`
const MELDEBESCHEINIGUNG = '/vorschau/leistung-meldebescheinigung'
const SPERRMUELL = `/vorschau/leistung-sperrmuell?ars=${SCHWERIN}`
/** Where screenshots go, if anywhere. */
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

describe('the preview as a citizen reads it', () => {
  it('goes from the list of a town to a Leistung and to the day on which it changes', async () => {
    const page = await visits.open()
    await open(page, '/vorschau')
    await page.getByRole('heading', { name: 'Leistungen in Mecklenburg-Vorpommern' }).waitFor()
    await page.getByLabel('Ort').fill('schwerin')
    await page.getByLabel('Stichtag').fill(SILVESTER)
    await page.getByRole('button', { name: 'Anzeigen' }).click()
    await page.getByRole('heading', { name: /^Leistungen in Schwerin/ }).waitFor()
    const row = page.getByRole('listitem').filter({ hasText: 'Hund zur Hundesteuer anmelden' })
    expect(await row.innerText()).toContain('Kommune')
    expect(await row.innerText()).toContain(`ändert sich am ${formatDay(JANUAR)}`)
    await shoot(page, 'liste')
    await row.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: 'Hund zur Hundesteuer anmelden' }).waitFor()
    await page.getByText('Kommune: Schwerin').first().waitFor()
    await page.getByText('Land: Mecklenburg-Vorpommern').first().waitFor()
    await page.getByRole('heading', { name: 'Rechtsgrundlagen' }).waitFor()
    expect(await page.locator('#kosten + div').innerText()).toContain('102,00 Euro')
    await shoot(page, 'leistung')
    await page.getByRole('link', { name: 'Einen Tag später' }).click()
    await page.getByText(`am ${formatDayLong(JANUAR)}.`).waitFor()
    expect(await page.locator('#kosten + div').innerText()).toContain('114,00 Euro')
    await page.getByRole('link', { name: 'Einen Tag früher' }).click()
    await page.getByText(`am ${formatDayLong(SILVESTER)}.`).waitFor()
    await page.getByRole('link', { name: /^Nächster Wechsel/ }).click()
    await page.getByText(`am ${formatDayLong(JANUAR)}.`).waitFor()
  })

  it('says the same words as the feed', async () => {
    const page = await visits.open()
    await open(page, `${HUND}&stichtag=${JANUAR}`)
    const href = await page.getByRole('link', { name: /als JSON$/ }).getAttribute('href')
    const blatt = (await (await fetch(server.url + (href ?? ''))).json()) as Leistungsblatt
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '')
    })
    const shown = folded(await page.locator('main').innerText())
    const said = blatt.module.flatMap(({ titel, teile }) => [
      titel,
      ...teile.flatMap(({ html = '', text = '' }) => [plainText(html), text]),
    ])
    expect(said.length).toBeGreaterThan(30)
    for (const words of said) expect(shown).toContain(folded(words))
    expect(shown).toContain(folded(formatDayLong(blatt.gueltigAb)))
  })

  it('finds by words of the name', async () => {
    const page = await visits.open()
    await open(page, `/vorschau?ars=${SCHWERIN}&q=HUND`)
    await page.getByText('Eine Leistung mit „HUND“ im Namen.').waitFor()
  })

  it('works without scripts', async () => {
    const html = await (await fetch(`${server.url}${VERGLEICH}`)).text()
    expect(html).toMatch(/<del>.*102,00.*<\/del>/)
    expect(html).toMatch(/<ins>.*114,00.*<\/ins>/)
    expect(html).toContain('<html lang="de">')
  })
})

describe('two days side by side', () => {
  it('mark the words that changed, for the eye and for the ear', async () => {
    const page = await visits.open()
    await open(page, VERGLEICH)
    const [before, after] = [page.locator('main section del'), page.locator('main section ins')]
    const gone = await before.allTextContents()
    const come = await after.allTextContents()
    expect(gone).toContain(' [entfernt: 102,00] ')
    expect(come).toContain(' [neu: 114,00] ')
    const line = await before.last().evaluate((node) => getComputedStyle(node).textDecorationLine)
    expect(line).toBe('line-through')
    await shoot(page, 'vergleich')
  })

  it('stand one below the other at phone width', async () => {
    const page = await visits.open(390)
    await open(page, VERGLEICH)
    const columns = page.locator('#kosten + .spalten > .spalte')
    const [left, right] = [await columns.nth(0).boundingBox(), await columns.nth(1).boundingBox()]
    expect(right?.x).toBe(left?.x)
    expect(right?.y).toBeGreaterThan((left?.y ?? 0) + (left?.height ?? 0) - 1)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(overflow).toBeLessThanOrEqual(390)
    await shoot(page, 'vergleich-schmal')
  })
})

describe('a wrong entry', () => {
  it.each([
    ['a day that does not exist', '/vorschau?stichtag=2027-02-30', 400, 'Das ist kein Kalendertag'],
    ['an unknown area', '/vorschau?ars=990000000000', 422, 'Das Gebiet fehlt oder besteht'],
    ['an unknown place', '/vorschau?ort=Xanten', 422, 'Das Gebiet fehlt oder besteht'],
    ['an unknown Leistung', '/vorschau/nein', 404, 'Diese Leistung gibt es nicht'],
    [
      'a day before the first area',
      `${HUND}&stichtag=1950-01-01`,
      422,
      'Das Gebiet fehlt oder besteht',
    ],
    ['a second day that is none', `${HUND}&vergleich=x`, 400, 'Das ist kein Kalendertag'],
    ['an id that cannot be decoded', '/vorschau/%25', 404, 'Diese Leistung gibt es nicht'],
  ])('%s is answered with a sentence and its status', async (_name, path, status, sentence) => {
    const answer = await fetch(server.url + path)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(sentence)
  })

  it('leaves a form with what was right', async () => {
    const page = await visits.open(390)
    await open(page, '/vorschau?stichtag=2027-02-30&ort=stralendorf')
    expect(await page.getByLabel('Ort').inputValue()).toMatch(/^Stralendorf \(\d{12}\)$/)
    expect(await page.getByLabel('Stichtag').inputValue()).toBe(HEUTE)
    await shoot(page, 'fehler-schmal')
    await page.getByRole('button', { name: 'Anzeigen' }).click()
    await page.getByRole('heading', { name: 'Leistungen in Stralendorf' }).waitFor()
  })
})

describe('drafts and expected days', () => {
  /** What only the drafts of the demo and the text that waits for April say. */
  const SECRETS = [
    [`${MELDEBESCHEINIGUNG}?stichtag=${JULI}&entwuerfe=1`, 'Online bekommen Sie'],
    [`${SPERRMUELL}&stichtag=${JULI}&entwuerfe=1`, 'Wertstoffhof auch samstags'],
    [`/vorschau?stichtag=${JULI}&entwuerfe=1`, 'Noch ohne Tag'],
    [`/vorschau?stichtag=${APRIL}&entwuerfe=1`, 'geplant für'],
  ] as const

  it.each(SECRETS)('%s shows nobody what is not public', async (path, secret) => {
    const answer = await fetch(server.url + path)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('no-cache')
    expect(html).not.toContain(secret)
    expect(html).toContain('Entwürfe sieht nur, wer sich angemeldet hat.')
    expect(html).not.toContain('Entwürfe und Geplantes einbeziehen')
  })

  it('shows each its own, and lets no cache keep it', async () => {
    const cookie = await sessionOf('landesredaktion')
    const path = `${MELDEBESCHEINIGUNG}?stichtag=${JULI}`
    const answer = await fetch(`${server.url}${path}&entwuerfe=1`, { headers: { cookie } })
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    const html = await answer.text()
    expect(html).toContain('Online bekommen Sie')
    expect(html).toContain('Entwurf')
    const schwerin = await sessionOf('schwerin')
    const own = await fetch(server.url + SECRETS[1][0], { headers: { cookie: schwerin } })
    expect(await own.text()).toContain(SECRETS[1][1])
    const unasked = await (await fetch(server.url + path, { headers: { cookie } })).text()
    expect(unasked).not.toContain('Online bekommen Sie')
  })

  it('shows a Kommune nothing of another’s, nor of the Land’s', async () => {
    const cookie = await sessionOf('stralendorf')
    for (const [path, secret] of SECRETS.slice(0, 2)) {
      const html = await (await fetch(server.url + path, { headers: { cookie } })).text()
      expect(html).toContain('Nicht veröffentlicht.')
      expect(html).not.toContain(secret)
      expect(html).not.toContain('>Entwurf<')
    }
  })

  it('is marked on the page, and a text without a day is opened from its own lane', async () => {
    const page = await visits.open()
    await login(page, 'landesredaktion')
    await open(page, `/vorschau?stichtag=${JULI}`)
    expect(await page.locator('.vorbehalt').count()).toBe(0)
    await page.getByLabel('Entwürfe und Geplantes einbeziehen').check()
    await page.getByRole('button', { name: 'Anzeigen' }).click()
    await page.getByText('Nicht veröffentlicht.').waitFor()
    const birth = page.getByRole('listitem').filter({ hasText: 'Geburtsurkunde beantragen' })
    expect(await birth.innerText()).toContain(
      `geplant für den ${formatDayLong(APRIL)}, noch nicht verkündet`,
    )
    await shoot(page, 'liste-entwuerfe')
    const lane = page.getByRole('region', { name: 'Noch ohne Tag' })
    expect(await lane.innerText()).toContain('Wartet auf: Nach Bekanntgabe')
    await lane.getByRole('link', { name: /^Reisepass beantragen/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Reisepass beantragen' }).waitFor()
    await page.getByText('hier so gezeigt, als gälte er ab dem Stichtag').first().waitFor()
    await open(page, `${MELDEBESCHEINIGUNG}?stichtag=${HEUTE}&vergleich=${JULI}&entwuerfe=1`)
    expect(await page.locator('#kosten + .spalten .vorbehalt').allInnerTexts()).toEqual(['Entwurf'])
    await shoot(page, 'vergleich-entwuerfe')
  })

  it('never show what is for the 115 only', async () => {
    for (const name of ['landesredaktion', '115']) {
      const cookie = await sessionOf(name)
      const path = `${MELDEBESCHEINIGUNG}?stichtag=${JULI}&entwuerfe=1`
      const html = await (await fetch(server.url + path, { headers: { cookie } })).text()
      expect(html).not.toMatch(/auskunftshinweis|Zuerst fragen/i)
    }
  })
})

describe.each([1440, 390])('at %i px', (width) => {
  it.each([
    ['the list', `/vorschau?ars=${SCHWERIN}`],
    ['a Leistung', `${HUND}&stichtag=${JANUAR}`],
    ['a Leistung in English', '/vorschau/leistung-personalausweis?sprache=en'],
    ['the comparison', VERGLEICH],
    ['a wrong entry', '/vorschau?stichtag=2027-02-30'],
    ['no Leistung', '/vorschau/nein'],
  ])('%s is accessible', async (_name, path) => {
    const page = await visits.open(width)
    await open(page, path)
    await expectAccessible(page)
  })

  it('lists and pages with drafts are accessible', async () => {
    const page = await visits.open(width)
    await login(page, 'landesredaktion')
    for (const path of [
      `/vorschau?stichtag=${JULI}&entwuerfe=1`,
      `${MELDEBESCHEINIGUNG}?stichtag=${HEUTE}&vergleich=${JULI}&entwuerfe=1`,
    ]) {
      await open(page, path)
      await expectAccessible(page)
    }
  })
})

describe('the keyboard alone', () => {
  it('chooses a place, opens a Leistung and compares it with its next change', async () => {
    const page = await visits.open()
    await open(page, '/vorschau')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Zum Inhalt springen',
    )
    await tabTo(page, 'input[name=ort]')
    await page.keyboard.type('Schwerin, Landeshauptstadt')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: /^Leistungen in Schwerin/ }).waitFor()
    await tabTo(page, 'a[href*="leistung-hundesteuer"]')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Hund zur Hundesteuer anmelden' }).waitFor()
    await tabTo(page, 'a[href*="vergleich="]')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Was sich ändert' }).waitFor()
  })
})

describe('all these visits', () => {
  it('asked no other host for anything and met no error', () => {
    expect([...visits.hosts]).toEqual([new URL(server.url).host])
    expect(visits.faults).toEqual([])
  })
})

async function shoot(page: Page, name: string): Promise<void> {
  if (BILDER !== undefined)
    await page.screenshot({ path: `${BILDER}/vorschau-${name}.png`, fullPage: true })
}

/** Without blanks and line breaks, which HTML folds. */
function folded(text: string): string {
  return text.replace(/\s+/g, '')
}

/** Also: the pages say “Sie”. */
async function expectAccessible(page: Page): Promise<void> {
  expect(await brokenRules(page)).toEqual([])
  expect(await page.locator('body').innerText()).not.toMatch(/\b(du|dein\w*|dich|dir)\b/i)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    await page.evaluate(() => window.innerWidth),
  )
}

/** The cookie of a demo account. */
async function sessionOf(name: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${name}@stichtag.example`, password: DEMO_PASSWORT }),
  })
  const [cookie = ''] = answer.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
  return cookie
}
