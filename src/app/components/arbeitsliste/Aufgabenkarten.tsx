import Link from 'next/link'
import type { ReactNode } from 'react'
import {
  AUFGABENART_LABELS,
  isUeberfaellig,
  type Aufgabe,
  type Aufgabenart,
} from '#core/aufgaben/aufgabe.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { fristOf } from '../kalender/saetze.ts'
import type { OffenerAntrag } from './arbeitsstand.ts'
import { Listenaktion } from './Listenaktion.tsx'

type Props = {
  readonly aufgaben: readonly Aufgabe[]
  readonly heute: CalendarDay
  readonly nameOf: (redaktionId: string | null) => string
  /** What a correction would make true, by the id of the Antrag. */
  readonly antraege: ReadonlyMap<string, OffenerAntrag>
  readonly mayDecide: boolean
  readonly kontoId: string
}

/** More tasks nobody works off from one page; the kinds lead to the others. */
export const AUFGABEN_AT_MOST = 100

/** The tasks, one card each, in the order of their days. */
export function Aufgabenkarten({ aufgaben, ...rest }: Props): ReactNode {
  return (
    <ol className="stichtag-karten">
      {aufgaben.slice(0, AUFGABEN_AT_MOST).map((each) => (
        <Karte aufgabe={each} key={each.schluessel} {...rest} />
      ))}
    </ol>
  )
}

function Karte({
  aufgabe,
  heute,
  nameOf,
  antraege,
  mayDecide,
  kontoId,
}: Omit<Props, 'aufgaben'> & { readonly aufgabe: Aufgabe }): ReactNode {
  const { art, titel, satz, bis, redaktionId, zugewiesen, gegenstand, ziel } = aufgabe
  const late = isUeberfaellig(aufgabe, heute)
  const antrag = art === 'antrag' ? antraege.get(gegenstand.id) : undefined
  const wer = redaktionId === null ? '' : nameOf(redaktionId)
  const mine = zugewiesen === kontoId ? 'Ihnen zugewiesen' : ''
  return (
    <li className={late ? 'fehler' : KLASSEN[art]}>
      <p className="stichtag-arbeit__art">
        {artOf(aufgabe)} · {bis === null ? '' : late ? 'überfällig seit ' : 'bis '}
        {tagOf(bis)}{' '}
        {bis === null ? null : <small>({fristOf(heute, bis).replace(/\.$/, '')})</small>}
      </p>
      <h3>{titel}</h3>
      <p>{satz}</p>
      {antrag ? (
        <p>
          <strong>{antrag.neu}</strong>
        </p>
      ) : null}
      <p className="stichtag-arbeit__wer">{[wer, mine].filter(Boolean).join(' · ')}</p>
      <div className="stichtag-aktionen stichtag-karten__fuss">
        <Link aria-label={`${WEGE[art]}: ${titel}`} href={ziel} prefetch={false}>
          {WEGE[art]}
        </Link>
        {mayDecide ? <Entscheidung aufgabe={aufgabe} /> : null}
      </div>
    </li>
  )
}

/** What can be decided on the list itself. */
function Entscheidung({ aufgabe: { gegenstand, titel, art } }: { readonly aufgabe: Aufgabe }) {
  if (gegenstand.art === 'befund')
    return (
      <Listenaktion
        act="uebergehen"
        collection="befunde"
        done="Der Befund ist mit Grund übergangen."
        frage={{
          titel: 'Befund mit Grund übergehen',
          erklaerung: `${titel}: Der Befund verschwindet aus der Liste, bis ihn jemand wieder öffnet. Ihr Grund und Ihr Name bleiben nachlesbar.`,
          knopf: 'Übergehen',
        }}
        id={gegenstand.id}
        label="Mit Grund übergehen"
        zu={titel}
      />
    )
  if (art !== 'antrag') return null
  return (
    <>
      <Listenaktion
        act="bestaetigen"
        collection="antraege"
        done="Die Berichtigung ist bestätigt und gilt."
        id={gegenstand.id}
        isPrimary
        label="Bestätigen"
        sicher="Mit Ihrer Bestätigung wird die Berichtigung sofort wirksam. Haben Sie sie geprüft?"
        zu={titel}
      />
      <Listenaktion
        act="ablehnen"
        collection="antraege"
        done="Die Berichtigung ist abgelehnt."
        id={gegenstand.id}
        label="Ablehnen"
        sicher="Soll die Berichtigung abgelehnt werden? Sie müsste dann neu beantragt werden."
        zu={titel}
      />
    </>
  )
}

function artOf({ art, schwere }: Aufgabe): string {
  if (schwere === null || art !== 'befund') return AUFGABENART_LABELS[art][0]
  return schwere === 'fehler' ? 'Fehler' : 'Warnung'
}

function tagOf(bis: CalendarDay | null): ReactNode {
  if (bis === null) return 'kein Tag'
  return <time dateTime={bis}>{formatDayLong(bis)}</time>
}

/** The colour of a card; the words say the same. */
const KLASSEN: Readonly<Record<Aufgabenart, string>> = {
  eilfall: 'warnung',
  befund: 'warnung',
  antrag: 'antrag',
  freigabe: 'entwurf',
  fachfreigabe: 'entwurf',
  abstimmung: 'antrag',
  'abstimmung-beenden': 'antrag',
  schweigefrist: 'warnung',
  eltern: 'antrag',
  entwurf: 'entwurf',
  sprachfassung: 'entwurf',
  ueberpruefung: 'offen',
  angebot: 'offen',
}

/** What the link of a card leads to. */
const WEGE: Readonly<Record<Aufgabenart, string>> = {
  eilfall: 'Text ansehen',
  befund: 'Dort beheben',
  antrag: 'Ansehen, was sie bewirkt',
  freigabe: 'Prüfen und freigeben',
  fachfreigabe: 'Fachlich prüfen',
  abstimmung: 'Zur Abstimmung',
  'abstimmung-beenden': 'Zur Abstimmung',
  schweigefrist: 'Zur Schweigefrist',
  eltern: 'Änderung ansehen',
  entwurf: 'Weiterschreiben',
  sprachfassung: 'Übersetzung öffnen',
  ueberpruefung: 'Text überprüfen',
  angebot: 'Jetzt klären',
}
