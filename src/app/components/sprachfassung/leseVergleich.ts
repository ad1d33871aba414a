import type { Modullage } from '#core/fassung/sprachfassung.ts'
import type { Html } from '#core/fassung/module.ts'

/** One module of `GET /api/fassungen/:id/sprachvergleich`. */
export type Vergleichsmodul = {
  readonly modul: string
  readonly titel: string
  readonly lage: Modullage
  /** The German words of now. */
  readonly deutsch: Html | null
  /** The German words that were translated; only where they are others than those of now. */
  readonly vorlage: Html | null
}

/** Answer of `GET /api/fassungen/:id/sprachvergleich`. */
export type Sprachvergleich = {
  /** The German text; null: the document is none, or names none. */
  readonly deutsch: {
    readonly id: string
    readonly titel: string
    readonly istFreigegeben: boolean
  } | null
  readonly module: readonly Vergleichsmodul[]
}

/** All fields of one page ask for the same comparison: it is fetched once for each saved state. */
let known: { readonly key: string; readonly answer: Promise<Sprachvergleich | null> } | undefined

/** Reads a variant beside its German text as it stands since `saved`; null: it cannot be read now. */
export function leseVergleich(id: string, saved: string): Promise<Sprachvergleich | null> {
  const key = `${id}|${saved}`
  if (known?.key !== key) known = { key, answer: ask(id) }
  return known.answer
}

async function ask(id: string): Promise<Sprachvergleich | null> {
  try {
    const answer = await fetch(`/api/fassungen/${encodeURIComponent(id)}/sprachvergleich`, {
      credentials: 'same-origin',
    })
    return answer.ok ? ((await answer.json()) as Sprachvergleich) : null
  } catch {
    return null
  }
}
