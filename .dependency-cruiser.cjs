// The room table of CONTRIBUTING.md. Whatever is not listed is forbidden.

const room = {
  core: '^src/core/',
  ports: '^src/ports/',
  commands: '^src/commands/',
  search: '^src/search/',
  store: '^src/store/',
  migrations: '^src/migrations/',
  jobs: '^src/jobs/',
  feed: '^src/feed/',
  feedReaders: '^src/feed/read',
  delivery: '^src/delivery/',
  app: '^src/app/',
  imports: '^src/imports/',
  cli: '^src/cli/',
  // What every process of ours reads first: settings and secret.
  environment: '^src/environment(\\.test)?\\.ts$|^src/server/secret\\.ts$',
  wiring: '^src/wiring\\.ts$',
  start: '^src/(start[^/]*|web|work)\\.ts$|^src/server/',
  payloadConfig: '^src/payload\\.config\\.ts$',
  payloadTypes: '^src/payload-types\\.ts$',
  collections: '^collections/',
  exporters: '^exporters/',
  seed: '^seed/',
  outside: '^(tests|bench|scripts)/|^[^/]+\\.(js|cjs|mjs|ts)$',
}

const payload = ['payload', '@payloadcms/[^/]+']
const next = ['next', 'react', 'react-dom']
const xml = ['fast-xml-parser', 'fast-xml-builder', 'saxes', 'libxml2-wasm']
const express = ['express', 'helmet', 'compression', 'express-rate-limit', 'pino', 'pino-http']

const unitTest = '\\.test\\.tsx?$'
const generated = '^src/app/\\(payload\\)/admin/importMap\\.js$'

/**
 * `rooms`: what it may import besides itself. `packages`: names, as regular expressions.
 * `node`: whether it may import Node's modules.
 */
const table = [
  { name: 'core', may: { rooms: [], packages: [], node: false } },
  { name: 'ports', may: { rooms: ['core'], packages: [], node: false } },
  { name: 'commands', may: { rooms: ['core', 'ports'], packages: [], node: false } },
  { name: 'search', may: { rooms: ['core', 'ports'], packages: ['minisearch'], node: false } },
  {
    name: 'store',
    may: {
      rooms: ['core', 'ports', 'migrations', 'payloadTypes'],
      // htmlparser2: released texts are HTML, the editors' documents are not. nodemailer: Payload's e-mail.
      packages: [
        ...payload,
        '@libsql/client',
        'drizzle-orm',
        'mongodb',
        'htmlparser2',
        'nodemailer',
      ],
      node: true,
    },
  },
  { name: 'migrations', may: { rooms: [], packages: payload, node: true } },
  {
    name: 'collections',
    may: { rooms: ['core', 'ports', 'commands', 'store'], packages: payload, node: true },
  },
  {
    name: 'jobs',
    may: { rooms: ['core', 'ports', 'commands'], packages: ['node-cron'], node: true },
  },
  {
    name: 'feed',
    may: {
      rooms: ['core', 'ports', 'commands'],
      packages: [...express, 'ical-generator'],
      node: true,
    },
  },
  // Transport libraries are named here when the first one comes.
  { name: 'delivery', may: { rooms: ['core', 'ports', 'commands'], packages: [], node: true } },
  // Readers of files that others wrote.
  { name: 'imports', may: { rooms: ['core', 'ports'], packages: xml, node: true } },
  {
    name: 'app',
    may: {
      rooms: ['core', 'commands', 'feedReaders', 'payloadConfig'],
      packages: [...payload, ...next, 'diff'],
      node: true,
    },
  },
  {
    name: 'cli',
    may: {
      rooms: ['core', 'ports', 'commands', 'imports', 'wiring', 'environment'],
      packages: ['commander', 'cli-progress'],
      node: true,
    },
  },
]

/** An exporter is a room of its own: `$1` is its folder. */
const exporter = {
  from: '^exporters/([^/]+)/',
  allowed: ['^exporters/$1/', room.core, room.ports, ...paths(xml)],
}

module.exports = {
  forbidden: [
    ...table.flatMap(({ name, may }) =>
      rulesFor({
        name,
        from: room[name],
        allowed: [room[name], ...may.rooms.map((other) => room[other]), ...paths(may.packages)],
        node: may.node,
      }),
    ),
    ...rulesFor({ name: 'exporters', ...exporter, node: true }),
    {
      name: 'homeless',
      severity: 'error',
      comment: 'This file lies in no room. Put it into one, or add the room to the table.',
      from: { path: '^(src|collections|exporters)/', pathNot: Object.values(room) },
      to: {},
    },
    {
      name: 'nothing-imports-seed',
      severity: 'error',
      comment: 'Only a start file and the wiring hand the seed on.',
      from: { pathNot: [room.seed, room.outside, room.start, room.wiring, unitTest] },
      to: { path: room.seed },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      comment: 'Tests, benchmarks and scripts are ends: only tests share their factories.',
      from: { pathNot: [room.outside, unitTest] },
      to: { path: `^(tests|bench|scripts)/|${unitTest}` },
    },
    {
      name: 'nothing-imports-a-start-file',
      severity: 'error',
      comment: 'A start file is where a process begins.',
      from: { pathNot: [room.start, room.payloadConfig, room.seed, room.outside, unitTest] },
      to: { path: room.start, pathNot: room.environment },
    },
    {
      name: 'not-found',
      severity: 'error',
      comment: 'The import leads nowhere.',
      from: { pathNot: generated },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|data|\\.cache)/|^next-env\\.d\\.ts$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
    },
  },
}

/** One rule for the code of a room, one for the unit tests beside it. */
function rulesFor({ name, from, allowed, node }) {
  // What leads nowhere is reported once, by `not-found`.
  const found = { couldNotResolve: false, ...(node ? { dependencyTypesNot: ['core'] } : {}) }
  return [
    {
      name,
      severity: 'error',
      comment: `${name} may not import this: see the room table in CONTRIBUTING.md.`,
      from: { path: from, pathNot: [unitTest, generated] },
      to: { pathNot: allowed, ...found },
    },
    {
      name: `${name}-unit-tests`,
      severity: 'error',
      comment: `A unit test of ${name} may import what ${name} may, and the test libraries.`,
      from: { path: `${from}.*${unitTest}` },
      to: {
        pathNot: [...allowed, '^tests/', ...paths(['vitest', 'fast-check', 'supertest'])],
        ...found,
      },
    },
  ]
}

function paths(packages) {
  return packages.map((name) => `^node_modules/(@types/)?${name}/`)
}
