import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { demotage } from '#seed/demo/tage.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import { formatDay } from '#core/zeit/deutsch.ts'
import { choose, createVisits, login, open } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const ENTWURF = '/admin/collections/fassungen/fassung-meldebescheinigung-land-entwurf'
const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const JANUAR = demotage(HEUTE).naechsterJanuar
const SILVESTER = addDays(JANUAR, -1)

let server: RunningServer
const visits = createVisits(() => server.url)

beforeAll(async () => {
  server = await startServer()
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

async function signedIn(name: string): Promise<Page> {
  const page = await visits.open()
  await login(page, name)
  return page
}

/** The work process delivers a new demo by itself, a little after the web answers. */
async function untilDelivered(): Promise<void> {
  const index = `${server.url}/export/v1/xzufi/pvog/index.txt`
  for (let tries = 0; tries < 200 && !(await fetch(index)).ok; tries += 1)
    await new Promise((resolve) => setTimeout(resolve, 200))
}

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
}

/** One Leistung as portals get it on the day; null where they get none. */
async function feed(
  leistungId: string,
  stichtag: CalendarDay,
  ars: string | null = null,
): Promise<string | null> {
  const area = ars === null ? '' : `&ars=${ars}`
  const answer = await fetch(
    `${server.url}/export/v1/leistungen/${leistungId}?stichtag=${stichtag}${area}`,
  )
  return answer.status === 404 ? null : answer.text()
}

describe('the first page', () => {
  it('says what is coming, what to do next and what was delivered', async () => {
    await untilDelivered()
    const page = await signedIn('landesredaktion')
    const januar = page.locator('.stichtag-karten > li').filter({ hasText: 'Personalausweis' })
    await expect(januar.innerText()).resolves.toMatch(/1\. Januar \d{4}\s+\d+ Texte wechseln\./)
    await page.getByRole('heading', { name: 'Noch ohne festen Tag' }).waitFor()
    await page
      .getByRole('link', { name: 'Personenstandskostenverordnung (Demo)' })
      .first()
      .waitFor()
    await page.getByRole('link', { name: /^Meldebescheinigung beantragen/ }).waitFor()
    const index = page.getByRole('link', { name: '/export/v1/xzufi/pvog/index.txt' })
    const answer = await page.request.get((await index.getAttribute('href')) ?? '')
    expect(answer.status()).toBe(200)
  })

  it('shows a Kommunalredaktion its own drafts and no deliveries', async () => {
    const page = await signedIn('schwerin')
    await page.getByRole('link', { name: /^Sperrmüll abholen lassen – Schwerin/ }).waitFor()
    expect(await page.getByRole('link', { name: /^Meldebescheinigung/ }).count()).toBe(0)
    expect(await page.getByText('Letzte Lieferung').count()).toBe(0)
  })
})

describe('the Landesredaktion', () => {
  let page: Page

  beforeAll(async () => {
    page = await signedIn('landesredaktion')
  })

  it('is told in German what is wrong with a Zeitgrenze, and nothing is saved', async () => {
    await open(page, '/admin/collections/zeitgrenzen/create')
    await choose(page, 'Rechtsnorm', 'Vereinfachung von Verwaltungsverfahren')
    await choose(page, 'Wie sicher ist der Tag?', 'Bestimmt')
    await page.getByLabel('Tag', { exact: true }).fill('30.02.2027')
    await page.getByLabel('Fundstelle der Verkündung').fill('GVOBl. M-V 2026 S. 812')
    await page.getByText('Diesen Tag gibt es nicht.').waitFor()
    await save(page)
    await page.getByText('Tag: Das ist kein Kalendertag').waitFor()
    await page.getByLabel('Tag', { exact: true }).fill('')
    await save(page)
    await page.getByText('Eine bestimmte oder geplante Zeitgrenze braucht ihren Tag').waitFor()
    expect(page.url()).toMatch(/\/create$/)
  })

  it('creates a Rechtsnorm and the day on which it enters into force', async () => {
    await open(page, '/admin/collections/rechtsnormen/create')
    await page.getByLabel(/^Titel/).fill('Gesetz über das Fahrradkennzeichen')
    await page.getByLabel('Kurztitel').fill('Fahrradkennzeichengesetz')
    await choose(page, 'Art', 'Gesetz')
    await choose(page, 'Normgeber', 'Land')
    await save(page)
    await page.waitForURL(/rechtsnormen\/(?!create)/)
    await open(page, '/admin/collections/zeitgrenzen/create')
    await choose(page, 'Rechtsnorm', 'Fahrradkennzeichen')
    await choose(page, 'Wie sicher ist der Tag?', 'Bestimmt')
    await page.getByLabel('Tag', { exact: true }).fill(formatDay(JANUAR))
    await page.getByLabel('Fundstelle der Verkündung').fill('GVOBl. M-V 2026 S. 812')
    await save(page)
    await page.waitForURL(/zeitgrenzen\/(?!create)/)
    const title = `Fahrradkennzeichengesetz: in Kraft ab ${formatDay(JANUAR)}`
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
  })

  it('writes bold words and a list, releases them, and they are in the feed of their day only', async () => {
    const leistungId = await createLeistung(page, 'Fahrradkennzeichen beantragen')
    await open(page, '/admin/collections/fassungen/create')
    await choose(page, 'Leistung', 'Fahrradkennzeichen')
    await choose(page, 'Ebene', /^Land$/)
    await choose(page, 'Gebiet', 'Mecklenburg-Vorpommern')
    await page.getByRole('button', { name: 'Was ist das?' }).click()
    await page.getByLabel('Text', { exact: true }).nth(0).fill('Fahrradkennzeichen Ausstellung')
    await page.getByLabel('Text', { exact: true }).nth(1).fill('Fahrradkennzeichen beantragen')
    await page.getByRole('textbox', { name: 'Teaser: Text' }).click()
    await page.keyboard.type('Mit dem Kennzeichen ist Ihr Rad registriert.')
    await page.getByRole('textbox', { name: 'Kurztext: Text' }).click()
    await page.keyboard.type('Sie bekommen es ')
    await page.keyboard.press('Control+B')
    await page.keyboard.type('kostenfrei')
    await page.keyboard.press('Control+B')
    await page.keyboard.type('. Sie brauchen:')
    await page.keyboard.press('Enter')
    await page.keyboard.type('- Ausweis')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Foto vom Rad')
    // Payload's editor hands its words to the form when the browser is idle; a machine presses "Speichern" sooner.
    await page.waitForTimeout(1500)
    await save(page)
    await page.waitForURL(/fassungen\/(?!create)/)
    await page.waitForLoadState('networkidle')

    // Who wrote it does not release it; the colleague does, without consultation where only the form changes.
    const draft = new URL(page.url()).pathname
    await choose(page, 'Was ändert sich?', 'Nur die Form (Tippfehler, Links)')
    await save(page)
    await page.getByText(/Freigeben kann: .*Ludwig Lenz/).waitFor()
    const ludwig = await signedIn('landesredaktion2')
    await open(ludwig, draft)

    // Without a Zeitgrenze it does not become public, and the colleague is told so.
    await ludwig.getByRole('button', { name: 'Freigeben', exact: true }).click()
    await ludwig
      .getByText('Bitte wählen Sie eine Zeitgrenze oder einen festen Tag', { exact: false })
      .or(ludwig.getByText('woran der Tag hängt'))
      .first()
      .waitFor()
    expect(await feed(leistungId, JANUAR)).toBeNull()

    await page.getByRole('button', { name: 'Ort und Zeit' }).click()
    await choose(page, 'Gilt ab: Zeitgrenze', 'Fahrradkennzeichengesetz')
    await save(page)
    await page.getByText('erfolgreich').first().waitFor()
    await open(ludwig, draft)
    await ludwig.getByRole('button', { name: 'Freigeben', exact: true }).click()
    await ludwig.getByText(/Freigegeben unter Folgenummer \d+\./).waitFor()
    await open(page, draft)

    expect(await feed(leistungId, SILVESTER)).toBeNull()
    const text = await feed(leistungId, JANUAR)
    expect(text).toContain('<strong>kostenfrei</strong>')
    expect(text).toMatch(/<ul><li>Ausweis<\/li><li>Foto vom Rad<\/li><\/ul>/)
  })

  it('finds a released text locked', async () => {
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('button', { name: 'Speichern' }).count()).toBe(0)
    await page.getByRole('button', { name: 'Was ist das?' }).click()
    const kurztext = page.getByRole('textbox', { name: 'Kurztext: Text' })
    expect(await kurztext.getAttribute('contenteditable')).toBe('false')
    expect(await page.getByLabel('Text', { exact: true }).first().isDisabled()).toBe(true)
  })

  it('withdraws it, with a reason', async () => {
    await page.getByRole('button', { name: 'Zurückziehen' }).click()
    const dialog = page.getByRole('dialog', { name: 'Fassung zurückziehen' })
    await dialog.getByRole('button', { name: 'Zurückziehen' }).click()
    expect(await dialog.locator('textarea:invalid').count()).toBe(1)
    await dialog.getByRole('button', { name: 'Abbrechen' }).click()
    expect(await page.getByRole('dialog').count()).toBe(0)
    await page.getByRole('button', { name: 'Zurückziehen' }).click()
    await dialog.getByLabel('Grund').fill('Das Gesetz ist nicht verkündet worden.')
    await dialog.getByRole('button', { name: 'Zurückziehen' }).click()
    await page.getByText(/Zurückgezogen unter Folgenummer \d+\./).waitFor()
    const id = await leistungIdOf(page, 'Fahrradkennzeichen beantragen')
    expect(await feed(id, JANUAR)).toBeNull()
  })
})

describe('a newcomer', () => {
  it('moves the draft from July to January with one choice and releases it in a hurry', async () => {
    const page = await signedIn('landesredaktion')
    const before = await feed('leistung-meldebescheinigung', JANUAR)
    await page.getByRole('link', { name: /^Meldebescheinigung beantragen/ }).click()
    await page.waitForURL(ENTWURF.replace(/^/, '**'))
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: 'Ort und Zeit' }).click()
    await choose(
      page,
      'Gilt ab: Zeitgrenze',
      `VwVereinfG M-V (Demo): teilweise in Kraft ab ${formatDay(JANUAR)}`,
    )
    // Not saved: the release saves first. Nobody was consulted, so it says why it does not wait.
    await page.getByRole('button', { name: 'Als Eilfall freigeben' }).click()
    const dialog = page.getByRole('dialog', { name: 'Als Eilfall freigeben' })
    await dialog.getByLabel('Grund').fill('Das Gesetz gilt schon im Januar.')
    await dialog.getByRole('button', { name: 'Als Eilfall freigeben' }).click()
    await page.getByText(/Als Eilfall freigegeben unter Folgenummer \d+\./).waitFor()
    const after = await feed('leistung-meldebescheinigung', JANUAR)
    expect(before).not.toContain('kostenfrei')
    expect(after).toContain('kostenfrei')
    expect(await feed('leistung-meldebescheinigung', SILVESTER)).not.toContain('kostenfrei')
  })
})

describe('the Kommunalredaktion Schwerin', () => {
  let page: Page

  beforeAll(async () => {
    page = await signedIn('schwerin')
  })

  it('sees its own texts and those of the Amt whose partner it is, no others', async () => {
    await open(page, '/admin/collections/fassungen?limit=100')
    const redaktionen = await page.locator('td.cell-redaktion').allInnerTexts()
    expect(redaktionen.length).toBeGreaterThan(1)
    expect(new Set(redaktionen)).toEqual(new Set(['Landeshauptstadt Schwerin', 'Amt Stralendorf']))
  })

  it('gets nothing of a foreign text by its address', async () => {
    await page.goto('/admin/collections/fassungen/fassung-meldebescheinigung-land')
    await page.waitForLoadState('networkidle')
    const content = await page.content()
    expect(content).not.toContain('8 Euro')
    expect(await page.locator('.tabs-field').count()).toBe(0)
  })

  it('edits its own draft', async () => {
    await page.goto('/admin')
    await page.getByRole('link', { name: /^Sperrmüll abholen lassen – Schwerin/ }).click()
    await page.waitForURL(/fassungen\//)
    await page.waitForLoadState('networkidle')
    await page.getByRole('button', { name: 'Was ist das?' }).click()
    await page.getByRole('textbox', { name: 'Kurztext: Text' }).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Das gilt auch für Matratzen.')
    await save(page)
    await page.getByText('erfolgreich').first().waitFor()
    await page.reload()
    await page.getByText('Das gilt auch für Matratzen.').first().waitFor()
  })
})

describe('all these visits', () => {
  it('asked no other host for anything and met no error', () => {
    expect([...visits.hosts]).toEqual([new URL(server.url).host])
    expect(visits.faults).toEqual([])
  })
})

async function createLeistung(page: Page, name: string): Promise<string> {
  await open(page, '/admin/collections/leistungen/create')
  await page.getByLabel('Arbeitstitel').fill(name)
  await save(page)
  await page.waitForURL(/leistungen\/(?!create)/)
  return leistungIdOf(page, name)
}

async function leistungIdOf(page: Page, name: string): Promise<string> {
  const answer = await page.request.get(
    `/api/leistungen?where[name][equals]=${encodeURIComponent(name)}&depth=0`,
  )
  const { docs } = (await answer.json()) as { docs: readonly { id: string }[] }
  return docs[0]?.id ?? ''
}
