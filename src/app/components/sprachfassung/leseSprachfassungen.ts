import type { Variantensprache } from '#core/fassung/fassung.ts'

/** One language variant of a German text, as `GET /api/fassungen/:id/sprachfassungen` names it. */
export type Sprachfassung = {
  readonly id: string
  readonly sprache: Variantensprache
  readonly zustand: string
  readonly maschinell: boolean
  /** Labels of the modules that are not translated. */
  readonly fehlt: readonly string[]
  /** Labels of the modules that are translated from other German words than those of now. */
  readonly veraltet: readonly string[]
  /** Nothing is left to translate. */
  readonly istFertig: boolean
  /** The person wrote it, so somebody else releases it. */
  readonly vierAugen: boolean
}

/** The variants of the text that the person may see; none where they cannot be read now. */
export async function leseSprachfassungen(id: string): Promise<readonly Sprachfassung[]> {
  try {
    const answer = await fetch(`/api/fassungen/${encodeURIComponent(id)}/sprachfassungen`, {
      credentials: 'same-origin',
    })
    if (!answer.ok) return []
    const { sprachfassungen } = (await answer.json()) as {
      readonly sprachfassungen: readonly Sprachfassung[]
    }
    return sprachfassungen
  } catch {
    return []
  }
}

/** Those that can be released together with their text: at the desk, finished or begun. */
export async function leseMitfreigaben(id: string): Promise<readonly Sprachfassung[]> {
  const found = await leseSprachfassungen(id)
  return found.filter(({ zustand }) => zustand === 'entwurf')
}
