'use client'
import { NavGroup } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'

const ADMIN = [
  ['/admin/arbeitsliste', 'Arbeitsliste'],
  ['/admin/stichtagskalender', 'Stichtagskalender'],
  ['/admin/nachweis', 'Nachweis'],
] as const

/** The pages of the admin that are no collection, above those that are. */
export function Navigation() {
  const pathname = usePathname()
  return (
    <NavGroup label="Überblick">
      {ADMIN.map(([href, label]) => {
        const isActive = pathname === href || pathname.startsWith(`${href}/`)
        return (
          <Link
            aria-current={isActive ? 'page' : undefined}
            className="nav__link"
            href={href}
            key={href}
            prefetch={false}
          >
            {isActive ? <span className="nav__link-indicator" /> : null}
            <span className="nav__link-label">{label}</span>
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
