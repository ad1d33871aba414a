import type { Rolle } from '#core/ablauf/ablauf.ts'

/**
 * Whether an account of the one role may represent one of the other. A deputy gets the Redaktion of the represented person
 * and never the role: so only the same role fits, or a higher one that can do the work anyway. The technical approval of a
 * Fachressort is given by a Fachressort only.
 */
export function darfVertreten({
  vertretung,
  vertretene,
}: {
  readonly vertretung: Rolle
  readonly vertretene: Rolle
}): boolean {
  return VERTRETBAR[vertretung].includes(vertretene)
}

const VERTRETBAR: Readonly<Record<Rolle, readonly Rolle[]>> = {
  administration: ['administration', 'landesredaktion', 'kommunalredaktion'],
  landesredaktion: ['landesredaktion', 'kommunalredaktion'],
  kommunalredaktion: ['kommunalredaktion'],
  fachressort: ['fachressort'],
  auskunft115: [],
  lesend: [],
}
