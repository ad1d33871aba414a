import {
  modulLabel,
  type Kosten,
  type Modulbeitrag,
  type Modulname,
  type Weblink,
} from '#core/fassung/module.ts'
import type { Befund } from '#core/pruefung/befund.ts'
import type { Pruefung } from '#core/pruefung/pruefeInhalt.ts'

const HREF = /href="([^"]*)"/g
const USABLE = /^(https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:[+\d][\d\s/()-]*)$/

/** A link leads somewhere for every reader: an absolute address, a mail address or a phone number. */
export const checkInternalLinks: Pruefung = ({ inhalt }) =>
  (Object.keys(inhalt) as Modulname[]).flatMap((modul) =>
    addressesOf(inhalt[modul] as Modulbeitrag<unknown>)
      .filter((address) => !leadsSomewhere(address.replaceAll('&amp;', '&')))
      .map((address): Befund => ({
        schwere: 'fehler',
        code: 'link-is-malformed',
        modul,
        angaben: { modul: modulLabel(modul), wert: address },
      })),
  )

/** Whether an address can be followed by every reader, from wherever it is shown. */
export function leadsSomewhere(address: string): boolean {
  return USABLE.test(address)
}

function addressesOf(beitrag: Modulbeitrag<unknown>): readonly string[] {
  const json = JSON.stringify(beitrag.wert).replaceAll('\\"', '"')
  const inText = [...json.matchAll(HREF)].map(([, address = '']) => address)
  const {
    links = [],
    portale = [],
    kosten = [],
  } = beitrag.wert as {
    links?: readonly Weblink[]
    portale?: readonly Weblink[]
    kosten?: readonly Kosten[]
  }
  return [
    ...inText,
    ...[...links, ...portale].map(({ uri }) => uri),
    ...kosten.flatMap(({ link }) => link ?? []),
  ]
}
