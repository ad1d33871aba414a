import path from 'node:path'

/** What the environment sets, checked. Folders are absolute. */
export type Environment = {
  readonly port: number
  readonly databaseUri: string
  /** Folder of everything that is kept: database file, secret, deliveries. */
  readonly daten: string
  /** Null: generated once and kept in the data folder. */
  readonly secret: string | null
  /** Id of the Redaktion in deliveries (XZuFi schemeAgencyID). */
  readonly agencyId: string
  /** Address under which the world reaches us, without a slash at the end. */
  readonly basisUrl: string
  /** Whether an empty database gets the demo. */
  readonly demo: boolean
  readonly rollen: readonly Prozessrolle[]
  /** Folder with the official XZuFi schema, or null. */
  readonly xzufiXsd: string | null
  /** Local name of the root element of XZuFi documents. */
  readonly xzufiWurzel: string | null
  readonly logLevel: string
  /** How many proxies stand in front of us. */
  readonly proxies: number
  /** Server that takes our e-mail, with name and password; null: we send none. */
  readonly smtpUrl: string | null
  /** Sender of our e-mail, e.g. `Stichtag <stichtag@land.example>`; null: we send none. */
  readonly mailVon: string | null
}

/** What a process does: admin and API, feeds, schedule. */
export type Prozessrolle = 'redaktion' | 'export' | 'zeitplan'

/** A wrong value: the variable and what to do, in German. */
export type Konfigurationsfehler = { readonly variable: string; readonly hinweis: string }

type Variables = Readonly<Record<string, string | undefined>>

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']
const ROLLEN: readonly Prozessrolle[] = ['redaktion', 'export', 'zeitplan']

/** Reads and checks the environment; all wrong values at once. `.env.example` documents each variable. */
export function readEnvironment(
  variables: Variables,
  root: string,
):
  | { readonly ok: true; readonly value: Environment }
  | { readonly ok: false; readonly fehler: readonly Konfigurationsfehler[] } {
  const fehler: Konfigurationsfehler[] = []
  const refuse = (variable: string, hinweis: string): void => {
    fehler.push({ variable, hinweis })
  }
  const get = (name: string): string | undefined =>
    variables[name]?.trim() ? variables[name].trim() : undefined

  const port = Number(get('PORT') ?? '3000')
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    refuse(
      'PORT',
      `„${get('PORT') ?? ''}“ ist kein Port. Erlaubt ist eine ganze Zahl von 1 bis 65535.`,
    )
  }
  const daten = path.resolve(root, get('STICHTAG_DATEN') ?? 'data')
  const databaseUri = get('DATABASE_URI') ?? `file:${path.join(daten, 'stichtag.db')}`
  if (!/^(file:.+|mongodb(\+srv)?:\/\/.+)/.test(databaseUri)) {
    refuse(
      'DATABASE_URI',
      'Erlaubt ist eine SQLite-Datei („file:./data/stichtag.db“) oder ein MongoDB-Server („mongodb://…“).',
    )
  }
  const secret = get('PAYLOAD_SECRET') ?? null
  if (secret !== null && secret.length < 32) {
    refuse(
      'PAYLOAD_SECRET',
      'Das Geheimnis ist zu kurz. Es braucht mindestens 32 Zeichen; ohne Angabe erzeugt Stichtag selbst eines.',
    )
  }
  const agencyId = get('STICHTAG_AGENCY_ID') ?? 'L100027'
  if (!/^[BLS]\d{6}$/.test(agencyId)) {
    refuse(
      'STICHTAG_AGENCY_ID',
      `„${agencyId}“ ist keine Redaktionskennung. Sie besteht aus B, L oder S und sechs Ziffern, zum Beispiel L100027.`,
    )
  }
  const localPort = Number.isInteger(port) && port <= 65535 ? port : 3000
  const basisUrl = (get('STICHTAG_BASIS_URL') ?? `http://localhost:${localPort}`).replace(
    /\/+$/,
    '',
  )
  if (!isWebAddress(basisUrl)) {
    refuse(
      'STICHTAG_BASIS_URL',
      `„${basisUrl}“ ist keine Adresse. Erwartet wird zum Beispiel https://stichtag.example.`,
    )
  }
  const demo = readBoolean(get('STICHTAG_DEMO') ?? 'ja')
  if (demo === null) refuse('STICHTAG_DEMO', 'Erlaubt ist „ja“ oder „nein“.')
  const rollen = (get('STICHTAG_ROLLEN') ?? ROLLEN.join(','))
    .split(',')
    .map((rolle) => rolle.trim())
  if (!rollen.every((rolle) => ROLLEN.some((known) => known === rolle))) {
    refuse('STICHTAG_ROLLEN', `Erlaubt sind ${ROLLEN.join(', ')}, durch Komma getrennt.`)
  }
  const xzufiWurzel = get('STICHTAG_XZUFI_WURZEL') ?? null
  if (xzufiWurzel !== null && !/^[A-Za-z_][\w.-]*$/.test(xzufiWurzel)) {
    refuse('STICHTAG_XZUFI_WURZEL', `„${xzufiWurzel}“ kann in XML kein Elementname sein.`)
  }
  const logLevel = get('STICHTAG_LOG') ?? 'info'
  if (!LOG_LEVELS.includes(logLevel))
    refuse('STICHTAG_LOG', `Erlaubt sind ${LOG_LEVELS.join(', ')}.`)
  const proxies = Number(get('STICHTAG_PROXIES') ?? '0')
  if (!Number.isInteger(proxies) || proxies < 0 || proxies > 10) {
    refuse(
      'STICHTAG_PROXIES',
      'Erlaubt ist eine ganze Zahl von 0 bis 10: wie viele Proxys vor Stichtag stehen.',
    )
  }
  const smtpUrl = get('STICHTAG_SMTP_URL') ?? null
  const mailVon = get('STICHTAG_MAIL_VON') ?? null
  // The value is never repeated: it holds a password.
  if (smtpUrl !== null && !isMailServer(smtpUrl)) {
    refuse(
      'STICHTAG_SMTP_URL',
      'Erlaubt ist die Adresse eines Mailservers, zum Beispiel „smtp://name:passwort@mail.example:587“ oder „smtps://…“.',
    )
  }
  if (mailVon !== null && !SENDER.test(mailVon)) {
    refuse(
      'STICHTAG_MAIL_VON',
      'Erlaubt ist eine E-Mail-Adresse, zum Beispiel „Stichtag <stichtag@land.example>“.',
    )
  }
  if ((smtpUrl === null) !== (mailVon === null)) {
    refuse(
      smtpUrl === null ? 'STICHTAG_SMTP_URL' : 'STICHTAG_MAIL_VON',
      'Diese Angabe fehlt. Für E-Mails braucht Stichtag Mailserver und Absender; ohne beide verschickt es keine.',
    )
  }
  if (fehler.length > 0) return { ok: false, fehler }

  const xsd = get('STICHTAG_XZUFI_XSD')
  return {
    ok: true,
    value: {
      port,
      databaseUri: absoluteFile(databaseUri, root),
      daten,
      secret,
      agencyId,
      basisUrl,
      demo: demo ?? true,
      rollen: rollen as Prozessrolle[],
      xzufiXsd: xsd === undefined ? null : path.resolve(root, xsd),
      xzufiWurzel,
      logLevel,
      proxies,
      smtpUrl,
      mailVon,
    },
  }
}

/** The wrong values as lines for a person. */
export function describeFehler(fehler: readonly Konfigurationsfehler[]): string {
  return ['Stichtag kann so nicht starten. Bitte prüfen Sie diese Einstellungen:']
    .concat(fehler.map(({ variable, hinweis }) => `  ${variable}: ${hinweis}`))
    .join('\n')
}

function absoluteFile(uri: string, root: string): string {
  return uri.startsWith('file:') ? `file:${path.resolve(root, uri.slice('file:'.length))}` : uri
}

function readBoolean(text: string): boolean | null {
  if (['ja', 'true', '1', 'yes'].includes(text.toLowerCase())) return true
  return ['nein', 'false', '0', 'no'].includes(text.toLowerCase()) ? false : null
}

/** An address, alone or behind a name: `Stichtag <stichtag@land.example>`. */
const SENDER = /^(?:[^<>@\r\n]+<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/

function isMailServer(text: string): boolean {
  try {
    const { protocol, hostname } = new URL(text)
    return ['smtp:', 'smtps:'].includes(protocol) && hostname !== ''
  } catch {
    return false
  }
}

function isWebAddress(text: string): boolean {
  try {
    return ['http:', 'https:'].includes(new URL(text).protocol)
  } catch {
    return false
  }
}
