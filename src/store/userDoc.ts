/** The signed-in person as Payload's generated types describe it. */
export type { UserDoc } from '#src/payload-types.ts'
