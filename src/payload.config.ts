import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { de } from '@payloadcms/translations/languages/de'
import { buildConfig } from 'payload'
import { collections } from '#collections/index.ts'
import { textEditor } from '#collections/editor.ts'
import { deutsch } from '#collections/deutsch.ts'
import { keepToOwn } from '#collections/locks.ts'
import { createDatabase } from '#store/database/createDatabase.ts'
import { createMail } from '#store/mail.ts'
import { migrations } from '#src/migrations/sqlite/index.ts'

// The bundle of the server and the one that Next makes both end up below the root of the project.
const root =
  process.env['STICHTAG_WURZEL'] ?? path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

const smtpUrl = process.env['STICHTAG_SMTP_URL']?.trim()
const mailVon = process.env['STICHTAG_MAIL_VON']?.trim()

/** The CMS: who may see and change what stands in `collections/`. */
const config = buildConfig({
  secret: process.env['PAYLOAD_SECRET'] ?? '',
  db: createDatabase({
    uri: process.env['DATABASE_URI'] ?? `file:${path.join(root, 'data/stichtag.db')}`,
    migrations,
  }),
  email: createMail(smtpUrl && mailVon ? { smtpUrl, von: mailVon } : null),
  collections,
  editor: textEditor,
  admin: {
    user: 'users',
    avatar: 'default',
    dateFormat: 'dd.MM.yyyy HH:mm',
    importMap: { baseDir: root },
    meta: {
      titleSuffix: ' – Stichtag',
      description: 'Redaktionssystem für Leistungsbeschreibungen',
    },
    components: {
      graphics: {
        Logo: '/src/app/components/Logo.tsx#Logo',
        Icon: '/src/app/components/Logo.tsx#Icon',
      },
      actions: ['/src/app/components/Glocke.tsx#Glocke'],
      beforeLogin: ['/src/app/components/OhneMail.tsx#OhneMail'],
      beforeDashboard: ['/src/app/components/Start.tsx#Start'],
      beforeNavLinks: ['/src/app/components/Navigation.tsx#Navigation'],
      views: {
        abstimmungEroeffnen: {
          Component: '/src/app/components/abstimmung/Eroeffnen.tsx#AbstimmungEroeffnen',
          path: '/abstimmung-eroeffnen',
          meta: { title: 'Abstimmung eröffnen' },
        },
        arbeitsliste: {
          Component: '/src/app/components/arbeitsliste/Arbeitsliste.tsx#Arbeitsliste',
          path: '/arbeitsliste',
          meta: { title: 'Meine Aufgaben' },
        },
        aufgaben: {
          Component: '/src/app/components/arbeitsliste/Arbeitsliste.tsx#Arbeitsliste',
          path: '/aufgaben',
          meta: { title: 'Meine Aufgaben' },
        },
        angeboteKlaeren: {
          Component: '/src/app/components/angebote/AngeboteKlaeren.tsx#AngeboteKlaeren',
          path: '/angebote-klaeren',
          meta: { title: 'Bieten wir das an?' },
        },
        nachweis: {
          Component: '/src/app/components/nachweis/Nachweis.tsx#NachweisView',
          path: '/nachweis',
          meta: { title: 'Nachweis' },
        },
        stichtagskalender: {
          Component: '/src/app/components/kalender/Stichtagskalender.tsx#Stichtagskalender',
          path: '/stichtagskalender',
          meta: { title: 'Stichtagskalender' },
        },
      },
    },
    theme: 'light',
  },
  i18n: {
    supportedLanguages: { de },
    fallbackLanguage: 'de',
    translations: { de: deutsch },
  },
  localization: false,
  graphQL: { disable: true },
  telemetry: false,
  // Beside what a command prints for people, never in between.
  logger: {
    options: { name: 'payload', level: process.env['STICHTAG_LOG'] ?? 'info' },
    destination: process.stderr,
  },
  // A refused act is no fault of ours: the person has been told.
  loggingLevels: { APIError: 'info', ValidationError: 'info', Forbidden: 'info', NotFound: 'info' },
  maxDepth: 3,
  defaultDepth: 1,
  bin: [],
  typescript: { outputFile: path.join(root, 'src/payload-types.ts'), autoGenerate: false },
})

export default keepToOwn(config)
