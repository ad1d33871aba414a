'use client'
import { useAllFormFields, useDocumentInfo } from '@payloadcms/ui'
import { reduceFieldsToValues } from 'payload/shared'
import { useEffect, useRef } from 'react'
import { formKey, publish, useHinweise, type Spalten } from './spaltenspeicher.ts'

/** After so long without a key the result is asked for, milliseconds. */
const REST = 600

/**
 * Asks what the citizen would read, each time somebody has stopped writing; the columns of the modules show it. Says itself only in
 * which modules the inherited text changes: they may lie in another tab.
 */
export function Spaltenstand() {
  const { id } = useDocumentInfo()
  const [fields] = useAllFormFields()
  const asked = useRef<string | null>(null)
  const key = formKey(id)
  useEffect(() => {
    const stop = new AbortController()
    const ask = async (): Promise<void> => {
      const form = JSON.stringify(reduceFieldsToValues(fields, true))
      if (form === asked.current) return
      asked.current = form
      const place = id === undefined ? '' : `/${encodeURIComponent(id)}`
      const answer = await fetch(`/api/fassungen${place}/ergebnis`, {
        body: form,
        credentials: 'same-origin',
        headers: { 'content-type': 'application/json' },
        method: 'POST',
        signal: stop.signal,
      })
      if (answer.ok) publish(key, (await answer.json()) as Spalten)
    }
    // Without an answer the columns stay as they were; saving says what is wrong.
    const timer = setTimeout(
      () => {
        ask().catch(() => {
          asked.current = null
        })
      },
      asked.current === null ? 0 : REST,
    )
    return () => {
      clearTimeout(timer)
      stop.abort()
    }
  }, [fields, id, key])
  useEffect(
    () => () => {
      publish(key, null)
    },
    [key],
  )
  const hinweise = useHinweise(key)
  if (hinweise.length === 0) return null
  return (
    <div className="stichtag-lage">
      <section aria-labelledby="spalten-hinweise">
        <h2 id="spalten-hinweise">Der geerbte Text ändert sich</h2>
        <ul>
          {hinweise.map(({ modul, titel, tag }) => (
            <li key={modul}>
              <strong>{titel}</strong>: {tag}
            </li>
          ))}
        </ul>
        <p>Sie vergleichen und übernehmen beim Modul selbst.</p>
      </section>
    </div>
  )
}
