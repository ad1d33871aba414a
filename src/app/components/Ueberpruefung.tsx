'use client'
import { Button, toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { ERGEBNIS_LABELS } from '#core/ablauf/ueberpruefung.ts'
import { FormDialog, textIn } from './FormDialog.tsx'
import { postAct } from './postAct.ts'
import { LONG_ENOUGH_TO_READ } from './waitingMessage.ts'

const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']

/** Beside a released text: somebody has looked at it, and says what they found. */
export function Ueberpruefung() {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  const [isAsking, setIsAsking] = useState(false)
  const [meldung, setMeldung] = useState('')
  if (id === undefined || data?.['zustand'] !== 'freigegeben') return null
  if (!WRITERS.includes(user?.['rolle'])) return null

  const review = async (form: FormData): Promise<void> => {
    const answer = await postAct('fassungen', String(id), 'ueberprueft', {
      ergebnis: textIn(form, 'ergebnis'),
      bemerkung: textIn(form, 'bemerkung'),
    })
    setIsAsking(false)
    if (answer.ok) setMeldung('Die Überprüfung ist eingetragen.')
    else toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
  }

  return (
    <div className="stichtag-protokollverweis">
      <Button
        buttonStyle="secondary"
        onClick={() => {
          setIsAsking(true)
        }}
        size="medium"
      >
        Überprüfung eintragen
      </Button>
      <p className="stichtag-meldung" role="status">
        {meldung}
      </p>
      {isAsking ? (
        <FormDialog
          knopf="Eintragen"
          onCancel={() => {
            setIsAsking(false)
          }}
          onSubmit={(form) => void review(form)}
          titel="Überprüfung eintragen"
        >
          <label>
            Was hat die Überprüfung ergeben?
            <select name="ergebnis" required>
              <option value="">Bitte wählen</option>
              {Object.entries(ERGEBNIS_LABELS).map(([value, label]) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
          </label>
          <label>
            Bemerkung (freiwillig)
            <textarea name="bemerkung" rows={3} />
          </label>
        </FormDialog>
      ) : null}
    </div>
  )
}
