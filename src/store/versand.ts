import type { Payload, Where } from 'payload'
import { clockOf } from '#store/ports.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'

/** What one look at the notifications has sent. */
export type Versandbericht = { readonly versendet: number; readonly gescheitert: number }

/** Older ones are read in the application: who configures e-mail later is not flooded. Milliseconds. */
const NOT_OLDER_THAN = 3 * 24 * 60 * 60 * 1000
/** A sending that failed or whose process died is tried again after this time, milliseconds. */
const AGAIN_AFTER = 10 * 60 * 1000
/** Mails per look, so that a process that is told to stop can stop. */
const MOST_AT_ONCE = 50

/**
 * Sends the notifications that nobody has sent yet to the members of their Redaktion who want e-mail. Each is held by one
 * process at a time. A mail that could not be sent stays and is tried again later; a crash between the server's
 * acceptance and our note of it can send one twice, none is lost.
 */
export async function sendBenachrichtigungen(
  payload: Payload,
  {
    basisUrl,
    mayGoOn = () => true,
  }: { readonly basisUrl: string; readonly mayGoOn?: () => boolean },
): Promise<Versandbericht> {
  const recipients = await recipientsOf(payload)
  let versendet = 0
  let gescheitert = 0
  for (const row of await unsent(payload, [...recipients.keys()])) {
    if (!mayGoOn()) break
    if (!(await claim(payload, row))) continue
    try {
      const { abgelehnt } = (await payload.sendEmail({
        to: [...(recipients.get(row.redaktion) ?? [])],
        subject: row.titel,
        text: mailOf(row, basisUrl),
        // Answers of absence to a machine help nobody (RFC 3834).
        headers: { 'Auto-Submitted': 'auto-generated' },
      })) as { readonly abgelehnt: number }
      if (abgelehnt > 0)
        payload.logger.warn({ id: row.id, abgelehnt, msg: 'a recipient refused an e-mail' })
      await markSent(payload, row)
      versendet += 1
    } catch (error) {
      gescheitert += 1
      payload.logger.warn({ id: row.id, fehler: codeOf(error), msg: 'an e-mail is sent later' })
      // What the server says of one mail is no reason to keep the others; that it does not answer is.
      if (!isAboutTheMail(error)) break
    }
  }
  return { versendet, gescheitert }
}

type Row = {
  readonly id: string
  readonly folgenummer: number
  readonly titel: string
  readonly text: string
  readonly ziel: string
  readonly redaktion: string
}

/** Who wants e-mail, by Redaktion. */
async function recipientsOf(payload: Payload): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { docs } = await payload.db.find<{ id: string; email: string; redaktion?: string | null }>({
    collection: 'users',
    where: {
      and: [
        { mailBenachrichtigung: { equals: true } },
        { redaktion: { exists: true } },
        // Whoever may not read it in the application gets no mail of it either.
        {
          rolle: { in: ['administration', 'landesredaktion', 'kommunalredaktion', 'fachressort'] },
        },
      ],
    },
    sort: 'id',
    limit: 0,
    pagination: false,
  })
  const recipients = new Map<string, Set<string>>()
  for (const { email, redaktion } of docs) {
    if (!redaktion) continue
    const known = recipients.get(redaktion) ?? new Set()
    recipients.set(redaktion, known.add(email))
  }
  return recipients
}

/** The oldest first; without those that a process is sending, or has tried a short while ago. */
async function unsent(payload: Payload, redaktionen: readonly string[]): Promise<readonly Row[]> {
  if (redaktionen.length === 0) return []
  const since = (age: number): string => new Date(now(payload) - age).toISOString()
  const { docs } = await payload.db.find<Row>({
    collection: 'benachrichtigungen',
    where: {
      and: [
        { redaktion: { in: [...redaktionen] } },
        { versendetAm: { exists: false } },
        { zeitpunkt: { greater_than: since(NOT_OLDER_THAN) } },
      ],
    },
    sort: 'folgenummer',
    limit: 0,
    pagination: false,
  })
  if (docs.length === 0) return []
  const { docs: held } = await payload.db.find<{ id: string }>({
    collection: 'projektionen',
    where: {
      and: [
        { id: { in: docs.map(({ id }) => `${HELD}${id}`) } },
        { updatedAt: { greater_than: since(AGAIN_AFTER) } },
      ],
    },
    limit: 0,
    pagination: false,
  })
  const busy = new Set(held.map(({ id }) => id))
  return docs.filter(({ id }) => !busy.has(`${HELD}${id}`)).slice(0, MOST_AT_ONCE)
}

/** Rows of `projektionen`: a notification that a process is sending. */
const HELD = 'versand|'

/** Makes the sending ours; false when another process holds it, or tried it a short while ago. */
async function claim(payload: Payload, { id, folgenummer }: Row): Promise<boolean> {
  const collection = 'projektionen'
  const instant = new Date(now(payload)).toISOString()
  const expired = new Date(now(payload) - AGAIN_AFTER).toISOString()
  const held = `${HELD}${id}`
  try {
    await payload.db.create({
      collection,
      data: { id: held, folgenummer, createdAt: instant, updatedAt: instant },
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    const where: Where = {
      and: [{ id: { equals: held } }, { updatedAt: { less_than_equal: expired } }],
    }
    // One statement: of several processes one finds the row as it was.
    const options = { atomic: true } as const
    const taken: unknown = await payload.db.updateOne({
      collection,
      where,
      data: { folgenummer, updatedAt: instant },
      options,
    })
    if (taken === null) return false
  }
  // Another process may have sent it between our look and our claim.
  const { totalDocs } = await payload.db.count({
    collection: 'benachrichtigungen',
    where: { and: [{ id: { equals: id } }, { versendetAm: { exists: false } }] },
  })
  if (totalDocs === 0) await release(payload, id)
  return totalDocs > 0
}

async function markSent(payload: Payload, { id }: Row): Promise<void> {
  const versendetAm = new Date(now(payload)).toISOString()
  await payload.db.updateOne({
    collection: 'benachrichtigungen',
    id,
    data: { versendetAm },
    returning: false,
  })
  await release(payload, id)
}

async function release(payload: Payload, id: string): Promise<void> {
  await payload.db.deleteMany({
    collection: 'projektionen',
    where: { id: { equals: `${HELD}${id}` } },
  })
}

function now(payload: Payload): number {
  return Date.parse(clockOf(payload)().zeitpunkt)
}

/** Paths of ours become addresses: a mail is read elsewhere. */
function mailOf({ titel, text, ziel }: Row, basisUrl: string): string {
  return [
    'Guten Tag,',
    '',
    titel,
    '',
    text.replace(/ (\/admin\/\S+)$/gm, `\n  ${basisUrl}$1`),
    '',
    `Mehr dazu: ${basisUrl}${ziel}`,
    '',
    '-- ',
    'Stichtag verschickt diese Nachricht an die Mitglieder Ihrer Redaktion.',
    `Abbestellen: ${basisUrl}/admin/account, „Benachrichtigungen auch als E-Mail“.`,
    '',
  ].join('\n')
}

function isAboutTheMail(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return code === 'EENVELOPE' || code === 'EMESSAGE'
}

/** What went wrong, without addresses or passwords: code of the machine, answer of the server. */
function codeOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const said = typeof responseCode === 'number' ? ` ${responseCode}` : ''
  return typeof code === 'string' ? `${code}${said}` : 'unbekannt'
}
