import { headers } from 'next/headers'
import type { ReactNode } from 'react'
import { adresse, type Parameter, type Ziel } from '#core/vorschau/eingabe.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import {
  readVorschau,
  type Leistungsseite,
  type Rahmen,
  type Tagesansicht,
} from '#feed/readVorschau.ts'
import { Blatt, Eckdaten } from '../teile/Blatt.tsx'
import { Entwurfshinweis, Leistungsformular, Probleme } from '../teile/Formular.tsx'
import { OhneTag } from '../teile/OhneTag.tsx'
import { Vergleich } from '../teile/Vergleich.tsx'
import { Zeitnavigation } from '../teile/Zeitnavigation.tsx'

type Args = {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Parameter>
}

/** There is no house while Next builds: nothing can be made beforehand. */
export const dynamic = 'force-dynamic'

/** `/vorschau/{id}`: one Leistung as the citizens of an area read it on a day, also beside a second day. */
export default async function Page({ params, searchParams }: Args) {
  const id = decoded((await params).id)
  const { rahmen, leistung } = await readVorschau().leistung(
    id,
    await searchParams,
    await headers(),
  )
  const { gebiet, stichtag, sprache, eingabe, mitEntwuerfen, probleme } = rahmen
  const ziel: Ziel = {
    stichtag,
    ars: gebiet?.ars ?? null,
    sprache: sprache === 'de' ? null : sprache,
    entwuerfe: mitEntwuerfen,
    mit: mitEntwuerfen ? eingabe.mit : null,
  }
  const titel =
    leistung?.name ?? (probleme.length > 0 ? 'Vorschau' : 'Diese Leistung gibt es nicht')
  const liste = adresse(null, { stichtag, ars: gebiet?.ars ?? null, entwuerfe: mitEntwuerfen })
  return (
    <>
      <title>{`${titel} – Stichtag`}</title>
      <p className="zurueck">
        <a href={liste} rel="up">
          {gebiet ? `Alle Leistungen in ${gebiet.name}` : 'Alle Leistungen'}
        </a>
      </p>
      <h1>{titel}</h1>
      <Probleme leistungId={id} rahmen={rahmen} />
      {leistung || probleme.length > 0 ? (
        <Leistungsformular id={id} rahmen={rahmen} />
      ) : (
        <p>Bitte prüfen Sie die Adresse, oder wählen Sie aus der Liste aller Leistungen.</p>
      )}
      <Entwurfshinweis
        hier={adresse(id, {
          ...ziel,
          entwuerfe: true,
          vergleich: eingabe.vergleich,
          mit: eingabe.mit,
        })}
        rahmen={rahmen}
      />
      {leistung ? <Inhalt leistung={leistung} rahmen={rahmen} ziel={ziel} /> : null}
    </>
  )
}

function Inhalt({
  leistung: { id, tage, nachbartage, ohneTag },
  rahmen,
  ziel,
}: {
  readonly leistung: Leistungsseite
  readonly rahmen: Rahmen
  readonly ziel: Ziel
}): ReactNode {
  const { stichtag, heute, sprache, kenntnisstand, gebiet } = rahmen
  const [erster, zweiter] = tage
  return (
    <>
      <Zeitnavigation
        heute={heute}
        leistungId={id}
        nachbartage={nachbartage}
        stichtag={stichtag}
        ziel={{ ...ziel, vergleich: zweiter?.tag ?? null }}
      />
      {zweiter ? (
        <>
          <p>
            <a href={adresse(id, ziel)}>Nur den {formatDayLong(stichtag)} zeigen</a>
          </p>
          <Vergleich sprache={sprache} tage={[erster, zweiter]} />
        </>
      ) : (
        <>
          {nachbartage.danach === null ? null : (
            <p>
              <a href={adresse(id, { ...ziel, vergleich: nachbartage.danach })}>
                Mit dem nächsten Wechsel am {formatDayLong(nachbartage.danach)} vergleichen
              </a>
            </p>
          )}
          <Ein rahmen={rahmen} tag={erster} ziel={ziel} id={id} />
        </>
      )}
      <OhneTag zeilen={ohneTag} ziel={{ ...ziel, mit: null }} />
      <p className="fuss">
        Stand des Freigabeprotokolls: Folgenummer {kenntnisstand}.{' '}
        <a
          href={`/export/v1/leistungen/${encodeURIComponent(id)}?stichtag=${stichtag}&ars=${gebiet?.ars ?? ''}&sprache=${sprache}`}
          rel="alternate"
          type="application/json"
        >
          Was davon veröffentlicht ist, als JSON
        </a>
      </p>
    </>
  )
}

function Ein({
  tag: { tag, ansicht, entfaellt },
  rahmen: { gebiet },
  ziel,
  id,
}: {
  readonly tag: Tagesansicht
  readonly rahmen: Rahmen
  readonly ziel: Ziel
  readonly id: string
}): ReactNode {
  if (ansicht)
    return (
      <>
        <p className="vorspann">
          So lesen es die Menschen in {gebiet?.name} am <strong>{formatDayLong(tag)}</strong>.
        </p>
        <Eckdaten ansicht={ansicht} />
        <Blatt ansicht={ansicht} />
      </>
    )
  return (
    <div className="meldung">
      <p>
        Am {formatDayLong(tag)} gibt es hierzu keinen Text für {gebiet?.name}.
      </p>
      {entfaellt ? (
        <p>
          <strong className="vorbehalt">entfällt nach Planung</strong> Veröffentlicht ist er noch.{' '}
          <a href={adresse(id, { ...ziel, entwuerfe: false, mit: null })}>
            Zeigen, was veröffentlicht ist
          </a>
        </p>
      ) : null}
    </div>
  )
}

/** Next hands parts of the path over as they came; one that cannot be decoded is no id of ours. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
