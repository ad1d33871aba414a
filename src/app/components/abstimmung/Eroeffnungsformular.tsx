'use client'
import { Button, toast } from '@payloadcms/ui'
import { useState, type SubmitEvent } from 'react'
import { modulLabel } from '#core/fassung/module.ts'
import type { Eroeffnungstext, Eroeffnungswahl } from '#feed/readAbstimmung.ts'
import { postAct } from '../postAct.ts'
import { LONG_ENOUGH_TO_READ } from '../waitingMessage.ts'
import { bodyFrom } from './bodyFrom.ts'
import { ARTEN, gruppenOf, vorschlagOf } from './eroeffnung.ts'
import { Tagfeld } from './Tagfeld.tsx'

type Props = {
  readonly wahl: Eroeffnungswahl
  /** Ids of texts that are chosen at first. */
  readonly fassungen: readonly string[]
  /** Id of the Zeitgrenze that is chosen at first. */
  readonly zeitgrenze: string | null
}

/** What shall be consulted about, with whom and until when. */
export function Eroeffnungsformular({ wahl, fassungen, zeitgrenze }: Props) {
  const tage = gruppenOf(wahl.texte)
  const first =
    wahl.texte.find(({ id }) => fassungen.includes(id))?.tag.schluessel ??
    tage.find(({ schluessel }) => schluessel === `zeitgrenze|${zeitgrenze ?? ''}`)?.schluessel ??
    tage[0]?.schluessel ??
    ''
  const [tag, setTag] = useState(first)
  const texte = tage.find(({ schluessel }) => schluessel === tag)?.texte ?? []
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set(fassungen.length > 0 ? fassungen : texte.map(({ id }) => id)),
  )
  const [asked, setAsked] = useState<ReadonlySet<string> | null>(null)
  const [schweigefrist, setSchweigefrist] = useState(0)
  const [busy, setBusy] = useState(false)
  const included = texte.filter(({ id }) => chosen.has(id))
  // Until somebody chooses, those are asked who have a text of their own.
  const teilnehmer = asked ?? vorschlagOf(wahl.redaktionen, included)
  // Whoever leads has no vote.
  const leading = new Set(included.map(({ redaktionId }) => redaktionId))
  const mayBeSilent = included.every(({ embargo, istLandtext }) => istLandtext && !embargo)

  const submit = async (event: SubmitEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const { module, ...fields } = bodyFrom(new FormData(event.currentTarget))
    const rows = (module ?? []) as readonly { readonly fassung: string }[]
    setBusy(true)
    const answer = await postAct('abstimmungen', null, 'eroeffnen', {
      ...fields,
      fassungen: included.map(({ id }) => id),
      teilnehmer: [...teilnehmer],
      schweigefristTage: mayBeSilent ? schweigefrist : 0,
      schweigemodule: Object.fromEntries(
        rows.map(({ fassung, ...names }) => [fassung, Object.keys(names)]),
      ),
    })
    if (answer.ok) {
      window.location.assign(`/admin/collections/abstimmungen/${String(answer.value['id'])}`)
      return
    }
    toast.error(answer.message, { duration: LONG_ENOUGH_TO_READ })
    setBusy(false)
  }

  return (
    <form className="stichtag-abst__form" onSubmit={(event) => void submit(event)}>
      <label>
        Woran hängen die Texte?
        <select
          onChange={(event) => {
            const next = event.target.value
            setTag(next)
            const group = tage.find(({ schluessel }) => schluessel === next)
            setChosen(new Set(group?.texte.map(({ id }) => id)))
          }}
          value={tag}
        >
          {tage.map(({ schluessel, name, texte: group }) => (
            <option key={schluessel} value={schluessel}>
              {name} ({group.length === 1 ? '1 Entwurf' : `${group.length} Entwürfe`})
            </option>
          ))}
        </select>
      </label>
      <fieldset className="stichtag-abst__liste">
        <legend>Texte</legend>
        {texte.map(({ id, titel, embargo }) => (
          <label key={id}>
            <input
              checked={chosen.has(id)}
              onChange={() => {
                setChosen(toggled(chosen, id))
              }}
              type="checkbox"
            />{' '}
            {titel}
            {embargo ? ' (Embargo)' : ''}
          </label>
        ))}
      </fieldset>
      <label>
        Worum geht es? (leer: die Zeitgrenze)
        <input name="titel" type="text" />
      </label>
      {ARTEN.map(([art, label]) => {
        const group = wahl.redaktionen.filter((each) => each.art === art && !leading.has(each.id))
        if (group.length === 0) return null
        return (
          <fieldset className="stichtag-abst__liste" key={art}>
            <legend>
              {label}{' '}
              <button
                aria-label={`Alle wählen: ${label}`}
                onClick={() => {
                  setAsked(new Set([...teilnehmer, ...group.map(({ id }) => id)]))
                }}
                type="button"
              >
                alle
              </button>
            </legend>
            {group.map(({ id, name, betroffenVon }) => (
              <label key={id}>
                <input
                  checked={teilnehmer.has(id)}
                  onChange={() => {
                    setAsked(toggled(teilnehmer, id))
                  }}
                  type="checkbox"
                />{' '}
                {name}
                {included.some((text) => betroffenVon.includes(text.id))
                  ? ' (hat einen eigenen Text)'
                  : ''}
              </label>
            ))}
          </fieldset>
        )
      })}
      <Tagfeld label="Abstimmen bis" name="frist" value={null} />
      <label>
        Erinnern … Arbeitstage vor Ablauf
        <input defaultValue={3} max={60} min={0} name="zahl:erinnerungTage" type="number" />
      </label>
      {mayBeSilent ? (
        <label>
          Schweigefrist: bis … Arbeitstage vor dem Tag der Rechtsnorm (0: keine)
          <input
            max={250}
            min={0}
            onChange={(event) => {
              setSchweigefrist(Math.max(0, event.target.valueAsNumber || 0))
            }}
            type="number"
            value={schweigefrist}
          />
        </label>
      ) : null}
      {mayBeSilent && schweigefrist > 0
        ? included.map((text) => <Schweigemodule key={text.id} text={text} />)
        : null}
      <div className="stichtag-aktionen">
        <Button buttonStyle="primary" disabled={busy} size="medium" type="submit">
          Abstimmung eröffnen
        </Button>
      </div>
    </form>
  )
}

function Schweigemodule({
  text: { id, titel, schweigemodule },
}: {
  readonly text: Eroeffnungstext
}) {
  return (
    <fieldset className="stichtag-abst__liste">
      <legend>Schweigen zählt bei „{titel}“ in</legend>
      {/* None chosen is a choice too. */}
      <input name={`module|${id}|`} type="hidden" value="" />
      {schweigemodule.length === 0 ? (
        <p>Hier ändert sich kein Modul, in dem Schweigen zählen kann.</p>
      ) : (
        schweigemodule.map((name) => (
          <label key={name}>
            <input defaultChecked name={`module|${id}|${name}`} type="checkbox" value="ja" />{' '}
            {modulLabel(name)}
          </label>
        ))
      )}
    </fieldset>
  )
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set)
  if (!next.delete(id)) next.add(id)
  return next
}
