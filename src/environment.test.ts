import { describe, expect, it } from 'vitest'
import { describeFehler, readEnvironment } from '#src/environment.ts'

const ROOT = '/srv/stichtag'

describe('an empty environment', () => {
  it('has a default for everything', () => {
    const read = readEnvironment({}, ROOT)
    expect(read).toMatchObject({
      ok: true,
      value: {
        port: 3000,
        databaseUri: 'file:/srv/stichtag/data/stichtag.db',
        agencyId: 'L100027',
        basisUrl: 'http://localhost:3000',
        demo: true,
        secret: null,
        rollen: ['redaktion', 'export', 'zeitplan'],
        smtpUrl: null,
        mailVon: null,
      },
    })
  })

  it('treats an empty value as none', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URI: ' ' }, ROOT)).toEqual(
      readEnvironment({}, ROOT),
    )
  })
})

describe('a wrong value', () => {
  it.each<[string, string, Readonly<Record<string, string>>?]>([
    ['PORT', '0'],
    ['PORT', '80,5'],
    ['PORT', '70000'],
    ['DATABASE_URI', 'postgres://server/db'],
    ['PAYLOAD_SECRET', 'zu kurz'],
    ['STICHTAG_AGENCY_ID', 'MV'],
    ['STICHTAG_BASIS_URL', 'stichtag.example'],
    ['STICHTAG_DEMO', 'vielleicht'],
    ['STICHTAG_ROLLEN', 'redaktion,alles'],
    ['STICHTAG_XZUFI_WURZEL', '2.2 wurzel'],
    ['STICHTAG_LOG', 'laut'],
    ['STICHTAG_PROXIES', 'viele'],
    ['STICHTAG_MAIL_VON', 'Stichtag', { STICHTAG_SMTP_URL: 'smtp://mail.example' }],
    ['STICHTAG_SMTP_URL', 'https://mail.example', { STICHTAG_MAIL_VON: 'von@land.example' }],
    // One without the other: the other is named as missing.
    ['STICHTAG_SMTP_URL', '', { STICHTAG_MAIL_VON: 'von@land.example' }],
    ['STICHTAG_MAIL_VON', '', { STICHTAG_SMTP_URL: 'smtp://mail.example' }],
  ])('%s=%s is named with a hint', (variable, value, others = {}) => {
    const read = readEnvironment({ ...others, [variable]: value }, ROOT)
    expect(read.ok).toBe(false)
    if (read.ok) return
    expect(read.fehler.map((each) => each.variable)).toEqual([variable])
    expect(describeFehler(read.fehler)).toContain(`${variable}: `)
  })

  it('does not hide another one', () => {
    const read = readEnvironment({ PORT: 'x', STICHTAG_DEMO: 'x' }, ROOT)
    expect(!read.ok && read.fehler.length).toBe(2)
  })

  it('never repeats a password of the mail server', () => {
    const variables = {
      STICHTAG_SMTP_URL: 'stmp://land:geheim@mail',
      STICHTAG_MAIL_VON: 'a@b.example',
    }
    const read = readEnvironment(variables, ROOT)
    expect(!read.ok && describeFehler(read.fehler)).toContain('STICHTAG_SMTP_URL')
    expect(!read.ok && describeFehler(read.fehler)).not.toContain('geheim')
  })

  it('never repeats a password of the database', () => {
    const read = readEnvironment({ DATABASE_URI: 'postgres://root:geheim@server/db' }, ROOT)
    expect(!read.ok && describeFehler(read.fehler)).not.toContain('geheim')
  })
})

it.each(['stichtag@land.example', 'Stichtag <stichtag@land.example>'])(
  'mail server and the sender %s are taken together',
  (mailVon) => {
    const smtpUrl = 'smtps://land:geheim@mail.example:465'
    const variables = { STICHTAG_SMTP_URL: smtpUrl, STICHTAG_MAIL_VON: mailVon }
    expect(readEnvironment(variables, ROOT)).toMatchObject({
      ok: true,
      value: { smtpUrl, mailVon },
    })
  },
)
