'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, type SubmitEvent } from 'react'
import { createPortal } from 'react-dom'

type Props = {
  readonly titel: string
  readonly erklaerung: string
  /** What the button says that carries it out. */
  readonly knopf: string
  readonly onConfirm: (grund: string) => void
  readonly onCancel: () => void
}

/** Asks why something is done; the answer stays in the log. It hangs on the body, see `WithdrawDialog`. */
export function ReasonDialog({ titel, erklaerung, knopf, onConfirm, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])

  const confirm = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    // React hands events of a portal on to the document's form, which would save.
    event.stopPropagation()
    const grund = new FormData(event.currentTarget).get('grund')
    if (typeof grund === 'string') onConfirm(grund)
  }

  return createPortal(
    <dialog
      aria-labelledby="grund-titel"
      className="stichtag-dialog"
      onCancel={onCancel}
      ref={dialog}
    >
      <form onSubmit={confirm}>
        <h2 id="grund-titel">{titel}</h2>
        <p>{erklaerung}</p>
        <label>
          Grund
          <textarea name="grund" required rows={3} />
        </label>
        <div className="stichtag-aktionen">
          <Button buttonStyle="primary" type="submit">
            {knopf}
          </Button>
          <Button buttonStyle="secondary" onClick={onCancel} type="button">
            Abbrechen
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
