import type { ReactNode } from 'react'
import { VOTEN, VOTUM_LABELS } from '#core/abstimmung/abstimmung.ts'
import type { Gespraech, Kommentar } from '#core/abstimmung/kommentar.ts'
import { leseabschnitte, lesetext, isModulname } from '#core/abstimmung/lesetext.ts'
import type { Abstimmungsseite, Textblatt, Textzeile } from '#core/abstimmung/seite.ts'
import { findStelle } from '#core/abstimmung/stelle.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { pultpfad } from '#core/log/objektart.ts'
import { adresse } from '#core/vorschau/eingabe.ts'
import { mark, type Knoten, type Strecke } from '#core/vorschau/markup.ts'
import { vergleiche, type Gegenueber } from '#core/vorschau/vergleich.ts'
import { vergleicheWorte } from '../../(seiten)/vorschau/teile/worte.ts'
import { formatZeitpunkt } from '../zeitpunkt.ts'
import { Aktformular } from './Aktformular.tsx'
import { Gesehen } from './Gesehen.tsx'
import { Lesetext, type Markierung } from './Lesetext.tsx'
import { Stellenfelder } from './Stellenfelder.tsx'

/** How a text is shown: as it stands, or with what is new marked against one of these. */
export type Blick = 'text' | 'zuletzt' | 'bisher'

type Props = {
  readonly seite: Abstimmungsseite
  readonly zeile: Textzeile
  readonly blatt: Textblatt
  readonly blick: Blick
}

/** One text of the consultation: its words, what has changed, what is said about it, and the vote. */
export function Text({ seite, zeile, blatt, blick }: Props): ReactNode {
  const { id } = seite.abstimmung
  const vorher = blick === 'zuletzt' ? blatt.zuletzt : blick === 'bisher' ? blatt.basis : null
  const paare = paareOf(blick === 'text' ? blatt.inhalt : vorher, blatt.inhalt)
  const changed = paare.filter(({ istGleich }) => !istGleich)
  const allgemein = blatt.gespraeche.filter(({ modul }) => modul === null)
  return (
    <article aria-labelledby="text" className="stichtag-abst__text">
      <h2 id="text">{zeile.titel}</h2>
      <p className="stichtag-abst__wege">
        <a href={pultpfad({ art: 'fassung', id: zeile.fassungId })}>Im Editor öffnen</a>
        <a href={adresse(blatt.leistungId, { stichtag: seite.tag, entwuerfe: true })}>
          In der Vorschau ansehen
        </a>
      </p>
      {zeile.stand === null ? null : (
        <Gesehen fassung={zeile.fassungId} id={id} stand={zeile.stand} />
      )}
      {zeile.geaendert ? (
        <div className="stichtag-abst__hinweis">
          <p>
            <strong>Geändert, seit Sie zuletzt hier waren.</strong>
          </p>
          <Aktformular
            act="gesehen"
            done="Als gelesen vermerkt."
            fest={{ fassung: zeile.fassungId, stand: zeile.stand }}
            id={id}
            knopf="Änderungen gelesen"
          />
        </div>
      ) : null}
      <Ansichtswahl blatt={blatt} blick={blick} zeile={zeile} />
      {blick === 'text' ? null : (
        <p>
          {changed.length === 0
            ? 'An den Wörtern hat sich nichts geändert.'
            : `${changed.length === 1 ? 'Ein Modul ist' : `${changed.length} Module sind`} anders: `}
          {changed.map(({ schluessel, titel }, index) => (
            <span key={schluessel}>
              {index === 0 ? '' : ', '}
              <a href={`#modul-${schluessel}`}>{titel}</a>
            </span>
          ))}
        </p>
      )}
      {paare.map((paar) => (
        <Modul
          blatt={blatt}
          blick={blick}
          key={paar.schluessel}
          paar={paar}
          seite={seite}
          zeile={zeile}
        />
      ))}
      {allgemein.length === 0 && !zeile.darfKommentieren ? null : (
        <section aria-labelledby="zum-text" className="stichtag-abst__modul">
          <h3 id="zum-text">Zum ganzen Text</h3>
          <Gespraeche gespraeche={allgemein} inhalt={blatt.inhalt} seite={seite} zeile={zeile} />
          {zeile.darfKommentieren ? (
            <Kommentarform id={id} modul={null} titel="den ganzen Text" zeile={zeile} />
          ) : null}
        </section>
      )}
      <Stimmen blatt={blatt} seite={seite} zeile={zeile} />
    </article>
  )
}

/** The modules before and now; with nothing before, all of them are new. */
function paareOf(vorher: FassungInhalt | null, nachher: FassungInhalt): readonly Gegenueber[] {
  return vergleiche(
    vorher === null ? null : { abschnitte: leseabschnitte(vorher) },
    { abschnitte: leseabschnitte(nachher) },
    vergleicheWorte,
  )
}

function Ansichtswahl({
  zeile,
  blatt,
  blick,
}: {
  readonly zeile: Textzeile
  readonly blatt: Textblatt
  readonly blick: Blick
}): ReactNode {
  const views: readonly (readonly [Blick, string])[] = [
    ['text', 'Text, wie er gelesen wird'],
    ...(blatt.zuletzt === null
      ? []
      : ([['zuletzt', 'Änderungen seit Ihrem letzten Besuch']] as const)),
    ...(blatt.basis === null
      ? []
      : ([['bisher', 'Änderungen gegenüber dem bisherigen Text']] as const)),
  ]
  if (views.length === 1) return null
  return (
    <nav aria-label="Ansicht des Textes">
      <ul className="stichtag-abst__wahl">
        {views.map(([each, label]) => (
          <li key={each}>
            <a
              aria-current={each === blick ? 'true' : undefined}
              href={`?text=${encodeURIComponent(zeile.fassungId)}&ansicht=${each}#text`}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Modul({
  paar: { schluessel, titel, links, rechts, istGleich },
  seite,
  zeile,
  blatt,
  blick,
}: Props & { readonly paar: Gegenueber }): ReactNode {
  const gespraeche = blatt.gespraeche.filter(({ modul }) => modul === schluessel)
  const marks = blick !== 'text' && !istGleich
  const knoten = (rechts?.teile ?? []).flatMap((teil) => teil.knoten)
  const shown = marks ? knoten : withStellen(knoten, schluessel, blatt, gespraeche)
  const art: Markierung = marks ? 'neu' : 'stelle'
  const bereich = `worte-${schluessel}`
  const modus = leseabschnitte(blatt.inhalt).find((each) => each.schluessel === schluessel)?.modus
  return (
    <section aria-labelledby={`modul-${schluessel}`} className="stichtag-abst__modul">
      <h3 id={`modul-${schluessel}`}>{titel}</h3>
      {modus === undefined || modus === 'ersetzen' ? null : (
        <p className="stichtag-abst__leise">
          Ergänzt den Text darüber, {modus === 'ergaenzen-davor' ? 'davor' : 'danach'}.
        </p>
      )}
      <div className={marks && links ? 'stichtag-abst__spalten' : undefined}>
        {marks && links ? (
          <div className="stichtag-abst__worte">
            <p className="stichtag-abst__leise">Vorher</p>
            <Lesetext art="entfernt" knoten={links.teile.flatMap((teil) => teil.knoten)} />
          </div>
        ) : null}
        <div className="stichtag-abst__worte">
          {marks ? <p className="stichtag-abst__leise">Jetzt</p> : null}
          {rechts ? (
            <div id={bereich}>
              <Lesetext art={art} knoten={shown} />
            </div>
          ) : (
            <p>Dieses Modul steht nicht mehr in diesem Text.</p>
          )}
        </div>
      </div>
      <Gespraeche gespraeche={gespraeche} inhalt={blatt.inhalt} seite={seite} zeile={zeile} />
      {zeile.darfKommentieren && rechts ? (
        <Kommentarform
          bereich={bereich}
          id={seite.abstimmung.id}
          modul={schluessel}
          titel={titel}
          zeile={zeile}
        />
      ) : null}
    </section>
  )
}

/** The words with the passages marked that open comments are about. */
function withStellen(
  knoten: readonly Knoten[],
  modul: string,
  { inhalt }: Textblatt,
  gespraeche: readonly Gespraech[],
): readonly Knoten[] {
  if (!isModulname(modul)) return knoten
  const text = lesetext(inhalt, modul)
  const strecken = gespraeche
    .flatMap(({ stelle, erledigt }) =>
      stelle && !erledigt ? (findStelle(text, stelle) ?? []) : [],
    )
    .sort((left, right) => left.von - right.von)
  return mark(knoten, merged(strecken))
}

function merged(strecken: readonly Strecke[]): readonly Strecke[] {
  const result: Strecke[] = []
  for (const each of strecken) {
    const last = result.at(-1)
    if (last && each.von <= last.bis)
      result.splice(-1, 1, { von: last.von, bis: Math.max(last.bis, each.bis) })
    else result.push(each)
  }
  return result
}

function Gespraeche({
  gespraeche,
  inhalt,
  seite,
  zeile,
}: {
  readonly gespraeche: readonly Gespraech[]
  readonly inhalt: FassungInhalt
  readonly seite: Abstimmungsseite
  readonly zeile: Textzeile
}): ReactNode {
  if (gespraeche.length === 0) return null
  const { id } = seite.abstimmung
  const isOpen = seite.abstimmung.zustand === 'offen'
  return (
    <ol className="stichtag-abst__gespraeche">
      {gespraeche.map((each) => (
        <li className={each.erledigt ? 'erledigt' : undefined} key={each.id}>
          <Beitrag kommentar={each} />
          <Zitat inhalt={inhalt} kommentar={each} />
          {each.erledigt ? (
            <p className="stichtag-abst__leise">
              Erledigt von {each.erledigt.vonName}, {formatZeitpunkt(each.erledigt.am)}
            </p>
          ) : null}
          {each.antworten.map((antwort) => (
            <div className="stichtag-abst__antwort" key={antwort.id}>
              <Beitrag kommentar={antwort} />
            </div>
          ))}
          {isOpen && zeile.darfKommentieren ? (
            <details>
              <summary>Antworten</summary>
              <Aktformular
                act="kommentieren"
                done="Ihre Antwort steht beim Kommentar."
                fest={{ antwortAuf: each.id }}
                id={id}
                knopf="Antwort senden"
                zu={`an ${each.vonName}`}
              >
                <label>
                  Antwort
                  <textarea name="text" required rows={2} />
                </label>
              </Aktformular>
            </details>
          ) : null}
          {isOpen && (seite.ich.fuehrt || spricht(seite, each)) ? (
            <Aktformular
              act={each.erledigt ? 'kommentar-offen' : 'kommentar-erledigt'}
              done={
                each.erledigt ? 'Der Kommentar ist wieder offen.' : 'Der Kommentar ist erledigt.'
              }
              fest={{ kommentar: each.id }}
              id={id}
              knopf={each.erledigt ? 'Wieder öffnen' : 'Erledigt'}
              zu={`Kommentar von ${each.vonName}`}
            />
          ) : null}
        </li>
      ))}
    </ol>
  )
}

function spricht({ ich }: Abstimmungsseite, { redaktionId }: Kommentar): boolean {
  return ich.stimmtFuer.some((each) => each.redaktionId === redaktionId)
}

function Beitrag({
  kommentar: { vonName, redaktionName, zeitpunkt, text },
}: {
  readonly kommentar: Kommentar
}): ReactNode {
  return (
    <>
      <p className="stichtag-abst__leise">
        <strong>{vonName}</strong>, {redaktionName}, {formatZeitpunkt(zeitpunkt)}
      </p>
      {text.split('\n').map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </>
  )
}

/** What the comment is about; said to be gone when its words are. */
function Zitat({
  kommentar: { modul, stelle },
  inhalt,
}: {
  readonly kommentar: Kommentar
  readonly inhalt: FassungInhalt
}): ReactNode {
  if (modul === null || stelle === null) return null
  const isThere = findStelle(lesetext(inhalt, modul), stelle) !== null
  return (
    <blockquote>
      „{stelle.worte}“{isThere ? null : <strong> – Stelle nicht mehr vorhanden</strong>}
    </blockquote>
  )
}

function Kommentarform({
  id,
  zeile,
  modul,
  titel,
  bereich,
}: {
  readonly id: string
  readonly zeile: Textzeile
  readonly modul: string | null
  readonly titel: string
  readonly bereich?: string
}): ReactNode {
  return (
    <details>
      <summary>Kommentieren: {titel}</summary>
      <Aktformular
        act="kommentieren"
        done="Ihr Kommentar steht beim Text."
        fest={{ fassung: zeile.fassungId, ...(modul === null ? {} : { modul }) }}
        id={id}
        knopf="Kommentar senden"
        zu={titel}
      >
        {bereich === undefined ? null : <Stellenfelder bereich={bereich} />}
        <label>
          Kommentar
          <textarea name="text" required rows={3} />
        </label>
      </Aktformular>
    </details>
  )
}

/** Who has voted what, and the own ballot. */
function Stimmen({
  seite,
  zeile,
  blatt,
}: {
  readonly seite: Abstimmungsseite
  readonly zeile: Textzeile
  readonly blatt: Textblatt
}): ReactNode {
  const silent = seite.teilnehmer.filter(
    ({ redaktionId }) => !blatt.stimmen.some((each) => each.redaktionId === redaktionId),
  )
  return (
    <section aria-labelledby="stimmen" className="stichtag-abst__modul">
      <h3 id="stimmen">Stimmen zu diesem Text</h3>
      <ul className="stichtag-abst__stimmen">
        {blatt.stimmen.map(
          ({ id, name, votum, grund, vonName, zeitpunkt, aufFrueheremStand, verspaetet }) => (
            <li className={votum} key={id}>
              <strong>{name}:</strong> {VOTUM_LABELS[votum]}
              {aufFrueheremStand ? <em> (auf früherem Stand abgegeben)</em> : null}
              {verspaetet ? <em> (nach der Frist)</em> : null}
              {grund === null ? null : <span> – „{grund}“</span>}
              <small>
                {' '}
                {vonName}, {formatZeitpunkt(zeitpunkt)}
              </small>
            </li>
          ),
        )}
        {silent.map(({ redaktionId, name }) => (
          <li className="stichtag-abst__leise" key={redaktionId}>
            {name}: {seite.abstimmung.zustand === 'offen' ? 'noch keine Stimme' : 'keine Stimme'}
          </li>
        ))}
      </ul>
      {zeile.darfAbstimmen ? <Stimmzettel seite={seite} zeile={zeile} /> : null}
    </section>
  )
}

function Stimmzettel({
  seite: { abstimmung, ich },
  zeile: { fassungId, stand, meine, titel },
}: {
  readonly seite: Abstimmungsseite
  readonly zeile: Textzeile
}): ReactNode {
  return (
    <Aktformular
      act="abstimmen"
      done="Ihre Stimme ist abgegeben."
      fest={{ fassung: fassungId, stand }}
      id={abstimmung.id}
      isPrimary
      knopf={meine.length === 0 ? 'Abstimmen' : 'Neu abstimmen'}
      zu={titel}
    >
      {ich.stimmtFuer.length > 1 ? (
        <label>
          Für welche Redaktion?
          <select name="redaktion">
            {ich.stimmtFuer.map(({ redaktionId, name }) => (
              <option key={redaktionId} value={redaktionId}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <fieldset>
        <legend>
          Ihre Stimme{ich.stimmtFuer.length === 1 ? ` für ${ich.stimmtFuer[0]?.name ?? ''}` : ''}
        </legend>
        {VOTEN.map((votum) => (
          <label key={votum}>
            <input name="votum" required type="radio" value={votum} /> {VOTUM_LABELS[votum]}
          </label>
        ))}
      </fieldset>
      <label>
        Grund (bei Ablehnung nötig)
        <textarea name="grund" rows={2} />
      </label>
    </Aktformular>
  )
}
