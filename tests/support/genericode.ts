/** Official lists of areas in genericode, as they come from the XRepository, with a few rows of one's own. */

export type Zeile = readonly [schluessel: string, name: string, hinweis?: string]

export const GEMEINDELISTE = 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs'
export const KREISLISTE = 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:kreis'
export const LAENDERLISTE = 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:bundesland'

/** The hint that the official lists give to parts of Hamburg, Bremen and Berlin. */
export const ORTSTEIL = 'Stadt-/Ortsteil bzw. Stadtbezirk'

/** The text of a list. Its first row stands in line 19, and every row takes four lines; the key stands in the second. */
export function genericode(
  zeilen: readonly Zeile[],
  { uri = GEMEINDELISTE, version = '2026-04-30', gueltigAb = '2026-04-01' } = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<gc:CodeList xmlns:gc="http://docs.oasis-open.org/codelist/ns/genericode/1.0/" xmlns:x="http://xoev.de/schemata/genericode/4">
  <Annotation><Description>
    <x:validFrom>${gueltigAb}</x:validFrom>
  </Description></Annotation>
  <Identification>
    <ShortName>Liste</ShortName>
    <Version>${version}</Version>
    <CanonicalUri>${uri}</CanonicalUri>
    <CanonicalVersionUri>${uri}_${version}</CanonicalVersionUri>
  </Identification>
  <ColumnSet>
    <Column Id="SCHLUESSEL" Use="required"><ShortName>SCHLUESSEL</ShortName></Column>
    <Column Id="Bezeichnung" Use="required"><ShortName>Bezeichnung</ShortName></Column>
    <Column Id="Hinweis" Use="optional"><ShortName>Hinweis</ShortName></Column>
    <Key Id="SCHLUESSELKey"><ColumnRef Ref="SCHLUESSEL"/></Key>
  </ColumnSet>
  <SimpleCodeList>
${zeilen.map(row).join('\n')}
  </SimpleCodeList>
</gc:CodeList>
`
}

function row([schluessel, name, hinweis]: Zeile): string {
  const hint =
    hinweis === undefined
      ? '<Value ColumnRef="Hinweis"/>'
      : `<Value ColumnRef="Hinweis"><SimpleValue>${hinweis}</SimpleValue></Value>`
  return `    <Row>
      <Value ColumnRef="SCHLUESSEL"><SimpleValue>${schluessel}</SimpleValue></Value>
      <Value ColumnRef="Bezeichnung"><SimpleValue>${name}</SimpleValue></Value>${hint}
    </Row>`
}

/** A text as a file is read: bytes, in pieces. */
export async function* bytesOf(
  text: string | Uint8Array,
  size = 64,
): AsyncGenerator<Uint8Array, void, undefined> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}
