import { describe, expect, it } from 'vitest'
import type { Onlinedienst, Organisationseinheit } from '#core/stelle/stelle.ts'
import { pruefeObjekt } from './pruefeObjekt.ts'

const dienst: Onlinedienst = {
  id: 'o-1',
  bezeichnung: 'Hund online anmelden',
  url: 'https://service.example/hund',
  titel: null,
  vertrauensniveau: null,
  nutzerkonto: null,
  herkunft: 'land',
  redaktionId: 'r-land',
}

const amt: Organisationseinheit = {
  id: 'a-1',
  name: 'Bürgeramt „Mitte“, Stelle für Kinder < 6 Jahre',
  kurzbeschreibung: 'Zeile eins\nZeile zwei',
  uebergeordnet: null,
  redaktionId: 'r-schwerin',
  anschriften: [
    {
      typ: '001',
      strasse: 'Am Packhof',
      hausnummer: '2–6',
      postfach: null,
      plz: '19053',
      ort: 'Schwerin',
      zusatz: null,
      gebietId: null,
    },
  ],
  kommunikation: [
    { kanal: '02', kennung: '+49 385 5000-1', zusatz: null },
    { kanal: '09', kennung: 'https://schwerin.example', zusatz: null },
  ],
  oeffnungszeiten: [{ wochentag: 1, von: '08:00', bis: '12:00', hinweis: null }],
  sondertage: [],
  zeitenHinweis: null,
  barrierefreiheit: { rollstuhlgerecht: true, aufzug: null, hinweis: null },
  webseite: 'https://schwerin.example',
  terminlink: null,
}

describe('pruefeObjekt', () => {
  it.each([
    ['a service', dienst],
    ['an office', amt],
    ['nothing', {}],
  ])('finds nothing in %s', (_name, wert) => {
    expect(pruefeObjekt(wert)).toEqual([])
  })

  it.each([
    [
      'an emoji',
      'Bürgeramt 😀',
      'text-is-not-string-latin',
      { zeichen: '😀', codepoint: 'U+1F600' },
    ],
    [
      'a control character',
      'Amt\u0007',
      'text-is-not-string-latin',
      { zeichen: '\u0007', codepoint: 'U+0007' },
    ],
    ['markup', 'Amt <b>', 'text-has-forbidden-tag', { tag: 'b' }],
    ['markup that does not end', 'Amt <b', 'text-has-forbidden-tag', { tag: 'b' }],
  ])('names %s with its field', (_name, name, code, angaben) => {
    expect(pruefeObjekt({ ...amt, name })).toEqual([{ code, stelle: 'Name', angaben }])
  })

  it.each([
    ['', 'text-is-missing'],
    [' ', 'text-is-missing'],
    ['–', 'text-is-placeholder'],
  ])('a name that says nothing: "%s"', (name, code) => {
    expect(pruefeObjekt({ ...amt, name })).toEqual([{ code, stelle: 'Name' }])
  })

  it('looks as deep as there are strings', () => {
    const [anschrift] = amt.anschriften
    const words = {
      ...amt,
      anschriften: [{ ...anschrift, ort: 'Schwerin 🏰' }],
      barrierefreiheit: { ...amt.barrierefreiheit, hinweis: '<script>' },
    }
    expect(pruefeObjekt(words).map(({ code, stelle }) => [code, stelle])).toEqual([
      ['text-is-not-string-latin', 'Ort'],
      ['text-has-forbidden-tag', 'Hinweis'],
    ])
  })

  it.each([
    ['url', 'Adresse', { ...dienst, url: 'javascript:alert(1)' }],
    ['an empty url', 'Adresse', { ...dienst, url: '' }],
    ['webseite', 'Webseite', { ...amt, webseite: 'www.schwerin.example' }],
    ['terminlink', 'Link zur Terminvergabe', { ...amt, terminlink: 'data:text/html,x' }],
    [
      'a number of the channel Web',
      'Nummer oder Adresse',
      { kommunikation: [{ kanal: '09', kennung: 'javascript:alert(1)', zusatz: null }] },
    ],
  ])('%s must lead somewhere', (_name, stelle, wert) => {
    expect(pruefeObjekt(wert).map((each) => [each.code, each.stelle])).toEqual([
      ['link-is-malformed', stelle],
    ])
  })
})
