import Link from 'next/link'
import type { ReactNode } from 'react'
import { EREIGNIS_LABELS } from '#core/log/objektart.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import type { Nachweis, Nachweiszeile } from '#feed/readNachweis.ts'
import { formatZeitpunkt } from '../zeitpunkt.ts'

/** The entries of the log that prove both answers, in their order. */
export function Eintraege({
  nachweis: { frage, damals, eintraege, wechselAmTag },
  mitVerweis,
}: {
  readonly nachweis: Nachweis
  /** Whether the person may open entries of the log. */
  readonly mitVerweis: boolean
}): ReactNode {
  const amTag = new Set(wechselAmTag.map(({ folgenummer }) => folgenummer))
  // What showed neither in the morning nor in the evening of the day may have changed its answer in between.
  const alle = [
    ...eintraege,
    ...wechselAmTag.filter((each) =>
      eintraege.every(({ folgenummer }) => folgenummer !== each.folgenummer),
    ),
  ].sort((left, right) => left.folgenummer - right.folgenummer)
  return (
    <section aria-labelledby="stichtag-eintraege">
      <h2 id="stichtag-eintraege">Einträge des Freigabeprotokolls, die das belegen</h2>
      <p>
        {alle.length === 1 ? 'Ein Eintrag' : `${alle.length} Einträge`}, auch zu Texten, die
        zurückgezogen, abgesagt oder berichtigt sind. Was freigegeben war, verschwindet hier nie.
      </p>
      <ol className="stichtag-nachweis__eintraege">
        {alle.map((zeile) => (
          <Eintrag
            istSeither={zeile.folgenummer > damals.kenntnisstand}
            istVomTag={amTag.has(zeile.folgenummer)}
            key={zeile.folgenummer}
            mitVerweis={mitVerweis}
            stichtag={formatDayLong(frage.stichtag)}
            zeile={zeile}
          />
        ))}
      </ol>
    </section>
  )
}

function Eintrag({
  zeile: { id, folgenummer, zeitpunkt, art, von, bestaetigtVon, eilfall, grund, wirkung },
  istSeither,
  istVomTag,
  mitVerweis,
  stichtag,
}: {
  readonly zeile: Nachweiszeile
  /** Entered after the evening of the day. */
  readonly istSeither: boolean
  /** Changed the answer during the day. */
  readonly istVomTag: boolean
  readonly mitVerweis: boolean
  readonly stichtag: string
}): ReactNode {
  const titel = `Eintrag ${folgenummer}: ${EREIGNIS_LABELS[art]}`
  return (
    <li className={istSeither ? 'seither' : undefined} id={`eintrag-${folgenummer}`}>
      <h3>
        {mitVerweis ? (
          <Link href={`/admin/collections/ereignisse/${encodeURIComponent(id)}`} prefetch={false}>
            {titel}
          </Link>
        ) : (
          titel
        )}
      </h3>
      <p>
        <time dateTime={zeitpunkt}>{formatZeitpunkt(zeitpunkt)}</time>, {von}
        {bestaetigtVon === null ? '' : `, bestätigt von ${bestaetigtVon}`}
      </p>
      {eilfall ? <p className="stichtag-nachweis__marke">Als Eilfall freigegeben.</p> : null}
      {istSeither ? (
        <p className="stichtag-nachweis__marke">Erst nach dem {stichtag} eingetragen.</p>
      ) : null}
      {istVomTag ? (
        <p className="stichtag-nachweis__marke">Hat die Antwort im Lauf des Tages geändert.</p>
      ) : null}
      <p>{wirkung}</p>
      {grund === null || grund === '' ? null : <p>Grund: {grund}</p>}
    </li>
  )
}
