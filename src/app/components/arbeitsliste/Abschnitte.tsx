import Link from 'next/link'
import type { Payload } from 'payload'
import type { ReactNode } from 'react'
import { pultpfad } from '#core/log/objektart.ts'
import { newestFolgenummer, zeitgrenzenAt } from '#core/log/chronik.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { readHaus } from '#feed/readHaus.ts'
import { fristOf } from '../kalender/saetze.ts'
import { namesOf } from '../names.ts'
import { formatZeitpunkt } from '../zeitpunkt.ts'
import { mayOverrule, type Entwurfsaufgabe, type Listenbefund } from './auswahl.ts'
import type { Arbeitsstand, OffenerAntrag, UebergangenerBefund } from './arbeitsstand.ts'
import { Listenaktion } from './Listenaktion.tsx'

type Props = {
  readonly stand: Arbeitsstand
  readonly nameOf: (redaktionId: string | null) => string
  readonly rolle: unknown
}

/** More of one kind nobody works off from one page. */
const SHOWN = 50

/** What is or will be wrong with the timelines. */
export function Befunde({ stand: { befunde, uebergangen, heute }, nameOf, rolle }: Props) {
  return (
    <section aria-labelledby="befunde">
      <h2 id="befunde">Befunde</h2>
      {befunde.length === 0 ? (
        <p>
          An den Zeitleisten ist nichts zu beheben: keine Lücke, kein Text ohne Recht, keine
          verstrichene Planung. Was als Nächstes wechselt, zeigt der{' '}
          <Link href="/admin/stichtagskalender" prefetch={false}>
            Stichtagskalender
          </Link>
          .
        </p>
      ) : (
        <ol className="stichtag-karten">
          {befunde.slice(0, SHOWN).map((befund) => (
            <Befundkarte
              befund={befund}
              heute={heute}
              key={befund.schluessel}
              mayDecide={mayOverrule(rolle)}
              redaktion={nameOf(befund.redaktionId)}
            />
          ))}
        </ol>
      )}
      <Weitere count={befunde.length} href="/admin/collections/befunde" was="Befunde" />
      {uebergangen.length === 0 ? null : (
        <details className="stichtag-arbeit__uebergangen">
          <summary>Mit Grund übergangen: {uebergangen.length}</summary>
          <ul className="stichtag-karten">
            {uebergangen.map((befund) => (
              <Uebergangen
                befund={befund}
                key={befund.schluessel}
                mayDecide={mayOverrule(rolle)}
                redaktion={nameOf(befund.redaktionId)}
              />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Befundkarte({
  befund: { schluessel, schwere, seit, name, text, ziel },
  heute,
  mayDecide,
  redaktion,
}: {
  readonly befund: Listenbefund
  readonly heute: CalendarDay
  readonly mayDecide: boolean
  readonly redaktion: string
}): ReactNode {
  return (
    <li className={schwere}>
      <p className="stichtag-arbeit__art">
        {schwere === 'fehler' ? 'Fehler' : 'Warnung'} · {seit > heute ? 'ab' : 'seit'}{' '}
        {formatDayLong(seit)} <small>({fristOf(heute, seit).replace(/\.$/, '')})</small>
      </p>
      <h3>{name}</h3>
      <p>{text}</p>
      <p className="stichtag-arbeit__wer">{redaktion}</p>
      <div className="stichtag-aktionen stichtag-karten__fuss">
        <Link aria-label={`Dort beheben: ${name}`} href={ziel} prefetch={false}>
          Dort beheben
        </Link>
        {mayDecide ? (
          <Listenaktion
            act="uebergehen"
            collection="befunde"
            done="Der Befund ist mit Grund übergangen."
            frage={{
              titel: 'Befund mit Grund übergehen',
              erklaerung: `${name}: Der Befund verschwindet aus der Arbeitsliste, bis ihn jemand wieder öffnet. Ihr Grund und Ihr Name bleiben nachlesbar.`,
              knopf: 'Übergehen',
            }}
            id={schluessel}
            label="Mit Grund übergehen"
            zu={name}
          />
        ) : null}
      </div>
    </li>
  )
}

function Uebergangen({
  befund: { schluessel, name, text, grund, vonName, am },
  mayDecide,
  redaktion,
}: {
  readonly befund: UebergangenerBefund
  readonly mayDecide: boolean
  readonly redaktion: string
}): ReactNode {
  return (
    <li className="offen">
      <h3>{name}</h3>
      <p>{text}</p>
      <p className="stichtag-arbeit__wer">
        {redaktion}. Übergangen von {vonName} am {formatZeitpunkt(am)}: „{grund}“
      </p>
      {mayDecide ? (
        <div className="stichtag-aktionen stichtag-karten__fuss">
          <Listenaktion
            act="wieder-oeffnen"
            collection="befunde"
            done="Der Befund steht wieder in der Arbeitsliste."
            id={schluessel}
            label="Wieder öffnen"
            zu={name}
          />
        </div>
      ) : null}
    </li>
  )
}

/** Corrections that a second person confirms (zeit.md, rule 4). */
export function Antraege({ stand: { antraege }, nameOf }: Props) {
  return (
    <section aria-labelledby="antraege">
      <h2 id="antraege">Zu bestätigen</h2>
      {antraege.length === 0 ? (
        <p>
          Keine Berichtigung wartet auf Sie als zweite Person. Ihre eigenen Anträge und alle
          entschiedenen stehen unter{' '}
          <Link href="/admin/collections/antraege" prefetch={false}>
            Anträge auf Berichtigung
          </Link>
          .
        </p>
      ) : (
        <ul className="stichtag-karten">
          {antraege.slice(0, SHOWN).map((antrag) => (
            <Antragskarte antrag={antrag} key={antrag.id} redaktion={nameOf(antrag.redaktionId)} />
          ))}
        </ul>
      )}
      <Weitere count={antraege.length} href="/admin/collections/antraege" was="Anträge" />
    </section>
  )
}

function Antragskarte({
  antrag: { id, gegenstand, grund, neu, vonName, gestelltAm, ziel },
  redaktion,
}: {
  readonly antrag: OffenerAntrag
  readonly redaktion: string
}): ReactNode {
  return (
    <li className="antrag">
      <h3>
        <Link href={`/admin/collections/antraege/${encodeURIComponent(id)}`} prefetch={false}>
          {gegenstand}
        </Link>
      </h3>
      <p>
        {vonName} hat am {formatZeitpunkt(gestelltAm)} eine Berichtigung beantragt: „{grund}“
      </p>
      <p>
        <strong>{neu}</strong>
      </p>
      <p className="stichtag-arbeit__wer">{redaktion}</p>
      <p>
        <Link
          aria-label={`Was die Berichtigung bewirkt: ${gegenstand}`}
          href={ziel}
          prefetch={false}
        >
          Ansehen, was sie bewirkt
        </Link>
      </p>
      <div className="stichtag-aktionen stichtag-karten__fuss">
        <Listenaktion
          act="bestaetigen"
          collection="antraege"
          done="Die Berichtigung ist bestätigt und gilt."
          id={id}
          isPrimary
          label="Bestätigen"
          sicher="Mit Ihrer Bestätigung wird die Berichtigung sofort wirksam. Haben Sie sie geprüft?"
          zu={gegenstand}
        />
        <Listenaktion
          act="ablehnen"
          collection="antraege"
          done="Die Berichtigung ist abgelehnt."
          id={id}
          label="Ablehnen"
          sicher="Soll die Berichtigung abgelehnt werden? Sie müsste dann neu beantragt werden."
          zu={gegenstand}
        />
      </div>
    </li>
  )
}

/** Drafts that a failed law has left, or that hang on a day. */
export async function Entwuerfe({
  stand: { entwuerfe, heute, kopien },
  nameOf,
  payload,
}: Props & { readonly payload: Payload }) {
  const lawOf = await readGescheiterte(payload, kopien)
  return (
    <section aria-labelledby="entwuerfe">
      <h2 id="entwuerfe">Entwürfe mit Tag</h2>
      {entwuerfe.length === 0 ? (
        <p>
          Kein Entwurf hängt an einem kommenden Tag.{' '}
          <Link href="/admin/collections/fassungen/create" prefetch={false}>
            Neue Fassung schreiben
          </Link>{' '}
          oder{' '}
          <Link href="/admin/collections/fassungen?where[zustand][equals]=entwurf" prefetch={false}>
            einen der Entwürfe öffnen
          </Link>{' '}
          und unter „Gilt ab“ seine Zeitgrenze wählen.
        </p>
      ) : (
        <ul className="stichtag-karten">
          {entwuerfe.slice(0, SHOWN).map((entwurf) => (
            <li className={entwurf.anlass === 'kommt' ? 'entwurf' : 'warnung'} key={entwurf.id}>
              <h3>
                <Link href={pultpfad({ art: 'fassung', id: entwurf.id })} prefetch={false}>
                  {entwurf.titel}
                </Link>
              </h3>
              <p>{aufgabeOf(entwurf, heute, lawOf(entwurf.id))}</p>
              <p className="stichtag-arbeit__wer">{nameOf(entwurf.redaktionId)}</p>
            </li>
          ))}
        </ul>
      )}
      <Weitere
        count={entwuerfe.length}
        href="/admin/collections/fassungen?where[zustand][equals]=entwurf"
        was="Entwürfe"
      />
    </section>
  )
}

function aufgabeOf({ anlass, ab }: Entwurfsaufgabe, heute: CalendarDay, norm: string): string {
  if (anlass === 'absage' || ab === null)
    return `Kopie eines freigegebenen Textes, weil „${norm}“ gescheitert ist. Wählen Sie unter „Gilt ab“ einen neuen Tag, oder löschen Sie den Entwurf.`
  const tag = `${formatDayLong(ab)}. ${fristOf(heute, ab)}`
  return anlass === 'verstrichen'
    ? `Sollte gelten ab ${tag} Noch nicht freigegeben: Bitte geben Sie ihn frei, oder wählen Sie einen anderen Tag.`
    : `Soll gelten ab ${tag} Noch nicht freigegeben.`
}

/** The law that failed, by the draft that was made then. */
async function readGescheiterte(
  payload: Payload,
  kopien: Arbeitsstand['kopien'],
): Promise<(id: string) => string> {
  if (kopien.size === 0) return () => 'die Rechtsnorm'
  const { chronik } = await readHaus()
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const normOf = (id: string): string => lookup(kopien.get(id) ?? '')?.rechtsnormId ?? ''
  const names = await namesOf(payload, { rechtsnormen: [...kopien.keys()].map(normOf) })
  return (id) => names.rechtsnorm(normOf(id))
}

/** A message line by line; an address of the admin in a line of its own is a link. */
function Nachrichtentext({ text }: { readonly text: string }): ReactNode {
  return (
    <div className="stichtag-arbeit__text">
      {text.split('\n').map((line, index) => (
        <p key={index}>
          {line.startsWith('/admin/') ? (
            <Link href={line} prefetch={false}>
              Öffnen
            </Link>
          ) : (
            line
          )}
        </p>
      ))}
    </div>
  )
}

/** What others have decided. */
export function Neuigkeiten({ stand: { neuigkeiten, ungelesen } }: Props) {
  return (
    <section aria-labelledby="neuigkeiten">
      <h2 id="neuigkeiten">Ungelesene Benachrichtigungen</h2>
      {neuigkeiten.length === 0 ? (
        <p>
          Alles gelesen. Was andere früher entschieden haben, steht unter{' '}
          <Link href="/admin/collections/benachrichtigungen" prefetch={false}>
            Benachrichtigungen
          </Link>
          .
        </p>
      ) : (
        <>
          <div className="stichtag-aktionen">
            <Listenaktion
              act="alle-gelesen"
              collection="benachrichtigungen"
              done="Alle Benachrichtigungen sind als gelesen vermerkt."
              id={null}
              label="Alle als gelesen vermerken"
              sicher={
                ungelesen > SHOWN
                  ? `Alle ${ungelesen} Benachrichtigungen als gelesen vermerken, auch die hier nicht gezeigten?`
                  : undefined
              }
              zu={ungelesen === 1 ? '1 Benachrichtigung' : `${ungelesen} Benachrichtigungen`}
            />
          </div>
          <ul className="stichtag-karten">
            {neuigkeiten.slice(0, SHOWN).map(({ id, titel, text, ziel, zeitpunkt }) => (
              <li key={id}>
                <h3>
                  <Link href={ziel} prefetch={false}>
                    {titel}
                  </Link>
                </h3>
                <Nachrichtentext text={text} />
                <p className="stichtag-arbeit__wer">{formatZeitpunkt(zeitpunkt)}</p>
                <div className="stichtag-aktionen stichtag-karten__fuss">
                  <Listenaktion
                    act="gelesen"
                    collection="benachrichtigungen"
                    done="Als gelesen vermerkt."
                    id={id}
                    label="Gelesen"
                    zu={titel}
                  />
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
      <Weitere
        count={ungelesen}
        href="/admin/collections/benachrichtigungen"
        was="Benachrichtigungen"
      />
    </section>
  )
}

function Weitere({
  count,
  href,
  was,
}: {
  readonly count: number
  readonly href: string
  readonly was: string
}): ReactNode {
  if (count <= SHOWN) return null
  return (
    <p>
      Gezeigt sind die {SHOWN} dringendsten von {count}.{' '}
      <Link href={href} prefetch={false}>
        Alle {was}
      </Link>
    </p>
  )
}
