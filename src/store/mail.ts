import { createTransport } from 'nodemailer'
import type { EmailAdapter, SendEmailOptions } from 'payload'

/** Server and sender of our e-mail, as the environment names them. */
export type Mailkonto = {
  /** `smtp://name:passwort@server:587` or `smtps://…`. */
  readonly smtpUrl: string
  /** `Stichtag <stichtag@land.example>` or the bare address. */
  readonly von: string
}

/** Name of the adapter that sends nothing, because no mail server is configured. */
export const OHNE_MAIL = 'ohne-mail'

/** A server that does not answer must not hold up a process, milliseconds. */
const PATIENCE = 15_000

/**
 * Payload's e-mail, by our own adapter (ADR 10). A transport opens its connection when it sends, so that a mail server
 * which is down keeps nobody from starting. Without an account nothing is sent, and nothing of a mail is written anywhere.
 */
export function createMail(konto: Mailkonto | null): EmailAdapter<{ readonly abgelehnt: number }> {
  const { name, address } = senderOf(konto?.von ?? '')
  const from = { defaultFromName: name, defaultFromAddress: address }
  if (!konto) {
    return ({ payload }) => ({
      ...from,
      name: OHNE_MAIL,
      sendEmail: () => {
        payload.logger.info({ msg: 'no mail server is configured: an e-mail was not sent' })
        return Promise.resolve({ abgelehnt: 0 })
      },
    })
  }
  const transport = createTransport({
    url: konto.smtpUrl,
    connectionTimeout: PATIENCE,
    greetingTimeout: PATIENCE,
    socketTimeout: PATIENCE,
    // Neither a file of the machine nor another host is read because a mail names it.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return () => ({
    ...from,
    name: 'smtp',
    sendEmail: async (message: SendEmailOptions) => {
      const sent = await transport.sendMail({ from: { name, address }, ...message })
      return { abgelehnt: sent.rejected.length }
    },
  })
}

function senderOf(von: string): { readonly name: string; readonly address: string } {
  const named = /^(.+)<([^<>]+)>$/.exec(von)
  const name = named?.[1]?.replace(/"/g, '').trim()
  return { name: name || 'Stichtag', address: named?.[2] ?? (von || 'stichtag@localhost') }
}
