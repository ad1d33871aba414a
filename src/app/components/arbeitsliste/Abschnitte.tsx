import Link from 'next/link'
import type { ReactNode } from 'react'
import { formatZeitpunkt } from '../zeitpunkt.ts'
import { mayOverrule } from './auswahl.ts'
import type { Arbeitsstand, UebergangenerBefund } from './arbeitsstand.ts'
import { Listenaktion } from './Listenaktion.tsx'

type Props = {
  readonly stand: Arbeitsstand
  readonly nameOf: (redaktionId: string | null) => string
  readonly rolle: unknown
}

/** More of one kind nobody works off from one page. */
const SHOWN = 50

/** Findings that somebody has overruled; anybody of the team may open them again. */
export function UebergangeneBefunde({ stand: { uebergangen }, nameOf, rolle }: Props) {
  if (uebergangen.length === 0) return null
  return (
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
