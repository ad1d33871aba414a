import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { brokenRules, createVisits, login, open } from '../support/browser.ts'
import { entwurf } from '../support/factories.ts'
import { startServer, type RunningServer } from '../support/server.ts'

/** A text that everybody has read was wrong: two people put it right. */

const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const BILDER = process.env['STICHTAG_BILDER']

let server: RunningServer
let land: Page
let zweite: Page
const visits = createVisits(() => server.url)

beforeAll(async () => {
  server = await startServer()
  land = await visits.open()
  await login(land, 'landesredaktion')
  zweite = await visits.open()
  await login(zweite, 'administration')
  await send('/api/leistungen', {
    id: 'leistung-falsch',
    name: 'Falschparken melden',
    redaktion: 'redaktion-mv',
  })
  const text = entwurf({
    leistungId: 'leistung-falsch',
    gebietId: 'gebiet-mv',
    redaktionId: 'redaktion-mv',
    beginn: festerTag(addDays(HEUTE, -100)),
  })
  const falsch = { ...deskFassung({ ...text, id: 'fassung-falsch' }), ...KURZER_WEG }
  await send('/api/fassungen', falsch)
  await send('/api/fassungen/fassung-falsch/freigeben', {}, zweite)
  const richtig = { ...text, id: 'fassung-richtig', berichtigt: 'fassung-falsch' }
  await send('/api/fassungen', deskFassung(richtig))
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

describe('a correction of what was shown', () => {
  it('asks for a second person instead of being released', async () => {
    await open(land, '/admin/collections/fassungen/fassung-richtig')
    await land.getByRole('button', { name: 'Berichtigen', exact: true }).click()
    const release = land.getByRole('dialog')
    await release.getByLabel('Grund').fill('Der Betrag war falsch.')
    await release
      .getByRole('button', { name: /Freigeben|freigeben/ })
      .last()
      .click()
    const dialog = land.getByRole('dialog', { name: 'Berichtigung beantragen' })
    await dialog.waitFor()
    await expect(dialog.getByLabel('Grund').inputValue()).resolves.toBe('Der Betrag war falsch.')
    expect(await brokenRules(land)).toEqual([])
    await picture(land, 'berichtigen-1440')
    await dialog.getByRole('button', { name: 'Beantragen' }).click()
    await land.getByText('Die Berichtigung ist beantragt.', { exact: false }).waitFor()
  })

  it('cannot be confirmed by whoever asked for it', async () => {
    await open(land, await antragPath())
    await land.getByRole('button', { name: 'Bestätigen' }).click()
    await land
      .getByText('Eine Berichtigung bestätigt eine zweite Person.', { exact: false })
      .waitFor()
  })

  it('shows the second person what it would do, on a phone too', async () => {
    await open(zweite, await antragPath())
    const preview = zweite.getByRole('region', { name: 'Was die Berichtigung bewirkt' })
    await preview.getByText(`ab ${formatDayLong(HEUTE)}`).waitFor()
    expect(await brokenRules(zweite)).toEqual([])
    await picture(zweite, 'antrag-1440')
    await zweite.setViewportSize({ width: 390, height: 844 })
    expect(await brokenRules(zweite)).toEqual([])
    await picture(zweite, 'antrag-390')
    await zweite.setViewportSize({ width: 1440, height: 1000 })
  })

  it('is confirmed by her, and the past stays what it was', async () => {
    await zweite.getByRole('button', { name: 'Bestätigen' }).click()
    await zweite.getByText(/Berichtigt unter Folgenummer \d+/).waitFor()
    expect(await shownOn(HEUTE)).toContain('fassung-richtig')
    expect(await shownOn(addDays(HEUTE, -1))).toContain('fassung-falsch')
    expect(visits.faults).toEqual([])
  })
})

/** Consultation and technical approval are other tests' matter. */
const KURZER_WEG = { aenderungsart: 'redaktionell' }

async function antragPath(): Promise<string> {
  const answer = await land.request.get('/api/antraege?limit=1&sort=-gestelltAm')
  const { docs } = (await answer.json()) as { docs: { id: string }[] }
  return `/admin/collections/antraege/${docs[0]?.id ?? ''}`
}

async function shownOn(stichtag: string): Promise<string> {
  const address = `${server.url}/export/v1/leistungen/leistung-falsch?ars=13&stichtag=${stichtag}`
  return (await fetch(address)).text()
}

async function send(address: string, data: object, who = land): Promise<void> {
  const answer = await who.request.post(address, { data })
  if (!answer.ok()) throw new Error(`${address}: ${answer.status()} ${await answer.text()}`)
}

/** Keeps a picture where a person wants to look at it. */
async function picture(page: Page, name: string): Promise<void> {
  if (BILDER) await page.screenshot({ path: path.join(BILDER, `${name}.png`), fullPage: true })
}
