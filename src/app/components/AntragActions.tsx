'use client'
import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import type { Vorschaubericht } from '#core/log/vorschaubericht.ts'
import { MovePreview } from './MovePreview.tsx'
import { postAct } from './postAct.ts'
import { LONG_ENOUGH_TO_READ, reloadWith, useWaitingMessage } from './waitingMessage.ts'

const DECIDERS: readonly unknown[] = [
  'administration',
  'landesredaktion',
  'kommunalredaktion',
  'fachressort',
]

/** A second person sees what the correction would do, and confirms or refuses it. */
export function AntragActions() {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  const [busy, setBusy] = useState(false)
  const meldung = useWaitingMessage()
  const isOpen = data?.['zustand'] === 'offen'
  if (id === undefined || !DECIDERS.includes(user?.['rolle'])) return null

  const decide = async (act: 'bestaetigen' | 'ablehnen'): Promise<void> => {
    setBusy(true)
    const answer = await postAct('antraege', String(id), act, {})
    setBusy(false)
    if (!answer.ok) toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
    else if (act === 'ablehnen')
      reloadWith('Der Antrag ist abgelehnt. Es hat sich nichts geändert.')
    else if (typeof answer.value['folgenummer'] === 'number')
      reloadWith(`Berichtigt unter Folgenummer ${answer.value['folgenummer']}.`)
    else reloadWith('Die Berichtigung war schon ausgeführt.')
  }

  return (
    <div className="stichtag-aktionen">
      <p className="stichtag-meldung" role="status">
        {meldung}
      </p>
      {isOpen ? (
        <>
          <Button
            buttonStyle="primary"
            disabled={busy}
            onClick={() => void decide('bestaetigen')}
            size="medium"
          >
            Bestätigen
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={busy}
            onClick={() => void decide('ablehnen')}
            size="medium"
          >
            Ablehnen
          </Button>
        </>
      ) : null}
    </div>
  )
}

/** What the correction would do to every text that it reaches. */
export function AntragVorschau() {
  const { id, data } = useDocumentInfo()
  const [bericht, setBericht] = useState<Vorschaubericht | null>(null)
  const [fehler, setFehler] = useState('')
  const isOpen = data?.['zustand'] === 'offen'
  useEffect(() => {
    if (id === undefined || !isOpen) return
    void postAct('antraege', String(id), 'vorschau', {}).then((answer) => {
      if (answer.ok) setBericht(answer.value as unknown as Vorschaubericht)
      else setFehler(answer.message)
    })
  }, [id, isOpen])
  if (!isOpen) return null
  return (
    <section aria-labelledby="antrag-vorschau" className="field-type stichtag-vorschau">
      <h2 id="antrag-vorschau">Was die Berichtigung bewirkt</h2>
      <div role="status">
        {fehler === '' ? null : <p>{fehler}</p>}
        {bericht ? <MovePreview bericht={bericht} /> : null}
      </div>
    </section>
  )
}
