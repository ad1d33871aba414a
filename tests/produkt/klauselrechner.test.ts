import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { addDays, day } from '#core/zeit/day.ts'
import { formatDay, formatDayLong } from '#core/zeit/deutsch.ts'
import { FRISTREGELN } from '#seed/demo/fristregeln.ts'
import { rechtsnormen } from '#seed/demo/rechtsnormen.ts'
import { demotage } from '#seed/demo/tage.ts'
import { choose, createVisits, login, open, brokenRules } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const BUNDESGESETZ = rechtsnormen(demotage(HEUTE)).find(({ normgeber }) => normgeber === 'bund')
const AUSGABE = BUNDESGESETZ?.verkuendetAm ?? HEUTE
/** Art. 82 Abs. 2 Satz 2 GG. */
const VIERZEHNTER = addDays(AUSGABE, 14)

let server: RunningServer
let page: Page
const visits = createVisits(() => server.url)

beforeAll(async () => {
  server = await startServer()
  page = await visits.open()
  await login(page, 'landesredaktion')
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

const rechner = () => page.getByRole('region', { name: 'Klauselrechner' })
const tag = () => page.getByLabel('Tag', { exact: true })

it('the table of rules is there to be seen and edited', async () => {
  const answer = await page.request.get('/api/fristregeln?depth=0&pagination=false')
  const { docs } = (await answer.json()) as { docs: { titel: string }[] }
  expect(docs.map(({ titel }) => titel).sort()).toEqual(
    FRISTREGELN.map(({ titel }) => titel).sort(),
  )
  await open(page, '/admin/collections/fristregeln/fristregel-zuelow')
  await page.getByLabel('Dauer des Aushangs (Tage)').waitFor()
  await page.getByLabel('Dauer des Aushangs (Tage)').fill('21')
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  await page.getByText('erfolgreich').first().waitFor()
  const saved = await page.request.get('/api/fristregeln/fristregel-zuelow?depth=0')
  await expect(saved.json()).resolves.toMatchObject({ aushangtage: 21 })
})

describe('the reckoner of clauses in the form of a Zeitgrenze', () => {
  it('asks for the Rechtsnorm first, then proposes what the rule of its Normgeber says', async () => {
    await open(page, '/admin/collections/zeitgrenzen/create')
    await rechner().getByText('Bitte wählen Sie zuerst die Rechtsnorm.').waitFor()
    await choose(page, 'Rechtsnorm', 'Pass-, Ausweis- und Meldewesens')
    await rechner().getByText('Am 14. Tag nach Ablauf des Ausgabetages').waitFor()
    await rechner().getByText(formatDayLong(VIERZEHNTER)).first().waitFor()
    await rechner().getByText('Art. 82 Abs. 2 Satz 2 GG').waitFor()
  })

  it('writes the day and the clause into the form, by keyboard', async () => {
    const name = `Tag übernehmen: ${formatDayLong(VIERZEHNTER)}`
    await rechner().getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
    await rechner()
      .getByRole('status')
      .getByText(`Übernommen: ${formatDayLong(VIERZEHNTER)}.`)
      .waitFor()
    await expect(tag().inputValue()).resolves.toBe(formatDay(VIERZEHNTER))
    // The rule stays named, and the keyboard stays where it was.
    await page.waitForLoadState('networkidle')
    await rechner().getByText('Art. 82 Abs. 2 Satz 2 GG').waitFor()
    const focused = page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
    await expect(focused).resolves.toBe(name)
    await page.getByLabel('Anzahl (Tage oder Monate)').waitFor()
    await expect(page.getByLabel('Anzahl (Tage oder Monate)').inputValue()).resolves.toBe('14')
    const bezugstag = page.getByLabel('Tag, von dem die Klausel rechnet', { exact: true })
    await expect(bezugstag.inputValue()).resolves.toBe(formatDay(AUSGABE))
  })

  it('warns of another day than the clause says, and lets it be saved', async () => {
    const other = addDays(VIERZEHNTER, 1)
    await tag().fill(formatDay(other))
    await tag().blur()
    const warning = `Nach der Klausel ist es der ${formatDayLong(VIERZEHNTER)}, eingetragen ist der ${formatDayLong(other)}.`
    await rechner().getByText(warning).waitFor()
    expect(await brokenRules(page)).toEqual([])
    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await page.waitForURL(/zeitgrenzen\/(?!create)/)
    await rechner().getByText(warning).waitFor()
    expect(await rechner().getByText('Übernommen').count()).toBe(0)
    await expect(tag().inputValue()).resolves.toBe(formatDay(other))
  })

  it('offers both readings of "tritt am 31. Dezember 2027 außer Kraft" and keeps the chosen one', async () => {
    await open(page, '/admin/collections/zeitgrenzen/create')
    await choose(page, 'Rechtsnorm', 'Pass-, Ausweis- und Meldewesens')
    await choose(page, 'Was geschieht?', 'Außerkrafttreten')
    await choose(page, 'Klausel: Welche Klausel?', 'Tritt am … außer Kraft')
    await page
      .getByLabel('Tag, von dem die Klausel rechnet', { exact: true })
      .fill(formatDay(day('2027-12-31')))
    await rechner().getByRole('button', { name: 'Tag übernehmen: 31. Dezember 2027' }).waitFor()
    await rechner().getByText('erster Tag ohne Geltung ist der').first().waitFor()
    await rechner().getByRole('button', { name: 'Tag übernehmen: 1. Januar 2028' }).click()
    await expect(tag().inputValue()).resolves.toBe('01.01.2028')
    await page.getByText('Der genannte Tag ist der letzte mit Geltung', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Speichern', exact: true }).click()
    await page.waitForURL(/zeitgrenzen\/(?!create)/)
    const id = page.url().split('/').at(-1) ?? ''
    const saved = await page.request.get(`/api/zeitgrenzen/${id}?depth=0`)
    await expect(saved.json()).resolves.toMatchObject({
      tag: '2028-01-01',
      klausel: { art: 'tritt-ausser-kraft', tag: '2027-12-31', lesart: 'letzter-tag-mit' },
    })
    expect(visits.faults).toEqual([])
  })
})
