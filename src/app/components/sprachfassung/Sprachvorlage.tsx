'use client'
import { useDocumentInfo, useField } from '@payloadcms/ui'
import { diffWordsWithSpace } from 'diff'
import type { UIFieldClientComponent } from 'payload'
import { useEffect, useId, useState, type ReactNode } from 'react'
import type { Html } from '#core/fassung/module.ts'
import { parseMarkup, textOf, type Knoten } from '#core/vorschau/markup.ts'
import { leseVergleich, type Vergleichsmodul } from './leseVergleich.ts'

/** Beyond so many differing words nobody reads the marks. */
const MAX_EDITS = 1000

/** The German words of a module beside the field in which they are translated, and what of them is new. */
export const Sprachvorlage: UIFieldClientComponent = (props) => {
  const { modul } = props as unknown as { readonly modul: string }
  const { id, data } = useDocumentInfo()
  const saved = String(data?.['updatedAt'] ?? '')
  const [found, setFound] = useState<Vergleichsmodul | null>(null)
  const [isThere, setIsThere] = useState(false)
  useEffect(() => {
    if (id === undefined) return undefined
    let left = false
    void leseVergleich(String(id), saved).then((vergleich) => {
      if (left) return
      setIsThere(vergleich?.deutsch !== null && vergleich !== null)
      setFound(vergleich?.module.find((each) => each.modul === modul) ?? null)
    })
    return () => {
      left = true
    }
  }, [id, modul, saved])
  if (!isThere) return null
  return (
    <div className="stichtag-vorlage" lang="de">
      {found?.deutsch ? <Vorlage modul={found} /> : <OhneVorlage modul={found} />}
    </div>
  )
}

function Vorlage({ modul }: { readonly modul: Vergleichsmodul }): ReactNode {
  const { titel, lage, deutsch, vorlage } = modul
  return (
    <section aria-label={`Deutscher Text: ${titel}`}>
      <p className="stichtag-vorlage__kopf">
        <strong>Deutscher Text</strong> <Lage lage={lage} />
      </p>
      {vorlage === null ? null : <Unterschied neu={deutsch ?? ''} alt={vorlage} />}
      <div className="stichtag-vorlage__text">
        <Gesetzt knoten={parseMarkup(deutsch ?? '')} />
      </div>
      {lage === 'veraltet' ? <Bestaetigung modul={modul} /> : null}
    </section>
  )
}

function OhneVorlage({ modul }: { readonly modul: Vergleichsmodul | null }): ReactNode {
  return modul?.lage === 'ueberzaehlig' ? (
    <p className="stichtag-vorlage__kopf">
      <strong>Ohne deutschen Text.</strong> Diese Übersetzung wird niemandem gezeigt.
    </p>
  ) : (
    <p className="stichtag-vorlage__leer">Deutsch steht in diesem Modul nichts.</p>
  )
}

const LAGEN = {
  aktuell: ['aktuell', 'übersetzt'],
  veraltet: ['veraltet', 'seit der Übersetzung geändert'],
  fehlt: ['fehlt', 'noch nicht übersetzt'],
  ueberzaehlig: ['fehlt', 'ohne deutschen Text'],
} as const

function Lage({ lage }: Pick<Vergleichsmodul, 'lage'>): ReactNode {
  const [name, satz] = LAGEN[lage]
  return <span className={`stichtag-marke stichtag-marke--${name}`}>{satz}</span>
}

/** What has changed in the German words since they were translated: colour, line and a word. */
function Unterschied({ alt, neu }: { readonly alt: Html; readonly neu: Html }): ReactNode {
  const words = (html: Html): string => textOf(parseMarkup(html)).trim()
  const parts = diffWordsWithSpace(words(alt), words(neu), { maxEditLength: MAX_EDITS })
  if (!parts) return <p>Der deutsche Text ist seit der Übersetzung ganz neu geschrieben.</p>
  const isSame = parts.every(({ added, removed }) => !added && !removed)
  if (isSame)
    return (
      <p>Die Worte sind dieselben; Auszeichnung, Links oder das Verhältnis zum Land sind neu.</p>
    )
  return (
    <details open>
      <summary>Was sich seit der Übersetzung geändert hat</summary>
      <p className="stichtag-vorlage__diff">
        {parts.map(({ value, added, removed }, index) =>
          added ? (
            <ins key={index}>
              <span className="stichtag-unsichtbar">[neu: </span>
              {value}
              <span className="stichtag-unsichtbar">]</span>
            </ins>
          ) : removed ? (
            <del key={index}>
              <span className="stichtag-unsichtbar">[entfernt: </span>
              {value}
              <span className="stichtag-unsichtbar">]</span>
            </del>
          ) : (
            <span key={index}>{value}</span>
          ),
        )}
      </p>
    </details>
  )
}

/** Only a person can say that a translation fits the German words of now; it counts when the document is saved. */
function Bestaetigung({ modul: { modul, titel } }: { readonly modul: Vergleichsmodul }): ReactNode {
  const id = useId()
  const { value, setValue, disabled } = useField<readonly string[] | null>({
    path: 'aufNeuemStand',
  })
  const chosen: readonly string[] = Array.isArray(value) ? (value as string[]) : []
  return (
    <p className="stichtag-vorlage__bestaetigung">
      <input
        checked={chosen.includes(modul)}
        disabled={disabled}
        id={id}
        onChange={({ currentTarget: { checked } }) => {
          const others = chosen.filter((each) => each !== modul)
          setValue(checked ? [...others, modul] : others)
        }}
        type="checkbox"
      />
      <label htmlFor={id}>
        Die Übersetzung passt jetzt zu diesem deutschen Text
        <span className="stichtag-unsichtbar">: {titel}</span>
      </label>
    </p>
  )
}

function Gesetzt({ knoten }: { readonly knoten: readonly Knoten[] }): ReactNode {
  return knoten.map((each, index) => {
    if (each.art === 'text') return each.text
    const { tag: Tag, href, kinder } = each
    if (Tag === 'br') return <br key={index} />
    const inside = <Gesetzt knoten={kinder} />
    return href === undefined ? (
      <Tag key={index}>{inside}</Tag>
    ) : (
      <a href={href} key={index} rel="noreferrer" target="_blank">
        {inside}
      </a>
    )
  })
}
