import nextEnv from '@next/env'
import { root } from './bundle.mjs'

/** Reads `.env` beside `package.json`, if there is one. What the environment sets already goes before it. */
export function loadEnvFile() {
  nextEnv.loadEnvConfig(root, false, { info: () => undefined, error: console.error })
}
