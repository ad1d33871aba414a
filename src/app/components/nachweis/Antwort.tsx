import type { ReactNode } from 'react'
import type { Ansichtsabschnitt } from '#core/vorschau/ansicht.ts'
import type { Leistungsblatt } from '#core/vorschau/blatt.ts'
import { abschnitteOf } from '#core/vorschau/darstellung.ts'
import { vergleiche, type Gegenueber } from '#core/vorschau/vergleich.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import type { Nachweis } from '#feed/readNachweis.ts'
import { Text, type Aenderungsart } from '../../(seiten)/vorschau/teile/Text.tsx'
import { vergleicheWorte } from '../../(seiten)/vorschau/teile/worte.ts'
import { formatZeitpunkt } from '../zeitpunkt.ts'

/** The answer of one day, as it was known then and as it is known now, side by side. */
export function Antwort({
  nachweis,
  name,
  heute,
}: {
  readonly nachweis: Nachweis
  readonly name: string
  readonly heute: CalendarDay
}): ReactNode {
  const { frage, damals, heute: jetzt, gebiet } = nachweis
  const paare = vergleiche(
    damals.leistung && { abschnitte: sections(damals.leistung) },
    jetzt.leistung && { abschnitte: sections(jetzt.leistung) },
    vergleicheWorte,
  )
  const koepfe: readonly [Kopf, Kopf] = [
    {
      titel: `So wussten wir es am Abend des ${formatDayLong(frage.stichtag)}`,
      stand:
        damals.zeitpunkt === null
          ? 'Damals stand noch nichts im Freigabeprotokoll.'
          : `Bis Eintrag ${damals.kenntnisstand} vom ${formatZeitpunkt(damals.zeitpunkt)}`,
      blatt: damals.leistung,
    },
    {
      titel: 'So wissen wir es heute',
      stand: `Bis Eintrag ${jetzt.kenntnisstand}`,
      blatt: jetzt.leistung,
    },
  ]
  return (
    <section aria-labelledby="stichtag-antwort" className="stichtag-nachweis__antwort">
      <h2 id="stichtag-antwort">
        {name} in {gebiet} am {formatDayLong(frage.stichtag)}
      </h2>
      <Zusammenfassung heute={heute} nachweis={nachweis} />
      <div className="stichtag-nachweis__spalten">
        {koepfe.map((kopf) => (
          <Spaltenkopf key={kopf.titel} kopf={kopf} />
        ))}
      </div>
      {paare
        .filter(({ istGleich }) => !istGleich)
        .map((paar) => (
          <Paar key={paar.schluessel} koepfe={koepfe} paar={paar} />
        ))}
      <Gleiches paare={paare.filter(({ istGleich }) => istGleich)} />
    </section>
  )
}

type Kopf = {
  readonly titel: string
  readonly stand: string
  readonly blatt: Leistungsblatt | null
}

function Zusammenfassung({
  nachweis: { frage, damals, heute: jetzt, unterschiede, wechselAmTag },
  heute,
}: {
  readonly nachweis: Nachweis
  readonly heute: CalendarDay
}): ReactNode {
  return (
    <div className="stichtag-nachweis__urteil">
      {frage.stichtag >= heute ? (
        <p>Dieser Tag ist noch nicht vorbei. Beide Seiten zeigen, was heute bekannt ist.</p>
      ) : null}
      {unterschiede.length > 0 ? (
        <>
          <p>
            <strong>Damals stand etwas anderes da, als wir heute über diesen Tag sagen.</strong>{' '}
            Anders sind:
          </p>
          <ul>
            {unterschiede.map(({ teil, titel }) => (
              <li key={teil}>{titel}</li>
            ))}
          </ul>
          <p className="stichtag-nachweis__legende">
            <del>So sieht aus, was heute nicht mehr dasteht</del>{' '}
            <ins>so, was damals nicht dastand</ins>
          </p>
        </>
      ) : damals.leistung === null && jetzt.leistung === null ? (
        <p>An diesem Tag gab es damals keinen Text, und es gibt auch heute keinen dafür.</p>
      ) : (
        <p>
          <strong>Damals stand dasselbe da, was wir heute über diesen Tag sagen.</strong>
        </p>
      )}
      {wechselAmTag.length === 0 ? null : (
        <p>
          Im Lauf dieses Tages hat sich die Antwort selbst geändert, durch{' '}
          {wechselAmTag.map(({ folgenummer, zeitpunkt }, index) => (
            <span key={folgenummer}>
              {index === 0 ? '' : ', '}
              <a href={`#eintrag-${folgenummer}`}>
                Eintrag {folgenummer} ({formatZeitpunkt(zeitpunkt)})
              </a>
            </span>
          ))}
          .
        </p>
      )}
    </div>
  )
}

function Spaltenkopf({ kopf: { titel, stand, blatt } }: { readonly kopf: Kopf }): ReactNode {
  return (
    <div className="stichtag-nachweis__spalte">
      <h3>{titel}</h3>
      <p>
        <small>{stand}</small>
      </p>
      {blatt === null ? (
        <p>Für diesen Tag gibt es keinen Text.</p>
      ) : (
        <dl>
          <div>
            <dt>Name</dt>
            <dd>{blatt.name}</dd>
          </div>
          <div>
            <dt>Gilt ab</dt>
            <dd>{formatDayLong(blatt.gueltigAb)}</dd>
          </div>
          <div>
            <dt>Ändert sich am</dt>
            <dd>
              {blatt.naechsteAenderung === null
                ? 'keine Änderung bekannt'
                : formatDayLong(blatt.naechsteAenderung)}
            </dd>
          </div>
        </dl>
      )}
    </div>
  )
}

function Paar({
  paar: { titel, links, rechts },
  koepfe: [damals, heute],
}: {
  readonly paar: Gegenueber
  readonly koepfe: readonly [Kopf, Kopf]
}): ReactNode {
  return (
    <div className="stichtag-nachweis__abschnitt">
      <h3>{titel}</h3>
      <div className="stichtag-nachweis__spalten">
        <Spalte abschnitt={links} art="entfernt" kopf={damals} />
        <Spalte abschnitt={rechts} art="neu" kopf={heute} />
      </div>
    </div>
  )
}

/** What both sides say, once and folded: whoever looks for what differs need not pass it. */
function Gleiches({ paare }: { readonly paare: readonly Gegenueber[] }): ReactNode {
  if (paare.length === 0) return null
  return (
    <details className="stichtag-nachweis__gleiches">
      <summary>
        Auf beiden Seiten gleich:{' '}
        {paare.length === 1 ? 'ein Abschnitt' : `${paare.length} Abschnitte`}
      </summary>
      {paare.map(({ schluessel, titel, rechts }) => (
        <div className="stichtag-nachweis__abschnitt" key={schluessel}>
          <h3>{titel}</h3>
          {rechts ? <Abschnittstext abschnitt={rechts} /> : null}
        </div>
      ))}
    </details>
  )
}

function Spalte({
  abschnitt,
  art,
  kopf,
}: {
  readonly abschnitt: Ansichtsabschnitt | null
  readonly art: Aenderungsart
  readonly kopf: Kopf
}): ReactNode {
  return (
    <div className="stichtag-nachweis__spalte">
      <p>
        <small>{kopf.titel}</small>
      </p>
      {abschnitt ? <Abschnittstext abschnitt={abschnitt} art={art} /> : <p>Hier steht nichts.</p>}
    </div>
  )
}

function Abschnittstext({
  abschnitt: { teile },
  art,
}: {
  readonly abschnitt: Ansichtsabschnitt
  readonly art?: Aenderungsart
}): ReactNode {
  return teile.map(({ herkunft, knoten }, index) => (
    <div className="stichtag-nachweis__teil" key={index}>
      <Text art={art} knoten={knoten} />
      {herkunft === null ? null : (
        <p>
          <small>
            Text der Ebene {EBENE[herkunft.ebene]}
            {herkunft.gebiet === null ? '' : `, ${herkunft.gebiet}`}
          </small>
        </p>
      )}
    </div>
  ))
}

const EBENE: Readonly<Record<string, string>> = {
  bund: 'Bund',
  land: 'Land',
  kreis: 'Kreis',
  amt: 'Amt',
  gemeinde: 'Gemeinde',
}

/** Released texts only: nothing is kept from being public. */
function sections(blatt: Leistungsblatt): readonly Ansichtsabschnitt[] {
  return abschnitteOf(blatt).map((each) => ({
    ...each,
    weichtAb: false,
    teile: each.teile.map((teil) => ({ ...teil, vorbehalte: [] })),
  }))
}
