import { buildAdmin, buildServer } from './build.mjs'
import { NODE_OPTIONS, root } from './bundle.mjs'
import { loadEnvFile } from './env.mjs'

// `npm start`: builds what changed, then hands over to the supervisor.
loadEnvFile()
const { hash, isAdminCurrent } = await buildServer()
const { checkEnvironment, supervise } = await import('../dist/supervisor.js')
const environment = checkEnvironment(root)
if (environment === null) process.exit(1)
if (!isAdminCurrent) {
  console.log('Stichtag wird gebaut. Das dauert beim ersten Mal ein bis zwei Minuten …')
  await buildAdmin(hash)
}
await supervise(environment, NODE_OPTIONS, root)
