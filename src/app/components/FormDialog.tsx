'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, type ReactNode, type SubmitEvent } from 'react'
import { createPortal } from 'react-dom'

type Props = {
  readonly titel: string
  /** What the button says that carries it out. */
  readonly knopf: string
  readonly onSubmit: (form: FormData) => void
  readonly onCancel: () => void
  readonly children: ReactNode
}

/**
 * A modal question with a form. It hangs on the body: a form inside the document's form is no HTML (the browser drops it,
 * and React then finds another page than it made).
 */
export function FormDialog({ titel, knopf, onSubmit, onCancel, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    // React hands events of a portal on to the document's form, which would save.
    event.stopPropagation()
    onSubmit(new FormData(event.currentTarget))
  }

  return createPortal(
    <dialog aria-labelledby={id} className="stichtag-dialog" onCancel={onCancel} ref={dialog}>
      <form onSubmit={submit}>
        <h2 id={id}>{titel}</h2>
        {children}
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

/** A text of the form; '' where it has none. */
export function textIn(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
