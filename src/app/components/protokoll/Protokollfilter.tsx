'use client'
import { Button } from '@payloadcms/ui'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState, type SubmitEvent } from 'react'
import { AKT_LABELS } from '#core/protokoll/protokollDeutsch.ts'
import { DayInput } from '../DayInput.tsx'
import { textIn } from '../FormDialog.tsx'
import { exportAddress, listAddress, wahlFrom, type Protokollwahl } from './filter.ts'

const AKTE = Object.entries(AKT_LABELS).sort(([, left], [, right]) =>
  left.localeCompare(right, 'de'),
)

/** Above the rows of the audit: by act, person and days; and what is shown, as a file. */
export function Protokollfilter() {
  const query = useSearchParams()
  const address = query.toString()
  // A new address is a new form: what is written in it comes from the address.
  return <Formular key={address} query={new URLSearchParams(address)} />
}

function Formular({ query }: { readonly query: URLSearchParams }) {
  const router = useRouter()
  const wahl = wahlFrom(query)
  const [von, setVon] = useState<string | null>(wahl.von || null)
  const [bis, setBis] = useState<string | null>(wahl.bis || null)
  const show = (next: Protokollwahl): void => {
    router.push(listAddress(next, query.get('search') ?? ''))
  }
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    show({
      akt: textIn(form, 'akt'),
      person: textIn(form, 'person').trim(),
      gegenstand: textIn(form, 'gegenstand').trim(),
      von: von ?? '',
      bis: bis ?? '',
    })
  }
  return (
    <form aria-label="Protokoll filtern" className="stichtag-protokollfilter" onSubmit={submit}>
      <label>
        Handlung
        <select defaultValue={wahl.akt} name="akt">
          <option value="">Alle</option>
          {AKTE.map(([akt, label]) => (
            <option key={akt} value={akt}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        Person
        <input defaultValue={wahl.person} name="person" type="text" />
      </label>
      <div>
        <label htmlFor="protokoll-von">Von</label>
        <DayInput id="protokoll-von" label="Von" name="von" onChange={setVon} value={von} />
      </div>
      <div>
        <label htmlFor="protokoll-bis">Bis</label>
        <DayInput id="protokoll-bis" label="Bis" name="bis" onChange={setBis} value={bis} />
      </div>
      <label>
        Kennung des Gegenstands
        <input defaultValue={wahl.gegenstand} name="gegenstand" type="text" />
      </label>
      <div className="stichtag-aktionen">
        <Button buttonStyle="primary" size="medium" type="submit">
          Filtern
        </Button>
        <a className="stichtag-protokollfilter__datei" download href={exportAddress(query)}>
          Als CSV herunterladen
        </a>
      </div>
    </form>
  )
}
