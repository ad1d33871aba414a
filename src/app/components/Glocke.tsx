'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { glockenname } from './glockenname.ts'

/** Pause between two looks, milliseconds. */
const LOOK_EVERY = 60_000

/** How much news waits for the person's Redaktionen, in the header of every page; leads to the work list. */
export function Glocke() {
  const pathname = usePathname()
  const [anzahl, setAnzahl] = useState<number | null>(null)
  useEffect(() => {
    const left = new AbortController()
    const look = (): void => {
      if (document.visibilityState !== 'visible') return
      void countUnread(left.signal).then((found) => {
        // Without an answer the last one stands: a bell that falls silent would be a wrong message.
        if (found !== null) setAnzahl(found)
      })
    }
    look()
    const timer = setInterval(look, LOOK_EVERY)
    window.addEventListener('focus', look)
    return () => {
      left.abort()
      clearInterval(timer)
      window.removeEventListener('focus', look)
    }
    // Whoever goes to another page may have read something there.
  }, [pathname])
  if (anzahl === null) return null
  return (
    <Link
      aria-label={glockenname(anzahl)}
      className="stichtag-glocke"
      href="/admin/arbeitsliste"
      prefetch={false}
      title={glockenname(anzahl)}
    >
      <svg aria-hidden="true" fill="none" height="20" viewBox="0 0 20 20" width="20">
        <path
          d="M10 2.5a5 5 0 0 0-5 5c0 4-1.5 5.5-1.5 5.5h13S15 11.5 15 7.5a5 5 0 0 0-5-5ZM8.5 16a1.6 1.6 0 0 0 3 0"
          stroke="currentColor"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeWidth="1.5"
        />
      </svg>
      {anzahl > 0 ? <span aria-hidden="true">{anzahl > 99 ? '99+' : anzahl}</span> : null}
    </Link>
  )
}

async function countUnread(signal: AbortSignal): Promise<number | null> {
  try {
    const answer = await fetch('/api/benachrichtigungen/ungelesen', {
      credentials: 'same-origin',
      signal,
    })
    if (!answer.ok) return null
    const { anzahl } = (await answer.json()) as { anzahl?: unknown }
    return typeof anzahl === 'number' ? anzahl : null
  } catch {
    return null
  }
}
