'use client'
import { Button, toast, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

/** Where a member of the Redaktion subscribes to its days; others are shown nothing. */
export function Kalenderadresse() {
  const { id } = useDocumentInfo()
  const url = useKalenderadresse(id)
  const field = useRef<HTMLInputElement>(null)
  if (url === null) return null
  const copy = async (): Promise<void> => {
    // Without HTTPS a browser has no clipboard for us; then it is marked, to be copied by hand.
    field.current?.select()
    try {
      await navigator.clipboard.writeText(url)
      toast.success('Die Adresse ist kopiert.')
    } catch {
      toast.info('Die Adresse ist markiert. Bitte kopieren Sie sie mit Strg+C.')
    }
  }
  return (
    <div className="field-type stichtag-kalenderadresse">
      <label className="field-label" htmlFor="stichtag-kalenderadresse">
        Kalenderadresse
      </label>
      <div className="stichtag-kalenderadresse__zeile">
        <input
          aria-describedby="stichtag-kalenderadresse-hinweis"
          id="stichtag-kalenderadresse"
          onFocus={(event) => {
            event.target.select()
          }}
          readOnly
          ref={field}
          type="text"
          value={url}
        />
        <Button buttonStyle="secondary" margin={false} onClick={() => void copy()} size="medium">
          Adresse kopieren
        </Button>
      </div>
      <p className="field-description" id="stichtag-kalenderadresse-hinweis">
        Abonnieren Sie diese Adresse in Ihrem Kalenderprogramm: Es zeigt dann alle kommenden
        Zeitgrenzen dieser Redaktion und folgt, wenn sich ein Tag verschiebt. Wer die Adresse kennt,
        kann den Kalender lesen; geben Sie sie nicht weiter. Eine höhere „Version der
        Kalenderadresse“ macht die bisherige Adresse ungültig; die Administration kann sie ändern.
      </p>
    </div>
  )
}

/** Null until it is known, and for whoever may not know it. */
function useKalenderadresse(id: number | string | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (id === undefined) return undefined
    const aborted = new AbortController()
    fetch(`/api/redaktionen/${encodeURIComponent(id)}/kalender`, {
      credentials: 'same-origin',
      signal: aborted.signal,
    })
      .then(async (answer) => {
        const body = (await answer.json()) as { readonly url?: string }
        setUrl(answer.ok ? (body.url ?? null) : null)
      })
      // The page is left, or the network is gone: then there is no address to show.
      .catch(() => undefined)
    return () => {
      aborted.abort()
    }
  }, [id])
  return url
}
