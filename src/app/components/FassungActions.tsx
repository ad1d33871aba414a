'use client'
import { Button, toast, useAuth, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { WithdrawDialog, type Withdrawal } from './WithdrawDialog.tsx'

type Act = 'freigeben' | 'zurueckziehen' | 'folgefassung'

const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']
/** Several findings can stand in one message, milliseconds. */
const LONG_ENOUGH_TO_READ = 30_000
/** Where a message waits while the page is loaded anew. */
const MESSAGE = 'stichtag-meldung'

/** The editorial acts on a text: release, withdraw, begin the next one. */
export function FassungActions() {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  const modified = useFormModified()
  const { getDataByPath, submit } = useForm()
  const router = useRouter()
  const [isWithdrawing, setIsWithdrawing] = useState(false)
  const [busy, setBusy] = useState(false)
  const meldung = useWaitingMessage()
  const zustand = String(data?.['zustand'] ?? 'entwurf')
  if (id === undefined || !WRITERS.includes(user?.['rolle'])) return null

  const run = async (act: Act, body: object = {}): Promise<void> => {
    setBusy(true)
    try {
      // What is on the screen is what gets released: unsaved changes are saved first, and refused ones stop it.
      if (act === 'freigeben' && modified && !(await isSaved(submit))) return
      const answer = await post(String(id), act, body)
      if (!answer.ok) toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
      else if (act === 'folgefassung') router.push(`/admin/collections/fassungen/${answer.id}`)
      else
        reloadWith(
          act === 'freigeben'
            ? `Freigegeben unter Folgenummer ${answer.folgenummer}.`
            : `Zurückgezogen unter Folgenummer ${answer.folgenummer}.`,
        )
    } finally {
      setBusy(false)
    }
  }

  const release = (): void => {
    if (!getDataByPath('berichtigt')) {
      void run('freigeben')
      return
    }
    // A correction changes what was said in the past; the log keeps why (zeit.md, rule 4).
    const grund = window.prompt('Warum wird die freigegebene Fassung berichtigt?')
    if (grund !== null && grund.trim() !== '') void run('freigeben', { grund })
  }

  const withdraw = (withdrawal: Withdrawal): void => {
    setIsWithdrawing(false)
    void run('zurueckziehen', withdrawal)
  }

  return (
    <div className="stichtag-aktionen">
      <p className="stichtag-meldung" role="status">
        {meldung}
      </p>
      {zustand === 'entwurf' ? (
        <Button buttonStyle="primary" disabled={busy} onClick={release} size="medium">
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
          onClick={() => {
            setIsWithdrawing(true)
          }}
          size="medium"
        >
          Zurückziehen
        </Button>
      ) : null}
      {isWithdrawing ? (
        <WithdrawDialog
          onCancel={() => {
            setIsWithdrawing(false)
          }}
          onWithdraw={withdraw}
        />
      ) : null}
    </div>
  )
}

async function isSaved(submit: ReturnType<typeof useForm>['submit']): Promise<boolean> {
  const saved = (await submit()) as { res?: Response } | undefined
  return saved?.res?.ok === true
}

/** A released text is another page: its fields are locked. The message must outlive the reload. */
function reloadWith(message: string): void {
  sessionStorage.setItem(MESSAGE, message)
  window.location.reload()
}

/** The message that was left before the reload; it stays until the person goes on. */
function useWaitingMessage(): string {
  const [message, setMessage] = useState('')
  useEffect(() => {
    setMessage((shown) => sessionStorage.getItem(MESSAGE) ?? shown)
    sessionStorage.removeItem(MESSAGE)
  }, [])
  return message
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
