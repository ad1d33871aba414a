import type { RedaktionId } from '#core/fassung/fassung.ts'

/** The calendar of a Redaktion: what it is called, and the token that opens it. */
export type Kalenderzugang = { readonly name: string; readonly token: string }

/** Looks the calendar of a Redaktion up; null: there is no such Redaktion. */
export type FindKalender = (redaktionId: RedaktionId) => Promise<Kalenderzugang | null>
