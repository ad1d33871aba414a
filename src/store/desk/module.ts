import { collect, failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import {
  TEXTMODULE,
  TEXTMODULNAMEN,
  ZEITEINHEITEN,
  modulLabel,
  type Dauer,
  type Dokument,
  type FassungInhalt,
  type Frist,
  type Fristauswahl,
  type Kosten,
  type Kostenauswahl,
  type Modulbeitrag,
  type Modulname,
  type Modulwerte,
  type Strukturmodulname,
  type Weblink,
  type Zeiteinheit,
} from '#core/fassung/module.ts'
import { htmlToLexical } from '#store/lexical/fromHtml.ts'
import type { LexicalState } from '#store/lexical/nodes.ts'
import { lexicalToHtml } from '#store/lexical/toHtml.ts'
import {
  all,
  booleanOrNull,
  dayOrNull,
  groupOf,
  numberOrNull,
  relationOf,
  rowsOf,
  textOf,
  textOrNull,
  textsOf,
  type DeskDoc,
} from '#store/desk/read.ts'

/** The words of a desk document. A module in which nothing is written is left out: it is inherited. */
export function inhaltFrom(doc: DeskDoc): Result<FassungInhalt> {
  const links = weblinksByModul(doc)
  const text = TEXTMODULNAMEN.map((name): Entry => {
    const group = groupOf(doc, name)
    const form = TEXTMODULE[name].form
    const value = {
      text: form === 'html' ? htmlOf(group, 'text') : textOf(group, 'text'),
      links: links(name),
    }
    return success([
      name,
      value.text === '' && value.links.length === 0 ? null : beitrag(group, value),
    ])
  })
  const structured = (Object.keys(READERS) as Strukturmodulname[]).map((name): Entry => {
    const group = groupOf(doc, name)
    const value = READERS[name](group, links(name))
    return value.ok
      ? success([name, value.value === null ? null : beitrag(group, value.value)])
      : value
  })
  const entries = collect([...text, ...structured])
  if (!entries.ok) return entries
  return success(
    Object.fromEntries(entries.value.filter(([, value]) => value !== null)) as FassungInhalt,
  )
}

/** The words as the desk keeps them; inverse of `inhaltFrom`. */
export function deskInhalt(inhalt: FassungInhalt): DeskDoc {
  const text = TEXTMODULNAMEN.map((name) => {
    const own = inhalt[name]
    const value =
      TEXTMODULE[name].form === 'html' ? stateOf(own?.wert.text) : (own?.wert.text ?? null)
    return [name, { text: value, modus: deskModus(own) }]
  })
  const structured = (Object.keys(WRITERS) as Strukturmodulname[]).map((name) => {
    const own = inhalt[name] as Modulbeitrag<never> | undefined
    return [name, { ...(own ? WRITERS[name](own.wert) : {}), modus: deskModus(own) }]
  })
  const weblinks = (Object.keys(inhalt) as Modulname[]).flatMap((modul) => {
    const { links = [] } = (inhalt[modul] as Modulbeitrag<{ links?: readonly Weblink[] }>).wert
    return links.map(({ uri, titel }) => ({ modul, uri, titel }))
  })
  return { ...(Object.fromEntries([...text, ...structured]) as DeskDoc), weblinks }
}

type Entry = Result<readonly [Modulname, Modulbeitrag<unknown> | null]>
type Reader<T> = (group: DeskDoc, links: readonly Weblink[]) => Result<T | null>

const READERS: { readonly [name in Strukturmodulname]: Reader<Modulwerte[name]> } = {
  frist: (group, links) => {
    const fristen = collect(rowsOf(group, 'fristen').map(readFrist))
    const text = htmlOf(group, 'text')
    return filled(fristen, links, text, (value) => ({ fristen: value, text, links }))
  },
  kosten: (group, links) => {
    const kosten = collect(rowsOf(group, 'kosten').map(readKosten))
    const text = htmlOf(group, 'text')
    return filled(kosten, links, text, (value) => ({ kosten: value, text, links }))
  },
  bearbeitungsdauer: (group, links) => {
    const dauern = collect(rowsOf(group, 'dauern').map(readDauer))
    const text = htmlOf(group, 'text')
    return filled(dauern, links, text, (value) => ({ dauern: value, text, links }))
  },
  begriffe: (group) => {
    const begriffe = rowsOf(group, 'begriffe').map((row) => ({
      begriff: textOf(row, 'begriff'),
      typ: textOrNull(row, 'typ'),
    }))
    return success(begriffe.length === 0 ? null : { begriffe })
  },
  fachlicheFreigabe: (group) => {
    const am = dayOrNull(group, 'am', modulLabel('fachlicheFreigabe'))
    if (!am.ok) return am
    const durch = textsOf(group, 'durch')
    return success(am.value === null && durch.length === 0 ? null : { am: am.value, durch })
  },
  auskunftshinweis: (group, links) => {
    const text = htmlOf(group, 'text')
    return success(text === '' && links.length === 0 ? null : { text, links })
  },
  dokumente: (group, links) => {
    const text = htmlOf(group, 'text')
    const eingehend = rowsOf(group, 'eingehend').map(readDokument)
    const ausgehend = rowsOf(group, 'ausgehend').map(readDokument)
    const isEmpty = text === '' && links.length + eingehend.length + ausgehend.length === 0
    return success(isEmpty ? null : { eingehend, ausgehend, text, links })
  },
  ursprungsportal: (group) => {
    const portale = rowsOf(group, 'portale').map(readWeblink)
    return success(portale.length === 0 ? null : { portale })
  },
}

const WRITERS: { readonly [name in Strukturmodulname]: (wert: Modulwerte[name]) => DeskDoc } = {
  frist: ({ fristen, text }) => ({
    fristen: fristen.map((frist) => ({
      typ: frist.typ,
      ...deskZeit(frist.auswahl),
      text: stateOf(frist.text),
    })),
    text: stateOf(text),
  }),
  kosten: ({ kosten, text }) => ({ kosten: kosten.map(deskKosten), text: stateOf(text) }),
  bearbeitungsdauer: ({ dauern, text }) => ({
    dauern: dauern.map((dauer) => ({ ...deskZeit(dauer.auswahl), text: dauer.text })),
    text: stateOf(text),
  }),
  begriffe: ({ begriffe }) => ({
    begriffe: begriffe.map(({ begriff, typ }) => ({ begriff, typ })),
  }),
  fachlicheFreigabe: ({ am, durch }) => ({ am, durch: [...durch] }),
  auskunftshinweis: ({ text }) => ({ text: stateOf(text) }),
  dokumente: ({ eingehend, ausgehend, text }) => ({
    eingehend: eingehend.map(deskDokument),
    ausgehend: ausgehend.map(deskDokument),
    text: stateOf(text),
  }),
  ursprungsportal: ({ portale }) => ({
    portale: portale.map(({ uri, titel }) => ({ uri, titel })),
  }),
}

function beitrag<T>(group: DeskDoc, wert: T): Modulbeitrag<T> {
  switch (group['modus']) {
    case 'ergaenzen-davor':
      return { modus: 'ergaenzen', stelle: 'davor', wert }
    case 'ergaenzen-danach':
      return { modus: 'ergaenzen', stelle: 'danach', wert }
    default:
      return { modus: 'ersetzen', wert }
  }
}

function deskModus(own: Modulbeitrag<unknown> | undefined): string {
  return own?.modus === 'ergaenzen' ? `ergaenzen-${own.stelle}` : 'ersetzen'
}

function filled<Row, T>(
  rows: Result<readonly Row[]>,
  links: readonly Weblink[],
  text: string,
  build: (rows: readonly Row[]) => T,
): Result<T | null> {
  if (!rows.ok) return rows
  return success(rows.value.length + links.length === 0 && text === '' ? null : build(rows.value))
}

function readFrist(row: DeskDoc): Result<Frist> {
  const auswahl = readZeit(row, modulLabel('frist'))
  if (!auswahl.ok) return auswahl
  return success({ typ: textOrNull(row, 'typ'), auswahl: auswahl.value, text: htmlOf(row, 'text') })
}

function readDauer(row: DeskDoc): Result<Dauer> {
  const auswahl = readZeit(row, modulLabel('bearbeitungsdauer'))
  return auswahl.ok ? success({ auswahl: auswahl.value, text: textOf(row, 'text') }) : auswahl
}

function readZeit(row: DeskDoc, stelle: string): Result<Fristauswahl | null> {
  if (row['art'] === 'stichtag') {
    const days = all(dayOrNull(row, 'von', stelle), dayOrNull(row, 'bis', stelle))
    return days.ok ? success({ art: 'stichtag', von: days.value[0], bis: days.value[1] }) : days
  }
  if (row['art'] !== 'dauer') return success(null)
  const dauer = numberOrNull(row, 'dauer')
  const einheit = einheitOf(row, 'einheit')
  if (dauer === null || einheit === null) return failed(problem('duration-is-malformed', stelle))
  const upper = numberOrNull(row, 'bisDauer')
  const bis =
    upper === null ? null : { dauer: upper, einheit: einheitOf(row, 'bisEinheit') ?? einheit }
  return success({ art: 'dauer', dauer, einheit, bis })
}

function deskZeit(auswahl: Fristauswahl | null): DeskDoc {
  if (auswahl === null) return { art: 'text' }
  if (auswahl.art === 'stichtag') return { art: 'stichtag', von: auswahl.von, bis: auswahl.bis }
  const { dauer, einheit, bis } = auswahl
  return {
    art: 'dauer',
    dauer,
    einheit,
    bisDauer: bis?.dauer ?? null,
    bisEinheit: bis?.einheit ?? null,
  }
}

function einheitOf(row: DeskDoc, name: string): Zeiteinheit | null {
  const value = row[name]
  return ZEITEINHEITEN.find((einheit) => einheit === value) ?? null
}

function readKosten(row: DeskDoc): Result<Kosten> {
  const auswahl = readKostenauswahl(row)
  if (!auswahl.ok) return auswahl
  return success({
    typ: textOrNull(row, 'typ'),
    auswahl: auswahl.value,
    text: htmlOf(row, 'text'),
    vorkasse: booleanOrNull(row, 'vorkasse'),
    link: textOrNull(row, 'link'),
  })
}

function readKostenauswahl(row: DeskDoc): Result<Kostenauswahl> {
  const text = textOf(row, 'hinweis')
  if (row['art'] === 'frei') return success({ art: 'frei', text })
  if (row['art'] === 'variabel')
    return success({
      art: 'variabel',
      vonCent: centOf(row, 'von'),
      bisCent: centOf(row, 'bis'),
      text,
    })
  const cent = centOf(row, 'betrag')
  return cent === null
    ? failed(problem('amount-is-malformed', modulLabel('kosten')))
    : success({ art: 'fix', cent })
}

function deskKosten({ typ, auswahl, text, vorkasse, link }: Kosten): DeskDoc {
  const common = {
    typ,
    link,
    text: stateOf(text),
    vorkasse: vorkasse === null ? null : vorkasse ? 'ja' : 'nein',
  }
  switch (auswahl.art) {
    case 'fix':
      return { ...common, art: 'fix', betrag: auswahl.cent / 100 }
    case 'frei':
      return { ...common, art: 'frei', hinweis: auswahl.text }
    case 'variabel':
      return {
        ...common,
        art: 'variabel',
        von: euro(auswahl.vonCent),
        bis: euro(auswahl.bisCent),
        hinweis: auswahl.text,
      }
  }
}

function centOf(row: DeskDoc, name: string): number | null {
  const value = numberOrNull(row, name)
  return value === null ? null : Math.round(value * 100)
}

function euro(cent: number | null): number | null {
  return cent === null ? null : cent / 100
}

function readDokument(row: DeskDoc): Dokument {
  return {
    typ: textOrNull(row, 'typ'),
    bezeichnung: textOf(row, 'bezeichnung'),
    text: htmlOf(row, 'text'),
    formularId: relationOf(row, 'formular'),
  }
}

function deskDokument({ typ, bezeichnung, text, formularId }: Dokument): DeskDoc {
  return { typ, bezeichnung, text: stateOf(text), formular: formularId }
}

function weblinksByModul(doc: DeskDoc): (name: Modulname) => readonly Weblink[] {
  const rows = rowsOf(doc, 'weblinks')
  return (name) => rows.filter((row) => row['modul'] === name).map(readWeblink)
}

function readWeblink(row: DeskDoc): Weblink {
  return { uri: textOf(row, 'uri'), titel: textOrNull(row, 'titel') }
}

function htmlOf(group: DeskDoc, name: string): string {
  return lexicalToHtml(group[name] as LexicalState | null | undefined)
}

function stateOf(html: string | undefined): LexicalState | null {
  return html === undefined || html === '' ? null : htmlToLexical(html).state
}
