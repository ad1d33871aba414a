import type {
  CollectionBeforeOperationHook,
  FlattenedField,
  SanitizedCollectionConfig,
  SanitizedConfig,
  Where,
} from 'payload'
import { problem } from '#core/errors/problems.ts'
import { problemError } from '#collections/problemError.ts'

/**
 * Nobody searches or sorts a list by the words of texts that another list only points to. Payload asks for the access rules of
 * the list, not of the rows behind its relationships: without this, the number or the order of open rows would tell, letter by
 * letter, what stands in a draft that the person must not see.
 */
export const refuseForeignSearch: CollectionBeforeOperationHook = ({
  args,
  collection,
  overrideAccess,
  req,
}) => {
  const question = args as Question
  if (overrideAccess === true) return args
  const foreign = pathsOf(question, collection, req.payload.config).find(({ root, path }) =>
    entersText(root, path.split('.'), req.payload.config),
  )
  if (foreign) throw problemError(problem('query-is-malformed', foreign.path))
  return args
}

type Question = {
  readonly where?: Where
  readonly sort?: string | readonly string[]
  readonly field?: string
  readonly joins?:
    false | Readonly<Record<string, { readonly where?: Where; readonly sort?: string } | false>>
}
type Path = { readonly root: SanitizedCollectionConfig; readonly path: string }

/** The collection whose rows only some may see. */
const TEXTE = 'fassungen'

function pathsOf(
  { where, sort, field, joins }: Question,
  root: SanitizedCollectionConfig,
  config: SanitizedConfig,
): readonly Path[] {
  const own = [...pathsIn(where), ...sortsOf(sort), ...(field === undefined ? [] : [field])]
  const joined = Object.entries(joins === false ? {} : (joins ?? {})).flatMap(([name, query]) => {
    const target = query === false ? undefined : collectionOf(config, targetOf(root, name))
    if (!target || query === false) return []
    return [...pathsIn(query.where), ...sortsOf(query.sort)].map((path) => ({ root: target, path }))
  })
  return [...own.map((path) => ({ root, path })), ...joined]
}

function pathsIn(where: Where | undefined): readonly string[] {
  if (where === undefined) return []
  return Object.entries(where).flatMap(([name, rule]) => {
    if (!['and', 'or'].includes(name.toLowerCase())) return [name]
    // From an address a list may come as an object with numbers.
    return Object.values(rule as Readonly<Record<string, Where>>).flatMap(pathsIn)
  })
}

function sortsOf(sort: string | readonly string[] | undefined): readonly string[] {
  const sorts = typeof sort === 'string' ? sort.split(',') : (sort ?? [])
  return sorts.map((each) => each.trim().replace(/^-/, ''))
}

function entersText(
  root: SanitizedCollectionConfig,
  path: readonly string[],
  config: SanitizedConfig,
): boolean {
  const [first, ...rest] = path
  // Versions: what is asked of the text itself lies below `version`; its `parent` is the text.
  if (first === 'version') return enters(root.flattenedFields, rest, config)
  if (first === 'parent') return root.slug === TEXTE && rest.length > 0
  return enters(root.flattenedFields, path, config)
}

function enters(
  fields: readonly FlattenedField[],
  [name, ...rest]: readonly string[],
  config: SanitizedConfig,
): boolean {
  const field = fields.find((each) => each.name === name)
  if (!field) return false
  if ('flattenedFields' in field) return enters(field.flattenedFields, rest, config)
  if (field.type === 'join')
    return targetsOf(field.collection).includes(TEXTE) || onwards(field.collection, rest, config)
  if (field.type !== 'relationship' && field.type !== 'upload') return false
  const polymorphic = Array.isArray(field.relationTo)
  const beyond = polymorphic ? rest.slice(1) : rest
  if (beyond.length === 0) return false
  return targetsOf(field.relationTo).includes(TEXTE) || onwards(field.relationTo, beyond, config)
}

function onwards(
  target: string | readonly string[],
  rest: readonly string[],
  config: SanitizedConfig,
): boolean {
  return targetsOf(target).some((slug) => {
    const next = collectionOf(config, slug)
    return next !== undefined && enters(next.flattenedFields, rest, config)
  })
}

function targetsOf(target: string | readonly string[]): readonly string[] {
  return typeof target === 'string' ? [target] : target
}

function targetOf(
  { flattenedFields }: SanitizedCollectionConfig,
  name: string,
): string | undefined {
  const field = flattenedFields.find((each) => each.name === name)
  return field?.type === 'join' ? targetsOf(field.collection)[0] : undefined
}

function collectionOf(
  config: SanitizedConfig,
  slug: string | undefined,
): SanitizedCollectionConfig | undefined {
  return config.collections.find((each) => each.slug === slug)
}
