'use client'
import { FormDialog, textIn } from './FormDialog.tsx'

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
 * confirm (zeit.md, rule 4).
 */
export function CorrectDialog({ grund, onRequest, onCancel }: Props) {
  const ask = (form: FormData): void => {
    const umfang = textIn(form, 'umfang') === 'ab-heute' ? 'ab-heute' : 'ab-erstem-tag'
    onRequest({ grund: textIn(form, 'grund'), umfang })
  }
  return (
    <FormDialog
      knopf="Beantragen"
      onCancel={onCancel}
      onSubmit={ask}
      titel="Berichtigung beantragen"
    >
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
    </FormDialog>
  )
}
