'use client'
import { OBJEKT_LABELS } from '#core/log/objektart.ts'
import type {
  Redaktionsbericht,
  Verschiebungsbericht,
  Vorschaubericht,
} from '#core/log/vorschaubericht.ts'

/** More Redaktionen than this are folded. */
const OPEN = 4

/** What a move does, Redaktion by Redaktion: what moves, from which days to which, and what follows. */
export function MovePreview({ bericht }: { readonly bericht: Vorschaubericht }) {
  const { vorher, nachher, redaktionen, istBerichtigung } = bericht
  return (
    <>
      {nachher === null ? null : (
        <h3>
          Bisher {vorher ?? 'unbekannt'}, künftig {nachher}
        </h3>
      )}
      <p>{sayTotal(bericht)}</p>
      {istBerichtigung ? (
        <p className="stichtag-vorschau__hinweis">
          Dieser Tag ist schon vergangen. Das ist eine Berichtigung: Sie braucht einen Grund, und
          eine zweite Person bestätigt sie. Was bisher gezeigt wurde, bleibt nachlesbar.
        </p>
      ) : null}
      {redaktionen.map((redaktion) => (
        <details
          key={redaktion.id ?? ''}
          open={redaktionen.length <= OPEN || redaktion.folgen.length > 0}
        >
          <summary>
            <strong>{redaktion.name}</strong> – {sayCount(redaktion)}
          </summary>
          <Folgen redaktion={redaktion} />
          <ul>
            {redaktion.verschiebungen.map((each) => (
              <Verschiebung key={`${each.art}-${each.id}`} verschiebung={each} />
            ))}
          </ul>
        </details>
      ))}
    </>
  )
}

function Folgen({ redaktion: { folgen } }: { readonly redaktion: Redaktionsbericht }) {
  if (folgen.length === 0) return null
  return (
    <ul className="stichtag-vorschau__folgen">
      {folgen.map(({ ziel, titel, satz }) => (
        <li key={`${ziel}-${satz}`}>
          <strong>
            <a href={ziel} rel="noreferrer" target="_blank">
              {titel}
            </a>
          </strong>
          {': '}
          {satz}
        </li>
      ))}
    </ul>
  )
}

function Verschiebung({ verschiebung }: { readonly verschiebung: Verschiebungsbericht }) {
  const { art, titel, gebiet, vorher, nachher, ziel } = verschiebung
  return (
    <li>
      <a href={ziel} rel="noreferrer" target="_blank">
        {titel}
      </a>{' '}
      <small>
        ({art === 'fassung' ? 'Text' : OBJEKT_LABELS[art]}
        {gebiet === null ? '' : `, ${gebiet}`})
      </small>
      <span className="stichtag-vorschau__tage">
        <span>
          <span className="stichtag-vorschau__wort">bisher</span> {vorher.satz}
        </span>
        <span>
          <span className="stichtag-vorschau__wort">künftig</span> <strong>{nachher.satz}</strong>
        </span>
      </span>
    </li>
  )
}

function sayTotal({ summe, redaktionen }: Vorschaubericht): string {
  const { texte, objekte, luecken, ausgesetzt } = summe
  if (redaktionen.length === 0)
    return 'Es verschiebt sich nichts: Noch hängt kein freigegebener Text daran.'
  const follows = [
    luecken > 0 ? count(luecken, 'eine Lücke entsteht', 'Lücken entstehen') : '',
    ausgesetzt > 0 ? count(ausgesetzt, 'ein Text wird ausgesetzt', 'Texte werden ausgesetzt') : '',
  ].filter(Boolean)
  const what = [
    texte > 0 ? count(texte, 'Ein Text', 'Texte') : '',
    objekte > 0 ? count(objekte, 'eine weitere Angabe', 'weitere Angaben') : '',
  ].filter(Boolean)
  const verb = texte + objekte === 1 ? 'verschiebt' : 'verschieben'
  const moved = `${what.join(' und ')} in ${count(redaktionen.length, 'einer Redaktion', 'Redaktionen')} ${verb} sich.`
  return follows.length === 0
    ? `${moved} Nichts überschneidet sich, nichts fehlt.`
    : `${moved} Achtung: ${follows.join(', ')}.`
}

function sayCount({ verschiebungen, folgen }: Redaktionsbericht): string {
  const moved = count(verschiebungen.length, 'eine Verschiebung', 'Verschiebungen')
  return folgen.length === 0 ? moved : `${moved}, ${count(folgen.length, 'eine Folge', 'Folgen')}`
}

function count(number: number, one: string, many: string): string {
  return number === 1 ? one : `${number} ${many}`
}
