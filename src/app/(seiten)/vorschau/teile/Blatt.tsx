import type { ReactNode } from 'react'
import type { Ansicht, Ansichtsabschnitt, Ansichtsteil } from '#core/vorschau/ansicht.ts'
import { Herkunft, Tag, Vorbehalte } from './Marken.tsx'
import { Text, type Aenderungsart } from './Text.tsx'

/** One Leistung with all its sections. */
export function Blatt({ ansicht }: { readonly ansicht: Ansicht }): ReactNode {
  const texte = ansicht.abschnitte.filter(({ istAngabe }) => !istAngabe)
  const angaben = ansicht.abschnitte.filter(({ istAngabe }) => istAngabe)
  return (
    <>
      {texte.map((each) => (
        <Abschnitt abschnitt={each} key={each.schluessel} sprache={ansicht.sprache} />
      ))}
      {angaben.length === 0 ? null : (
        <details className="angaben">
          <summary>Angaben zum Text</summary>
          {angaben.map((each) => (
            <Abschnitt abschnitt={each} key={each.schluessel} sprache={ansicht.sprache} />
          ))}
        </details>
      )}
    </>
  )
}

/** From when the text holds and when it changes. */
export function Eckdaten({
  ansicht: { giltAb, aendertSichAm, leistungsschluessel },
  ohneSchluessel = false,
}: {
  readonly ansicht: Ansicht
  readonly ohneSchluessel?: boolean
}): ReactNode {
  return (
    <dl className="eckdaten">
      <div>
        <dt>Gilt ab</dt>
        <dd>
          <Tag angabe={giltAb} keiner="unbekannt" lang />
        </dd>
      </div>
      <div>
        <dt>Ändert sich am</dt>
        <dd>
          <Tag angabe={aendertSichAm} keiner="keine Änderung bekannt" lang />
        </dd>
      </div>
      {ohneSchluessel || leistungsschluessel.length === 0 ? null : (
        <div>
          <dt>Leistungsschlüssel</dt>
          <dd>{leistungsschluessel.join(', ')}</dd>
        </div>
      )}
    </dl>
  )
}

function Abschnitt({
  abschnitt,
  sprache,
}: {
  readonly abschnitt: Ansichtsabschnitt
  readonly sprache: Ansicht['sprache']
}): ReactNode {
  const { schluessel, titel } = abschnitt
  return (
    <section aria-labelledby={schluessel} className="abschnitt">
      <h2 id={schluessel}>{titel}</h2>
      <Abschnittsinhalt abschnitt={abschnitt} sprache={sprache} />
    </section>
  )
}

/** The parts of a section, each with its origin and what keeps it from being public. */
export function Abschnittsinhalt({
  abschnitt: { teile, fallback, maschinell, ohneRueckmeldung, weichtAb },
  sprache,
  art,
}: {
  readonly abschnitt: Ansichtsabschnitt
  readonly sprache: Ansicht['sprache']
  readonly art?: Aenderungsart
}): ReactNode {
  return (
    <>
      {weichtAb ? (
        <p className="marken">
          <strong className="vorbehalt">
            weicht nach Planung von dem ab, was veröffentlicht ist
          </strong>
        </p>
      ) : null}
      {fallback ? (
        <p className="marken">
          <span className="hinweis">nicht übersetzt, deutscher Text</span>
        </p>
      ) : null}
      {maschinell ? (
        <p className="marken">
          <span className="hinweis">maschinell übersetzt</span>
        </p>
      ) : null}
      {ohneRueckmeldung ? (
        <p className="marken">
          <span className="hinweis">übernommen ohne Rückmeldung</span>
        </p>
      ) : null}
      {teile.map((teil, index) => (
        <Teil art={art} key={index} lang={langOf(teil, sprache, fallback)} teil={teil} />
      ))}
    </>
  )
}

function Teil({
  teil: { herkunft, knoten, vorbehalte },
  lang,
  art,
}: {
  readonly teil: Ansichtsteil
  readonly lang: string | undefined
  readonly art: Aenderungsart | undefined
}): ReactNode {
  return (
    <div className={vorbehalte.length > 0 ? 'teil vorlaeufig' : 'teil'}>
      {herkunft === null && vorbehalte.length === 0 ? null : (
        <p className="marken">
          {herkunft === null ? null : <Herkunft herkunft={herkunft} />}
          <Vorbehalte vorbehalte={vorbehalte} />
        </p>
      )}
      <div className="text" lang={lang}>
        <Text art={art} knoten={knoten} />
      </div>
    </div>
  )
}

/** Offices and laws are in German whatever was asked for. */
function langOf(
  { herkunft }: Ansichtsteil,
  sprache: Ansicht['sprache'],
  fallback: boolean,
): string | undefined {
  return sprache === 'en' && herkunft !== null && !fallback ? 'en' : undefined
}
