'use client'
import { Button, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'
import { reloadWith, useWaitingMessage } from './waitingMessage.ts'
import { MoveDialog, type Bewegung } from './MoveDialog.tsx'
import { postAct } from './postAct.ts'

const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']

/** The editorial acts on the day of a law: Verlegen, Absagen, Berichtigen. */
export function ZeitgrenzeActions() {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  const [open, setOpen] = useState<'verlegen' | 'absagen' | null>(null)
  const meldung = useWaitingMessage()
  const isLogged = typeof data?.['folgenummer'] === 'number'
  if (id === undefined || !isLogged || !WRITERS.includes(user?.['rolle'])) return null
  const isCancelled = data['stand'] === 'abgesagt'

  const carryOut = async (act: Bewegung['act'], body: object): Promise<string | null> => {
    const answer = await postAct('zeitgrenzen', String(id), act, body)
    // The dialogue says it: behind it nobody would read it.
    if (!answer.ok) return answer.message
    setOpen(null)
    reloadWith(MELDUNGEN[act](Number(answer.value['folgenummer'])))
    return null
  }

  return (
    <div className="stichtag-aktionen">
      <p className="stichtag-meldung" role="status">
        {meldung}
      </p>
      {isCancelled ? null : (
        <>
          <Button
            buttonStyle="primary"
            onClick={() => {
              setOpen('verlegen')
            }}
            size="medium"
          >
            Verlegen
          </Button>
          <Button
            buttonStyle="secondary"
            onClick={() => {
              setOpen('absagen')
            }}
            size="medium"
          >
            Absagen
          </Button>
        </>
      )}
      {open === null ? null : (
        <MoveDialog
          art={open}
          id={String(id)}
          onCancel={() => {
            setOpen(null)
          }}
          onConfirm={({ act, body }) => carryOut(act, body)}
          stored={data}
        />
      )}
    </div>
  )
}

const MELDUNGEN: Readonly<Record<Bewegung['act'], (folgenummer: number) => string>> = {
  verlegen: (folgenummer) => `Verlegt unter Folgenummer ${folgenummer}. Alle Texte sind gefolgt.`,
  absagen: (folgenummer) =>
    `Abgesagt unter Folgenummer ${folgenummer}. Die Entwürfe liegen in den Arbeitslisten.`,
  berichtigen: () => 'Die Berichtigung ist beantragt. Sie wartet auf eine zweite Person.',
}
