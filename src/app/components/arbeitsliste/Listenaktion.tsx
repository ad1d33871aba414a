'use client'
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { postAct } from '../postAct.ts'
import { ReasonDialog } from '../ReasonDialog.tsx'
import { LONG_ENOUGH_TO_READ, reloadWith } from '../waitingMessage.ts'

type Props = {
  readonly collection: 'befunde' | 'antraege' | 'benachrichtigungen'
  /** Null: the act is about all of them. */
  readonly id: string | null
  readonly act: string
  readonly label: string
  /** What it is about, for those who hear the button alone. */
  readonly zu: string
  /** What is said when it is done. */
  readonly done: string
  /** Asks why before. */
  readonly frage?: {
    readonly titel: string
    readonly erklaerung: string
    readonly knopf: string
  }
  /** Asks once more before. */
  readonly sicher?: string | undefined
  readonly isPrimary?: boolean
}

/** An act on one row of the work list; the list is loaded anew afterwards. */
export function Listenaktion({ collection, id, act, label, zu, done, ...rest }: Props) {
  const { frage, sicher, isPrimary = false } = rest
  const [isAsking, setIsAsking] = useState(false)
  const [busy, setBusy] = useState(false)

  const send = async (body: object): Promise<void> => {
    setIsAsking(false)
    setBusy(true)
    const answer = await postAct(collection, id, act, body)
    if (answer.ok) {
      reloadWith(done)
      return
    }
    toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
    setBusy(false)
  }

  const begin = (): void => {
    if (frage) setIsAsking(true)
    else if (sicher === undefined || window.confirm(sicher)) void send({})
  }

  return (
    <>
      <Button
        aria-label={`${label}: ${zu}`}
        buttonStyle={isPrimary ? 'primary' : 'secondary'}
        disabled={busy}
        onClick={begin}
        size="small"
      >
        {label}
      </Button>
      {frage && isAsking ? (
        <ReasonDialog
          {...frage}
          onCancel={() => {
            setIsAsking(false)
          }}
          onConfirm={(grund) => void send({ grund })}
        />
      ) : null}
    </>
  )
}
