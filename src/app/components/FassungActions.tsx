'use client'
import { Button, toast, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Aktion } from '#core/ablauf/ablauf.ts'
import { CorrectDialog, type Correction } from './CorrectDialog.tsx'
import { postAct } from './postAct.ts'
import { carryOn, fassungPath, type Freigabeantwort } from './rebase.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { ReleaseDialog, type Anlass, type Release } from './ReleaseDialog.tsx'
import { sayWhyNotYet, useSchritte } from './schritte.ts'
import { LONG_ENOUGH_TO_READ, reloadWith, useWaitingMessage } from './waitingMessage.ts'
import { leseMitfreigaben, type Sprachfassung } from './sprachfassung/leseSprachfassungen.ts'
import { WithdrawDialog, type Withdrawal } from './WithdrawDialog.tsx'

type Act =
  | 'berichtigen'
  | 'eilfall-bestaetigen'
  | 'fachlich-freigeben'
  | 'folgefassung'
  | 'freigeben'
  | 'zurueckholen'
  | 'zurueckziehen'
type Asking = {
  readonly anlass: Anlass
  readonly vorschau: Freigabeantwort
  readonly mitfreigaben: readonly Sprachfassung[]
}

/** The editorial acts on a text, as far as the table of the house (`ABLAUF`) lets the person do them now. */
export function FassungActions() {
  const { id } = useDocumentInfo()
  const schritte = useSchritte()
  const modified = useFormModified()
  const { getDataByPath, submit } = useForm()
  const router = useRouter()
  const [isWithdrawing, setIsWithdrawing] = useState(false)
  const [isUrgent, setIsUrgent] = useState(false)
  const [asking, setAsking] = useState<Asking | null>(null)
  /** The reason that was given, while a second person is to be asked. */
  const [correcting, setCorrecting] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const meldung = useWaitingMessage()
  if (id === undefined || schritte === null) return null
  const may = (aktion: Aktion): boolean => schritte.aktionen.includes(aktion)
  const hinweis = sayWhyNotYet(schritte)

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
    { grund, weitertragen, sprachfassungen }: Release,
    vorschau: Freigabeantwort | null,
  ): Promise<void> => {
    setAsking(null)
    if (schritte.berichtigung) {
      setCorrecting(grund ?? '')
      return
    }
    const answer =
      sprachfassungen.length === 0
        ? await postAct('fassungen', String(id), 'freigeben', { grund })
        : await postAct('fassungen', String(id), 'mit-sprachfassungen-freigeben', {
            grund,
            sprachfassungen,
          })
    if (!answer.ok && answer.codes.includes('second-person-is-missing')) {
      setCorrecting(grund ?? '')
      return
    }
    if (!answer.ok) {
      toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
      return
    }
    const released = answer.value
    const meldung = [
      `Freigegeben unter Folgenummer ${Number(released['folgenummer'])}.`,
      ...sayMitfreigaben(released['sprachfassungen']),
    ].join(' ')
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
    const mitfreigaben = await leseMitfreigaben(String(id))
    if (vorschau && (anlass !== 'neu' || concernsOthers || mitfreigaben.length > 0))
      setAsking({ anlass, vorschau, mitfreigaben })
    else await release({ grund: null, weitertragen: false, sprachfassungen: [] }, null)
  }

  const releaseAsEilfall = async (grund: string): Promise<void> => {
    setIsUrgent(false)
    if (modified && !(await isSaved(submit))) return
    const released = await carryOut('freigeben', { eilfall: true, grund })
    if (released)
      reloadWith(
        `Als Eilfall freigegeben unter Folgenummer ${Number(released['folgenummer'])}. Eine andere Person sieht ihn sich an.`,
      )
  }

  /** One step without questions. */
  const step = async (
    act: 'eilfall-bestaetigen' | 'fachlich-freigeben' | 'zurueckholen',
  ): Promise<void> => {
    if (await carryOut(act, {})) reloadWith(DONE[act])
  }

  const withdraw = async (withdrawal: Withdrawal): Promise<void> => {
    setIsWithdrawing(false)
    const done = await carryOut('zurueckziehen', withdrawal)
    if (done) reloadWith(`Zurückgezogen unter Folgenummer ${Number(done['folgenummer'])}.`)
  }

  /** With whom and until when is asked on a page of its own. */
  const consult = async (): Promise<void> => {
    if (modified && !(await isSaved(submit))) return
    router.push(`/admin/abstimmung-eroeffnen?fassung=${encodeURIComponent(String(id))}`)
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
      {hinweis === null ? null : <p className="stichtag-hinweis">{hinweis}</p>}
      {may('berichtigen') && schritte.berichtigung ? (
        <Button
          buttonStyle="primary"
          disabled={busy}
          onClick={() => void whileBusy(askOrRelease)}
          size="medium"
        >
          Berichtigen
        </Button>
      ) : null}
      {may('freigeben') && !schritte.berichtigung && !schritte.vierAugen ? (
        <Button
          buttonStyle="primary"
          disabled={busy}
          onClick={() => void whileBusy(askOrRelease)}
          size="medium"
        >
          Freigeben
        </Button>
      ) : null}
      {may('zur-abstimmung') ? (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => void whileBusy(consult)}
          size="medium"
        >
          In die Abstimmung geben
        </Button>
      ) : null}
      {['in-abstimmung', 'fachlich-freigegeben'].includes(schritte.zustand) ? (
        <Link
          href={`/admin/collections/abstimmungen?where[fassungen][in]=${encodeURIComponent(String(id))}`}
          prefetch={false}
        >
          Zur Abstimmung
        </Link>
      ) : null}
      {may('fachlich-freigeben') ? (
        <Button
          buttonStyle="primary"
          disabled={busy}
          onClick={() => void whileBusy(() => step('fachlich-freigeben'))}
          size="medium"
        >
          Fachlich freigeben
        </Button>
      ) : null}
      {may('zurueckholen') ? (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => void whileBusy(() => step('zurueckholen'))}
          size="medium"
        >
          Zurück in den Entwurf
        </Button>
      ) : null}
      {may('eilfall') && hinweis !== null ? (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => {
            setIsUrgent(true)
          }}
          size="medium"
        >
          Als Eilfall freigeben
        </Button>
      ) : null}
      {may('eilfall-bestaetigen') && schritte.eilfallOffen && !schritte.vierAugen ? (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => void whileBusy(() => step('eilfall-bestaetigen'))}
          size="medium"
        >
          Eilfall angesehen
        </Button>
      ) : null}
      {may('folgefassung') ? (
        <Button
          buttonStyle="secondary"
          disabled={busy}
          onClick={() => void whileBusy(beginNext)}
          size="medium"
        >
          Neue Fassung darauf aufbauen
        </Button>
      ) : null}
      {may('zurueckziehen') ? (
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
      {isUrgent ? (
        <ReasonDialog
          erklaerung="Der Text wird ohne zweite Person oder ohne Abstimmung und Fachfreigabe öffentlich. Das steht dauerhaft im Freigabeprotokoll, und eine andere Person sieht ihn sich danach an."
          knopf="Als Eilfall freigeben"
          onCancel={() => {
            setIsUrgent(false)
          }}
          onConfirm={(grund) => void whileBusy(() => releaseAsEilfall(grund))}
          titel="Als Eilfall freigeben"
        />
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

const DONE = {
  'eilfall-bestaetigen': 'Sie haben sich den Eilfall angesehen.',
  'fachlich-freigeben': 'Fachlich freigegeben. Die Redaktion kann den Text jetzt freigeben.',
  zurueckholen: 'Der Text ist wieder ein Entwurf.',
} as const

/** What became of the language variants that were to be released with the text. */
function sayMitfreigaben(answer: unknown): readonly string[] {
  if (!Array.isArray(answer)) return []
  const list = answer as readonly { readonly meldung: string | null }[]
  const done = list.filter(({ meldung }) => meldung === null).length
  const refused = list.flatMap(({ meldung }) => meldung ?? [])
  return [
    ...(done === 0
      ? []
      : [`Mit ${done === 1 ? 'einer Sprachfassung' : `${done} Sprachfassungen`}.`]),
    ...refused.map((meldung) => `Eine Sprachfassung nicht: ${meldung}`),
  ]
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
