import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Aktion, Verhaeltnis, Zustand } from '#core/ablauf/ablauf.ts'

/** Answer of `GET /api/fassungen/:id/schritte`: what the person may do to the text now. */
export type Schritteantwort = {
  readonly zustand: Zustand
  readonly kurzerWeg: boolean
  readonly verhaeltnis: Verhaeltnis
  readonly aktionen: readonly Aktion[]
  /** The person wrote it: somebody else releases it. */
  readonly vierAugen: boolean
  /** Names of some who could. */
  readonly wer: readonly string[]
  /** It corrects what somebody may have read: it is asked for and confirmed by two people (zeit.md, rule 4). */
  readonly berichtigung: boolean
  /** Released as an Eilfall, and nobody else has looked at it yet. */
  readonly eilfallOffen: boolean
}

/** What the table of the house allows with the text of this page; null until it has answered. Asked anew after each save. */
export function useSchritte(): Schritteantwort | null {
  const { id, lastUpdateTime } = useDocumentInfo()
  const [schritte, setSchritte] = useState<Schritteantwort | null>(null)
  useEffect(() => {
    if (id === undefined) return
    const abort = new AbortController()
    const ask = async (): Promise<void> => {
      const answer = await fetch(`/api/fassungen/${encodeURIComponent(String(id))}/schritte`, {
        credentials: 'same-origin',
        signal: abort.signal,
      })
      if (answer.ok) setSchritte((await answer.json()) as Schritteantwort)
    }
    // Without an answer there are no buttons; the page says nothing wrong.
    ask().catch(() => undefined)
    return () => {
      abort.abort()
    }
  }, [id, lastUpdateTime])
  return schritte
}

/** Why there is no button "Freigeben" for the person, or null where there is one or none is expected. */
export function sayWhyNotYet(schritte: Schritteantwort): string | null {
  const { zustand, aktionen, vierAugen, wer, berichtigung } = schritte
  if (berichtigung) return null
  if (aktionen.includes('freigeben')) {
    if (!vierAugen) return null
    const others = wer.length === 0 ? 'eine andere Person' : wer.join(', ')
    return `Sie haben mitgeschrieben. Freigeben kann: ${others}.`
  }
  // Who may not even release in a hurry never releases this text.
  if (!aktionen.includes('eilfall')) return null
  return zustand === 'in-abstimmung'
    ? 'Wartet auf Abstimmung und Fachfreigabe.'
    : 'Braucht vor der Freigabe Abstimmung und Fachfreigabe.'
}
