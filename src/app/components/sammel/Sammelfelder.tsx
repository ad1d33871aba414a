'use client'
import { useEffect, useState } from 'react'
import type { Sammelakt } from '#core/ablauf/sammelaktion.ts'
import { DayInput } from '../DayInput.tsx'
import { textIn } from '../FormDialog.tsx'
import { kollegeLabel, readKollegen, type Kollege } from '../KontoField.tsx'
import { readAntwort } from '../readAntwort.ts'
import { toStoredDay } from '../germanDay.ts'

type Props = { readonly akt: Sammelakt; readonly anzahl: number }

/** What each act asks for. */
export function Sammelfelder({ akt, anzahl }: Props) {
  const wen = anzahl === 1 ? 'den ausgewählten Text' : `die ${anzahl} ausgewählten Texte`
  switch (akt) {
    case 'zuweisen':
      return <Zuweisung anzahl={anzahl} />
    case 'anker-setzen':
      return <Anker anzahl={anzahl} />
    case 'zur-abstimmung':
      return <Abstimmung wen={wen} />
    case 'fachlich-freigeben':
      return (
        <>
          <p>
            Sie bestätigen fachlich {wen}. Danach kann die Redaktion sie freigeben; bis dahin holt
            sie sie bei Bedarf in den Entwurf zurück.
          </p>
          <label>
            Anmerkung (freiwillig)
            <textarea name="grund" rows={2} />
          </label>
        </>
      )
    case 'freigeben':
      return (
        <>
          <p>Sie geben {wen} frei. Jede Freigabe ist ein eigener Eintrag im Freigabeprotokoll.</p>
          <label>
            Grund (nur nötig, wenn ein Text einen freigegebenen ersetzt)
            <textarea name="grund" rows={2} />
          </label>
        </>
      )
  }
}

/** The form as `POST /api/fassungen/sammelaktion` wants it. */
export function bodyFrom(akt: Sammelakt, form: FormData): object {
  switch (akt) {
    case 'zuweisen':
      return { konto: textIn(form, 'konto') || null }
    case 'anker-setzen':
      return {
        beginn:
          textIn(form, 'art') === 'tag'
            ? { art: 'tag', tag: toStoredDay(textIn(form, 'tag')) }
            : {
                art: 'zeitgrenze',
                zeitgrenze: textIn(form, 'zeitgrenze'),
                versatz: 'tage',
                tage: 0,
              },
      }
    case 'zur-abstimmung':
      return {
        titel: textIn(form, 'titel'),
        teilnehmerIds: form.getAll('teilnehmer').filter((each) => typeof each === 'string'),
        frist: toStoredDay(textIn(form, 'frist')),
        schweigefristTage: Number(textIn(form, 'schweigefristTage')),
      }
    case 'fachlich-freigeben':
    case 'freigeben':
      return { grund: textIn(form, 'grund') }
  }
}

function Zuweisung({ anzahl }: { readonly anzahl: number }) {
  const kollegen = useOnce(() => readKollegen('zuweisung'))
  return (
    <>
      <p>
        {anzahl === 1
          ? 'Wer soll an dem ausgewählten Text arbeiten?'
          : `Wer soll an den ${anzahl} ausgewählten Texten arbeiten?`}
      </p>
      <label>
        Wer arbeitet daran?
        <select name="konto">
          <option value="">Niemand</option>
          {(kollegen ?? []).map((each: Kollege) => (
            <option key={each.id} value={each.id}>
              {kollegeLabel(each)}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}

type Benannt = { readonly id: string; readonly titel?: string; readonly name?: string }

function Anker({ anzahl }: { readonly anzahl: number }) {
  const [art, setArt] = useState<'zeitgrenze' | 'tag'>('zeitgrenze')
  const [tag, setTag] = useState<string | null>(null)
  const zeitgrenzen = useOnce(() =>
    readList('/api/zeitgrenzen?limit=300&depth=0&sort=-tag&select[titel]=true'),
  )
  return (
    <>
      <p>
        {anzahl === 1
          ? 'Ab wann gilt der ausgewählte Text?'
          : `Ab wann gelten die ${anzahl} ausgewählten Texte?`}
      </p>
      <fieldset>
        <legend>Woran hängt der Tag?</legend>
        {ARTEN.map(([value, label]) => (
          <label className="stichtag-sammel__wahl" key={value}>
            <input
              checked={art === value}
              name="art"
              onChange={() => {
                setArt(value)
              }}
              type="radio"
              value={value}
            />
            {label}
          </label>
        ))}
      </fieldset>
      {art === 'zeitgrenze' ? (
        <label>
          Zeitgrenze
          <select name="zeitgrenze" required>
            <option value="">Bitte wählen</option>
            {(zeitgrenzen ?? []).map(({ id, titel }) => (
              <option key={id} value={id}>
                {titel}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <div>
          <label htmlFor="sammel-tag">Tag</label>
          <DayInput id="sammel-tag" label="Tag" name="tag" onChange={setTag} value={tag} />
        </div>
      )}
    </>
  )
}

const ARTEN = [
  ['zeitgrenze', 'An einer Zeitgrenze (Gesetz, Verordnung, Satzung)'],
  ['tag', 'An einem festen Tag'],
] as const

function Abstimmung({ wen }: { readonly wen: string }) {
  const [frist, setFrist] = useState<string | null>(null)
  const redaktionen = useOnce(() =>
    readList('/api/redaktionen?limit=1000&depth=0&sort=name&select[name]=true'),
  )
  return (
    <>
      <p>Sie geben {wen} in die Abstimmung. Texte mit demselben Tag kommen zusammen in eine.</p>
      <fieldset className="stichtag-sammel__beteiligte">
        <legend>Beteiligte</legend>
        {(redaktionen ?? []).map(({ id, name }) => (
          <label className="stichtag-sammel__wahl" key={id}>
            <input name="teilnehmer" type="checkbox" value={id} />
            {name}
          </label>
        ))}
      </fieldset>
      <div>
        <label htmlFor="sammel-frist">Abstimmen bis</label>
        <DayInput
          id="sammel-frist"
          label="Abstimmen bis"
          name="frist"
          onChange={setFrist}
          value={frist}
        />
      </div>
      <label>
        Schweigefrist: Arbeitstage vor dem Tag des Gesetzes (0: keine)
        <input
          aria-describedby="sammel-schweigen"
          defaultValue={0}
          max={250}
          min={0}
          name="schweigefristTage"
          required
          type="number"
        />
      </label>
      <p className="stichtag-sammel__hinweis" id="sammel-schweigen">
        Wer bis dahin nicht antwortet, zeigt ab dem Tag des Gesetzes in den geänderten Modulen den
        Text des Landes statt des eigenen. Kosten, Satzungen und Angaben zum Amt bleiben immer.
      </p>
      <label>
        Titel (ohne Angabe: der Name der Zeitgrenze)
        <input name="titel" type="text" />
      </label>
    </>
  )
}

async function readList(address: string): Promise<readonly Benannt[]> {
  const answer = await readAntwort<{ docs?: readonly Benannt[] }>(address)
  return answer?.docs ?? []
}

function useOnce<T>(read: () => Promise<T>): T | null {
  const [value, setValue] = useState<T | null>(null)
  useEffect(() => {
    let isHere = true
    void read().then((found) => {
      if (isHere) setValue(() => found)
    })
    return () => {
      isHere = false
    }
    // What can be chosen is read when the dialogue opens, and not again.
  }, [])
  return value
}
