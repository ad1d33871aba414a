import type { Migration } from 'payload'
import * as migration_20261124_102138_anfang from './20261124_102138_anfang.ts'

/** All migrations of the SQLite file, oldest first. */
export const migrations = [
  { name: '20261124_102138_anfang', up: migration_20261124_102138_anfang.up, down: migration_20261124_102138_anfang.down },
] as unknown as readonly Migration[]
