import { TEXTMODULE, type Html, type Modulname } from '#core/fassung/module.ts'
import type {
  Auskunftshinweiswert,
  Bearbeitungsdauerwert,
  Begriffewert,
  Dokumentewert,
  FachlicheFreigabewert,
  Fristwert,
  Kostenwert,
  Modulwerte,
  Textmodulname,
  Textwert,
  Ursprungsportalwert,
  Weblink,
} from '#core/fassung/module.ts'
import { geld, zeit } from '#core/vorschau/darstellung.ts'
import { formatDay } from '#core/zeit/deutsch.ts'

/**
 * The words of a module as one `Html`, structured ones as lists: to be read and compared by people at the desk. What leaves the
 * house is presented by the exporters.
 */
export function wortlautOf<N extends Modulname>(modul: N, wert: Modulwerte[N]): Html {
  if (modul in TEXTMODULE) return ofText(modul as Textmodulname, wert as Textwert)
  // A name and its value belong together, which TypeScript cannot follow through a union.
  const write = STRUKTUR[modul as keyof typeof STRUKTUR] as (wert: never) => Html
  return write(wert as never)
}

function ofText(modul: Textmodulname, { text, links }: Textwert): Html {
  const words = TEXTMODULE[modul].form === 'html' ? text : paragraph(text)
  return words + list(links.map(linkOf))
}

const STRUKTUR = {
  frist: ({ text, fristen, links }: Fristwert): Html =>
    text +
    list(fristen.map(({ auswahl, text: html }) => joined(escaped(zeit(auswahl)), html))) +
    list(links.map(linkOf)),
  kosten: ({ text, kosten, links }: Kostenwert): Html =>
    text +
    list(
      kosten.map(({ auswahl, text: html, vorkasse, link }) =>
        joined(
          escaped(geld(auswahl)),
          html,
          vorkasse === true ? 'im Voraus zu zahlen' : '',
          link === null ? '' : linkOf({ uri: link, titel: null }),
        ),
      ),
    ) +
    list(links.map(linkOf)),
  bearbeitungsdauer: ({ text, dauern, links }: Bearbeitungsdauerwert): Html =>
    text +
    list(dauern.map(({ auswahl, text: plain }) => joined(escaped(zeit(auswahl)), escaped(plain)))) +
    list(links.map(linkOf)),
  begriffe: ({ begriffe }: Begriffewert): Html =>
    list(begriffe.map(({ begriff }) => escaped(begriff))),
  fachlicheFreigabe: ({ am, durch }: FachlicheFreigabewert): Html =>
    paragraph(
      [am === null ? '' : `am ${formatDay(am)}`, durch.length === 0 ? '' : durch.join(', ')]
        .filter(Boolean)
        .join(' durch '),
    ),
  auskunftshinweis: ({ text, links }: Auskunftshinweiswert): Html => text + list(links.map(linkOf)),
  dokumente: ({ text, eingehend, ausgehend, links }: Dokumentewert): Html =>
    text +
    documents('Das brauchen Sie', eingehend) +
    documents('Das bekommen Sie', ausgehend) +
    list(links.map(linkOf)),
  ursprungsportal: ({ portale }: Ursprungsportalwert): Html => list(portale.map(linkOf)),
}

function documents(titel: string, dokumente: Dokumentewert['eingehend']): Html {
  if (dokumente.length === 0) return ''
  return (
    paragraph(titel) +
    list(dokumente.map(({ bezeichnung, text }) => joined(escaped(bezeichnung), text)))
  )
}

function linkOf({ uri, titel }: Weblink): Html {
  return `<a href="${escaped(uri).replaceAll('"', '&quot;')}">${escaped(titel ?? uri)}</a>`
}

function list(rows: readonly Html[]): Html {
  const filled = rows.filter((row) => row !== '')
  return filled.length === 0 ? '' : `<ul>${filled.map((row) => `<li>${row}</li>`).join('')}</ul>`
}

function joined(...parts: readonly Html[]): Html {
  return parts.filter((part) => part !== '').join(': ')
}

function paragraph(text: string): Html {
  return text === '' ? '' : `<p>${escaped(text)}</p>`
}

function escaped(text: string): Html {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
