import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import type { Entwurf } from '#core/fassung/fassung.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { formatDay, formatDayLong } from '#core/zeit/deutsch.ts'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { demotage } from '#seed/demo/tage.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { brokenRules, createVisits, login, open, tabTo } from '../support/browser.ts'
import { entwurf } from '../support/factories.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const { naechsterJanuar: JANUAR, naechsterJuli: JULI, letzterJanuar: BEGINN } = demotage(HEUTE)
const KALENDER = '/admin/stichtagskalender'
const PROBE = '/admin/collections/leistungen/leistung-zeitprobe/zeitband'
/** Days on which the Leistung of this test has no text. */
const LUECKE = addDays(HEUTE, 100)
const DANACH = addDays(HEUTE, 130)

let server: RunningServer
let land: Page
let schwerin: Page
const visits = createVisits(() => server.url)

beforeAll(async () => {
  server = await startServer()
  land = await visits.open()
  await login(land, 'landesredaktion')
  schwerin = await visits.open()
  await login(schwerin, 'schwerin')
  const kollege = await visits.open()
  await login(kollege, 'landesredaktion2')
  await createProbe(land, kollege)
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

describe('the Stichtagskalender', () => {
  it('is found in the navigation', async () => {
    await land.goto('/admin')
    await land.locator('.nav-toggler:visible').first().click()
    await land.waitForTimeout(700)
    await keepPicture(land, 'navigation')
    await land.getByRole('link', { name: 'Stichtagskalender', exact: true }).click()
    await land.getByRole('heading', { level: 1, name: 'Stichtagskalender' }).waitFor()
  })

  it('draws a day larger the more texts switch, and marks one for which drafts wait', async () => {
    await open(land, KALENDER)
    const januar = picture(land).locator(`a[href="${KALENDER}/${JANUAR}"]`).last()
    const juli = picture(land).locator(`a[href="${KALENDER}/${JULI}"]`).last()
    const radius = async (mark: typeof januar): Promise<number> =>
      Number(await mark.locator('.stichtag-bild__punkt').getAttribute('r'))
    expect(await radius(januar)).toBeGreaterThan(await radius(juli))
    expect(await januar.locator('.stichtag-bild__ring').count()).toBe(0)
    expect(await juli.locator('.stichtag-bild__ring').count()).toBe(1)
  })

  it('says the same in a list: how many, which Leistungen, whose, and why', async () => {
    const januar = land.locator('.stichtag-liste > li').filter({ hasText: formatDayLong(JANUAR) })
    const text = await januar.innerText()
    expect(text).toContain('5 Texte wechseln.')
    expect(text).toMatch(/Leistungen: .*Personalausweis beantragen/)
    expect(text).toMatch(
      /Redaktionen: Amt Stralendorf, Landeshauptstadt Schwerin und Landesredaktion/,
    )
    expect(text).toMatch(/Weil: .*Hundesteuersatzung Schwerin \(Demo\)/)
  })

  it('keeps what has no day yet in a lane of its own', async () => {
    const lane = picture(land).locator('.stichtag-bild__offen')
    const text = await lane.textContent()
    expect(text).toContain('Geplant für den')
    expect(text).toContain('Geschätzt: 4. Quartal')
    expect(await lane.locator('.stichtag-bild__raute--unbestimmt').count()).toBe(1)
    expect(await lane.locator('.stichtag-bild__zeitraum').count()).toBe(1)
  })

  it('leads by a click on a day to all that switches on it, by Redaktion', async () => {
    await picture(land).locator(`a[href="${KALENDER}/${JANUAR}"]`).last().click()
    await land.getByRole('heading', { level: 1, name: formatDayLong(JANUAR) }).waitFor()
    const stralendorf = land.locator('section').filter({ hasText: 'Amt Stralendorf' })
    expect(await stralendorf.innerText()).toMatch(
      /Beglaubig|beglaubigen lassen – Amt Stralendorf\s+Freigegeben, Folgenummer \d+: löst/,
    )
    const vorschau = land.getByRole('link', { name: `Vorschau auf den ${formatDayLong(JANUAR)}` })
    expect(await vorschau.getAttribute('href')).toBe(`/vorschau?stichtag=${JANUAR}`)
    await land.getByRole('link', { name: /^Personalausweis beantragen/ }).click()
    await land.waitForURL('**/fassungen/fassung-personalausweis-land-januar')
  })

  it('names a draft that still must be released, to those who may see it', async () => {
    await open(land, `${KALENDER}/${JULI}`)
    expect(await land.locator('.stichtag-gruppe > li.entwurf').innerText()).toMatch(
      /Meldebescheinigung beantragen[\s\S]*Entwurf: soll ab diesem Tag gelten/,
    )
    expect(await land.locator('.stichtag-fortschritt').innerText()).toBe('1 von 2 ist freigegeben.')
    await open(schwerin, `${KALENDER}/${JULI}`)
    expect(await schwerin.locator('.stichtag-gruppe > li').count()).toBe(1)
    expect(await schwerin.locator('main').innerText()).not.toContain('Meldebescheinigung')
    // The text of the Land is public from that day on, but its document is not Schwerin's to open.
    const [text] = await schwerin.locator('.stichtag-gruppe__titel').all()
    expect(await text?.innerText()).toContain('Baugenehmigung')
    expect(await text?.locator('a').count()).toBe(0)
  })

  it('shows a Kommunalredaktion only what is its own, when it wishes', async () => {
    await open(schwerin, KALENDER)
    await schwerin.getByRole('link', { name: 'Nur meine Redaktion' }).click()
    await schwerin.waitForURL('**?meine=1')
    const days = schwerin.locator('#stichtag-tage ~ ol > li')
    await days.first().getByText('Ein Text wechselt.').waitFor()
    const texts = await days.allInnerTexts()
    expect(texts.some((text) => text.includes('Hund zur Hundesteuer anmelden'))).toBe(true)
    expect(texts.join()).not.toMatch(/Landesredaktion|Amt Stralendorf|Redaktionen: .*Rostock/)
  })

  it('shows what waits for a Zeitgrenze; of the texts of others, how many', async () => {
    await open(land, `${KALENDER}?zeitgrenze=zg-kosten-geplant`)
    expect(await land.locator('.stichtag-gruppe > li.wartet').allInnerTexts()).toContainEqual(
      expect.stringMatching(/Geburtsurkunde[\s\S]*Freigegeben, wartet, Folgenummer \d+/),
    )
    await open(schwerin, `${KALENDER}?zeitgrenze=zg-kosten-geplant`)
    const text = await schwerin.locator('main').innerText()
    expect(text).toMatch(/Dazu warte[nt] (ein|\d+) Texte? ander/)
    expect(text).not.toContain('Geburtsurkunde')
  })

  it('follows a law that is postponed', async () => {
    const later = addDays(JULI, 31)
    const moved = await land.request.post('/api/zeitgrenzen/zg-vereinfachung-juli/verlegen', {
      data: { tag: later },
    })
    expect(moved.status()).toBe(200)
    await open(land, KALENDER)
    const days = await land.locator('.stichtag-liste > li').allInnerTexts()
    expect(days.find((each) => each.startsWith(formatDayLong(later)))).toContain(
      'Baugenehmigung beantragen',
    )
    expect(days.some((each) => each.startsWith(formatDayLong(JULI)))).toBe(false)
  })

  it('tells in German that a day does not exist', async () => {
    await open(land, `${KALENDER}/2027-02-30`)
    await land.getByText('Das ist kein Kalendertag: „2027-02-30“').waitFor()
  })

  it('asks a stranger to sign in, and leads back afterwards', async () => {
    const stranger = await visits.open()
    await open(stranger, `${KALENDER}/${JANUAR}`)
    await stranger.getByLabel('E-Mail').fill('115@stichtag.example')
    await stranger.getByLabel('Passwort').fill(DEMO_PASSWORT)
    await stranger.getByRole('button', { name: 'Anmelden' }).click()
    await stranger.getByRole('heading', { level: 1, name: formatDayLong(JANUAR) }).waitFor()
  })
})

describe('the Zeitband of a Leistung', () => {
  it('is a tab of the Leistung', async () => {
    await open(land, '/admin/collections/leistungen/leistung-personalausweis')
    await land.getByRole('link', { name: 'Zeitband' }).click()
    await land.getByRole('heading', { level: 2, name: 'Zeitband' }).waitFor()
    const list = await land.locator('.stichtag-gruppe').first().innerText()
    expect(list).toMatch(/bis vor dem .*gilt heute/)
    expect(list).toMatch(/Englisch: Ab/)
  })

  it('draws past and future, a gap in red, what is held back, what waits and what was cancelled', async () => {
    await open(land, PROBE)
    const band = land.locator('.stichtag-bildrahmen svg')
    for (const kind of ['gegenwaertig', 'luecke', 'kuenftig', 'ausgesetzt', 'wartend', 'abgesagt'])
      expect(await band.locator(`.stichtag-band--${kind}`).count(), kind).toBe(1)
    const luecke = band.locator('.stichtag-band--luecke')
    expect(await luecke.evaluate((each) => getComputedStyle(each).stroke)).toBe('rgb(163, 24, 31)')
    const texts = await land.locator('.stichtag-gruppe > li').allInnerTexts()
    expect(texts).toEqual([
      expect.stringMatching(/^Ab .*gilt heute$/),
      `Ab ${formatDay(LUECKE)}, bis vor dem ${formatDay(DANACH)}: Lücke: An diesen Tagen gilt kein Text.`,
      expect.stringMatching(new RegExp(`^Ab ${formatDay(DANACH)}: Fassung mit Folgenummer \\d+$`)),
      expect.stringMatching(/^Ausgesetzt, sollte ab .*: .*beginnt am selben Tag$/),
      expect.stringMatching(/^Wartet auf einen Tag: .*Geplant für den/),
      expect.stringMatching(/^Abgesagt: .*Der Landtag hat sie abgelehnt/),
    ])
  })

  it('leads from a stretch to its text', async () => {
    await land.locator('.stichtag-bildrahmen a:has(.stichtag-band--kuenftig)').click()
    await land.waitForURL('**/fassungen/zeitprobe-danach')
  })

  it('shows the Land its own rows, and those of an area that it chooses', async () => {
    await open(land, '/admin/collections/leistungen/leistung-hundesteuer/zeitband')
    const before = await land.locator('main h3').allInnerTexts()
    expect(before.some((title) => title.startsWith('Gemeinde: Schwerin'))).toBe(false)
    await land.getByLabel('Gebiet', { exact: true }).selectOption('gebiet-schwerin')
    await land.getByRole('button', { name: 'Anzeigen' }).click()
    await land.getByRole('heading', { level: 3, name: /^Gemeinde: Schwerin/ }).waitFor()
  })

  it('begins with the own area of a Kommunalredaktion', async () => {
    await open(schwerin, '/admin/collections/leistungen/leistung-hundesteuer/zeitband')
    await schwerin.getByRole('heading', { level: 3, name: /^Gemeinde: Schwerin/ }).waitFor()
  })

  it('hides from it what others have waiting', async () => {
    await open(schwerin, PROBE)
    const text = await schwerin.locator('main').innerText()
    expect(text).toContain('Lücke: An diesen Tagen gilt kein Text.')
    expect(text).not.toMatch(/Wartet auf einen Tag:|Abgesagt:|Ausgesetzt,/)
    expect(await schwerin.locator('.stichtag-band--wartend').count()).toBe(1) // The legend.
  })
})

describe.each([1440, 390])('at %i px', (width) => {
  let page: Page

  beforeAll(async () => {
    page = await visits.open(width)
    await login(page, 'landesredaktion')
  })

  it.each([
    ['kalender', KALENDER],
    ['freigabegruppe', `${KALENDER}/${JANUAR}`],
    ['wartegruppe', `${KALENDER}?zeitgrenze=zg-kosten-geplant`],
    ['zeitband', PROBE],
  ])('%s is accessible, says “Sie” and does not run out of the screen', async (name, address) => {
    await open(page, address)
    expect(await brokenRules(page)).toEqual([])
    expect(await page.locator('body').innerText()).not.toMatch(/\b(du|dein\w*|dich|dir)\b/i)
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(beyond).toBe(0)
    await keepPicture(page, `${name}-${width}`)
  })

  it('the calendar has one picture, upright where the screen is narrow', async () => {
    await open(page, KALENDER)
    const shown = await page.locator('.stichtag-bild:visible').all()
    expect(shown).toHaveLength(1)
    const box = await shown[0]?.boundingBox()
    expect(box && box.height > box.width).toBe(width < 600)
  })
})

describe('the keyboard alone', () => {
  it('goes from the calendar to a day and to its text, without a stop in the picture', async () => {
    const page = await visits.open()
    await login(page, 'landesredaktion')
    await open(page, KALENDER)
    await tabTo(page, `.stichtag-liste a[href="${KALENDER}/${JANUAR}"]`)
    const inPicture = await page
      .locator('.stichtag-bild a')
      .evaluateAll((links) => links.filter((link) => (link as SVGAElement).tabIndex >= 0).length)
    expect(inPicture).toBe(0)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: formatDayLong(JANUAR) }).waitFor()
    await tabTo(page, '.stichtag-gruppe a')
    await page.keyboard.press('Enter')
    await page.waitForURL(/fassungen\//)
  })
})

describe('all these visits', () => {
  it('asked no other host for anything and met no error', () => {
    expect([...visits.hosts]).toEqual([new URL(server.url).host])
    expect(visits.faults).toEqual([])
  })
})

/** The picture that is shown; there is another one for narrow screens. */
function picture(page: Page) {
  return page.locator('.stichtag-bild:visible')
}

/** A Leistung with all that a band can show: a gap, one text held back, one that waits, one that failed with its law. */
async function createProbe(page: Page, kollege: Page): Promise<void> {
  const post = async (address: string, data: object, who = page): Promise<void> => {
    const answer = await who.request.post(`/api/${address}`, { data })
    expect(answer.ok(), `${address}: ${await answer.text()}`).toBe(true)
  }
  await post('leistungen', {
    id: 'leistung-zeitprobe',
    name: 'Zeitprobe beantragen',
    leistungsschluessel: ['99900999001000'],
    redaktion: 'redaktion-mv',
  })
  const zeitgrenze = {
    id: 'zg-zeitprobe',
    rechtsnorm: 'norm-kostenverordnung',
    art: 'inkrafttreten',
    stand: 'unbestimmt',
    bedingung: 'sobald der Landtag zustimmt',
    redaktion: 'redaktion-mv',
  }
  await post('zeitgrenzen', zeitgrenze)
  const release = async (id: string, differences: Partial<Entwurf>): Promise<void> => {
    const text = entwurf({
      id,
      leistungId: 'leistung-zeitprobe',
      gebietId: 'gebiet-mv',
      redaktionId: 'redaktion-mv',
      ...differences,
    })
    // The short way, and released by somebody who did not write it.
    await post('fassungen', { ...deskFassung(text), aenderungsart: 'redaktionell' })
    await post(`fassungen/${id}/freigeben`, {}, kollege)
  }
  await release('zeitprobe-heute', { beginn: festerTag(BEGINN), ende: festerTag(LUECKE) })
  await release('zeitprobe-danach', { beginn: festerTag(DANACH) })
  await release('zeitprobe-doppelt', { beginn: festerTag(DANACH) })
  await release('zeitprobe-wartet', { beginn: anZeitgrenze('zg-kosten-geplant') })
  await release('zeitprobe-gescheitert', { beginn: anZeitgrenze('zg-zeitprobe') })
  await post('zeitgrenzen/zg-zeitprobe/absagen', { grund: 'Der Landtag hat sie abgelehnt.' })
}

/** Keeps a picture for people to look at, where a folder is named. */
async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env['STICHTAG_BILDER']
  if (!folder) return
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true })
}
