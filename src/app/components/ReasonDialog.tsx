'use client'
import { FormDialog, textIn } from './FormDialog.tsx'

type Props = {
  readonly titel: string
  readonly erklaerung: string
  /** What the button says that carries it out. */
  readonly knopf: string
  readonly onConfirm: (grund: string) => void
  readonly onCancel: () => void
}

/** Asks why something is done; the answer stays in the log. */
export function ReasonDialog({ titel, erklaerung, knopf, onConfirm, onCancel }: Props) {
  return (
    <FormDialog
      knopf={knopf}
      onCancel={onCancel}
      onSubmit={(form) => {
        onConfirm(textIn(form, 'grund'))
      }}
      titel={titel}
    >
      <p>{erklaerung}</p>
      <label>
        Grund
        <textarea name="grund" required rows={3} />
      </label>
    </FormDialog>
  )
}
