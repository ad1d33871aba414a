import Link from 'next/link'
import type { ReactNode } from 'react'
import type { ServerProps } from 'payload'
import { pultpfad } from '#core/log/objektart.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import type { Freigabegruppe } from '#core/log/kommendeTage.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { Aufgabenblick } from './Aufgabenblick.tsx'
import { readKalender } from './kalender/readKalender.ts'
import { fristOf, standOf, texteWarten, texteWechseln } from './kalender/saetze.ts'
import { Lieferstand } from './Lieferstand.tsx'
import { NaechsterSchritt } from './NaechsterSchritt.tsx'
import { namesOf, type Names } from './names.ts'

/** Further days are one click away, in the Stichtagskalender. */
const SHOWN_DAYS = 6
const SHOWN_TEXTS = 5

/** The first thing an editor sees: which days are coming, what switches on each, and what to do next. */
export async function Start({ payload, user }: ServerProps) {
  const { chronik, heute, tage: alleTage, offen } = await readKalender()
  const tage = alleTage.slice(0, SHOWN_DAYS)
  const names = await namesOf(payload, {
    rechtsnormen: [
      ...tage.flatMap(({ zeitgrenzen }) => zeitgrenzen.map(({ rechtsnormId }) => rechtsnormId)),
      ...offen.map(({ zeitgrenze }) => zeitgrenze.rechtsnormId),
    ],
    leistungen: tage.flatMap(({ texte }) => texte.map(({ fassung }) => fassung.leistungId)),
    gebiete: tage.flatMap(({ texte }) => texte.map(({ fassung }) => fassung.gebietId)),
  })
  return (
    <section aria-labelledby="stichtag-start" className="stichtag-start">
      <header>
        <h1 id="stichtag-start">Was kommt</h1>
        <p>
          Jeder Text hängt an dem Tag, an dem sein Recht in Kraft tritt. An diesem Tag um 0:00 Uhr
          zeigen ihn alle Portale und die 115, ohne dass jemand etwas umschaltet.
        </p>
        <p className="stichtag-start__heute">
          Heute ist der {formatDayLong(heute)}. Das Freigabeprotokoll steht bei Folgenummer{' '}
          {newestFolgenummer(chronik)}.
        </p>
      </header>
      <Aufgabenblick user={user} />
      {tage.length === 0 ? <p>Kein kommender Tag ist bekannt.</p> : null}
      <ol className="stichtag-karten">
        {tage.map((tag) => (
          <Tageskarte heute={heute} key={tag.tag} names={names} tag={tag} />
        ))}
      </ol>
      <p>
        <Link href="/admin/stichtagskalender" prefetch={false}>
          {alleTage.length > tage.length
            ? `Alle ${alleTage.length} kommenden Tage im Stichtagskalender`
            : 'Zum Stichtagskalender'}
        </Link>
      </p>
      <NaechsterSchritt chronik={chronik} payload={payload} user={user} />
      {offen.length === 0 ? null : (
        <div>
          <h2>Noch ohne festen Tag</h2>
          <p>
            Freigegebene Texte, die daran hängen, warten. Sobald der Tag verkündet ist, tragen Sie
            ihn in der Zeitgrenze ein: Alle Texte folgen ihm.
          </p>
          <ul className="stichtag-karten">
            {offen.map(({ zeitgrenze, anhang }) => (
              <li className="offen" key={zeitgrenze.id}>
                <h3>
                  <ZeitgrenzeLink names={names} zeitgrenze={zeitgrenze} />
                </h3>
                <p>{standOf(zeitgrenze)}</p>
                <p>{texteWarten(anhang.texte.length)}</p>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Lieferstand payload={payload} user={user} />
    </section>
  )
}

function Tageskarte({
  tag: { tag, zeitgrenzen, texte },
  heute,
  names,
}: {
  readonly tag: Freigabegruppe
  readonly heute: CalendarDay
  readonly names: Names
}): ReactNode {
  const more = texte.length - SHOWN_TEXTS
  return (
    <li>
      <h2>
        <Link href={`/admin/stichtagskalender/${tag}`} prefetch={false}>
          {formatDayLong(tag)}
        </Link>
      </h2>
      <p>
        <strong>{texteWechseln(texte.length)}</strong> {fristOf(heute, tag)}
      </p>
      {texte.length === 0 ? null : (
        <ul>
          {texte.slice(0, SHOWN_TEXTS).map(({ fassung: { id, leistungId, gebietId } }) => (
            <li key={id}>
              {names.leistung(leistungId)} <small>({names.gebiet(gebietId)})</small>
            </li>
          ))}
          {more > 0 ? <li>und {more} weitere</li> : null}
        </ul>
      )}
      {zeitgrenzen.length === 0 ? null : (
        <>
          <p className="stichtag-karten__weil">Weil in Kraft tritt oder endet:</p>
          <ul>
            {zeitgrenzen.map((zeitgrenze) => (
              <li key={zeitgrenze.id}>
                <ZeitgrenzeLink names={names} zeitgrenze={zeitgrenze} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="stichtag-karten__fuss">
        {/* Another program than the admin answers here, so no link of Next. */}
        <a href={`/vorschau?stichtag=${tag}`}>Vorschau: Was gilt an diesem Tag?</a>
      </p>
    </li>
  )
}

function ZeitgrenzeLink({
  zeitgrenze: { id, rechtsnormId },
  names,
}: {
  readonly zeitgrenze: Zeitgrenze
  readonly names: Names
}): ReactNode {
  return (
    <Link href={pultpfad({ art: 'zeitgrenze', id })} prefetch={false}>
      {names.rechtsnorm(rechtsnormId)}
    </Link>
  )
}
