import type { RedaktionId } from '#core/fassung/fassung.ts'
import type { Chronik } from '#core/log/chronik.ts'
import type { Objektstand } from '#core/log/ereignis.ts'
import type { Pruefstoff } from '#core/pruefung/zeitleisten/stand.ts'

/** Keys (`objektKey`) of the objects that hang on a Zeitgrenze, or ever did: only these can move. */
export function objektschluessel({ chronik }: { readonly chronik: Chronik }): readonly string[] {
  const keys = new Set([...chronik.abhaengige.values()].flatMap((each) => [...each]))
  return [...keys].flatMap((key) =>
    key.startsWith('objekt|') ? [key.slice('objekt|'.length)] : [],
  )
}

/** Who keeps an object. Areas are kept by nobody's team. */
export function redaktionOfObjekt(
  { objektinhalte }: Pick<Pruefstoff, 'objektinhalte'>,
  objekt: Objektstand,
): RedaktionId | null {
  const wert = 'wert' in objekt ? objekt.wert : objektinhalte.get(objekt.inhalt)
  return ((wert ?? {}) as { readonly redaktionId?: RedaktionId }).redaktionId ?? null
}
