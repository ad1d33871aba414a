'use client'
import { Button } from '@payloadcms/ui'
import { diffWordsWithSpace } from 'diff'
import { useEffect, useId, useRef, useState, type ReactNode, type SubmitEvent } from 'react'
import { createPortal } from 'react-dom'
import { parseMarkup, textOf } from '#core/vorschau/markup.ts'
import { postAct } from '../postAct.ts'
import { reloadWith } from '../waitingMessage.ts'

/** A part that two people changed differently; null: a field without words. */
export type Konflikt = {
  readonly teil: string
  readonly titel: string
  readonly meins: string | null
  readonly anderes: string | null
}

type Props = {
  readonly id: string
  /** The form as it stands. */
  readonly daten: object
  readonly konflikte: readonly Konflikt[]
  readonly onChange: (konflikte: readonly Konflikt[]) => void
  readonly onCancel: () => void
}

/** Beyond so many differing words nobody reads the marks. */
const MAX_EDITS = 1000

/** Two people have changed the same words: shows both, word by word, and saves what is chosen. It hangs on the body, see `FormDialog`. */
export function Konfliktdialog({ id, daten, konflikte, onChange, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const headingId = useId()
  const [fehler, setFehler] = useState('')
  const [busy, setBusy] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])

  const save = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    // React hands events of a portal on to the document's form, which would save.
    event.stopPropagation()
    const wahl = Object.fromEntries(new FormData(event.currentTarget))
    setBusy(true)
    const answer = await postAct('fassungen', id, 'abgleich', { daten, wahl })
    setBusy(false)
    if (!answer.ok) {
      setFehler(answer.message)
      return
    }
    if (answer.value['gespeichert'] === true) reloadWith('Gespeichert, wie Sie gewählt haben.')
    else {
      // Somebody saved once more meanwhile.
      onChange(answer.value['konflikte'] as readonly Konflikt[])
      setFehler('Inzwischen ist noch eine Stelle dazugekommen. Bitte wählen Sie auch dort.')
    }
  }

  return createPortal(
    <dialog
      aria-labelledby={headingId}
      className="stichtag-dialog stichtag-uebernahme"
      onCancel={onCancel}
      ref={dialog}
    >
      <form onSubmit={(event) => void save(event)}>
        <h2 id={headingId}>Jemand anderes hat dieselben Stellen geändert</h2>
        <p>
          Nichts ist verloren. Wählen Sie je Stelle, was gelten soll. Was nur einer von Ihnen
          geändert hat, bleibt erhalten.
        </p>
        <ol className="stichtag-uebernahme__stellen">
          {konflikte.map((konflikt) => (
            <li key={konflikt.teil}>
              <Stelle konflikt={konflikt} />
            </li>
          ))}
        </ol>
        <p className="stichtag-tag__fehler" role="alert">
          {fehler}
        </p>
        <div className="stichtag-aktionen">
          <Button buttonStyle="primary" disabled={busy} type="submit">
            So speichern
          </Button>
          <Button buttonStyle="secondary" onClick={onCancel} type="button">
            Zurück zum Text
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

function Stelle({ konflikt: { teil, titel, meins, anderes } }: { readonly konflikt: Konflikt }) {
  const hasWords = meins !== null && anderes !== null
  return (
    <fieldset>
      <legend>{titel}</legend>
      {hasWords ? (
        <dl className="stichtag-uebernahme__worte">
          <div>
            <dt>Ihr Text</dt>
            <dd>
              <Unterschied gegen={anderes} worte={meins} />
            </dd>
          </div>
          <div>
            <dt>Der andere Text</dt>
            <dd>
              <Unterschied gegen={meins} worte={anderes} />
            </dd>
          </div>
        </dl>
      ) : (
        <p>Beide haben diese Angabe anders gesetzt.</p>
      )}
      <div className="stichtag-uebernahme__wahl">
        <Auswahl teil={teil} value="eigen">
          meine Angabe
        </Auswahl>
        <Auswahl teil={teil} value="anderer">
          die andere
        </Auswahl>
        {hasWords && meins !== '' && anderes !== '' ? (
          <Auswahl teil={teil} value="beide">
            beide
          </Auswahl>
        ) : null}
      </div>
    </fieldset>
  )
}

function Auswahl({
  teil,
  value,
  children,
}: {
  readonly teil: string
  readonly value: 'eigen' | 'anderer' | 'beide'
  readonly children: ReactNode
}): ReactNode {
  return (
    <label>
      <input name={teil} required type="radio" value={value} /> {children}
    </label>
  )
}

/** The words, with what the other text does not have marked. */
function Unterschied({
  worte,
  gegen,
}: {
  readonly worte: string
  readonly gegen: string
}): ReactNode {
  const words = (html: string): string => textOf(parseMarkup(html)).trim()
  const parts = diffWordsWithSpace(words(gegen), words(worte), { maxEditLength: MAX_EDITS })
  if (words(worte) === '') return <em>(nichts)</em>
  if (!parts) return <p>{words(worte)}</p>
  return (
    <p className="stichtag-uebernahme__text">
      {parts.map(({ value, added, removed }, index) =>
        removed ? null : added ? (
          <ins key={index}>
            <span className="stichtag-unsichtbar">[anders: </span>
            {value}
            <span className="stichtag-unsichtbar">]</span>
          </ins>
        ) : (
          <span key={index}>{value}</span>
        ),
      )}
    </p>
  )
}
