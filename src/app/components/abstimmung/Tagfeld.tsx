'use client'
import { useId, useState } from 'react'
import { DayInput } from '../DayInput.tsx'

/** A day in a form of ours: written `TT.MM.JJJJ`, sent `YYYY-MM-DD`. */
export function Tagfeld({
  name,
  label,
  value: first,
}: {
  readonly name: string
  readonly label: string
  readonly value: string | null
}) {
  const id = useId()
  const [value, setValue] = useState(first)
  return (
    <div className="stichtag-tag">
      <label htmlFor={id}>{label}</label>
      <DayInput
        id={id}
        label={label}
        name={`${name}-geschrieben`}
        onChange={setValue}
        value={value}
      />
      <input name={name} type="hidden" value={value ?? ''} />
    </div>
  )
}
