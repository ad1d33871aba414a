import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { brokenRules, createVisits, login, open } from '../support/browser.ts'
import { startServer, type RunningServer } from '../support/server.ts'

const GESETZ = 'zg-hundesteuer-schwerin-januar'

const mails: { readonly to: readonly string[]; readonly text: string }[] = []
const post = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onData: (stream, { envelope }, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      const to = envelope.rcptTo.map(({ address }) => address)
      mails.push({ to, text: Buffer.concat(chunks).toString() })
      done()
    })
  },
})

let server: RunningServer
const visits = createVisits(() => server.url)

beforeAll(async () => {
  post.listen(0, '127.0.0.1')
  await once(post.server, 'listening')
  server = await startServer()
})

afterAll(async () => {
  await visits.close()
  await server.remove()
  await new Promise<void>((resolve) => post.close(() => resolve()))
})

describe('without a mail server', () => {
  it('the log-in promises no letter', async () => {
    const page = await visits.open()
    await open(page, '/admin/login')
    await page.getByRole('button', { name: 'Anmelden' }).waitFor()
    expect(await page.getByRole('link', { name: /Passwort vergessen/ }).count()).toBe(0)
  })
})

describe('a law that fails for a Redaktion', () => {
  let page: Page

  beforeAll(async () => {
    // The same house once more, with a mail server.
    const { daten } = server
    await server.stop()
    const { port } = post.server.address() as AddressInfo
    server = await startServer({
      daten,
      env: {
        STICHTAG_SMTP_URL: `smtp://127.0.0.1:${port}`,
        STICHTAG_MAIL_VON: 'Stichtag <stichtag@land.example>',
      },
    })
    page = await visits.open()
    await open(page, '/admin/login')
    await page.getByRole('link', { name: /Passwort vergessen/ }).waitFor()
    await login(page, 'schwerin')
    await page.getByRole('link', { name: 'Keine ungelesenen Benachrichtigungen' }).waitFor()
    await cancel()
  })

  it('is one more at the bell, for eyes and for screen readers, and leads to the work list', async () => {
    await open(page, '/admin')
    const bell = page.getByRole('link', { name: '1 ungelesene Benachrichtigung' })
    await bell.waitFor()
    expect((await bell.innerText()).trim()).toBe('1')
    expect(await brokenRules(page)).toEqual([])
    await bell.click()
    await page.waitForURL('**/admin/arbeitsliste')
  })

  it('reaches its members by e-mail', async () => {
    await expect
      .poll(() => mails.flatMap(({ to }) => to).sort(), { timeout: 30_000 })
      .toEqual(['schwerin2@stichtag.example', 'schwerin@stichtag.example'])
    expect(mails[0]?.text).toMatch(/^Subject: .*abgesagt/m)
  })

  it('has left a draft for its owner, where the notification says', async () => {
    const { docs } = await ask<{ docs: readonly { ziel: string }[] }>(
      await tokenOf('schwerin'),
      '/api/benachrichtigungen?limit=1',
    )
    await open(page, docs[0]?.ziel ?? '')
    await page.getByRole('button', { name: 'Freigeben' }).waitFor()
    expect(visits.faults).toEqual([])
  })
})

/** The Land says that the law has failed. */
async function cancel(): Promise<void> {
  const token = await tokenOf('landesredaktion')
  const said = { grund: 'Die Satzung wurde nicht beschlossen' }
  await ask(token, `/api/zeitgrenzen/${GESETZ}/absagen`, said)
}

async function tokenOf(name: string): Promise<string> {
  const account = { email: `${name}@stichtag.example`, password: DEMO_PASSWORT }
  return (await ask<{ token: string }>(null, '/api/users/login', account)).token
}

async function ask<T>(token: string | null, path: string, body?: object): Promise<T> {
  const answer = await fetch(`${server.url}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'content-type': 'application/json',
      ...(token === null ? {} : { authorization: `JWT ${token}` }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return (await answer.json()) as T
}
