import { execFileSync } from 'node:child_process'

/** Builds the product before the first test that starts it; nothing to do when nothing changed. */
export default function build(): void {
  execFileSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' })
}
