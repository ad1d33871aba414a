import type { ReactNode } from 'react'
import { satz } from '#core/errors/deutsch.ts'
import { adresse, ortsname } from '#core/vorschau/eingabe.ts'
import type { Rahmen } from '#feed/readVorschau.ts'

/** Asks for day and place; works without scripts. */
export function Listenformular({ rahmen }: { readonly rahmen: Rahmen }): ReactNode {
  const { eingabe, stichtag, gebiet, gemeinden } = rahmen
  return (
    <form action="/vorschau" className="formular" method="get">
      <Tagesfeld name="stichtag" titel="Stichtag" wert={stichtag} />
      <label className="formular__breit">
        <span>Ort</span>
        <input
          autoComplete="off"
          defaultValue={ortswert(rahmen)}
          list="gemeinden"
          name="ort"
          placeholder={gebiet?.ebene === 'land' ? 'Gemeinde' : undefined}
          type="text"
        />
      </label>
      <datalist id="gemeinden">
        {gemeinden.map((each) => (
          <option key={each.id} value={ortsname(each)} />
        ))}
      </datalist>
      <label className="formular__breit">
        <span>Leistung (Wörter aus dem Namen)</span>
        <input defaultValue={eingabe.q ?? ''} name="q" type="search" />
      </label>
      <Entwuerfe rahmen={rahmen} />
      <button type="submit">Anzeigen</button>
    </form>
  )
}

/** Asks for the day of one Leistung, a second day beside it, and the language. */
export function Leistungsformular({
  rahmen,
  id,
}: {
  readonly rahmen: Rahmen
  readonly id: string
}): ReactNode {
  const { eingabe, stichtag, gebiet, sprache } = rahmen
  return (
    <form action={adresse(id, {})} className="formular" method="get">
      {gebiet ? <input name="ars" type="hidden" value={gebiet.ars} /> : null}
      {eingabe.mit === null ? null : <input name="mit" type="hidden" value={eingabe.mit} />}
      <Tagesfeld name="stichtag" titel="Stichtag" wert={stichtag} />
      <Tagesfeld
        name="vergleich"
        titel="Vergleichen mit (freiwillig)"
        wert={eingabe.vergleich ?? ''}
      />
      <label>
        <span>Sprache</span>
        <select defaultValue={sprache} name="sprache">
          <option value="de">Deutsch</option>
          <option value="en">Englisch</option>
          <option value="de-LS">Leichte Sprache</option>
        </select>
      </label>
      <Entwuerfe rahmen={rahmen} />
      <button type="submit">Anzeigen</button>
    </form>
  )
}

/** What is wrong with the entry, with the places that it may have meant. */
export function Probleme({
  rahmen: { probleme, vorschlaege, stichtag, eingabe },
  leistungId,
}: {
  readonly rahmen: Rahmen
  readonly leistungId: string | null
}): ReactNode {
  if (probleme.length === 0) return null
  return (
    <div className="meldung meldung--fehler" role="alert">
      {probleme.map((each) => (
        <p key={each.code + (each.stelle ?? '')}>{satz(each)}</p>
      ))}
      {vorschlaege.length === 0 ? null : (
        <>
          <p>Meinten Sie:</p>
          <ul className="auswahl">
            {vorschlaege.map((gebiet) => (
              <li key={gebiet.id}>
                <a
                  href={adresse(leistungId, {
                    stichtag,
                    ars: gebiet.ars,
                    q: eingabe.q,
                    sprache: eingabe.sprache,
                    vergleich: eingabe.vergleich,
                    mit: eingabe.mit,
                    entwuerfe: eingabe.entwuerfe,
                  })}
                >
                  {ortsname(gebiet)}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Says to whoever asked for drafts and has not signed in where to do so, and to whoever sees some that they are such. */
export function Entwurfshinweis({
  rahmen: { eingabe, istAngemeldet, mitEntwuerfen },
  hier,
}: {
  readonly rahmen: Rahmen
  readonly hier: string
}): ReactNode {
  if (mitEntwuerfen)
    return (
      <p className="meldung meldung--entwurf">
        <strong>Nicht veröffentlicht.</strong> Diese Ansicht zeigt auch Entwürfe und geplante Tage,
        die Sie sehen dürfen. Was davon noch niemand sonst sieht, ist gekennzeichnet.
      </p>
    )
  if (!eingabe.entwuerfe || istAngemeldet) return null
  return (
    <p className="meldung">
      Entwürfe sieht nur, wer sich angemeldet hat. Sie sehen, was veröffentlicht ist.{' '}
      <a href={`/admin/login?redirect=${encodeURIComponent(hier)}`} rel="nofollow">
        Anmelden
      </a>
    </p>
  )
}

function Tagesfeld({
  name,
  titel,
  wert,
}: {
  readonly name: string
  readonly titel: string
  readonly wert: string
}): ReactNode {
  return (
    <label>
      <span>{titel}</span>
      <input defaultValue={wert} max="9999-12-31" min="1900-01-01" name={name} type="date" />
    </label>
  )
}

function Entwuerfe({ rahmen }: { readonly rahmen: Rahmen }): ReactNode {
  if (!rahmen.istAngemeldet) return null
  return (
    <label className="formular__haken">
      <input defaultChecked={rahmen.mitEntwuerfen} name="entwuerfe" type="checkbox" value="1" />
      <span>Entwürfe und Geplantes einbeziehen</span>
    </label>
  )
}

/** The Land is what is shown without a place, so its name need not stand in the field. */
function ortswert({ gebiet, eingabe }: Rahmen): string {
  if (gebiet === null) return eingabe.ort ?? ''
  return gebiet.ebene === 'land' ? '' : ortsname(gebiet)
}
