'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import type { UIFieldClientComponent } from 'payload'
import { formKey, useModulspalten, type Modul } from './spaltenspeicher.ts'
import { Teile } from './Teile.tsx'

const WIRKUNGEN: Readonly<Record<NonNullable<Modul['wirkung']>, string | null>> = {
  gilt: null,
  gesperrt: 'Ihr Text wird nicht gezeigt: Das Modul ist gesperrt.',
  'nur-ergaenzen': 'Ihr Text wird nicht gezeigt: Das Modul darf nur ergänzt werden.',
  'ohne-rueckmeldung':
    'Übernommen ohne Rückmeldung: Die Schweigefrist ist verstrichen, darum steht hier der geerbte Text.',
  'ohne-grundlage': 'Ihre Ergänzung wird nicht gezeigt: Darüber steht nichts, was sie ergänzt.',
}

/** The third column of a module: what the citizen reads, each part with who says it. It follows what is being written. */
export const Ergebnis: UIFieldClientComponent = (props) => {
  const { modul } = props as unknown as { readonly modul: string }
  const { id } = useDocumentInfo()
  const found = useModulspalten(formKey(id), modul)
  if (!found) return null
  const { titel, ergebnis, wirkung } = found.spalten
  const name = `Was die Bürgerin liest: ${titel}`
  const warning = wirkung === null ? null : WIRKUNGEN[wirkung]
  return (
    <section aria-label={name} className="stichtag-spalte stichtag-spalte--ergebnis">
      <p className="stichtag-spalte__kopf">
        <strong>So liest es die Bürgerin</strong>
      </p>
      <div aria-live="polite">
        {warning === null ? null : <p className="stichtag-spalte__sperre">{warning}</p>}
      </div>
      {ergebnis.length === 0 ? (
        <p className="stichtag-spalte__leer">Nichts.</p>
      ) : (
        <Teile name={name} teile={ergebnis} />
      )}
    </section>
  )
}
