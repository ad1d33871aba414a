'use client'
import { FieldDescription, FieldError, FieldLabel, useField } from '@payloadcms/ui'
import type { TextFieldClientComponent } from 'payload'
import type { ChangeEvent } from 'react'

/** A calendar day in the browser's own date picker; stored as `YYYY-MM-DD`, without a time zone. */
export const DayField: TextFieldClientComponent = ({ field, path, readOnly }) => {
  const { value, setValue, showError, disabled } = useField<string | null>({ path })
  const id = `field-${path.replace(/\./g, '__')}`
  const description = field.admin?.description
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    setValue(event.target.value === '' ? null : event.target.value)
  }
  return (
    <div
      className={`field-type text stichtag-tag${showError ? ' error' : ''}`}
      style={{ flex: '1 1 auto' }}
    >
      <FieldLabel
        htmlFor={id}
        label={field.label ?? field.name}
        path={path}
        required={field.required ?? false}
      />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <input
          aria-describedby={description ? `${id}-hinweis` : undefined}
          aria-invalid={showError}
          disabled={(readOnly ?? false) || disabled}
          id={id}
          max="2999-12-31"
          min="1900-01-01"
          name={path}
          onChange={change}
          type="date"
          value={value ?? ''}
        />
      </div>
      {description ? (
        <div id={`${id}-hinweis`}>
          <FieldDescription description={description} path={path} />
        </div>
      ) : null}
    </div>
  )
}
