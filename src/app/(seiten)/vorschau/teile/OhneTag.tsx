import type { ReactNode } from 'react'
import { wartegrundText } from '#core/vorschau/annahmen.ts'
import { adresse, type Ziel } from '#core/vorschau/eingabe.ts'
import type { ZeileOhneTag } from '#feed/readVorschau.ts'
import { Ebenen } from './Marken.tsx'

/** The lane of texts that no day shows; each can be opened as if it began on the Stichtag. */
export function OhneTag({
  zeilen,
  ziel,
}: {
  readonly zeilen: readonly ZeileOhneTag[]
  readonly ziel: Ziel
}): ReactNode {
  if (zeilen.length === 0) return null
  return (
    <section aria-labelledby="ohne-tag" className="ohnetag">
      <h2 id="ohne-tag">Noch ohne Tag</h2>
      <p>
        Diese Texte gelten an keinem Tag. Öffnen Sie einen, um ihn so zu sehen, als gälte er ab dem
        Stichtag.
      </p>
      <ul className="liste">
        {zeilen.map(({ id, leistungId, name, ebene, gebiet, istEntwurf, grund }) => (
          <li key={id}>
            <a href={adresse(leistungId, { ...ziel, entwuerfe: true, mit: id })} rel="nofollow">
              {name} ({gebiet})
            </a>
            <span className="marken">
              <Ebenen ebenen={[ebene]} />
              <strong className="vorbehalt">
                {istEntwurf ? 'Entwurf' : 'freigegeben, wartet'}
              </strong>
            </span>
            <span className="liste__tage">{wartegrundText(grund)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
