'use client'
import { useRef, useState, type ChangeEvent } from 'react'
import { parseCalendarDay } from '#core/zeit/day.ts'
import { toGermanDay, toStoredDay } from './germanDay.ts'

type Props = {
  readonly id: string
  readonly name: string
  /** What the day is called, for the button beside it. */
  readonly label: string
  /** As it is stored: `2027-01-01`. */
  readonly value: string | null
  readonly onChange: (value: string | null) => void
  /** While somebody writes, half a day is no mistake. */
  readonly onWriting?: (isWriting: boolean) => void
  readonly isLocked?: boolean
  readonly isWrong?: boolean
  readonly describedBy?: string
}

/**
 * A calendar day, written `TT.MM.JJJJ` in every browser or picked from its calendar. The browser's own field alone would
 * show days in the browser's language and swallow a 30 February.
 */
export function DayInput({
  id,
  name,
  label,
  value,
  onChange,
  onWriting,
  isLocked = false,
  isWrong = false,
  describedBy = '',
}: Props) {
  // Nothing may be put straight under the cursor.
  const [written, setWritten] = useState<string | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const write = (text: string | null): void => {
    setWritten(text)
    onWriting?.(text !== null)
  }
  const change = (event: ChangeEvent<HTMLInputElement>): void => {
    write(event.target.value)
    onChange(toStoredDay(event.target.value))
  }
  return (
    <div className="stichtag-tag__eingabe">
      <input
        aria-describedby={describedBy || undefined}
        aria-invalid={isWrong}
        autoComplete="off"
        disabled={isLocked}
        id={id}
        inputMode="numeric"
        name={name}
        onBlur={() => {
          write(null)
        }}
        onChange={change}
        placeholder="TT.MM.JJJJ"
        type="text"
        value={written ?? toGermanDay(value ?? '')}
      />
      {isLocked ? null : (
        <>
          <button
            aria-label={`${label}: im Kalender wählen`}
            className="stichtag-tag__kalender"
            onClick={() => picker.current?.showPicker()}
            title="Im Kalender wählen"
            type="button"
          >
            <svg aria-hidden="true" fill="none" viewBox="0 0 28 28">
              <rect
                height="22"
                rx="3"
                stroke="currentColor"
                strokeWidth="2"
                width="24"
                x="2"
                y="4"
              />
              <path d="M2 11h24M8 1v6M20 1v6" stroke="currentColor" strokeWidth="2" />
            </svg>
          </button>
          <input
            aria-hidden="true"
            className="stichtag-tag__auswahl"
            onChange={(event) => {
              onChange(toStoredDay(event.target.value))
            }}
            ref={picker}
            tabIndex={-1}
            type="date"
            value={value !== null && parseCalendarDay(value).ok ? value : ''}
          />
        </>
      )}
    </div>
  )
}
