'use client'
import { SelectField, TextField, useDocumentInfo } from '@payloadcms/ui'
import type { SelectFieldClientComponent, TextFieldClientComponent } from 'payload'
import { DayField } from './DayField.tsx'

/** Fields of a Zeitgrenze that Verlegen changes, once the log holds it: there one sees what a change does. */
export const LoggedSelect: SelectFieldClientComponent = (props) => (
  <SelectField {...props} readOnly={useIsLogged() || (props.readOnly ?? false)} />
)

/** The same for a text. */
export const LoggedText: TextFieldClientComponent = (props) => (
  <TextField {...props} readOnly={useIsLogged() || (props.readOnly ?? false)} />
)

/** The same for a day. */
export const LoggedDay: TextFieldClientComponent = (props) => (
  <DayField {...props} readOnly={useIsLogged() || (props.readOnly ?? false)} />
)

function useIsLogged(): boolean {
  const { data } = useDocumentInfo()
  return typeof data?.['folgenummer'] === 'number'
}
