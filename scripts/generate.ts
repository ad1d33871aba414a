import { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'

/**
 * Writes `src/payload-types.ts` and the import map of the admin from the config: `npm run generate`. Payload's own command
 * sometimes ends with 0 without having done anything.
 */
process.env['PAYLOAD_SECRET'] ??= 'only needed to load the config, nothing is signed'
const { default: loading } = await import('../src/payload.config.ts')
const config = await loading
await generateTypes(config)
await generateImportMap(config, { force: true, log: true })
process.exit(0)
