'use client'
import { NavGroup } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { ANGEBOTSSEITE } from '#core/aufgaben/angebotsstand.ts'
import type { Aufgabenzahlen } from '#core/aufgaben/aufgabe.ts'

const AUFGABEN = '/admin/aufgaben'
const ADMIN = [
  [AUFGABEN, 'Meine Aufgaben'],
  [ANGEBOTSSEITE, 'Bieten wir das an?'],
  ['/admin/stichtagskalender', 'Stichtagskalender'],
  ['/admin/nachweis', 'Nachweis'],
] as const

/** The pages of the admin that are no collection, above those that are. */
export function Navigation() {
  const pathname = usePathname()
  const faellig = useFaellige(pathname)
  return (
    <NavGroup label="Überblick">
      {ADMIN.map(([href, label]) => {
        const isActive = pathname === href || pathname.startsWith(`${href}/`)
        const count = href === AUFGABEN ? faellig : 0
        return (
          <Link
            aria-current={isActive ? 'page' : undefined}
            className="nav__link"
            href={href}
            key={href}
            prefetch={false}
          >
            {isActive ? <span className="nav__link-indicator" /> : null}
            <span className="nav__link-label">
              {label}
              {count === 0 ? null : (
                <>
                  {' '}
                  <span className="stichtag-zahl">
                    {count > 99 ? '99+' : count}
                    <span className="stichtag-unsichtbar"> fällig</span>
                  </span>
                </>
              )}
            </span>
          </Link>
        )
      })}
      {/* Another program than the admin answers there, so no link of Next. */}
      <a className="nav__link" href="/vorschau">
        <span className="nav__link-label">Vorschau</span>
      </a>
    </NavGroup>
  )
}

/** Nobody's tasks change faster than somebody works, milliseconds. */
const FRESH_FOR = 60_000

let last: { readonly at: number; readonly anzahl: Promise<number | null> } | undefined

/** How many tasks are overdue or due within a week; asked for once a minute at most, when the person goes to another page. */
function useFaellige(pathname: string): number {
  const [anzahl, setAnzahl] = useState(0)
  useEffect(() => {
    let left = false
    const isOnList = pathname === AUFGABEN
    if (!last || isOnList || Date.now() - last.at > FRESH_FOR)
      last = { at: Date.now(), anzahl: countFaellige() }
    void last.anzahl.then((found) => {
      // Without an answer the last number stands.
      if (!left && found !== null) setAnzahl(found)
    })
    return () => {
      left = true
    }
  }, [pathname])
  return anzahl
}

async function countFaellige(): Promise<number | null> {
  try {
    const answer = await fetch('/api/users/aufgaben?nur=zahlen', { credentials: 'same-origin' })
    if (!answer.ok) return null
    const { zahlen } = (await answer.json()) as { readonly zahlen?: Aufgabenzahlen }
    return zahlen ? zahlen.ueberfaellig + zahlen.dieseWoche : null
  } catch {
    return null
  }
}
