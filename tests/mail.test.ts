import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { moveZeitgrenze } from '#commands/moveZeitgrenze.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import { createMail, OHNE_MAIL } from '#store/mail.ts'
import { setClock } from '#store/ports.ts'
import { sendBenachrichtigungen } from '#store/versand.ts'
import { addDraft, anonymous, furnish, stadttext } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const BASIS = 'https://stichtag.land.example'
const HEUTE = day('2026-11-24')
const USER = 'stichtag'
const PASSWORD = 'geheim'

type Mail = { readonly to: readonly string[]; readonly from: string; readonly text: string }

/** What the server under test has taken, and whom it refuses. */
const mails: Mail[] = []
let refused: ReadonlySet<string> = new Set()
let isBroken = false

const server = new SMTPServer({
  authOptional: false,
  allowInsecureAuth: true,
  disabledCommands: ['STARTTLS'],
  onAuth: ({ username, password }, _session, done) => {
    if (username === USER && password === PASSWORD) done(null, { user: username })
    else done(new Error('wrong'))
  },
  onRcptTo: ({ address }, _session, done) => {
    if (refused.has(address)) done(Object.assign(new Error('no such box'), { responseCode: 550 }))
    else done()
  },
  onData: (stream, { envelope }, done) => {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (isBroken) {
        done(Object.assign(new Error('disk full'), { responseCode: 452 }))
        return
      }
      const { mailFrom, rcptTo } = envelope
      mails.push({
        to: rcptTo.map(({ address }) => address),
        from: mailFrom === false ? '' : mailFrom.address,
        text: Buffer.concat(chunks).toString('utf8'),
      })
      done()
    })
  },
})

let house: TestHouse
let lena: Awaited<ReturnType<typeof createUser>>
let ole: Awaited<ReturnType<typeof createUser>>
let today: CalendarDay = HEUTE

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  process.env['STICHTAG_SMTP_URL'] = `smtp://${USER}:${PASSWORD}@127.0.0.1:${port}`
  process.env['STICHTAG_MAIL_VON'] = 'Stichtag <stichtag@land.example>'
  process.env['STICHTAG_BASIS_URL'] = BASIS
  house = await openTestHouse(HEUTE)
  await furnish(house)
  lena = await createUser(house.payload, 'kommunalredaktion', 'r-schwerin')
  ole = await createUser(house.payload, 'kommunalredaktion', 'r-schwerin')
  const silent = await createUser(house.payload, 'kommunalredaktion', 'r-schwerin')
  await house.payload.update({
    collection: 'users',
    id: silent.user.id,
    data: { mailBenachrichtigung: false },
  })
  // Nobody of Rostock wants e-mail: they read it in the application.
  for (const stadt of ['schwerin', 'rostock'] as const) {
    const beginn = anZeitgrenze('z-hund')
    await addDraft(house, stadttext(`text-${stadt}`, stadt, { beginn }))
    await releaseFassung(house.ports, { id: `text-${stadt}`, von: 'system', grund: null })
  }
  await sendAll()
})

afterAll(async () => {
  await house.remove()
  await new Promise<void>((resolve) => server.close(() => resolve()))
})

beforeEach(() => {
  mails.length = 0
  refused = new Set()
  isBroken = false
  today = addDays(today, 7)
  house.setToday(today)
})

describe('a notification', () => {
  it('goes once to the members who want e-mail, in German, with addresses to click on', async () => {
    await move('2027-03-01')
    expect(await sendAll()).toEqual({ versendet: 1, gescheitert: 0 })
    expect(await sendAll()).toEqual({ versendet: 0, gescheitert: 0 })
    expect(mails).toHaveLength(1)
    const [mail] = mails
    expect(mail?.to.toSorted()).toEqual([lena.email, ole.email].toSorted())
    expect(mail?.from).toBe('stichtag@land.example')
    const { header, body } = decoded(mail)
    expect(header).toContain('From: Stichtag <stichtag@land.example>')
    expect(header).toContain('Auto-Submitted: auto-generated')
    expect(header).toMatch(/^Content-Type: text\/plain; charset=utf-8/im)
    expect(body).toContain('Hundegesetz: Inkrafttreten jetzt am 1. März 2027')
    expect(body).toContain('Betroffen bei Ihnen: 1 Fassung.')
    expect(body).toContain(`Mehr dazu: ${BASIS}/admin/collections/zeitgrenzen/z-hund`)
    const sent = await rowOf('r-schwerin')
    expect(sent.versendetAm).toContain(today)
    expect((await rowOf('r-rostock')).versendetAm ?? null).toBeNull()
  })

  it('that the server does not take is tried again after a while, and not before', async () => {
    isBroken = true
    await move('2027-04-01')
    expect(await sendAll()).toEqual({ versendet: 0, gescheitert: 1 })
    isBroken = false
    expect(await sendAll()).toEqual({ versendet: 0, gescheitert: 0 })
    letPass(11)
    expect(await sendAll()).toEqual({ versendet: 1, gescheitert: 0 })
    expect(mails).toHaveLength(1)
  })

  it('reaches the others when one address is refused', async () => {
    refused = new Set([ole.email])
    await move('2027-05-01')
    expect(await sendAll()).toEqual({ versendet: 1, gescheitert: 0 })
    expect(mails.map(({ to }) => to)).toEqual([[lena.email]])
  })

  it('does not wait behind one that nobody takes', async () => {
    refused = new Set([ole.email, lena.email])
    await move('2027-06-01')
    expect(await sendAll()).toEqual({ versendet: 0, gescheitert: 1 })
    refused = new Set()
    await move('2027-07-01')
    expect(await sendAll()).toEqual({ versendet: 1, gescheitert: 0 })
    expect(decoded(mails[0]).body).toContain('1. Juli 2027')
    letPass(11)
    expect(await sendAll()).toEqual({ versendet: 1, gescheitert: 0 })
    expect(decoded(mails[1]).body).toContain('1. Juni 2027')
  })

  it('is sent once by four senders at once', async () => {
    await move('2027-08-01')
    const reports = await Promise.all([sendAll(), sendAll(), sendAll(), sendAll()])
    expect(reports.reduce((sum, { versendet }) => sum + versendet, 0)).toBe(1)
    await wait(50)
    expect(mails).toHaveLength(1)
  })

  it('that is held by a process which died is sent by another one later', async () => {
    await move('2027-09-01')
    const { id, folgenummer } = await rowOf('r-schwerin')
    const instant = house.ports.clock().zeitpunkt
    await house.payload.db.create({
      collection: 'projektionen',
      data: { id: `versand|${id}`, folgenummer, createdAt: instant, updatedAt: instant },
    })
    expect(await sendAll()).toEqual({ versendet: 0, gescheitert: 0 })
    letPass(11)
    expect(await sendAll()).toEqual({ versendet: 1, gescheitert: 0 })
    const { totalDocs } = await house.payload.db.count({
      collection: 'projektionen',
      where: { id: { equals: `versand|${id}` } },
    })
    expect(totalDocs).toBe(0)
  })

  it('older than three days stays in the application: no flood for who configures e-mail later', async () => {
    await move('2027-10-01')
    house.setToday(addDays(today, 4))
    expect(await sendAll()).toEqual({ versendet: 0, gescheitert: 0 })
    expect(mails).toEqual([])
  })
})

describe('„Passwort vergessen?“', () => {
  it('sends a link below our own address, whatever host the request names', async () => {
    const answer = await anonymous(house)('post', '/api/users/forgot-password', {
      email: lena.email,
    }).set('host', 'boese.example')
    expect(answer.status).toBe(200)
    expect(mails.map(({ to }) => to)).toEqual([[lena.email]])
    const { body, header } = decoded(mails[0])
    expect(header).toContain('Subject: Stichtag: neues Passwort')
    const token = /\/admin\/reset\/([\da-f]+)/.exec(body)?.[1] ?? ''
    expect(body).toContain(`${BASIS}/admin/reset/${token}`)
    expect(body).not.toContain('boese.example')
    const password = 'ein neues, langes Passwort'
    const reset = await anonymous(house)('post', '/api/users/reset-password', { token, password })
    expect(reset.status).toBe(200)
  })

  it('tells nobody whether an account exists', async () => {
    const answer = await anonymous(house)('post', '/api/users/forgot-password', {
      email: 'niemand@stichtag.example',
    })
    expect(answer.status).toBe(200)
    expect(mails).toEqual([])
  })
})

describe('without a mail server', () => {
  it('nothing is sent, and nothing of a mail is written into the log of the process', async () => {
    const written: unknown[] = []
    const payload = { logger: { info: (line: unknown) => written.push(line) } }
    const adapter = createMail(null)({ payload } as never)
    expect(adapter.name).toBe(OHNE_MAIL)
    await adapter.sendEmail({ to: lena.email, subject: 'Betreff', text: 'Wortlaut' })
    expect(JSON.stringify(written)).not.toMatch(/Betreff|Wortlaut|@/)
    expect(mails).toEqual([])
  })
})

function sendAll() {
  return sendBenachrichtigungen(house.payload, { basisUrl: BASIS })
}

/** Moves the law; only the newest notification of each team is unsent then. */
async function move(tag: string): Promise<void> {
  const known = (await house.ports.chronik()).zeitgrenzen.get('z-hund')?.at(-1)?.wert
  const result = await moveZeitgrenze(house.ports, {
    zeitgrenze: { ...known, tag: day(tag) } as Zeitgrenze,
    von: 'system',
    grund: null,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
}

/** Lets minutes go by on the clock of the house. */
function letPass(minutes: number): void {
  const { zeitpunkt } = house.ports.clock()
  const later = new Date(Date.parse(zeitpunkt) + minutes * 60_000).toISOString()
  setClock(house.payload, () => ({ heute: today, zeitpunkt: later }))
}

type Row = {
  readonly id: string
  readonly folgenummer: number
  readonly versendetAm?: string | null
}

/** The newest notification of a team. */
async function rowOf(redaktion: string): Promise<Row> {
  const { docs } = await house.payload.db.find<Row>({
    collection: 'benachrichtigungen',
    where: { redaktion: { equals: redaktion } },
    sort: '-folgenummer',
    limit: 1,
    pagination: false,
  })
  const [row] = docs
  if (!row) throw new Error(`no notification for ${redaktion}`)
  return row
}

/** A mail as a reader's program shows it (RFC 2045). */
function decoded(mail: Mail | undefined): { readonly header: string; readonly body: string } {
  const raw = mail?.text ?? ''
  const end = raw.indexOf('\r\n\r\n')
  const header = raw.slice(0, end).replace(/\r\n[ \t]+/g, ' ')
  const body = raw.slice(end + 4)
  if (/^Content-Transfer-Encoding: base64/im.test(header))
    return { header, body: Buffer.from(body, 'base64').toString('utf8') }
  if (!/^Content-Transfer-Encoding: quoted-printable/im.test(header)) return { header, body }
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([\dA-F]{2})/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return { header, body: Buffer.from(bytes, 'latin1').toString('utf8') }
}
