'use client'
import { FieldLabel, useDocumentTitle, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useEffect } from 'react'
import { formatZeitpunkt } from './zeitpunkt.ts'

/** A stored instant in a form, in German time. Only for what nobody may change. */
export const ZeitpunktField: TextFieldClientComponent = ({ field, path }) => {
  const { value } = useField<string | null>({ path })
  const { title, setDocumentTitle } = useDocumentTitle()
  const id = `field-${path.replace(/\./g, '__')}`
  const text = value ? formatZeitpunkt(value) : ''
  // A document that is called by this instant is called by it in German too.
  useEffect(() => {
    if (!value || title !== value) return undefined
    // Payload names the document in an effect of its own, which runs after this one.
    const timer = setTimeout(() => {
      setDocumentTitle(text)
    })
    return () => {
      clearTimeout(timer)
    }
  }, [setDocumentTitle, text, title, value])
  return (
    <div className="field-type text read-only">
      <FieldLabel htmlFor={id} label={field.label ?? field.name} path={path} />
      <div className="field-type__wrap">
        <input disabled id={id} name={path} type="text" value={text} />
      </div>
    </div>
  )
}
