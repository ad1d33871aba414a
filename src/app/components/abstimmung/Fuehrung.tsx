import type { ReactNode } from 'react'
import type { Abstimmungsseite } from '#core/abstimmung/seite.ts'
import { AUSGANG_LABELS } from '#core/abstimmung/stimmen.ts'
import { formatDay } from '#core/zeit/deutsch.ts'
import { Aktformular } from './Aktformular.tsx'
import { Tagfeld } from './Tagfeld.tsx'

/** What the leading Redaktion does with a consultation that runs. */
export function Fuehrung({
  seite,
  weitere,
}: {
  readonly seite: Abstimmungsseite
  /** Redaktionen that have not been asked. */
  readonly weitere: readonly { readonly id: string; readonly name: string }[]
}): ReactNode {
  const { id, frist } = seite.abstimmung
  const owed = seite.schuldner.length
  return (
    <section aria-labelledby="fuehren" className="stichtag-abst__fuehren">
      <h2 id="fuehren">Abstimmung führen</h2>
      {owed === 0 ? null : (
        <Aktformular
          act="erinnern"
          done="Wer noch nicht abgestimmt hat und heute nicht schon erinnert wurde, ist erinnert."
          id={id}
          knopf={owed === 1 ? 'Eine Redaktion erinnern' : `${owed} Redaktionen erinnern`}
        />
      )}
      <details>
        <summary>Frist ändern</summary>
        <Aktformular act="frist" done="Die Frist ist geändert." id={id} knopf="Frist ändern">
          <p>Bisher: {formatDay(frist)}</p>
          <Tagfeld label="Abstimmen bis" name="frist" value={frist} />
          <label>
            Grund (freiwillig)
            <textarea name="grund" rows={2} />
          </label>
        </Aktformular>
      </details>
      {weitere.length === 0 ? null : (
        <details>
          <summary>Weitere Redaktionen beteiligen</summary>
          <Aktformular
            act="teilnehmer"
            done="Die Redaktionen sind beteiligt und eingeladen."
            id={id}
            knopf="Beteiligen"
          >
            <fieldset className="stichtag-abst__liste">
              <legend>Redaktionen</legend>
              {weitere.map((each) => (
                <label key={each.id}>
                  <input name="teilnehmer[]" type="checkbox" value={each.id} /> {each.name}
                </label>
              ))}
            </fieldset>
          </Aktformular>
        </details>
      )}
      <Beenden seite={seite} />
      <details>
        <summary>Abstimmung abbrechen</summary>
        <Aktformular
          act="abbrechen"
          done="Die Abstimmung ist abgebrochen."
          id={id}
          knopf="Abbrechen"
          sicher="Die Texte gehen zurück in den Entwurf, und nur ihre eigene Redaktion sieht sie noch. Eine Schweigefrist endet ohne Wirkung. Wirklich abbrechen?"
        >
          <label>
            Grund
            <textarea name="grund" required rows={2} />
          </label>
        </Aktformular>
      </details>
    </section>
  )
}

/** For each text: what came out, and what follows. Objections need a reason, whichever way it goes. */
function Beenden({ seite }: { readonly seite: Abstimmungsseite }): ReactNode {
  const { abstimmung, texte, ergebnis } = seite
  return (
    <details>
      <summary>Abstimmung beenden</summary>
      <Aktformular
        act="beenden"
        done="Die Abstimmung ist beendet. Ergebnis und Niederschrift stehen fest."
        id={abstimmung.id}
        isPrimary
        knopf="Beenden und Niederschrift festhalten"
        sicher="Danach kann niemand mehr abstimmen oder kommentieren. Abstimmung beenden?"
      >
        <p>
          Ergebnis bis jetzt: <strong>{AUSGANG_LABELS[ergebnis.ausgang]}</strong>. Was aus jedem
          Text wird, entscheiden Sie.
        </p>
        {texte.map(({ fassungId, titel, ergebnis: text }) => (
          <fieldset key={fassungId}>
            <legend>
              {titel}: {AUSGANG_LABELS[text.ausgang]} ({text.zustimmungen} Zustimmung,{' '}
              {text.ablehnungen} Ablehnung, {text.enthaltungen} Enthaltung)
            </legend>
            <label>
              <input
                defaultChecked={text.ausgang !== 'einwaende'}
                name={`entscheidungen|${fassungId}|weiter`}
                required
                type="radio"
                value="fachfreigabe"
              />{' '}
              Weiter zur Fachfreigabe
            </label>
            <label>
              <input
                name={`entscheidungen|${fassungId}|weiter`}
                required
                type="radio"
                value="entwurf"
              />{' '}
              Zurück in den Entwurf
            </label>
            <label>
              Grund{' '}
              {text.ausgang === 'einwaende' ? '(nötig, weil es Einwände gibt)' : '(freiwillig)'}
              <textarea
                name={`entscheidungen|${fassungId}|grund`}
                required={text.ausgang === 'einwaende'}
                rows={2}
              />
            </label>
          </fieldset>
        ))}
      </Aktformular>
    </details>
  )
}
