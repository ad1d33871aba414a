'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { modulLabel, type Modulname } from '#core/fassung/module.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** What `GET /api/fassungen/{id}/sperren` answers. */
type Antwort = {
  readonly sperren: readonly {
    readonly id: string
    readonly art: 'unveraenderlich' | 'nur-ergaenzen'
    readonly module: readonly Modulname[]
    readonly grund: string | null
    readonly ab: CalendarDay | null
  }[]
  /** Modules of this text that will not show. */
  readonly betroffen: readonly Modulname[]
}

const DRAFTS: readonly unknown[] = ['entwurf', 'in-abstimmung', 'fachlich-freigegeben']

/** Above the words of a draft: which modules a layer above has locked, why, and what of this text will not show. */
export function Sperrhinweis() {
  const { id, data, lastUpdateTime } = useDocumentInfo()
  const [found, setFound] = useState<Antwort | null>(null)
  const isDraft = DRAFTS.includes(data?.['zustand'] ?? 'entwurf')
  useEffect(() => {
    if (id === undefined || !isDraft) return undefined
    const stop = new AbortController()
    const ask = async (): Promise<void> => {
      const path = `/api/fassungen/${encodeURIComponent(id)}/sperren`
      const answer = await fetch(path, { credentials: 'same-origin', signal: stop.signal })
      if (answer.ok) setFound((await answer.json()) as Antwort)
    }
    // A hint only: without it the release still says what is wrong.
    ask().catch(() => undefined)
    return () => {
      stop.abort()
    }
  }, [id, isDraft, lastUpdateTime])
  if (!isDraft || !found || found.sperren.length === 0) return null
  const { sperren, betroffen } = found
  return (
    <div className="stichtag-lage">
      <section
        aria-labelledby="sperrhinweis"
        className={betroffen.length > 0 ? 'stichtag-lage__warnung' : 'stichtag-lage__hinweis'}
      >
        <h2 id="sperrhinweis">Gesperrte Module</h2>
        <ul>
          {sperren.map(({ id: key, art, module, grund, ab }) => (
            <li key={key}>
              <strong>{module.map(modulLabel).join(', ')}</strong>:{' '}
              {art === 'nur-ergaenzen'
                ? 'Sie dürfen ergänzen, aber nicht ersetzen'
                : 'Sie dürfen weder ergänzen noch ersetzen'}
              {ab === null
                ? ', sobald der Tag der Rechtsnorm feststeht'
                : `, ab dem ${formatDayLong(ab)}`}
              .{grund === null ? '' : ` Grund: ${grund}`}
            </li>
          ))}
        </ul>
        {betroffen.length === 0 ? null : (
          <p>
            <strong>In diesem Entwurf wird dann nicht gezeigt:</strong>{' '}
            {betroffen.map(modulLabel).join(', ')}.
          </p>
        )}
      </section>
    </div>
  )
}
