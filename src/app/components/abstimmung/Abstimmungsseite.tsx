import { notFound, redirect } from 'next/navigation'
import type { DocumentViewServerProps, Payload } from 'payload'
import type { ReactNode } from 'react'
import { ABSTIMMUNGSZUSTAND_LABELS, VOTUM_LABELS } from '#core/abstimmung/abstimmung.ts'
import type { Abstimmungsseite, Schweigefrage, Textzeile } from '#core/abstimmung/seite.ts'
import { AUSGANG_LABELS } from '#core/abstimmung/stimmen.ts'
import { ZUSTAND_LABELS } from '#core/ablauf/ablauf.ts'
import { modulLabel } from '#core/fassung/module.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { readAbstimmung } from '#feed/readAbstimmung.ts'
import { Listenmeldung } from '../arbeitsliste/Listenmeldung.tsx'
import { Aktformular } from './Aktformular.tsx'
import { Fuehrung } from './Fuehrung.tsx'
import { Niederschriftblatt } from './Niederschriftblatt.tsx'
import { resttage } from './resttage.ts'
import { Text, type Blick } from './Text.tsx'

/** The page of one consultation: read, compare, comment, vote; and for the leading Redaktion, lead. */
export async function AbstimmungView({ initPageResult, searchParams }: DocumentViewServerProps) {
  const { req, docID } = initPageResult
  const id = String(docID ?? '')
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(req.url ?? '/admin')}`)
  const wanted = searchParams?.['text']
  const seite = await readAbstimmung().seite(
    req.headers,
    id,
    typeof wanted === 'string' ? wanted : null,
  )
  if (!seite) notFound()
  const { abstimmung, ich, text, niederschrift, schweigefristen } = seite
  const zeile = seite.texte.find(({ fassungId }) => fassungId === text?.fassungId)
  const blick = blickOf(searchParams?.['ansicht'], seite)
  const isOpen = abstimmung.zustand === 'offen'
  return (
    <main className="stichtag-abst gutter--left gutter--right">
      <Kopf seite={seite} />
      <Listenmeldung />
      {niederschrift ? <Niederschriftblatt niederschrift={niederschrift} /> : null}
      {schweigefristen.length === 0 ? null : <Schweigefristen fragen={schweigefristen} />}
      <Textliste seite={seite} />
      {text && zeile ? <Text blatt={text} blick={blick} seite={seite} zeile={zeile} /> : null}
      {isOpen ? <Beteiligte seite={seite} /> : null}
      {isOpen && ich.fuehrt ? (
        <Fuehrung seite={seite} weitere={await readWeitere(req.payload, seite)} />
      ) : null}
    </main>
  )
}

/** What is asked for, where there is something to compare with; a change since the last visit is shown unasked. */
function blickOf(wanted: unknown, { text }: Abstimmungsseite): Blick {
  if (wanted === 'text') return 'text'
  if (wanted === 'bisher' && text?.basis) return 'bisher'
  return text?.zuletzt ? 'zuletzt' : 'text'
}

function Kopf({
  seite: { abstimmung, zeitgrenze, fuehrend, heute, ergebnis, ich },
}: {
  readonly seite: Abstimmungsseite
}): ReactNode {
  const { titel, zustand, frist, embargo, schweigefristTage } = abstimmung
  return (
    <header>
      <p className="stichtag-abst__wege">
        <a href="/admin/collections/abstimmungen">Alle Abstimmungen</a>
        {ich.fuehrt ? (
          <a href={`/admin/collections/protokoll?where[gegenstandId][equals]=${abstimmung.id}`}>
            Wer wann was getan hat
          </a>
        ) : null}
      </p>
      <h1>{titel}</h1>
      <dl>
        <dt>Zustand</dt>
        <dd>
          {ABSTIMMUNGSZUSTAND_LABELS[zustand]}
          {embargo ? ' · unter Embargo: nur Beteiligte wissen davon' : ''}
        </dd>
        <dt>Abstimmen bis</dt>
        <dd>
          {formatDayLong(frist)}
          {zustand === 'offen' ? ` (${resttage(heute, frist)})` : ''}
        </dd>
        {zeitgrenze === null ? null : (
          <>
            <dt>Zeitgrenze</dt>
            <dd>{zeitgrenze}</dd>
          </>
        )}
        <dt>Federführung</dt>
        <dd>{fuehrend.name}</dd>
        <dt>{zustand === 'offen' ? 'Bis jetzt' : 'Ergebnis'}</dt>
        <dd>{AUSGANG_LABELS[ergebnis.ausgang]}</dd>
        {schweigefristTage === 0 ? null : (
          <>
            <dt>Schweigefrist</dt>
            <dd>{schweigefristTage} Arbeitstage vor dem Tag der Rechtsnorm</dd>
          </>
        )}
      </dl>
    </header>
  )
}

function Textliste({ seite }: { readonly seite: Abstimmungsseite }): ReactNode {
  const { texte, text, abstimmung } = seite
  return (
    <nav aria-labelledby="texte">
      <h2 id="texte">{texte.length === 1 ? 'Ein Text' : `${texte.length} Texte`}</h2>
      <ol className="stichtag-abst__texte">
        {texte.map((zeile) => (
          <li key={zeile.fassungId}>
            {zeile.zustand === null ? (
              <span>{zeile.titel}</span>
            ) : (
              <a
                aria-current={zeile.fassungId === text?.fassungId ? 'true' : undefined}
                href={`?text=${encodeURIComponent(zeile.fassungId)}#text`}
              >
                {zeile.titel}
              </a>
            )}
            <p className="stichtag-abst__leise">{standOf(zeile, seite)}</p>
            {zeile.darfWiederVorlegen ? (
              <Aktformular
                act="wieder-vorlegen"
                done="Der Text liegt den Beteiligten wieder vor."
                fest={{ fassung: zeile.fassungId }}
                id={abstimmung.id}
                knopf="Wieder vorlegen"
                zu={zeile.titel}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** What of a text the person needs to know before opening it. */
function standOf(zeile: Textzeile, { ich, teilnehmer }: Abstimmungsseite): string {
  const { zustand, geaendert, meine, ergebnis, offeneKommentare } = zeile
  const voted = teilnehmer.length - ergebnis.ohneStimme
  const own = meine.map(
    ({ votum, aufFrueheremStand }) =>
      `Ihre Stimme: ${VOTUM_LABELS[votum]}${aufFrueheremStand ? ' (auf früherem Stand)' : ''}`,
  )
  return [
    zustand === null || zustand === 'in-abstimmung' ? '' : ZUSTAND_LABELS[zustand],
    zustand === 'in-abstimmung' && ich.stimmtFuer.length > 0 && own.length === 0
      ? 'Ihre Stimme fehlt'
      : '',
    ...own,
    geaendert ? 'geändert, seit Sie zuletzt hier waren' : '',
    `${voted} von ${teilnehmer.length} haben abgestimmt`,
    ergebnis.ablehnungen === 0 ? '' : `${ergebnis.ablehnungen} Ablehnung`,
    offeneKommentare === 0
      ? ''
      : offeneKommentare === 1
        ? '1 offener Kommentar'
        : `${offeneKommentare} offene Kommentare`,
  ]
    .filter(Boolean)
    .join(' · ')
}

function Beteiligte({ seite: { teilnehmer, schuldner } }: { readonly seite: Abstimmungsseite }) {
  const owing = new Map(schuldner.map((each) => [each.redaktionId, each]))
  return (
    <section aria-labelledby="beteiligte">
      <h2 id="beteiligte">Beteiligte</h2>
      <ul className="stichtag-abst__beteiligte">
        {teilnehmer.map(({ redaktionId, name }) => {
          const owes = owing.get(redaktionId)
          return (
            <li className={owes ? 'offen' : 'fertig'} key={redaktionId}>
              <strong>{name}</strong>{' '}
              {owes
                ? [
                    owes.ohneStimme === 0 ? '' : `${owes.ohneStimme} ohne Stimme`,
                    owes.aufFrueheremStand === 0
                      ? ''
                      : `${owes.aufFrueheremStand} auf früherem Stand`,
                  ]
                    .filter(Boolean)
                    .join(', ')
                : 'hat abgestimmt'}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What silence would end, and the way to say that the own text stays. */
function Schweigefristen({ fragen }: { readonly fragen: readonly Schweigefrage[] }): ReactNode {
  return (
    <section aria-labelledby="schweigefrist" className="stichtag-abst__schweigen">
      <h2 id="schweigefrist">Bleibt Ihr eigener Text?</h2>
      <p>
        Ihr Text ersetzt Module, die sich beim Land ändern. Schweigen Sie bis zum letzten Tag der
        Frist, erscheint dort danach der Text des Landes.
      </p>
      {fragen.map((frage) => (
        <Schweigeantwort frage={frage} key={`${frage.schweigefristId}.${frage.gebietId}`} />
      ))}
    </section>
  )
}

function Schweigeantwort({
  frage: { schweigefristId, leistung, ebene, gebietId, gebiet, fristende, istVorbei, ...rest },
}: {
  readonly frage: Schweigefrage
}): ReactNode {
  const { module, bleiben } = rest
  const titel = `${leistung} – ${gebiet}`
  return (
    <div className="stichtag-abst__modul">
      <h3>{titel}</h3>
      <p>
        Antwort möglich bis zum {formatDayLong(fristende)}
        {istVorbei ? '; die Frist ist vorbei' : ''}.{' '}
        {bleiben.length === 0
          ? 'Bisher keine Antwort.'
          : `Es bleibt: ${bleiben.map(modulLabel).join(', ')}.`}
      </p>
      {istVorbei ? null : (
        <Aktformular
          act="rueckmeldung"
          collection="schweigefristen"
          done="Ihre Antwort steht im Freigabeprotokoll."
          fest={{ gebiet: gebietId, ebene }}
          id={schweigefristId}
          knopf="Wir behalten unseren Text"
          zu={titel}
        >
          {/* Nothing chosen takes an earlier answer back. */}
          <input name="module[]" type="hidden" value="" />
          <fieldset>
            <legend>In welchen Modulen?</legend>
            {module.map((name) => (
              <label key={name}>
                <input
                  defaultChecked={bleiben.length === 0 || bleiben.includes(name)}
                  name="module[]"
                  type="checkbox"
                  value={name}
                />{' '}
                {modulLabel(name)}
              </label>
            ))}
          </fieldset>
          <label>
            Ein Satz dazu (freiwillig)
            <textarea name="satz" rows={2} />
          </label>
        </Aktformular>
      )}
    </div>
  )
}

/** Redaktionen that could be asked too; everybody signed in may read their names. */
async function readWeitere(
  payload: Payload,
  { fuehrend, teilnehmer }: Abstimmungsseite,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { docs } = await payload.find({
    collection: 'redaktionen',
    select: { name: true },
    sort: 'name',
    depth: 0,
    limit: 0,
    pagination: false,
  })
  const asked = new Set([fuehrend, ...teilnehmer].map(({ redaktionId }) => redaktionId))
  return docs.filter(({ id }) => !asked.has(id))
}
