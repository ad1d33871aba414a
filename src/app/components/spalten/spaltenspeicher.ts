import { useSyncExternalStore } from 'react'

/** A part of a column: who says it, and its words as `Html`. */
export type Teil = {
  readonly von: string
  readonly ebene: string
  readonly istEigen: boolean
  readonly html: string
}

/** One module in three columns, as `GET /api/fassungen/:id/schichten` answers. */
export type Modul = {
  readonly modul: string
  readonly titel: string
  readonly geerbt: readonly Teil[]
  readonly ergebnis: readonly Teil[]
  readonly wirkung:
    'gilt' | 'gesperrt' | 'nur-ergaenzen' | 'ohne-rueckmeldung' | 'ohne-grundlage' | null
  readonly sperre: {
    readonly art: 'unveraenderlich' | 'nur-ergaenzen'
    readonly grund: string | null
    readonly ebene: string
  } | null
  /** Last day to answer in a Schweigefrist that runs, `YYYY-MM-DD`. */
  readonly fristende: string | null
  readonly hinweis: { readonly ab: string; readonly tag: string } | null
}

/** All modules of one text; null: it inherits nothing. */
export type Spalten = {
  readonly stichtag: string | null
  readonly module: readonly Modul[] | null
}

/** What the forms that are open now show, by document: one asks, all its columns read. */
const stand = new Map<string, Spalten>()
const listeners = new Set<() => void>()

/** Key of a form: the id of its document, or that of the one that is being begun. */
export function formKey(id: string | number | undefined): string {
  return id === undefined ? '' : String(id)
}

/** Shows the columns of a form; null: its form is gone. */
export function publish(key: string, spalten: Spalten | null): void {
  if (spalten) stand.set(key, spalten)
  else stand.delete(key)
  for (const listener of listeners) listener()
}

/** The columns of one module, and the day that they are of; null while they are not known or where there are none. */
export function useModulspalten(
  key: string,
  modul: string,
): { readonly stichtag: string; readonly spalten: Modul } | null {
  const spalten = useSyncExternalStore(
    subscribe,
    () => stand.get(key),
    () => undefined,
  )
  const found = spalten?.module?.find((each) => each.modul === modul)
  return found && spalten?.stichtag ? { stichtag: spalten.stichtag, spalten: found } : null
}

/** The modules whose inherited text changes, with the day; nobody has decided about them yet. */
export function useHinweise(
  key: string,
): readonly (Pick<Modul, 'modul' | 'titel'> & { readonly tag: string })[] {
  const spalten = useSyncExternalStore(
    subscribe,
    () => stand.get(key),
    () => undefined,
  )
  return (spalten?.module ?? []).flatMap(({ modul, titel, hinweis }) =>
    hinweis ? [{ modul, titel, tag: hinweis.tag }] : [],
  )
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
