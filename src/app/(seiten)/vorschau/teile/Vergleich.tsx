import type { ReactNode } from 'react'
import type { Ansicht } from '#core/vorschau/ansicht.ts'
import { vergleiche, type Gegenueber } from '#core/vorschau/vergleich.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import type { Tagesansicht } from '#feed/readVorschau.ts'
import { Abschnittsinhalt, Eckdaten } from './Blatt.tsx'
import type { Aenderungsart } from './Text.tsx'
import { vergleicheWorte } from './worte.ts'

/** Two days of one Leistung side by side, the earlier one first, with the words that changed marked. */
export function Vergleich({
  tage,
  sprache,
}: {
  readonly tage: readonly [Tagesansicht, Tagesansicht]
  readonly sprache: Ansicht['sprache']
}): ReactNode {
  const [links, rechts] = tage[0].tag <= tage[1].tag ? tage : [tage[1], tage[0]]
  const paare = vergleiche(links.ansicht, rechts.ansicht, vergleicheWorte)
  const andere = paare.filter(({ istGleich }) => !istGleich)
  const gleiche = paare.filter(({ istGleich }) => istGleich)
  return (
    <>
      <section aria-labelledby="unterschied" className="unterschied">
        <h2 id="unterschied">Was sich ändert</h2>
        <p>{summary(paare.length, andere.length)}</p>
        {andere.length === 0 ? null : (
          <>
            <ul className="auswahl">
              {andere.map(({ schluessel, titel }) => (
                <li key={schluessel}>
                  <a href={`#${schluessel}`}>{titel}</a>
                </li>
              ))}
            </ul>
            <p className="legende">
              <del>So sieht aus, was wegfällt</del> <ins>so, was neu ist</ins>
            </p>
          </>
        )}
        <div className="spalten">
          <Spaltenkopf tag={links} />
          <Spaltenkopf tag={rechts} />
        </div>
      </section>
      {andere.map((paar) => (
        <Paar key={paar.schluessel} links={links} paar={paar} rechts={rechts} sprache={sprache} />
      ))}
      <Gleiche paare={gleiche} sprache={sprache} />
    </>
  )
}

function Spaltenkopf({ tag: { tag, ansicht } }: { readonly tag: Tagesansicht }): ReactNode {
  return (
    <div className="spalte">
      <h3>Am {formatDayLong(tag)}</h3>
      {ansicht ? (
        <Eckdaten ansicht={ansicht} ohneSchluessel />
      ) : (
        <p>An diesem Tag gibt es keinen Text.</p>
      )}
    </div>
  )
}

function Paar({
  paar,
  links,
  rechts,
  sprache,
}: {
  readonly paar: Gegenueber
  readonly links: Tagesansicht
  readonly rechts: Tagesansicht
  readonly sprache: Ansicht['sprache']
}): ReactNode {
  const { schluessel, titel } = paar
  return (
    <section aria-labelledby={schluessel} className="abschnitt">
      <h2 id={schluessel}>{titel}</h2>
      <div className="spalten">
        <Spalte abschnitt={paar.links} art="entfernt" sprache={sprache} tag={links} />
        <Spalte abschnitt={paar.rechts} art="neu" sprache={sprache} tag={rechts} />
      </div>
    </section>
  )
}

/** What reads the same on both days is there once, out of the way. */
function Gleiche({
  paare,
  sprache,
}: {
  readonly paare: readonly Gegenueber[]
  readonly sprache: Ansicht['sprache']
}): ReactNode {
  if (paare.length === 0) return null
  return (
    <details className="angaben">
      <summary>
        {paare.length === 1 ? 'Ein Abschnitt' : `${paare.length} Abschnitte`} ohne Änderung
      </summary>
      {paare.map(({ schluessel, titel, rechts }) => (
        <section aria-labelledby={schluessel} className="abschnitt" key={schluessel}>
          <h2 id={schluessel}>{titel}</h2>
          {rechts ? <Abschnittsinhalt abschnitt={rechts} sprache={sprache} /> : null}
        </section>
      ))}
    </details>
  )
}

function Spalte({
  abschnitt,
  art,
  sprache,
  tag: { tag },
}: {
  readonly abschnitt: Gegenueber['links']
  readonly art: Aenderungsart
  readonly sprache: Ansicht['sprache']
  readonly tag: Tagesansicht
}): ReactNode {
  return (
    <div className="spalte">
      <p className="spalte__tag">Am {formatDayLong(tag)}</p>
      {abschnitt ? (
        <Abschnittsinhalt abschnitt={abschnitt} art={art} sprache={sprache} />
      ) : (
        <p className="hinweis">An diesem Tag steht hier nichts.</p>
      )}
    </div>
  )
}

function summary(all: number, changed: number): string {
  if (all === 0) return 'An beiden Tagen gibt es keinen Text.'
  if (changed === 0) return 'An beiden Tagen steht dasselbe.'
  return changed === 1
    ? `Einer von ${all} Abschnitten ist anders:`
    : `${changed} von ${all} Abschnitten sind anders:`
}
