'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, type ReactNode, type SubmitEvent } from 'react'
import { createPortal } from 'react-dom'
import { modulLabel } from '#core/fassung/module.ts'
import { SPRACHE_LABELS } from '#core/fassung/sprachfassung.ts'
import type { Sprachfassung } from './sprachfassung/leseSprachfassungen.ts'
import { RUECKFALL, sayBegin, withoutDraft, type Freigabeantwort } from './rebase.ts'

/** What the person decided. */
export type Release = {
  readonly grund: string | null
  readonly weitertragen: boolean
  /** Ids of the language variants that are released with the text. */
  readonly sprachfassungen: readonly string[]
}

/** Why the draft was written. All but a new text take the place of a released one: the log keeps why (zeit.md, rule 4). */
export type Anlass = 'neu' | 'berichtigung' | 'neu-aufgesetzt'

type Props = {
  readonly vorschau: Freigabeantwort
  readonly anlass: Anlass
  /** The language variants of the text that wait at the desk. */
  readonly mitfreigaben: readonly Sprachfassung[]
  readonly onRelease: (release: Release) => void
  readonly onCancel: () => void
}

/**
 * Asks before a release that concerns other texts: which ones would fall back behind it, and whether to carry the change on. It
 * hangs on the body, see `FormDialog`.
 */
export function ReleaseDialog({ vorschau, anlass, mitfreigaben, onRelease, onCancel }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const { satz } = vorschau
  const spaetere = vorschau.spaetere.filter(({ module }) => module.length > 0)
  const canCarryOn = withoutDraft(spaetere).length > 0

  const release = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    // React hands events of a portal on to the document's form, which would save.
    event.stopPropagation()
    const { submitter } = event.nativeEvent as unknown as { submitter: HTMLElement | null }
    const form = new FormData(event.currentTarget)
    const grund = form.get('grund')
    onRelease({
      grund: typeof grund === 'string' ? grund : null,
      weitertragen: canCarryOn && submitter?.id !== 'freigabe-nur',
      sprachfassungen: form.getAll('sprachfassung').map(String),
    })
  }

  return createPortal(
    <dialog
      aria-labelledby="freigabe-titel"
      className="stichtag-dialog stichtag-freigabe"
      onCancel={onCancel}
      ref={dialog}
    >
      <form onSubmit={release}>
        <h2 id="freigabe-titel">{titleOf(satz, spaetere.length, anlass)}</h2>
        {satz === null ? null : (
          <p>
            {satz}
            {vorschau.ausgesetzt?.art === 'ohne-tag'
              ? ''
              : ' Nach der Freigabe nehmen Sie ihn auf seiner Seite mit „Neu aufsetzen“ wieder auf.'}
          </p>
        )}
        {spaetere.length === 0 ? null : (
          <>
            <p>{spaetere.length === 1 ? EINER.vorher : MEHRERE.vorher}</p>
            <ul className="stichtag-freigabe__texte">
              {spaetere.map((text) => (
                <li key={text.fassungId}>
                  <h3>{text.titel}</h3>
                  <p>{sayBegin(text)}</p>
                  <ul>
                    {text.module.map(({ modul, lage }) => (
                      <li key={modul}>
                        <strong>{modulLabel(modul)}</strong> {RUECKFALL[lage]}
                      </li>
                    ))}
                  </ul>
                  {text.entwurf === null ? null : (
                    <p>Ein Entwurf dazu ist schon begonnen. Bitte prüfen Sie ihn danach.</p>
                  )}
                </li>
              ))}
            </ul>
            {canCarryOn ? <p>{spaetere.length === 1 ? EINER.weiter : MEHRERE.weiter}</p> : null}
          </>
        )}
        <Mitfreigaben mitfreigaben={mitfreigaben} />
        {anlass === 'neu' ? null : (
          <label>
            Grund
            <textarea defaultValue={GRUND[anlass]} name="grund" required rows={3} />
          </label>
        )}
        <div className="stichtag-aktionen">
          {canCarryOn ? (
            <>
              <Button buttonStyle="primary" type="submit">
                Freigeben und Änderung weitertragen
              </Button>
              <Button buttonStyle="secondary" id="freigabe-nur" type="submit">
                Nur freigeben
              </Button>
            </>
          ) : (
            <Button buttonStyle="primary" type="submit">
              {satz === null ? 'Freigeben' : 'Trotzdem freigeben'}
            </Button>
          )}
          <Button buttonStyle="secondary" onClick={onCancel} type="button">
            Abbrechen
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

/** The translations that come with the text: finished ones are offered, of others it is said what they would show in German. */
function Mitfreigaben({ mitfreigaben }: Pick<Props, 'mitfreigaben'>): ReactNode {
  if (mitfreigaben.length === 0) return null
  return (
    <fieldset className="stichtag-mitfreigaben">
      <legend>Mit dem Text freigeben</legend>
      {mitfreigaben.map(({ id, sprache, istFertig, veraltet, fehlt, vierAugen }) => {
        const german = [...veraltet, ...fehlt]
        return (
          <p key={id}>
            <label>
              <input
                defaultChecked={istFertig && !vierAugen}
                disabled={vierAugen}
                name="sprachfassung"
                type="checkbox"
                value={id}
              />
              {SPRACHE_LABELS[sprache]}
            </label>
            <small>
              {vierAugen
                ? 'Sie haben daran geschrieben, eine andere Person gibt sie frei.'
                : german.length > 0
                  ? `zeigt auf Deutsch ${german.join(', ')}.`
                  : 'vollständig und aktuell'}
            </small>
          </p>
        )
      })}
    </fieldset>
  )
}

const EINER = {
  vorher:
    'Dieser Text ist schon freigegeben und kennt Ihre Änderung nicht. Ab seinem Tag gelten wieder andere Worte:',
  weiter:
    'Beim Weitertragen entsteht dazu ein Entwurf, in dem Ihre Änderung schon steht. Er gilt erst, wenn Sie ihn geprüft und freigegeben haben.',
} as const
const MEHRERE = {
  vorher:
    'Diese Texte sind schon freigegeben und kennen Ihre Änderung nicht. Ab ihrem Tag gelten wieder andere Worte:',
  weiter:
    'Beim Weitertragen entsteht zu jedem dieser Texte ein Entwurf, in dem Ihre Änderung schon steht. Er gilt erst, wenn Sie ihn geprüft und freigegeben haben.',
} as const

const GRUND = {
  berichtigung: '',
  'neu-aufgesetzt': 'Die Änderung des Textes davor ist übernommen.',
} as const

function titleOf(satz: string | null, spaetere: number, anlass: Anlass): string {
  if (satz !== null) return 'Der Text würde ausgesetzt'
  if (spaetere === 0 && anlass === 'neu') return 'Text freigeben'
  if (spaetere === 0)
    return anlass === 'berichtigung' ? 'Berichtigung freigeben' : 'Neu aufgesetzten Text freigeben'
  return spaetere === 1
    ? 'Ein späterer Text fällt hinter diesen zurück'
    : `${spaetere} spätere Texte fallen hinter diesen zurück`
}
