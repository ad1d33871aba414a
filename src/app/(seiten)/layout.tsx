import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { Icon } from '../components/Logo.tsx'
import './seiten.css'

/** A preview is for people who work with it; what citizens shall find lies in the portals. */
export const metadata: Metadata = { robots: { index: false } }

/** The frame of the pages outside the admin. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="de">
      <body>
        <a className="sprung" href="#inhalt">
          Zum Inhalt springen
        </a>
        <header className="kopf">
          <a className="kopf__name" href="/vorschau" rel="home">
            <Icon />
            Stichtag
          </a>
          <nav aria-label="Bereiche">
            <ul>
              <li>
                <a href="/vorschau">Vorschau</a>
              </li>
              <li>
                <a href="/admin">Redaktion</a>
              </li>
              <li>
                <a href="/docs">Schnittstellen</a>
              </li>
            </ul>
          </nav>
        </header>
        <main id="inhalt">{children}</main>
      </body>
    </html>
  )
}
