'use client'
import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import { useState } from 'react'
import { parseCalendarDay } from '#core/zeit/day.ts'
import { DayInput } from './DayInput.tsx'

/** A calendar day of a document; stored as `YYYY-MM-DD`, without a time zone. */
export const DayField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, errorMessage, disabled } = useField<string | null>({ path })
  const [isWriting, setIsWriting] = useState(false)
  const id = `field-${path.replace(/\./g, '__')}`
  const { description } = field.admin ?? {}
  const isImpossible = !isWriting && isNoDay(value)
  const isWrong = showError || isImpossible
  const notes = [...(isWrong ? [`${id}-fehler`] : []), ...(description ? [`${id}-hinweis`] : [])]
  return (
    <div className={`field-type text stichtag-tag${isWrong ? ' error' : ''}`}>
      <FieldLabel
        htmlFor={id}
        label={field.label ?? field.name}
        path={path}
        required={field.required ?? false}
      />
      <div className="field-type__wrap">
        <DayInput
          describedBy={notes.join(' ')}
          id={id}
          isLocked={(readOnly ?? false) || disabled}
          isWrong={isWrong}
          label={typeof field.label === 'string' ? field.label : 'Tag'}
          name={path}
          onChange={setValue}
          onWriting={setIsWriting}
          value={value ?? null}
        />
      </div>
      {isWrong ? (
        <p className="stichtag-tag__fehler" id={`${id}-fehler`} role="alert">
          {isImpossible ? 'Diesen Tag gibt es nicht.' : errorMessage}
        </p>
      ) : null}
      {description ? (
        <div id={`${id}-hinweis`}>
          <FieldDescription description={description} path={path} />
        </div>
      ) : null}
    </div>
  )
}

function isNoDay(value: string | null | undefined): boolean {
  return value !== null && value !== undefined && value !== '' && !parseCalendarDay(value).ok
}
