import type { LeistungV1, ListeV1 } from './present.ts'

/** The bytes of an answer: UTF-8, no white space, keys in the order in which they were presented. */
export function serializeJson(answer: LeistungV1 | ListeV1): Buffer {
  return Buffer.from(JSON.stringify(answer))
}
