'use client'
import {
  FormSubmit,
  useDocumentInfo,
  useEditDepth,
  useForm,
  useFormModified,
  useHotkey,
  useOperation,
  useTranslation,
} from '@payloadcms/ui'
import { useRef, useState } from 'react'
import { postAct } from '../postAct.ts'
import { reloadWith } from '../waitingMessage.ts'
import { Konfliktdialog, type Konflikt } from './Konfliktdialog.tsx'

/** Header that names what came from somebody else (`collections/mitschreiben.ts`). */
const HEADER = 'x-stichtag-zusammengefuehrt'

/**
 * Payload's button to save, for a text that several people may have open: it says what came from the others, and where two have
 * changed the same words it shows both.
 */
export function Speichern() {
  const { id } = useDocumentInfo()
  const { t } = useTranslation()
  const { submit, getData, setModified } = useForm()
  const modified = useFormModified()
  const operation = useOperation()
  const editDepth = useEditDepth()
  const button = useRef<HTMLButtonElement>(null)
  const [konflikte, setKonflikte] = useState<readonly Konflikt[]>([])
  const disabled = operation === 'update' && !modified
  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    button.current?.click()
  })

  const save = async (): Promise<void> => {
    const sent = getData()
    // What is written while the answer is on its way stays; Payload would put the words back that it was sent.
    const saved = (await submit({ acceptValues: { overrideLocalChanges: false } })) as
      { res?: Response } | undefined
    const theirs = saved?.res?.ok ? saved.res.headers.get(HEADER) : null
    if (theirs) {
      const teile = theirs.split(',').map(decodeURIComponent).join(', ')
      // The form still shows the old words of what the other has changed.
      reloadWith(
        `Gespeichert. Zugleich hat jemand anderes gespeichert, auch das steht jetzt hier: ${teile}.`,
      )
      return
    }
    if (saved?.res?.ok || id === undefined) return
    const asked = await postAct('fassungen', String(id), 'abgleich', { daten: sent })
    const found = asked.ok ? (asked.value['konflikte'] as readonly Konflikt[]) : []
    setKonflikte(found)
    // Payload takes a refused save for one that has been done.
    if (found.length > 0) setModified(true)
  }

  return (
    <>
      <FormSubmit
        buttonId="action-save"
        disabled={disabled}
        onClick={() => void save()}
        ref={button}
        size="medium"
        type="button"
      >
        {t('general:save')}
      </FormSubmit>
      {konflikte.length > 0 && id !== undefined ? (
        <Konfliktdialog
          daten={getData()}
          id={String(id)}
          konflikte={konflikte}
          onCancel={() => {
            setKonflikte([])
          }}
          onChange={setKonflikte}
        />
      ) : null}
    </>
  )
}
