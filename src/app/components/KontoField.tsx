'use client'
import { FieldLabel, useAuth, useDocumentInfo, useField } from '@payloadcms/ui'
import type { RelationshipFieldClientProps } from 'payload'
import { useEffect, useState } from 'react'
import { readAntwort } from './readAntwort.ts'

/** Somebody who can be named. */
export type Kollege = {
  readonly id: string
  readonly name: string
  readonly redaktion: string | null
}

/** Who can be named for this; most people may not read accounts, but must be able to name a colleague. */
export async function readKollegen(
  fuer: 'zuweisung' | 'vertretung' | 'vertretene',
): Promise<readonly Kollege[]> {
  const answer = await readAntwort<{ konten?: readonly Kollege[] }>(
    `/api/users/kollegen?fuer=${fuer}`,
  )
  return answer?.konten ?? []
}

/** A person as a choice: the name with the team. */
export function kollegeLabel({ name, redaktion }: Kollege): string {
  return redaktion === null ? name : `${name} (${redaktion})`
}

/** Chooses an account by name; `vertretung` and `vertretene` are the names of the fields it serves. */
export function KontoField({ field, path, readOnly }: RelationshipFieldClientProps) {
  const { value, setValue, showError, errorMessage, disabled } = useField<unknown>({ path })
  const { user } = useAuth()
  const { initialData } = useDocumentInfo()
  const [kollegen, setKollegen] = useState<readonly Kollege[] | null>(null)
  const fuer = FUER[field.name] ?? 'vertretung'
  useEffect(() => {
    let isHere = true
    void readKollegen(fuer).then((found) => {
      if (isHere) setKollegen(found)
    })
    return () => {
      isHere = false
    }
  }, [fuer])

  const chosen = idOf(value)
  const known = kollegen ?? []
  const isForeign = chosen !== '' && kollegen !== null && !known.some(({ id }) => id === chosen)
  const id = `field-${path}`
  const hint = field.admin?.description
  return (
    <div className="field-type stichtag-konto">
      <FieldLabel
        htmlFor={id}
        label={field.label ?? field.name}
        path={path}
        required={field.required === true}
      />
      <select
        aria-describedby={typeof hint === 'string' ? `${id}-hinweis` : undefined}
        aria-invalid={showError}
        disabled={readOnly === true || disabled}
        id={id}
        onChange={(event) => {
          setValue(event.target.value === '' ? null : event.target.value)
        }}
        required={field.required === true}
        value={chosen}
      >
        <option value="">{kollegen === null ? 'Wird geladen …' : 'Bitte wählen'}</option>
        {isForeign ? (
          <option value={chosen}>
            {chosen === user?.id ? 'Sie selbst' : nameIn(initialData, field.name)}
          </option>
        ) : null}
        {known.map((each) => (
          <option key={each.id} value={each.id}>
            {kollegeLabel(each)}
          </option>
        ))}
      </select>
      {typeof hint === 'string' ? (
        <p className="field-description" id={`${id}-hinweis`}>
          {hint}
        </p>
      ) : null}
      {showError && errorMessage ? (
        <p className="stichtag-tag__fehler" role="alert">
          {errorMessage}
        </p>
      ) : null}
    </div>
  )
}

const FUER: Readonly<Record<string, Parameters<typeof readKollegen>[0]>> = {
  vertretene: 'vertretene',
  zugewiesen: 'zuweisung',
}

/** Whoever is not among the choices is named in the title of the Vertretung: „… für …“. */
function nameIn(doc: unknown, field: string): string {
  const titel = (doc as { titel?: unknown } | undefined)?.titel
  const [vertretung, vertretene] = typeof titel === 'string' ? titel.split(' für ') : []
  return (field === 'vertretene' ? vertretene : vertretung) ?? 'Ein anderes Konto'
}

function idOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id)
  return ''
}
