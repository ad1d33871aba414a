import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Aufgabe } from '#core/aufgaben/aufgabe.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import { formatDay } from '#core/zeit/deutsch.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { brokenRules, choose, createVisits, login, open, tabTo } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'
import {
  ALTE_WORTE,
  BEHALTENE_WORTE,
  eilfalltext,
  NEUE_WORTE,
  prepareUmstellung,
  ROSTOCKER_CENT,
  UEBERHOLTE_WORTE,
  VERSCHWIEGENE_WORTE,
  type Ausgangslage,
  type Umstellung,
} from '../support/umstellung.ts'

/**
 * A Landesredaktion, a Fachressort and three municipal Redaktionen bring a changed law into forty texts, each in a browser
 * of their own, and nobody writes an e-mail (issue 4).
 */

const HEUTE = day(new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' }))
const ERMITTELT = 'where[or][0][and][0][beginn.zeitgrenze][equals]=zg-digitalnachweis'
const LANDTEXTE = `${ERMITTELT}&where[or][0][and][1][ebene][equals]=land`
const LISTE = `/admin/collections/fassungen?limit=100&sort=titel&${LANDTEXTE}&where[or][0][and][2][zustand][equals]=`
const AUFGABEN = '/admin/aufgaben'
const SCHWERIN = '130040000000'
const ROSTOCK = '130030000000'
const PAMPOW = '130765665107'
const ERGAENZUNG = 'Das Amt macht Ihnen gern eine Kopie.'
const EINWAND = 'Was ein digitaler Nachweis ist, versteht bei uns niemand.'
const BESSERE_WORTE = 'Ein digitaler Nachweis (zum Beispiel aus dem Bürgerkonto) genügt.'
/** Where pictures go for people to look at; nobody compares them. */
const BILDER = process.env['STICHTAG_BILDER']

let server: RunningServer
let lage: Ausgangslage
const visits = createVisits(() => server.url)

/** The four of the story, signed in at the same time, and the second persons of their Redaktionen. */
let lena: Page
let frauke: Page
let samira: Page
let stefan: Page
let ludwig: Page
let soenke: Page
let abstimmung: string

beforeAll(async () => {
  server = await startServer()
  lage = await prepareUmstellung(server, HEUTE)
  // One after the other: a password costs the machine a second, and six at once would wait for each other.
  lena = await signedIn('landesredaktion')
  frauke = await signedIn('fachressort')
  samira = await signedIn('schwerin')
  stefan = await signedIn('stralendorf')
  ludwig = await signedIn('landesredaktion2')
  soenke = await signedIn('schwerin2')
})

afterAll(async () => {
  await visits.close()
  await server.remove()
})

describe('the author', () => {
  it('puts the forty drafts into one consultation by keyboard alone, after a preview', async () => {
    const bar = await selectAll(lena, `${LISTE}entwurf`)
    await press(lena, bar.getByRole('button', { name: 'Zur Abstimmung geben' }))
    const dialog = lena.getByRole('dialog')
    for (const name of [
      'Amt Stralendorf',
      'Fachressort Inneres',
      'Hanse- und Universitätsstadt Rostock',
      'Landeshauptstadt Schwerin',
    ])
      await tick(lena, dialog.getByRole('checkbox', { name }))
    await write(
      lena,
      dialog.getByRole('textbox', { name: 'Abstimmen bis' }),
      formatDay(addDays(HEUTE, 14)),
    )
    await write(lena, dialog.getByLabel('Schweigefrist', { exact: false }), '10')
    await write(lena, dialog.getByLabel('Titel', { exact: false }), 'Digitale Nachweise')
    await expectGood(lena, 'sammel-abstimmung')
    await press(lena, dialog.getByRole('button', { name: 'Vorschau' }))
    await dialog.getByText('Es geht bei allen 40 Texten. Noch ist nichts geändert.').waitFor()
    await dialog
      .getByText('Geht mit 39 weiteren Texten in die Abstimmung „Digitale Nachweise“.')
      .first()
      .waitFor()
    expect(await zustaende(lena)).toEqual({ entwurf: 40 })
    await expectGood(lena, 'sammel-vorschau')
    await press(lena, dialog.getByRole('button', { name: 'Zur Abstimmung geben (40 Texte)' }))
    await dialog.getByText('Erledigt bei 40 Texten.').waitFor()
    await expectGood(lena, 'sammel-ergebnis')
    await press(lena, dialog.getByRole('button', { name: 'Schließen' }))
    expect(await zustaende(lena)).toEqual({ 'in-abstimmung': 40 })
    const { docs } = await ask<{ docs: readonly { id: string }[] }>(
      lena,
      '/api/abstimmungen?where[titel][equals]=Digitale%20Nachweise&depth=0',
    )
    expect(docs).toHaveLength(1)
    abstimmung = docs[0]?.id ?? ''
  })

  it('has begun the Schweigefrist with one entry for all forty', async () => {
    const { docs } = await ask<{ docs: readonly { folgenummer?: number }[] }>(
      lena,
      `/api/schweigefristen?where[abstimmung][equals]=${abstimmung}&limit=100&depth=0`,
    )
    expect(docs).toHaveLength(40)
    expect(new Set(docs.map(({ folgenummer }) => folgenummer)).size).toBe(1)
  })
})

describe('Schwerin', () => {
  it('finds the consultation among its tasks and opens it', async () => {
    await open(samira, AUFGABEN)
    const card = samira.getByRole('listitem').filter({ hasText: 'Digitale Nachweise' })
    await card.first().waitFor()
    await expectGood(samira, 'aufgaben-schwerin')
    await card.getByRole('link', { name: 'Zur Abstimmung: Digitale Nachweise' }).first().click()
    await samira.getByRole('heading', { level: 1, name: 'Digitale Nachweise' }).waitFor()
    await expectGood(samira, 'abstimmung-schwerin')
  })

  it('objects to one text, with a remark on the passage', async () => {
    await openText(samira, lage.eingewendet)
    await samira.getByText(NEUE_WORTE, { exact: false }).first().waitFor()
    const modul = samira.getByRole('region', { name: 'Erforderliche Unterlagen' })
    await modul.getByText('Kommentieren: Erforderliche Unterlagen').click()
    await mark(samira, '#worte-unterlagen', 'digitaler Nachweis')
    await modul.getByRole('button', { name: 'Markierte Wörter übernehmen' }).click()
    await modul.getByLabel('Kommentar', { exact: true }).fill(EINWAND)
    await modul.getByRole('button', { name: /^Kommentar senden/ }).click()
    await samira.getByText('Ihr Kommentar steht beim Text.').waitFor()
    await modul.getByText('„digitaler Nachweis“').waitFor()
    await vote(samira, 'Ablehnung', EINWAND)
    await samira.getByText('Ihre Stimme ist abgegeben.').waitFor()
    await expectGood(samira, 'abstimmung-einwand')
  })

  it('says that its own text stays, where silence would end it', async () => {
    const frage = samira.getByRole('region', { name: 'Bleibt Ihr eigener Text?' })
    await frage.getByText(lage.behalten.name, { exact: false }).first().waitFor()
    await frage.getByRole('button', { name: /^Wir behalten unseren Text/ }).click()
    await samira.getByText('Ihre Antwort steht im Freigabeprotokoll.').waitFor()
    await frage.getByText('Es bleibt: Erforderliche Unterlagen.', { exact: false }).waitFor()
  })
})

describe('the author, again', () => {
  it('reads the objection and changes the text', async () => {
    await open(lena, abstimmungsseite())
    await lena.getByText('1 Ablehnung', { exact: false }).first().waitFor()
    await expectGood(lena, 'abstimmung-fuehrung')
    await openText(lena, lage.eingewendet)
    await lena.getByText(`„${EINWAND}“`).waitFor()
    await open(lena, textseite(lage.eingewendet.neu))
    await lena
      .getByRole('button', { name: 'Was ist das?' })
      .or(lena.getByRole('button', { name: 'Was brauche ich?' }))
      .first()
      .waitFor()
    await rewrite(lena, 'Erforderliche Unterlagen', BESSERE_WORTE)
    expect(await zustaende(lena)).toEqual({ 'in-abstimmung': 40 })
  })

  it('Schwerin sees what has changed since and agrees, by keyboard alone', async () => {
    await open(samira, abstimmungsseite())
    await samira
      .getByRole('navigation', { name: '40 Texte' })
      .getByText('geändert, seit Sie zuletzt hier waren', { exact: false })
      .waitFor()
    await openText(samira, lage.eingewendet)
    await samira.getByText('Geändert, seit Sie zuletzt hier waren.').waitFor()
    await samira.locator('ins').filter({ hasText: 'Bürgerkonto' }).waitFor()
    await samira.getByText('(auf früherem Stand abgegeben)').waitFor()
    await expectGood(samira, 'abstimmung-geaendert')
    await vote(samira, 'Zustimmung', null)
    await samira.getByText('Ihre Stimme ist abgegeben.').waitFor()
  })

  it('settles the remark and ends the consultation: the record says who said what', async () => {
    await open(lena, abstimmungsseite())
    await openText(lena, lage.eingewendet)
    await lena.getByRole('button', { name: /^Erledigt: Kommentar von Samira/ }).click()
    await lena.getByText('Der Kommentar ist erledigt.').waitFor()
    await lena.getByText('Abstimmung beenden', { exact: true }).first().click()
    await expectGood(lena, 'abstimmung-beenden')
    lena.once('dialog', (dialog) => void dialog.accept())
    await lena.getByRole('button', { name: 'Beenden und Niederschrift festhalten' }).click()
    await lena.getByRole('heading', { name: 'Niederschrift' }).waitFor()
    const record = lena.getByRole('region', { name: 'Niederschrift' })
    expect(await record.innerText()).toContain('Landeshauptstadt Schwerin: Zustimmung')
    expect(await record.innerText()).toContain('Hanse- und Universitätsstadt Rostock: keine Stimme')
    await expectGood(lena, 'abstimmung-niederschrift')
  })

  it('cannot release what nobody has approved', async () => {
    const bar = await selectAll(lena, `${LISTE}in-abstimmung`)
    await press(lena, bar.getByRole('button', { name: 'Freigeben', exact: true }))
    const dialog = lena.getByRole('dialog')
    await press(lena, dialog.getByRole('button', { name: 'Vorschau' }))
    await dialog.getByText('bei 40 Texten nicht', { exact: false }).waitFor()
    await lena.keyboard.press('Escape')
  })
})

describe('the Fachressort', () => {
  it('approves the forty texts at once', async () => {
    await open(frauke, `${AUFGABEN}?art=fachfreigabe`)
    await frauke
      .getByRole('link', { name: /^Fachlich prüfen/ })
      .first()
      .waitFor()
    await expectGood(frauke, 'aufgaben-fachressort')
    const bar = await selectAll(frauke, `${LISTE}in-abstimmung`)
    await press(frauke, bar.getByRole('button', { name: 'Fachlich freigeben' }))
    const dialog = frauke.getByRole('dialog')
    await press(frauke, dialog.getByRole('button', { name: 'Vorschau' }))
    await dialog.getByText('Es geht bei allen 40 Texten.', { exact: false }).waitFor()
    await press(frauke, dialog.getByRole('button', { name: 'Fachlich freigeben (40 Texte)' }))
    await dialog.getByText('Erledigt bei 40 Texten.').waitFor()
    expect(await zustaende(frauke)).toEqual({ 'fachlich-freigegeben': 40 })
  })
})

describe('the release', () => {
  const fertig = `${LISTE}fachlich-freigegeben`

  it('is refused to the author, who is told who can', async () => {
    const bar = await selectAll(lena, fertig)
    await press(lena, bar.getByRole('button', { name: 'Freigeben', exact: true }))
    const dialog = lena.getByRole('dialog')
    await press(lena, dialog.getByRole('button', { name: 'Vorschau' }))
    await dialog.getByText('bei 40 Texten nicht', { exact: false }).waitFor()
    await dialog.getByText('Ludwig Lenz', { exact: false }).first().waitFor()
    expect(await dialog.getByRole('button', { name: /^Freigeben \(/ }).count()).toBe(0)
    await expectGood(lena, 'sammel-verweigert')
    expect(await alone(lage.eingewendet)).toBe(409)
    await lena.keyboard.press('Escape')
  })

  it('is given by the second person to all forty, with a result for each', async () => {
    await open(ludwig, `${AUFGABEN}?art=freigabe`)
    await ludwig.getByRole('heading', { name: lage.eingewendet.name, exact: false }).waitFor()
    const bar = await selectAll(ludwig, fertig)
    await press(ludwig, bar.getByRole('button', { name: 'Freigeben', exact: true }))
    const dialog = ludwig.getByRole('dialog')
    await press(ludwig, dialog.getByRole('button', { name: 'Vorschau' }))
    await dialog.getByText('Es geht bei allen 40 Texten.', { exact: false }).waitFor()
    await press(ludwig, dialog.getByRole('button', { name: 'Freigeben (40 Texte)' }))
    await dialog.getByText('Erledigt bei 40 Texten.').waitFor()
    expect(await dialog.getByText(/Freigegeben, Eintrag \d+\./).count()).toBe(40)
    await expectGood(ludwig, 'sammel-freigegeben')
    expect(await zustaende(ludwig)).toEqual({ freigegeben: 40 })
  })
})

describe('Stralendorf', () => {
  it('supplements one text for its Gemeinden, beside what it inherits and what citizens will read', async () => {
    await open(stefan, '/admin/collections/fassungen/create')
    await seek(stefan, 'Leistung', lage.ergaenzt.name)
    await choose(stefan, 'Ebene', /^Amt$/)
    await seek(stefan, 'Gebiet', 'Amt Stralendorf')
    await seek(stefan, 'Gilt ab: Zeitgrenze', lage.rechtsnorm)
    await openModul(stefan, 'Erforderliche Unterlagen')
    const geerbt = stefan.getByRole('region', { name: 'Geerbter Text: Erforderliche Unterlagen' })
    expect(await geerbt.innerText()).toContain(NEUE_WORTE)
    const field = stefan.getByRole('textbox', { name: 'Erforderliche Unterlagen: Text' })
    await field.click()
    await stefan.keyboard.type(ERGAENZUNG)
    const result = stefan.getByRole('region', {
      name: 'Was die Bürgerin liest: Erforderliche Unterlagen',
    })
    await result.getByText(ERGAENZUNG).waitFor()
    expect(await result.innerText()).not.toContain(NEUE_WORTE)
    await stefan.locator('#field-unterlagen__modus').getByRole('combobox').click()
    await stefan.locator('.rs__option').filter({ hasText: 'nach dem geerbten' }).click()
    await result.getByText(NEUE_WORTE, { exact: false }).waitFor()
    expect(await result.innerText()).toContain(NEUE_WORTE)
    await expectGood(stefan, 'spalten-ergaenzung')
    await save(stefan)
    await stefan.waitForURL(/fassungen\/(?!create)/)
    const id = idIn(stefan)
    // The only person of the Amt has written it, so Schwerin looks over it.
    await stefan.getByText('Freigeben kann:', { exact: false }).waitFor()
    await releaseByPartner(id)
    expect(await unterlagen(lage.ergaenzt, lage.tag, PAMPOW)).toContain(ERGAENZUNG)
    expect(await unterlagen(lage.ergaenzt, lage.tag, PAMPOW)).toContain(NEUE_WORTE)
  })

  it('is told where its own words meet new ones, and takes them over by keyboard alone', async () => {
    await open(stefan, `${AUFGABEN}?art=eltern`)
    const card = stefan.getByRole('listitem').filter({ hasText: lage.uebernommen.name })
    await card.getByText('Erforderliche Unterlagen', { exact: false }).waitFor()
    await card.getByRole('link', { name: /^Änderung ansehen/ }).click()
    await stefan.waitForURL('**/fassungen/nachweis-stralendorf')
    await stefan.waitForLoadState('networkidle')
    await openModul(stefan, 'Erforderliche Unterlagen')
    await tabTo(stefan, 'button[aria-label="Vergleichen und übernehmen: Erforderliche Unterlagen"]')
    await stefan.keyboard.press('Enter')
    const dialog = stefan.getByRole('dialog', {
      name: 'Erforderliche Unterlagen: Änderung des geerbten Textes',
    })
    await dialog.getByText('Neu von: Land').first().waitFor()
    await expectGood(stefan, 'uebernahme')
    await press(stefan, dialog.getByRole('button', { name: 'Alles übernehmen' }))
    await stefan.getByText('in diesen Entwurf übernommen', { exact: false }).waitFor()
    const id = idIn(stefan)
    await releaseByPartner(id)
    expect(await unterlagen(lage.uebernommen, lage.vortag, PAMPOW)).toContain(UEBERHOLTE_WORTE)
    expect(await unterlagen(lage.uebernommen, lage.tag, PAMPOW)).not.toContain(UEBERHOLTE_WORTE)
    expect(await unterlagen(lage.uebernommen, lage.tag, PAMPOW)).toContain(NEUE_WORTE)
  })
})

describe('an Eilfall', () => {
  const eilig = 'nachweis-eilig'

  it('is released by one person alone, with a reason, and is marked', async () => {
    const made = await samira.request.post('/api/fassungen', {
      data: deskFassung(eilfalltext(eilig, lage.eilig, HEUTE)),
    })
    expect(made.status()).toBe(201)
    await open(samira, textseite(eilig))
    await samira.getByText('Sie haben mitgeschrieben. Freigeben kann: Sönke Siewert.').waitFor()
    await press(samira, samira.getByRole('button', { name: 'Als Eilfall freigeben' }))
    const dialog = samira.getByRole('dialog', { name: 'Als Eilfall freigeben' })
    await press(samira, dialog.getByRole('button', { name: 'Als Eilfall freigeben' }))
    expect(await dialog.locator('textarea:invalid').count()).toBe(1)
    await write(samira, dialog.getByLabel('Grund'), 'Das Bürgerbüro steht unter Wasser.')
    await expectGood(samira, 'eilfall')
    await press(samira, dialog.getByRole('button', { name: 'Als Eilfall freigeben' }))
    await samira.getByText(/Als Eilfall freigegeben unter Folgenummer \d+\./).waitFor()
    expect(await samira.getByLabel('Als Eilfall freigegeben').isChecked()).toBe(true)
    expect(await aufgabenOf(samira, eilig)).toEqual([])
  })

  it('lands on the list of the colleague, who confirms it by keyboard alone', async () => {
    await open(soenke, AUFGABEN)
    const card = soenke.getByRole('listitem').filter({ hasText: lage.eilig.name })
    await card.getByText('Eilfall', { exact: false }).first().waitFor()
    await expectGood(soenke, 'aufgaben-eilfall')
    await press(soenke, card.getByRole('link', { name: /^Text ansehen/ }))
    await soenke.waitForURL(`**/fassungen/${eilig}`)
    await soenke.waitForLoadState('networkidle')
    await press(soenke, soenke.getByRole('button', { name: 'Eilfall angesehen' }))
    await soenke.getByText('Sie haben sich den Eilfall angesehen.').waitFor()
    expect(await aufgabenOf(soenke, eilig)).toEqual([])
  })
})

describe('Schwerin, at last', () => {
  it('keeps its text in spite of the change, with a reason, and is not asked again', async () => {
    await open(samira, textseite('nachweis-schwerin'))
    await openModul(samira, 'Erforderliche Unterlagen')
    await press(
      samira,
      samira.getByRole('button', { name: 'Vergleichen und übernehmen: Erforderliche Unterlagen' }),
    )
    const dialog = samira.getByRole('dialog')
    await press(samira, dialog.getByRole('button', { name: 'Nichts übernehmen …' }))
    await write(
      samira,
      dialog.getByLabel('Warum bleibt Ihr Text, wie er ist?'),
      'Die Kopie genügt weiter.',
    )
    await press(samira, dialog.getByRole('button', { name: 'Nichts übernehmen', exact: true }))
    await samira.getByText('Ihr Text bleibt, wie er ist.', { exact: false }).waitFor()
    expect(await aufgabenOf(samira, 'nachweis-schwerin')).toEqual([])
  })
})

describe('what everybody reads', () => {
  it('the day before the law: the old words everywhere, and every own text of a municipality', async () => {
    for (const each of lage.alle)
      expect(await unterlagen(each, lage.vortag), each.name).toContain(ALTE_WORTE)
    expect(await unterlagen(lage.behalten, lage.vortag, SCHWERIN)).toContain(BEHALTENE_WORTE)
    expect(await unterlagen(lage.verschwiegen, lage.vortag, ROSTOCK)).toContain(VERSCHWIEGENE_WORTE)
    expect(await kosten(lage.verschwiegen, lage.vortag, ROSTOCK)).toContain(ROSTOCKER_CENT)
  })

  it('on the day of the law: forty new texts', async () => {
    for (const each of lage.alle) {
      const words = each === lage.eingewendet ? BESSERE_WORTE : NEUE_WORTE
      expect(await unterlagen(each, lage.tag), each.name).toContain(words)
      expect(await unterlagen(each, lage.tag), each.name).not.toContain(ALTE_WORTE)
    }
  })

  it('Schwerin has answered and keeps its own; Rostock was silent and reads the Land, but keeps its fees', async () => {
    expect(await unterlagen(lage.behalten, lage.tag, SCHWERIN)).toContain(BEHALTENE_WORTE)
    expect((await modulIn(lage.behalten, lage.tag, SCHWERIN)).ohneRueckmeldung).not.toBe(true)
    const silent = await modulIn(lage.verschwiegen, lage.tag, ROSTOCK)
    expect(JSON.stringify(silent)).toContain(NEUE_WORTE)
    expect(JSON.stringify(silent)).not.toContain(VERSCHWIEGENE_WORTE)
    expect(silent.ohneRueckmeldung).toBe(true)
    expect(await kosten(lage.verschwiegen, lage.tag, ROSTOCK)).toContain(ROSTOCKER_CENT)
    expect(
      (await modulIn(lage.verschwiegen, lage.tag, ROSTOCK, 'kosten')).ohneRueckmeldung,
    ).not.toBe(true)
  })
})

describe('in the end', () => {
  it('nobody has anything left to do with it', async () => {
    for (const page of [lena, frauke, samira, stefan, ludwig, soenke])
      expect(await aufgabenOf(page, 'nachweis')).toEqual([])
    await open(stefan, AUFGABEN)
    await expectGood(stefan, 'aufgaben-stralendorf')
  })

  it('the audit names every act with who did it and why', async () => {
    await open(ludwig, '/admin/collections/protokoll?limit=50')
    await expectGood(ludwig, 'protokoll')
    const rows = await protokoll(ludwig)
    const said = (akt: string, von: string): number =>
      rows.filter((row) => row.akt === akt && row.vonName === von).length
    expect(said('abstimmung-eroeffnet', 'Lena Lüders')).toBe(1)
    expect(said('abstimmung-kommentar', 'Samira Schröder')).toBe(1)
    expect(said('abstimmung-stimme', 'Samira Schröder')).toBe(2)
    expect(said('abstimmung-beendet', 'Lena Lüders')).toBe(1)
    expect(said('fachlich-freigeben', 'Dr. Frauke Foth')).toBe(40)
    expect(said('freigabe-fuer-partner', 'Sönke Siewert')).toBeGreaterThanOrEqual(2)
    expect(said('elterntext-uebernommen', 'Stefan Stuhr')).toBe(1)
    expect(said('elterntext-abgelehnt', 'Samira Schröder')).toBe(1)
    expect(said('eilfall-bestaetigt', 'Sönke Siewert')).toBe(1)
    const eilfall = rows.find(({ akt }) => akt === 'eilfall')
    expect(eilfall).toMatchObject({
      vonName: 'Samira Schröder',
      grund: 'Das Bürgerbüro steht unter Wasser.',
    })
  })

  it('its chain is whole', async () => {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ['scripts/stichtag.mjs', 'protokoll', 'pruefen'],
      { env: { ...process.env, DATABASE_URI: '', STICHTAG_DATEN: server.daten } },
    )
    expect(stdout).toContain('Das Protokoll ist unversehrt.')
  })

  it('everybody was told in the house, and no e-mail has left it', async () => {
    const { docs } = await ask<{ docs: readonly Benachrichtigung[] }>(
      ludwig,
      '/api/benachrichtigungen?limit=0&depth=0',
    )
    const invited = docs.filter(({ id }) => id.startsWith('abstimmung|'))
    expect(new Set(invited.map(({ redaktion }) => redaktion))).toEqual(
      new Set([
        'redaktion-amt-stralendorf',
        'redaktion-fachressort-inneres',
        'redaktion-rostock',
        'redaktion-schwerin',
      ]),
    )
    expect(docs.filter(({ versendetAm }) => versendetAm)).toEqual([])
  })

  it('the browsers asked no other host for anything and met no error', () => {
    expect([...visits.hosts]).toEqual([new URL(server.url).host])
    expect(visits.faults).toEqual([])
  })
})

type Benachrichtigung = {
  readonly id: string
  readonly redaktion: string
  readonly versendetAm?: string | null
}
type Protokollzeile = {
  readonly akt: string
  readonly vonName: string
  readonly grund?: string | null
}
type ModulV1 = {
  readonly modul?: string
  readonly name?: string
  readonly ohneRueckmeldung?: boolean
}

async function signedIn(name: string): Promise<Page> {
  const page = await visits.open()
  await login(page, name)
  return page
}

function abstimmungsseite(): string {
  return `/admin/collections/abstimmungen/${abstimmung}`
}

function textseite(id: string): string {
  return `/admin/collections/fassungen/${id}`
}

/** What REST answers to whoever has signed in on the page. */
async function ask<T>(page: Page, address: string): Promise<T> {
  const answer = await page.request.get(address)
  expect(answer.status(), address).toBe(200)
  return (await answer.json()) as T
}

/** Selects all texts of a list by keyboard; the bar with what can be done to them. */
async function selectAll(page: Page, list: string): Promise<Locator> {
  await open(page, list)
  const bar = page.getByRole('region', { name: 'Mehrere Texte bearbeiten' })
  await bar.waitFor()
  await tabTo(page, '.table thead input[type="checkbox"]')
  await page.keyboard.press('Space')
  await bar.getByText('40 Texte ausgewählt.').waitFor()
  return bar
}

/** Reaches it with the Tab key and presses Enter. */
async function press(page: Page, target: Locator): Promise<void> {
  await reach(page, target)
  await page.keyboard.press('Enter')
}

async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor()
  for (let presses = 0; presses < 250; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${String(target)}`)
}

/** Replaces what stands in a field, by keyboard. */
async function write(page: Page, field: Locator, words: string): Promise<void> {
  await reach(page, field)
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
}

/** Chooses in a field that offers more than it shows at first: by typing a part of it. */
async function seek(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.keyboard.type(words)
  await page.locator('.rs__option').filter({ hasText: words }).first().click()
}

/** Ticks a box, by keyboard. */
async function tick(page: Page, box: Locator): Promise<void> {
  await reach(page, box)
  await page.keyboard.press('Space')
  expect(await box.isChecked()).toBe(true)
}

/** Shows one text of the consultation. */
async function openText(page: Page, { name }: Umstellung): Promise<void> {
  const texts = page.getByRole('navigation', { name: '40 Texte' })
  await texts.getByRole('link', { name, exact: false }).click()
  await page.getByRole('heading', { level: 2, name, exact: false }).waitFor()
  await page.waitForLoadState('networkidle')
}

/** Votes on the text that is shown, by keyboard. */
async function vote(page: Page, votum: string, grund: string | null): Promise<void> {
  const ballot = page.getByRole('region', { name: 'Stimmen zu diesem Text' })
  const first = ballot.getByRole('radio').first()
  await reach(page, first)
  const labels = await ballot.locator('label:has(input[type=radio])').allInnerTexts()
  const steps = labels.findIndex((label) => label.trim() === votum)
  await page.keyboard.press('Space')
  for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown')
  if (grund !== null) await write(page, ballot.getByLabel('Grund', { exact: false }), grund)
  await press(page, ballot.getByRole('button', { name: /bstimmen/ }))
}

/** Marks words as somebody does with the mouse. */
async function mark(page: Page, selector: string, words: string): Promise<void> {
  await page.locator(selector).evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(wanted)
      if (at === -1) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + wanted.length)
      window.getSelection()?.removeAllRanges()
      window.getSelection()?.addRange(range)
      return
    }
    throw new Error('no such words')
  }, words)
}

/** Opens the tab of the form in which the module stands. */
async function openModul(page: Page, modul: string): Promise<void> {
  const field = page.getByRole('textbox', { name: `${modul}: Text` })
  await page.locator('.tabs-field__tab-button').first().waitFor()
  for (const tab of await page.locator('.tabs-field__tab-button').all()) {
    if (await field.isVisible()) break
    await tab.click()
    await page.waitForTimeout(200)
  }
  await field.waitFor()
}

/** Puts other words into a module and saves. */
async function rewrite(page: Page, modul: string, words: string): Promise<void> {
  await openModul(page, modul)
  await page.getByRole('textbox', { name: `${modul}: Text` }).click()
  await page.keyboard.press('Control+A')
  await page.keyboard.type(words)
  await save(page)
}

async function save(page: Page): Promise<void> {
  // Payload's editor hands its words to the form when the browser is idle; a machine presses "Speichern" sooner.
  await page.waitForTimeout(1500)
  await page.getByRole('button', { name: 'Speichern', exact: true }).click()
  await page.getByText('erfolgreich').first().waitFor()
}

/** The document that the page shows. */
function idIn(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1) ?? ''
}

/** Sönke of Schwerin releases for the Amt that has named his Redaktion as its partner, on the page of the text. */
async function releaseByPartner(id: string): Promise<void> {
  await open(soenke, textseite(id))
  await soenke.getByRole('button', { name: 'Freigeben', exact: true }).click()
  await soenke.getByText(/Freigegeben unter Folgenummer \d+\./).waitFor()
}

/** How many of the forty drafts stand where. */
async function zustaende(page: Page): Promise<Readonly<Record<string, number>>> {
  const { docs } = await ask<{ docs: readonly { zustand: string }[] }>(
    page,
    '/api/fassungen?where[beginn.zeitgrenze][equals]=zg-digitalnachweis&where[ebene][equals]=land&limit=100&depth=0',
  )
  const counts: Record<string, number> = {}
  for (const { zustand } of docs) counts[zustand] = (counts[zustand] ?? 0) + 1
  return counts
}

/** What the author is answered when releasing by herself. */
async function alone({ neu }: Umstellung): Promise<number> {
  return (await lena.request.post(`/api/fassungen/${neu}/freigeben`, { data: {} })).status()
}

/** The person's tasks about texts of the story, but for what was asked before it began ("Bieten wir das an?"). */
async function aufgabenOf(page: Page, id: string): Promise<readonly Aufgabe[]> {
  const { aufgaben } = await ask<{ aufgaben: readonly Aufgabe[] }>(page, '/api/users/aufgaben')
  return aufgaben.filter(
    ({ art, gegenstand }) =>
      art !== 'angebot' && (gegenstand.id.includes(id) || gegenstand.id === abstimmung),
  )
}

async function protokoll(page: Page): Promise<readonly Protokollzeile[]> {
  const { docs } = await ask<{ docs: readonly Protokollzeile[] }>(
    page,
    '/api/protokoll?limit=0&depth=0',
  )
  return docs
}

/** A module as portals get it on the day. */
async function modulIn(
  { leistungId }: Umstellung,
  stichtag: CalendarDay,
  ars = '13',
  name = 'unterlagen',
): Promise<ModulV1> {
  const address = `/export/v1/leistungen/${leistungId}?ars=${ars}&stichtag=${stichtag}`
  const answer = await fetch(`${server.url}${address}`)
  expect(answer.status, address).toBe(200)
  const { module } = (await answer.json()) as { readonly module: readonly ModulV1[] }
  const found = module.find((each) => each.modul === name || each.name === name)
  if (!found) throw new Error(`${address} has no ${name}`)
  return found
}

async function unterlagen(of: Umstellung, stichtag: CalendarDay, ars?: string): Promise<string> {
  return JSON.stringify(await modulIn(of, stichtag, ars))
}

async function kosten(of: Umstellung, stichtag: CalendarDay, ars: string): Promise<string> {
  return JSON.stringify(await modulIn(of, stichtag, ars, 'kosten'))
}

/** No rule of axe broken and nothing beside the page, wide and narrow; a dialog that is open stays open. */
async function expectGood(page: Page, name: string): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: width < 600 ? 844 : 1000 })
    expect(await brokenRules(page), `${name} at ${width} px`).toEqual([])
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    if (BILDER) {
      await mkdir(BILDER, { recursive: true })
      await page.screenshot({ path: path.join(BILDER, `gemeinsam-${name}-${width}.png`) })
    }
    expect(sideways, `${name} at ${width} px`).toBeLessThanOrEqual(0)
  }
}
