'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react'
import { createPortal } from 'react-dom'
import { SAMMELAKTE, type Sammelakt, type Sammelergebnis } from '#core/ablauf/sammelaktion.ts'
import { postAct } from '../postAct.ts'
import { Sammelfelder, bodyFrom } from './Sammelfelder.tsx'

type Props = {
  readonly akt: Sammelakt
  readonly ids: readonly string[]
  /** Null: nothing was done. Otherwise what was done, in one sentence. */
  readonly onClose: (said: string | null) => void
}

type Stand =
  | { readonly schritt: 'angaben' }
  | { readonly schritt: 'vorschau'; readonly body: object; readonly ergebnis: Sammelergebnis }
  | { readonly schritt: 'fertig'; readonly ergebnis: Sammelergebnis }

/**
 * Three steps: what shall be done, what would come of it per text, what has come of it. It hangs on the body, see
 * `FormDialog`.
 */
export function SammelDialog({ akt, ids, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const id = useId()
  const [stand, setStand] = useState<Stand>({ schritt: 'angaben' })
  const [busy, setBusy] = useState(false)
  const [fehler, setFehler] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  // A new step is read from its beginning.
  useEffect(() => {
    if (stand.schritt !== 'angaben') heading.current?.focus()
  }, [stand.schritt])

  const send = async (body: object, probe: boolean, wanted: readonly string[]): Promise<void> => {
    setBusy(true)
    setFehler('')
    const answer = await postAct('fassungen', null, 'sammelaktion', {
      ...body,
      akt,
      ids: wanted,
      probe,
    })
    setBusy(false)
    if (!answer.ok) {
      setFehler(answer.message)
      return
    }
    const ergebnis = answer.value as unknown as Sammelergebnis
    setStand(probe ? { schritt: 'vorschau', body, ergebnis } : { schritt: 'fertig', ergebnis })
  }

  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    event.stopPropagation()
    if (stand.schritt === 'angaben')
      void send(bodyFrom(akt, new FormData(event.currentTarget)), true, ids)
    else if (stand.schritt === 'vorschau')
      void send(
        stand.body,
        false,
        stand.ergebnis.ergebnisse.filter(({ geht }) => geht).map((each) => each.id),
      )
    else close()
  }
  const close = (): void => {
    onClose(stand.schritt === 'fertig' ? said(akt, stand.ergebnis) : null)
  }
  const geht = stand.schritt === 'angaben' ? ids.length : stand.ergebnis.zahlen.geht

  return createPortal(
    <dialog
      aria-labelledby={id}
      className="stichtag-dialog stichtag-sammel__dialog"
      onCancel={close}
      ref={dialog}
    >
      <form onSubmit={submit}>
        <h2 id={id} ref={heading} tabIndex={-1}>
          {titleOf(akt, stand)}
        </h2>
        {stand.schritt === 'angaben' ? (
          <Sammelfelder akt={akt} anzahl={ids.length} />
        ) : (
          <Ergebnisse ergebnis={stand.ergebnis} />
        )}
        {fehler === '' ? null : (
          <p className="stichtag-sammel__fehler" role="alert">
            {fehler}
          </p>
        )}
        <div className="stichtag-aktionen">
          {stand.schritt === 'vorschau' && geht === 0 ? null : (
            <Button buttonStyle="primary" disabled={busy} type="submit">
              {stand.schritt === 'angaben'
                ? 'Vorschau'
                : stand.schritt === 'fertig'
                  ? 'Schließen'
                  : `${SAMMELAKTE[akt]} (${geht === 1 ? '1 Text' : `${geht} Texte`})`}
            </Button>
          )}
          {stand.schritt === 'vorschau' ? (
            <Button
              buttonStyle="secondary"
              disabled={busy}
              onClick={() => {
                setStand({ schritt: 'angaben' })
              }}
              type="button"
            >
              Zurück
            </Button>
          ) : null}
          {stand.schritt === 'fertig' ? null : (
            <Button buttonStyle="secondary" onClick={close} type="button">
              Abbrechen
            </Button>
          )}
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

function Ergebnisse({ ergebnis }: { readonly ergebnis: Sammelergebnis }) {
  const { probe, ergebnisse, zahlen } = ergebnis
  return (
    <>
      <p role="status">{summe(probe, zahlen.geht, zahlen.gehtNicht)}</p>
      {/* Long lists scroll in their place; without a stop for the keyboard nobody could. */}
      <div
        aria-label="Ergebnis je Text"
        className="stichtag-sammel__bereich"
        role="group"
        tabIndex={0}
      >
        <ul className="stichtag-sammel__ergebnisse">
          {ergebnisse.map(({ id, titel, geht, text }) => (
            <li className={geht ? 'geht' : 'geht-nicht'} key={id}>
              <strong>{titel === '' ? 'Ein Text, den Sie nicht sehen' : titel}</strong>
              <span>
                {geht ? '' : probe ? 'Geht nicht: ' : 'Nicht geschehen: '}
                {text}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}

function titleOf(akt: Sammelakt, { schritt }: Stand): string {
  const name = SAMMELAKTE[akt]
  if (schritt === 'angaben') return name
  return schritt === 'vorschau' ? `${name}: Vorschau` : `${name}: Ergebnis`
}

function summe(probe: boolean, geht: number, gehtNicht: number): string {
  if (probe)
    return gehtNicht === 0
      ? `Es geht bei allen ${texte(geht)}. Noch ist nichts geändert.`
      : `Es geht bei ${texte(geht)}, bei ${texte(gehtNicht)} nicht. Noch ist nichts geändert.`
  return gehtNicht === 0
    ? `Erledigt bei ${texte(geht)}.`
    : `Erledigt bei ${texte(geht)}, bei ${texte(gehtNicht)} nicht.`
}

function said(akt: Sammelakt, { zahlen }: Sammelergebnis): string {
  return `${SAMMELAKTE[akt]}: ${summe(false, zahlen.geht, zahlen.gehtNicht)}`
}

function texte(count: number): string {
  return count === 1 ? '1 Text' : `${count} Texten`
}
