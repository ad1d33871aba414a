import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { withPayload } from '@payloadcms/next/withPayload'

// One copy of Payload for us and for Next: with two copies a refused save loses the names of its fields (ADR 0004).
const serverExternalPackages = [
  'payload',
  '@payloadcms/db-sqlite',
  '@payloadcms/db-mongodb',
  '@payloadcms/graphql',
  '@libsql/client',
  'htmlparser2',
  'mongodb',
  'nodemailer',
]

export default withPayload(
  {
    poweredByHeader: false,
    serverExternalPackages,
    turbopack: { root: path.dirname(fileURLToPath(import.meta.url)) },
    // Types are checked by `npm run check`, not on the machine of whoever starts the product.
    typescript: { ignoreBuildErrors: true, tsconfigPath: 'tsconfig.build.json' },
  },
  { devBundleServerPackages: false },
)
