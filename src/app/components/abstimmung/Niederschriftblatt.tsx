import type { ReactNode } from 'react'
import { VOTUM_LABELS } from '#core/abstimmung/abstimmung.ts'
import type { Niederschrift, Textniederschrift } from '#core/abstimmung/niederschrift.ts'
import { AUSGANG_LABELS } from '#core/abstimmung/stimmen.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { formatZeitpunkt } from '../zeitpunkt.ts'

/** The record of a consultation as people read it. */
export function Niederschriftblatt({
  niederschrift,
}: {
  readonly niederschrift: Niederschrift
}): ReactNode {
  const { fuehrend, teilnehmer, frist, schweigefristTage, ausgang, texte } = niederschrift
  const { eroeffnetVonName, eroeffnetAm, beendetVonName, beendetAm, abgebrochenWeil } =
    niederschrift
  return (
    <section aria-labelledby="niederschrift" className="stichtag-abst__niederschrift">
      <h2 id="niederschrift">Niederschrift</h2>
      <p>
        Eröffnet von {eroeffnetVonName} ({fuehrend.name}) am {formatZeitpunkt(eroeffnetAm)}, Frist
        bis {formatDayLong(frist)}
        {schweigefristTage > 0
          ? `, Schweigefrist bis ${schweigefristTage} Arbeitstage vor dem Tag der Rechtsnorm`
          : ''}
        . {abgebrochenWeil === null ? 'Beendet' : 'Abgebrochen'} von {beendetVonName} am{' '}
        {formatZeitpunkt(beendetAm)}.
      </p>
      <p>Beteiligt: {teilnehmer.map(({ name }) => name).join(', ')}</p>
      <p>
        <strong>
          {abgebrochenWeil === null
            ? `Ergebnis: ${AUSGANG_LABELS[ausgang]}`
            : `Abgebrochen: ${abgebrochenWeil}`}
        </strong>
      </p>
      {texte.map((text) => (
        <Eintext key={text.fassungId} text={text} />
      ))}
    </section>
  )
}

function Eintext({ text }: { readonly text: Textniederschrift }): ReactNode {
  const { titel, ausgang, stimmen, geschwiegen, kommentare, entscheidung } = text
  return (
    <section className="stichtag-abst__modul">
      <h3>
        {titel}: {AUSGANG_LABELS[ausgang]}
      </h3>
      {entscheidung ? (
        <p>
          Entschieden:{' '}
          {entscheidung.weiter === 'entwurf' ? 'zurück in den Entwurf' : 'weiter zur Fachfreigabe'}
          {entscheidung.grund === null ? '' : ` – „${entscheidung.grund}“`}
        </p>
      ) : null}
      <ul className="stichtag-abst__stimmen">
        {stimmen.map(({ id, name, votum, grund, vonName, zeitpunkt, ...marks }) => (
          <li className={votum} key={id}>
            <strong>{name}:</strong> {VOTUM_LABELS[votum]}
            {marks.aufFrueheremStand ? <em> (auf früherem Stand abgegeben)</em> : null}
            {marks.verspaetet ? <em> (nach der Frist)</em> : null}
            {grund === null ? null : <span> – „{grund}“</span>}
            <small>
              {' '}
              {vonName}, {formatZeitpunkt(zeitpunkt)}
            </small>
          </li>
        ))}
        {geschwiegen.map(({ redaktionId, name }) => (
          <li className="stichtag-abst__leise" key={redaktionId}>
            {name}: keine Stimme
          </li>
        ))}
      </ul>
      {kommentare.length === 0 ? null : (
        <details>
          <summary>
            {kommentare.length === 1 ? 'Ein Kommentar' : `${kommentare.length} Kommentare`}
          </summary>
          <ul>
            {kommentare.map(({ id, vonName, redaktionName, text: words, stelle }) => (
              <li key={id}>
                {vonName}, {redaktionName}
                {stelle === null ? '' : ` zu „${stelle.worte}“`}: {words}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
