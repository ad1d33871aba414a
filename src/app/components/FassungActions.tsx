'use client'
import { Button, toast, useAuth, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { CorrectDialog, type Correction } from './CorrectDialog.tsx'
import { postAct } from './postAct.ts'
import { carryOn, fassungPath, type Freigabeantwort } from './rebase.ts'
import { ReleaseDialog, type Anlass, type Release } from './ReleaseDialog.tsx'
import { LONG_ENOUGH_TO_READ, reloadWith, useWaitingMessage } from './waitingMessage.ts'
import { WithdrawDialog, type Withdrawal } from './WithdrawDialog.tsx'

type Act = 'berichtigen' | 'zurueckziehen' | 'folgefassung'
type Asking = { readonly anlass: Anlass; readonly vorschau: Freigabeantwort }

const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']

/** The editorial acts on a text: release, withdraw, begin the next one. */
export function FassungActions() {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  const modified = useFormModified()
  const { getDataByPath, submit } = useForm()
  const router = useRouter()
  const [isWithdrawing, setIsWithdrawing] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  /** The reason that was given, while a second person is to be asked. */
  const [correcting, setCorrecting] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const meldung = useWaitingMessage()
  const zustand = String(data?.['zustand'] ?? 'entwurf')
  if (id === undefined || !WRITERS.includes(user?.['rolle'])) return null

  const whileBusy = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    try {
      await work()
    } finally {
      setBusy(false)
    }
  }

  /** What the act answered; null where the act was refused, which the person has been told. */
  const carryOut = async (
    act: Act,
    body: object,
  ): Promise<Readonly<Record<string, unknown>> | null> => {
    const answer = await postAct('fassungen', String(id), act, body)
    if (answer.ok) return answer.value
    toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
    return null
  }

  const release = async (
    { grund, weitertragen }: Release,
    vorschau: Freigabeantwort | null,
  ): Promise<void> => {
    setAsking(null)
    const answer = await postAct('fassungen', String(id), 'freigeben', { grund })
    if (!answer.ok && answer.codes.includes('second-person-is-missing')) {
      setCorrecting(grund ?? '')
      return
    }
    if (!answer.ok) {
      toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
      return
    }
    const released = answer.value
    const meldung = `Freigegeben unter Folgenummer ${Number(released['folgenummer'])}.`
    const refusal = weitertragen && vorschau ? await carryOn(vorschau.spaetere) : null
    // The drafts are named at the head of the page.
    window.scrollTo(0, 0)
    reloadWith(refusal === null ? meldung : `${meldung} ${refusal}`)
  }

  const requestCorrection = async (correction: Correction): Promise<void> => {
    setCorrecting(null)
    const asked = await carryOut('berichtigen', correction)
    if (asked) reloadWith('Die Berichtigung ist beantragt. Sie wartet auf eine zweite Person.')
  }

  const askOrRelease = async (): Promise<void> => {
    // What is on the screen is what gets released: unsaved changes are saved first, and refused ones stop it.
    if (modified && !(await isSaved(submit))) return
    const anlass = anlassOf(getDataByPath)
    const answer = await postAct('fassungen', String(id), 'freigabevorschau', {})
    // What cannot be previewed cannot be released either; the release says why.
    const vorschau = answer.ok ? (answer.value as unknown as Freigabeantwort) : null
    const concernsOthers =
      vorschau?.spaetere.some(({ module }) => module.length > 0) === true ||
      vorschau?.ausgesetzt !== null
    if (vorschau && (anlass !== 'neu' || concernsOthers)) setAsking({ anlass, vorschau })
    else await release({ grund: null, weitertragen: false }, null)
  }

  const withdraw = async (withdrawal: Withdrawal): Promise<void> => {
    setIsWithdrawing(false)
    const done = await carryOut('zurueckziehen', withdrawal)
    if (done) reloadWith(`Zurückgezogen unter Folgenummer ${Number(done['folgenummer'])}.`)
  }

  const beginNext = async (): Promise<void> => {
    const draft = await carryOut('folgefassung', {})
    if (draft) router.push(fassungPath(String(draft['id'])))
  }

  return (
    <div className="stichtag-aktionen">
      <p className="stichtag-meldung" role="status">
        {meldung}
      </p>
      {zustand === 'entwurf' ? (
        <Button
          buttonStyle="primary"
          disabled={busy}
          onClick={() => void whileBusy(askOrRelease)}
          size="medium"
        >
          Freigeben
        </Button>
      ) : (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => void whileBusy(beginNext)}
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
          fassungId={String(id)}
          onWithdraw={(withdrawal) => void whileBusy(() => withdraw(withdrawal))}
        />
      ) : null}
      {correcting === null ? null : (
        <CorrectDialog
          grund={correcting}
          onCancel={() => {
            setCorrecting(null)
          }}
          onRequest={(correction) => void whileBusy(() => requestCorrection(correction))}
        />
      )}
      {asking ? (
        <ReleaseDialog
          {...asking}
          onCancel={() => {
            setAsking(null)
          }}
          onRelease={(decision) => void whileBusy(() => release(decision, asking.vorschau))}
        />
      ) : null}
    </div>
  )
}

/** Read at the click: to watch the form would take the waiting message away. */
function anlassOf(valueAt: (path: string) => unknown): Anlass {
  if (!valueAt('berichtigt')) return 'neu'
  return valueAt('wiederaufgenommen') === true ? 'neu-aufgesetzt' : 'berichtigung'
}

async function isSaved(submit: ReturnType<typeof useForm>['submit']): Promise<boolean> {
  const saved = (await submit()) as { res?: Response } | undefined
  return saved?.res?.ok === true
}
