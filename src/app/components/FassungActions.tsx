'use client'
import { Button, toast, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState, type SubmitEvent } from 'react'

type Act = 'freigeben' | 'zurueckziehen' | 'folgefassung'

/** The editorial acts on a text: release, withdraw, begin the next one. */
export function FassungActions() {
  const { id, data } = useDocumentInfo()
  const modified = useFormModified()
  const { submit } = useForm()
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const [busy, setBusy] = useState(false)
  const zustand = String(data?.['zustand'] ?? 'entwurf')
  if (id === undefined) return null

  const run = async (act: Act, body: object = {}): Promise<void> => {
    setBusy(true)
    try {
      if (act === 'freigeben' && modified) await submit()
      const answer = await post(String(id), act, body)
      if (!answer.ok) toast.error(answer.message)
      else if (act === 'folgefassung') router.push(`/admin/collections/fassungen/${answer.id}`)
      else {
        toast.success(
          act === 'freigeben'
            ? `Freigegeben unter Folgenummer ${answer.folgenummer}.`
            : 'Zurückgezogen.',
        )
        window.location.reload()
      }
    } finally {
      setBusy(false)
    }
  }

  const withdraw = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    dialog.current?.close()
    void run('zurueckziehen', {
      grund: form.get('grund'),
      folge: form.get('folge'),
      ab: form.get('ab'),
    })
  }

  return (
    <div className="stichtag-aktionen">
      {zustand === 'entwurf' ? (
        <Button
          buttonStyle="primary"
          disabled={busy}
          onClick={() => void run('freigeben')}
          size="medium"
        >
          Freigeben
        </Button>
      ) : (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => void run('folgefassung')}
          size="medium"
        >
          Neue Fassung darauf aufbauen
        </Button>
      )}
      {zustand === 'freigegeben' ? (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => dialog.current?.showModal()}
          size="medium"
        >
          Zurückziehen
        </Button>
      ) : null}
      <dialog aria-labelledby="zurueckziehen-titel" className="stichtag-dialog" ref={dialog}>
        <form onSubmit={withdraw}>
          <h2 id="zurueckziehen-titel">Fassung zurückziehen</h2>
          <label>
            Grund
            <textarea name="grund" required rows={3} />
          </label>
          <label>
            Was gilt danach?
            <select defaultValue="vorgaenger" name="folge">
              <option value="vorgaenger">Der vorherige Text gilt weiter</option>
              <option value="leistung-endet">Die Leistung wird nicht mehr angeboten</option>
            </select>
          </label>
          <label>
            Ab wann? (leer: von Anfang an)
            <input name="ab" type="date" />
          </label>
          <div className="stichtag-aktionen">
            <Button buttonStyle="primary" type="submit">
              Zurückziehen
            </Button>
            <Button buttonStyle="secondary" onClick={() => dialog.current?.close()} type="button">
              Abbrechen
            </Button>
          </div>
        </form>
      </dialog>
    </div>
  )
}

type Answer = { ok: true; id: string; folgenummer: number } | { ok: false; message: string }

async function post(id: string, act: Act, body: object): Promise<Answer> {
  const response = await fetch(`/api/fassungen/${encodeURIComponent(id)}/${act}`, {
    body: JSON.stringify(body),
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    method: 'POST',
  })
  const answer = (await response.json()) as {
    id?: string
    folgenummer?: number
    title?: string
    errors?: { message: string }[]
  }
  if (!response.ok)
    return {
      ok: false,
      message: answer.errors?.[0]?.message ?? answer.title ?? 'Das hat nicht geklappt.',
    }
  return { ok: true, id: answer.id ?? '', folgenummer: answer.folgenummer ?? 0 }
}
