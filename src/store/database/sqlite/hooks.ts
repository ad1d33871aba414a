import type { CollectionConfig, PayloadRequest, SanitizedConfig } from 'payload'
import { connectionOf } from './connection.ts'
import type { Session } from './connection.ts'
import { runInScope } from './scope.ts'

type Hook = (...parameters: unknown[]) => unknown
type Hooks = Record<string, unknown>
type Request = Partial<PayloadRequest>
type WithFields = {
  readonly hooks?: Hooks
  readonly fields?: readonly WithFields[]
  readonly tabs?: readonly WithFields[]
  readonly blocks?: readonly WithFields[]
}

const watchedHooks = new WeakSet<Hook>()

/**
 * Makes every hook of the config know the transaction it runs in. A write inside it that forgot
 * `req` is then refused instead of waiting for itself, and a hook that swallowed the error of a
 * nested operation cannot go on as if nothing had happened.
 */
export function watchHooks(config: SanitizedConfig): void {
  config.collections.forEach(announceForgottenPassword)
  const seen = new WeakSet<object>()
  for (const entity of [...config.collections, ...config.globals, ...(config.blocks ?? [])]) {
    watchEntity(entity as unknown as WithFields, seen)
  }
}

/** What stays the same when a request is copied or wrapped: its data loader. */
export function identityOf(req: Request | undefined): object | undefined {
  return req?.payloadDataLoader
}

/** The open transaction of a request, remembered for writes of the same request without its id. */
export function sessionOf(req: Request | undefined): Session | undefined {
  const connection = req?.payload && connectionOf(req.payload.db)
  const session = connection?.session(req?.transactionID)
  const identity = identityOf(req)
  if (session && identity) connection?.requests.set(identity, session.transaction)
  return session
}

function watchEntity(entity: WithFields, seen: WeakSet<object>): void {
  if (seen.has(entity)) return
  seen.add(entity)
  if (entity.hooks) watchAll(entity.hooks)
  for (const children of [entity.fields, entity.tabs, entity.blocks]) {
    children?.forEach((child) => watchEntity(child, seen))
  }
}

function watchAll(hooks: Hooks): void {
  for (const [name, list] of Object.entries(hooks)) {
    if (Array.isArray(list)) hooks[name] = list.map((hook) => watch(hook as Hook))
  }
}

function watch(hook: Hook): Hook {
  if (watchedHooks.has(hook)) return hook
  const watched: Hook = (...parameters) => {
    const req = requestOf(parameters[0])
    const session = sessionOf(req)
    const connection = req?.payload && connectionOf(req.payload.db)
    if (!session || !connection) return hook(...parameters)
    return runInScope(connection.scopes, session.transaction, () => hook(...parameters))
  }
  watchedHooks.add(watched)
  return watched
}

function requestOf(parameter: unknown): Request | undefined {
  const { req, args } = (parameter ?? {}) as { req?: Request; args?: { req?: Request } }
  return req ?? args?.req
}

/**
 * Payload's forgotPassword opens a transaction and then reserves the address outside of it, which
 * would wait for itself. A hook that does nothing lets us see the transaction first.
 */
function announceForgottenPassword(collection: Pick<CollectionConfig, 'auth' | 'hooks'>): void {
  if (!collection.auth || !collection.hooks) return
  collection.hooks.beforeOperation = [
    ...(collection.hooks.beforeOperation ?? []),
    ({ args }) => args,
  ]
}
