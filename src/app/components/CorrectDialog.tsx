'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, type SubmitEvent } from 'react'
import { createPortal } from 'react-dom'

/** What the person asks a second one to confirm. */
export type Correction = {
  readonly grund: string
  readonly umfang: 'ab-heute' | 'ab-erstem-tag'
}

type Props = {
  /** What the person has said already. */
  readonly grund: string
  readonly onRequest: (correction: Correction) => void
  readonly onCancel: () => void
}

/**
 * The corrected text has been shown already: asks from when on the correction holds, and why, for a second person to
 * confirm (zeit.md, rule 4). It hangs on the body, see `WithdrawDialog`.
 */
export function CorrectDialog({ grund, onRequest, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])

  const ask = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    // React hands events of a portal on to the document's form, which would save.
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    const reason = form.get('grund')
    onRequest({
      grund: typeof reason === 'string' ? reason : '',
      umfang: form.get('umfang') === 'ab-heute' ? 'ab-heute' : 'ab-erstem-tag',
    })
  }

  return createPortal(
    <dialog
      aria-labelledby="berichtigen-titel"
      className="stichtag-dialog"
      onCancel={onCancel}
      ref={dialog}
    >
      <form onSubmit={ask}>
        <h2 id="berichtigen-titel">Berichtigung beantragen</h2>
        <p>
          Der Text, den diese Fassung berichtigt, wurde schon gezeigt. Darum bestätigt eine zweite
          Person die Berichtigung; bis dahin ändert sich nichts.
        </p>
        <label>
          Ab wann gilt die Berichtigung?
          <select defaultValue="ab-heute" name="umfang">
            <option value="ab-heute">Ab der Bestätigung; was bisher galt, bleibt</option>
            <option value="ab-erstem-tag">Ab dem ersten Tag; auch die Vergangenheit</option>
          </select>
        </label>
        <label>
          Grund
          <textarea defaultValue={grund} name="grund" required rows={3} />
        </label>
        <div className="stichtag-aktionen">
          <Button buttonStyle="primary" type="submit">
            Beantragen
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
