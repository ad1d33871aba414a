import type { Migration } from 'payload'
import * as migration_20261124_102138_anfang from './20261124_102138_anfang.ts'
import * as migration_20261124_121311_zeit from './20261124_121311_zeit.ts'
import * as migration_20261124_170029_gemeinsam from './20261124_170029_gemeinsam.ts'

/** All migrations of the SQLite file, oldest first. */
export const migrations = [
  { name: '20261124_102138_anfang', up: migration_20261124_102138_anfang.up, down: migration_20261124_102138_anfang.down },
  { name: '20261124_121311_zeit', up: migration_20261124_121311_zeit.up, down: migration_20261124_121311_zeit.down },
  { name: '20261124_170029_gemeinsam', up: migration_20261124_170029_gemeinsam.up, down: migration_20261124_170029_gemeinsam.down },
] as unknown as readonly Migration[]
