'use client'
import { Button, toast } from '@payloadcms/ui'
import { useState, type ReactNode, type SubmitEvent } from 'react'
import { postAct } from '../postAct.ts'
import { LONG_ENOUGH_TO_READ, reloadWith } from '../waitingMessage.ts'
import { bodyFrom } from './bodyFrom.ts'

type Props = {
  /** Collection and document of the act. */
  readonly collection?: string
  readonly id: string
  readonly act: string
  /** What is sent beside the fields. */
  readonly fest?: Readonly<Record<string, unknown>>
  readonly knopf: string
  /** For those who hear the button alone. */
  readonly zu?: string
  readonly done: string
  readonly isPrimary?: boolean
  readonly sicher?: string
  readonly children?: ReactNode
}

/** An act with its fields: sends them, then loads the page anew and says that it is done. */
export function Aktformular({
  collection = 'abstimmungen',
  id,
  act,
  fest = {},
  knopf,
  zu,
  done,
  isPrimary = false,
  sicher,
  children,
}: Props) {
  const [busy, setBusy] = useState(false)

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const body = { ...fest, ...bodyFrom(new FormData(event.currentTarget)) }
    if (sicher !== undefined && !window.confirm(sicher)) return
    setBusy(true)
    const answer = await postAct(collection, id, act, body)
    if (answer.ok) {
      reloadWith(done)
      return
    }
    toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
    setBusy(false)
  }

  return (
    <form className="stichtag-abst__form" onSubmit={(event) => void submit(event)}>
      {children}
      <div className="stichtag-aktionen">
        <Button
          {...(zu === undefined ? {} : { 'aria-label': `${knopf}: ${zu}` })}
          buttonStyle={isPrimary ? 'primary' : 'secondary'}
          disabled={busy}
          size="small"
          type="submit"
        >
          {knopf}
        </Button>
      </div>
    </form>
  )
}
