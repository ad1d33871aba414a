'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useRef, type SubmitEvent } from 'react'
import { createPortal } from 'react-dom'
import { modulLabel } from '#core/fassung/module.ts'
import { RUECKFALL, sayBegin, withoutDraft, type Freigabeantwort } from './rebase.ts'

/** What the person decided. */
export type Release = { readonly grund: string | null; readonly weitertragen: boolean }

/** Why the draft was written. All but a new text take the place of a released one: the log keeps why (zeit.md, rule 4). */
export type Anlass = 'neu' | 'berichtigung' | 'neu-aufgesetzt'

type Props = {
  readonly vorschau: Freigabeantwort
  readonly anlass: Anlass
  readonly onRelease: (release: Release) => void
  readonly onCancel: () => void
}

/**
 * Asks before a release that concerns other texts: which ones would fall back behind it, and whether to carry the change on. It
 * hangs on the body, see `FormDialog`.
 */
export function ReleaseDialog({ vorschau, anlass, onRelease, onCancel }: Props) {
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
    const grund = new FormData(event.currentTarget).get('grund')
    onRelease({
      grund: typeof grund === 'string' ? grund : null,
      weitertragen: canCarryOn && submitter?.id !== 'freigabe-nur',
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
  if (spaetere === 0)
    return anlass === 'berichtigung' ? 'Berichtigung freigeben' : 'Neu aufgesetzten Text freigeben'
  return spaetere === 1
    ? 'Ein späterer Text fällt hinter diesen zurück'
    : `${spaetere} spätere Texte fallen hinter diesen zurück`
}
