import type { CollectionConfig } from 'payload'
import {
  hasRolle,
  isAdministration,
  isAdministrationField,
  isSelfOrAdministration,
} from '#collections/access.ts'
import { aufgabenEndpoints } from '#collections/aufgabenEndpoints.ts'
import { codes, idField } from '#collections/fields.ts'
import { kollegenEndpoints } from '#collections/kollegenEndpoints.ts'
import { protokollverweis } from '#collections/protokollverweis.ts'
import { letFirstRule } from '#collections/hooks.ts'
import { protokollHooks, redaktionOfDoc, rememberPassword } from '#collections/protokollHooks.ts'
import { noteVertretene, vertreteneField } from '#collections/vertretene.ts'

const { noteChange, noteDelete } = protokollHooks({
  name: 'konto',
  collection: 'users',
  // What authentication keeps for itself; a new password is told apart (`rememberPassword`).
  ohne: [
    'vertretene',
    'password',
    'hash',
    'salt',
    'loginAttempts',
    'lockUntil',
    'resetPasswordToken',
    'resetPasswordExpiration',
  ],
  werte: ['rolle', 'redaktion'],
  redaktionId: redaktionOfDoc,
})

/** Accounts of editors, agents and readers. */
export const Users: CollectionConfig = {
  slug: 'users',
  typescript: { interface: 'UserDoc' },
  labels: { singular: 'Konto', plural: 'Konten' },
  auth: {
    // The account comes with its Redaktion, which says for whom else the person may write.
    depth: 1,
    tokenExpiration: 8 * 60 * 60,
    maxLoginAttempts: 8,
    lockTime: 10 * 60 * 1000,
    forgotPassword: {
      generateEmailSubject: () => 'Stichtag: neues Passwort',
      generateEmailHTML: ({ token } = {}) => passwortMail(String(token)),
    },
    cookies: {
      sameSite: 'Strict',
      secure: (process.env['STICHTAG_BASIS_URL'] ?? '').startsWith('https:'),
    },
  },
  access: {
    admin: ({ req }) => req.user !== null,
    create: isAdministration,
    read: isSelfOrAdministration,
    update: isSelfOrAdministration,
    delete: isAdministration,
    unlock: isAdministration,
  },
  admin: {
    group: 'Verwaltung des Landes',
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'rolle', 'redaktion'],
    description: 'Wer sich anmelden darf und was er tun darf.',
    hidden: ({ user }) => !hasRolle({ user } as never, 'administration'),
  },
  defaultSort: 'name',
  endpoints: [...aufgabenEndpoints, ...kollegenEndpoints],
  hooks: {
    beforeValidate: [letFirstRule],
    beforeChange: [rememberPassword],
    afterRead: [noteVertretene],
    afterChange: [noteChange],
    afterDelete: [noteDelete],
  },
  fields: [
    idField,
    { name: 'name', type: 'text', label: 'Name', required: true, saveToJWT: true },
    {
      name: 'rolle',
      type: 'select',
      label: 'Rolle',
      required: true,
      defaultValue: 'lesend',
      saveToJWT: true,
      access: { update: isAdministrationField },
      options: codes({
        administration: 'Administration',
        landesredaktion: 'Landesredaktion',
        kommunalredaktion: 'Kommunalredaktion',
        fachressort: 'Fachressort',
        auskunft115: 'Auskunft 115',
        lesend: 'Lesend',
      }),
    },
    {
      name: 'redaktion',
      type: 'relationship',
      relationTo: 'redaktionen',
      label: 'Redaktion',
      access: { update: isAdministrationField },
    },
    {
      name: 'mailBenachrichtigung',
      type: 'checkbox',
      label: 'Benachrichtigungen auch als E-Mail',
      defaultValue: true,
    },
    vertreteneField,
    protokollverweis,
  ],
}

/** Our own address, never the host that a request names: a forged one would carry the token away. */
function passwortMail(token: string): string {
  const port = process.env['PORT']?.trim() || '3000'
  const basis = process.env['STICHTAG_BASIS_URL']?.trim() || `http://localhost:${port}`
  const address = `${basis.replace(/\/+$/, '')}/admin/reset/${encodeURIComponent(token)}`
  return [
    '<p>Guten Tag,</p>',
    '<p>jemand möchte für Ihr Konto bei Stichtag ein neues Passwort vergeben. Wenn Sie das sind, öffnen Sie bitte diese Adresse; sie gilt eine Stunde:</p>',
    `<p><a href="${address}">${address}</a></p>`,
    '<p>Wenn Sie es nicht sind, müssen Sie nichts tun. Ihr Passwort bleibt, wie es ist.</p>',
  ].join('\n')
}
