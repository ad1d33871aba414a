import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import {
  ParseOption,
  XmlDocument,
  XmlElement,
  XmlLibError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Regel, Verstoss } from './befund.ts'
import { XZUFI_NAMESPACE } from './present.ts'

/** A compiled schema. It lives in WebAssembly memory: dispose of it when it is no longer needed. */
export type Schema = {
  /** Where the document breaks the schema; nothing: it is valid. */
  readonly validate: (bytes: Uint8Array) => readonly Verstoss[]
  readonly dispose: () => void
}

/** Our profile schema, relative to the root of the project. */
const PROFIL_DATEI = 'exporters/xzufi/schema/xzufi-profil-2.2.0.xsd'

/**
 * Our profile schema for documents whose root has this local name. The file declares its root as
 * `WURZEL`; the name is set here. Throws when the file is missing or broken: it is ours.
 */
export async function loadProfil(projectRoot: string, wurzel: string): Promise<Schema> {
  const bytes = await readFile(path.join(projectRoot, PROFIL_DATEI))
  return compiled(XmlDocument.fromBuffer(bytes, { option: SAFE }), 'schema-profil', ({ root }) => {
    const declaration = root.get('xs:element', { xs: XSD_NAMESPACE })
    if (!(declaration instanceof XmlElement)) throw new Error('the profile schema declares no root')
    declaration.setAttr('name', wurzel)
  })
}

/**
 * The official schema from an operator's folder (`STICHTAG_XZUFI_XSD`): all files of the XZuFi
 * namespace, with what they include and import. Everything is looked for inside the folder, also what
 * a file names by its address on the web (by the end of its path); nothing is fetched. Problem:
 * `export-is-invalid` with the folder, when it holds no such schema, or one that is incomplete.
 */
export async function officialSchema(folder: string): Promise<Result<Schema>> {
  const files = await readSchemas(folder).catch(() => new Map<string, Buffer>())
  const entries = [...files].filter(([, bytes]) => targetNamespace(bytes) === XZUFI_NAMESPACE)
  if (entries.length === 0) {
    return failed(
      unusable(folder, `Der Ordner enthält kein XSD mit dem Namensraum ${XZUFI_NAMESPACE}.`),
    )
  }
  const missing = new Set<string>()
  try {
    const schema = withFolder(files, missing, () => compileDriver(entries.map(([name]) => name)))
    if (missing.size === 0) return success(schema)
    schema.dispose()
    return failed(unusable(folder, missingSentence(missing)))
  } catch (error) {
    if (!(error instanceof XmlLibError)) throw error
    const sentence = missing.size > 0 ? missingSentence(missing) : error.message.trim()
    return failed(unusable(folder, sentence))
  }
}

const XSD_NAMESPACE = 'http://www.w3.org/2001/XMLSchema'

/** Address under which the folder's files are known while a schema is compiled; `.invalid` is never resolved. */
const BASE = 'http://stichtag.invalid/'

/** Nothing is loaded from outside; line numbers above 65,535 are right. */
const SAFE: ParseOption =
  ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_BIG_LINES

/** Compiles what `prepare` leaves of a schema document. The document stays: the compiled schema points into it. */
function compiled(
  document: XmlDocument,
  regel: Regel,
  prepare: (document: XmlDocument) => void,
): Schema {
  try {
    prepare(document)
    const validator = XsdValidator.fromDoc(document)
    return {
      validate: (bytes) => validateWith(validator, bytes, regel),
      dispose: () => {
        validator.dispose()
        document.dispose()
      },
    }
  } catch (error) {
    document.dispose()
    throw error
  }
}

function validateWith(
  validator: XsdValidator,
  bytes: Uint8Array,
  regel: Regel,
): readonly Verstoss[] {
  try {
    return withDocument(bytes, (document) => {
      try {
        validator.validate(document)
        return []
      } catch (error) {
        return verstoesse(error, regel)
      }
    })
  } catch (error) {
    return verstoesse(error, 'wohlgeformt')
  }
}

function verstoesse(error: unknown, regel: Regel): readonly Verstoss[] {
  if (!(error instanceof XmlLibError)) throw error
  return error.details.map(({ message, line }) => ({
    regel,
    zeile: line,
    meldung: message.trim().replaceAll(`{${XZUFI_NAMESPACE}}`, ''),
  }))
}

function withDocument<T>(bytes: Uint8Array, use: (document: XmlDocument) => T): T {
  const document = XmlDocument.fromBuffer(bytes, { option: SAFE })
  try {
    return use(document)
  } finally {
    document.dispose()
  }
}

/** All XSD files of the folder, by their path in it with `/`. */
async function readSchemas(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = await readdir(folder, { recursive: true })
  const files = new Map<string, Buffer>()
  for (const name of names.filter((each) => each.endsWith('.xsd')).sort()) {
    files.set(name.split(path.sep).join('/'), await readFile(path.join(folder, name)))
  }
  return files
}

function targetNamespace(bytes: Buffer): string | null {
  try {
    return withDocument(bytes, ({ root }) => root.attr('targetNamespace')?.value ?? null)
  } catch {
    // Not XML: whoever includes it will say so.
    return null
  }
}

/** A schema of the XZuFi namespace that includes the given files. */
function compileDriver(names: readonly string[]): Schema {
  return compiled(XmlDocument.create(), 'schema-amtlich', (document) => {
    const root = document.createRoot('schema', XSD_NAMESPACE, 'xs')
    root.setAttr('targetNamespace', XZUFI_NAMESPACE)
    for (const name of names) {
      root.addElement('include', 'xs').setAttr('schemaLocation', BASE + encodeURI(name))
    }
  })
}

/** Lets libxml2 read from these files only, for as long as `use` runs (it is synchronous). */
function withFolder<T>(files: ReadonlyMap<string, Buffer>, missing: Set<string>, use: () => T): T {
  const open = new Map<number, { readonly bytes: Buffer; at: number }>()
  let handles = 0
  xmlRegisterInputProvider({
    match: () => true,
    open: (address) => {
      const bytes = find(files, address)
      if (!bytes) {
        missing.add(address)
        return undefined
      }
      handles += 1
      open.set(handles, { bytes, at: 0 })
      return handles
    },
    read: (handle, target) => {
      const file = open.get(handle)
      if (!file) return -1
      const part = file.bytes.subarray(file.at, file.at + target.byteLength)
      target.set(part)
      file.at += part.length
      return part.length
    },
    close: (handle) => open.delete(handle),
  })
  try {
    return use()
  } finally {
    xmlCleanupInputProvider()
  }
}

/** A file by its place in the folder; a file from the web by the longest end of its path that is there. */
function find(files: ReadonlyMap<string, Buffer>, address: string): Buffer | undefined {
  if (address.startsWith(BASE)) return files.get(decodeURI(address.slice(BASE.length)))
  const steps = address.replace(/^[a-z]+:\/\//i, '').split('/')
  for (let from = 0; from < steps.length; from += 1) {
    const end = steps.slice(from).join('/')
    const name = [...files.keys()].find((key) => key === end || key.endsWith(`/${end}`))
    if (name !== undefined) return files.get(name)
  }
  return undefined
}

function missingSentence(missing: ReadonlySet<string>): string {
  const names = [...missing].map((address) => address.replace(BASE, ''))
  return `Im Ordner fehlt: ${names.join(', ')}.`
}

function unusable(folder: string, meldung: string): ReturnType<typeof problem> {
  return problem('export-is-invalid', folder, { regel: 'schema-amtlich', meldung })
}
