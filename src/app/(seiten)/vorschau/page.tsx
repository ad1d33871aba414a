import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { adresse, groupByLetter, type Parameter, type Ziel } from '#core/vorschau/eingabe.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { readVorschau, type Liste, type Listenzeile, type Rahmen } from '#feed/readVorschau.ts'
import { Entwurfshinweis, Listenformular, Probleme } from './teile/Formular.tsx'
import { Ebenen, Tag, Vorbehalte } from './teile/Marken.tsx'
import { OhneTag } from './teile/OhneTag.tsx'
import { Zeitnavigation } from './teile/Zeitnavigation.tsx'

type Args = { readonly searchParams: Promise<Parameter> }

/** There is no house while Next builds: nothing can be made beforehand. */
export const dynamic = 'force-dynamic'

/** `/vorschau`: what an area offers on a day, as its citizens find it. */
export default async function Page({ searchParams }: Args) {
  const { rahmen, liste } = await readVorschau().liste(await searchParams, await headers())
  const { gebiet, stichtag, heute, eingabe } = rahmen
  const ziel: Ziel = {
    stichtag,
    ars: gebiet?.ars ?? null,
    q: eingabe.q,
    entwuerfe: rahmen.mitEntwuerfen,
  }
  return (
    <>
      <title>{`${liste && gebiet ? `${gebiet.name} am ${formatDayLong(stichtag)}` : 'Vorschau'} – Stichtag`}</title>
      <h1>{liste && gebiet ? `Leistungen in ${gebiet.name}` : 'Vorschau'}</h1>
      {liste ? (
        <p className="vorspann">
          So finden es die Menschen vor Ort am <strong>{formatDayLong(stichtag)}</strong>
          {stichtag === heute ? ' (heute)' : ''}.
          {gebiet?.ebene === 'land'
            ? ' Sie sehen die Texte für das ganze Land. Wählen Sie einen Ort, um seine eigenen zu sehen.'
            : ''}
        </p>
      ) : null}
      <Probleme leistungId={null} rahmen={rahmen} />
      <Listenformular rahmen={rahmen} />
      <Entwurfshinweis hier={adresse(null, { ...ziel, entwuerfe: true })} rahmen={rahmen} />
      {liste ? <Inhalt liste={liste} rahmen={rahmen} ziel={ziel} /> : null}
    </>
  )
}

function Inhalt({
  liste,
  rahmen,
  ziel,
}: {
  readonly liste: Liste
  readonly rahmen: Rahmen
  readonly ziel: Ziel
}): ReactNode {
  const { zeilen, anzahl, nachbartage, ohneTag } = liste
  const { stichtag, heute, eingabe, kenntnisstand, gebiet } = rahmen
  const gruppen = groupByLetter(zeilen)
  return (
    <>
      <Zeitnavigation
        heute={heute}
        leistungId={null}
        nachbartage={nachbartage}
        stichtag={stichtag}
        ziel={ziel}
      />
      <p aria-live="polite">{anzahlText(anzahl, eingabe.q)}</p>
      {gruppen.length > 5 ? (
        <nav aria-label="Anfangsbuchstaben" className="buchstaben">
          <ul>
            {gruppen.map(({ buchstabe }) => (
              <li key={buchstabe}>
                <a href={`#${anker(buchstabe)}`}>{buchstabe}</a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {gruppen.map(({ buchstabe, zeilen: rows }) => (
        <section aria-labelledby={anker(buchstabe)} className="gruppe" key={buchstabe}>
          <h2 id={anker(buchstabe)}>{buchstabe}</h2>
          <ul className="liste">
            {rows.map((zeile) => (
              <Zeile key={zeile.id} zeile={zeile} ziel={ziel} />
            ))}
          </ul>
        </section>
      ))}
      <Seiten liste={liste} rahmen={rahmen} ziel={ziel} />
      <OhneTag zeilen={ohneTag} ziel={{ ...ziel, q: null }} />
      <p className="fuss">
        Stand des Freigabeprotokolls: Folgenummer {kenntnisstand}.{' '}
        <a
          href={`/export/v1/leistungen?stichtag=${stichtag}&ars=${gebiet?.ars ?? ''}`}
          rel="alternate"
          type="application/json"
        >
          {rahmen.mitEntwuerfen ? 'Was davon veröffentlicht ist, als JSON' : 'Dasselbe als JSON'}
        </a>
      </p>
    </>
  )
}

function Zeile({
  zeile: { id, name, giltAb, aendertSichAm, ebenen, vorbehalte, istVorlaeufig, entfaellt },
  ziel,
}: {
  readonly zeile: Listenzeile
  readonly ziel: Ziel
}): ReactNode {
  const isMarked = istVorlaeufig || entfaellt
  return (
    <li className={isMarked ? 'vorlaeufig' : undefined}>
      <a href={adresse(id, { ...ziel, q: null })}>{name}</a>
      <span className="marken">
        <Ebenen ebenen={ebenen} />
        <Vorbehalte vorbehalte={vorbehalte} />
        {entfaellt ? <strong className="vorbehalt">entfällt nach Planung</strong> : null}
      </span>
      <span className="liste__tage">
        gilt ab <Tag angabe={giltAb} keiner="unbekannt" />
        {aendertSichAm.tag === null && !aendertSichAm.istVorlaeufig ? null : (
          <>
            {', ändert sich am '}
            <Tag angabe={aendertSichAm} keiner="keinem bekannten Tag" />
          </>
        )}
      </span>
    </li>
  )
}

function Seiten({
  liste: { seiten },
  rahmen: { eingabe },
  ziel,
}: {
  readonly liste: Liste
  readonly rahmen: Rahmen
  readonly ziel: Ziel
}): ReactNode {
  if (seiten < 2) return null
  const seite = Math.min(eingabe.seite, seiten)
  return (
    <nav aria-label="Seiten" className="zeit">
      <ul>
        {seite > 1 ? (
          <li>
            <a href={adresse(null, { ...ziel, seite: seite - 1 })} rel="prev">
              Vorherige Seite
            </a>
          </li>
        ) : null}
        <li>
          Seite {seite} von {seiten}
        </li>
        {seite < seiten ? (
          <li>
            <a href={adresse(null, { ...ziel, seite: seite + 1 })} rel="next">
              Nächste Seite
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  )
}

function anker(buchstabe: string): string {
  return buchstabe === '#' ? 'buchstabe-andere' : `buchstabe-${buchstabe.toLowerCase()}`
}

function anzahlText(anzahl: number, q: string | null): string {
  const count =
    anzahl === 0 ? 'Keine Leistung' : anzahl === 1 ? 'Eine Leistung' : `${anzahl} Leistungen`
  return q === null ? `${count}.` : `${count} mit „${q}“ im Namen.`
}
