'use client'
import { useEffect, useState } from 'react'
import { DayInput } from './DayInput.tsx'
import { FormDialog, textIn } from './FormDialog.tsx'

/** What the person decided. */
export type Withdrawal = {
  readonly grund: string
  readonly folge: string
  readonly ab: string | null
  /** Id of the text that replaces it, where `folge` is `ersetzt`. */
  readonly durch: string | null
}

type Props = {
  readonly fassungId: string
  readonly onWithdraw: (withdrawal: Withdrawal) => void
  readonly onCancel: () => void
}

/** Asks why, and what holds afterwards. */
export function WithdrawDialog({ fassungId, onWithdraw, onCancel }: Props) {
  const [ab, setAb] = useState<string | null>(null)
  const [folge, setFolge] = useState('vorgaenger')
  const ersatz = useErsatz(fassungId)

  const withdraw = (form: FormData): void => {
    const durch = folge === 'ersetzt' ? textIn(form, 'durch') : null
    onWithdraw({ grund: textIn(form, 'grund'), folge, ab, durch })
  }
  return (
    <FormDialog
      knopf="Zurückziehen"
      onCancel={onCancel}
      onSubmit={withdraw}
      titel="Fassung zurückziehen"
    >
      <p>
        Das Zurückziehen steht für immer im Freigabeprotokoll. Was bis heute galt, bleibt
        nachlesbar.
      </p>
      <label>
        Grund
        <textarea name="grund" required rows={3} />
      </label>
      <label>
        Was gilt danach?
        <select
          name="folge"
          onChange={({ target }) => {
            setFolge(target.value)
          }}
          value={folge}
        >
          <option value="vorgaenger">Der vorherige Text gilt weiter</option>
          {ersatz.length > 0 ? (
            <option value="ersetzt">Ein anderer freigegebener Text tritt an seine Stelle</option>
          ) : null}
          <option value="leistung-endet">Die Leistung wird nicht mehr angeboten</option>
        </select>
      </label>
      {folge === 'ersetzt' ? (
        <label>
          Welcher Text?
          <select name="durch" required>
            {ersatz.map(({ id, titel }) => (
              <option key={id} value={id}>
                {titel}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <div className="stichtag-tag">
        <label htmlFor="zurueckziehen-ab">
          Ab wann? (leer: von Anfang an, wenn der Text noch nicht gezeigt wurde)
        </label>
        <DayInput id="zurueckziehen-ab" label="Ab wann?" name="ab" onChange={setAb} value={ab} />
      </div>
    </FormDialog>
  )
}

/** The other released texts of the same Leistung, layer and area, with the entry that each has. */
function useErsatz(fassungId: string): readonly { readonly id: string; readonly titel: string }[] {
  const [ersatz, setErsatz] = useState<readonly { id: string; titel: string }[]>([])
  useEffect(() => {
    void fetch(`/api/fassungen/${encodeURIComponent(fassungId)}/ersatz`, {
      credentials: 'same-origin',
    })
      .then((response) => (response.ok ? response.json() : { fassungen: [] }))
      .then(({ fassungen }: { fassungen: { id: string; titel: string }[] }) => {
        setErsatz(fassungen)
      })
      .catch(() => undefined)
  }, [fassungId])
  return ersatz
}
