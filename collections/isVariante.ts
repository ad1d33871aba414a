import { VARIANTENSPRACHEN } from '#core/fassung/fassung.ts'

/** Whether a document of the collection `fassungen` is a language variant. */
export function isVariante(data: { readonly sprache?: unknown }): boolean {
  return VARIANTENSPRACHEN.some((sprache) => sprache === data.sprache)
}
