import type { FassungInhalt, Modulbeitrag, Textwert } from '#core/fassung/module.ts'
import { day } from '#core/zeit/day.ts'

/** A stream of numbers in [0, 1), the same for the same seed on every machine (mulberry32). */
export type Zufall = () => number

/** Numbers for one thing, so that things can be made in any order. */
export function zufall(seed: number): Zufall {
  let state = (seed * 0x9e3779b1) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A whole number from `low` to `high`, both included. */
export function zahl(next: Zufall, low: number, high: number): number {
  return low + Math.floor(next() * (high - low + 1))
}

/** What one layer says: 12 to 23 KB over the modules, as texts of the PVOG are. */
export function fassungInhalt(
  seed: number,
  name: string,
  modus: 'ersetzen' | 'ergaenzen',
): FassungInhalt {
  const next = zufall(seed)
  const length = 12_000 + next() * 11_000
  const say = <T>(wert: T): Modulbeitrag<T> =>
    modus === 'ersetzen' ? { modus, wert } : { modus, stelle: 'danach', wert }
  const words = (share: number): Modulbeitrag<Textwert> =>
    say({ text: html(next, length * share), links: [] })
  return {
    leistungsbezeichnung: { modus: 'ersetzen', wert: { text: `${name} Bewilligung`, links: [] } },
    leistungsbezeichnungII: { modus: 'ersetzen', wert: { text: `${name} beantragen`, links: [] } },
    kurztext: words(0.05),
    volltext: words(0.33),
    voraussetzungen: words(0.14),
    unterlagen: words(0.14),
    verfahrensablauf: words(0.16),
    handlungsgrundlagen: say({
      text: html(next, length * 0.03),
      links: [{ uri: `https://www.landesrecht.example/${seed}`, titel: 'Vorschrift lesen' }],
    }),
    rechtsbehelf: words(0.05),
    hinweise: words(0.1),
    frist: say({
      fristen: [
        {
          typ: '001',
          auswahl: { art: 'dauer', dauer: zahl(next, 1, 12), einheit: 'MONAT', bis: null },
          text: `<p>${satz(next)}</p>`,
        },
      ],
      text: '',
      links: [],
    }),
    kosten: say({
      kosten: [
        {
          typ: '001',
          auswahl: { art: 'fix', cent: zahl(next, 5, 250) * 100 },
          text: `<p>${satz(next)}</p>`,
          vorkasse: false,
          link: null,
        },
      ],
      text: '',
      links: [],
    }),
    bearbeitungsdauer: say({
      dauern: [
        {
          auswahl: { art: 'dauer', dauer: zahl(next, 1, 8), einheit: 'WOCHE', bis: null },
          text: '',
        },
      ],
      text: '',
      links: [],
    }),
    begriffe: say({
      begriffe: Array.from({ length: 6 }, () => ({ begriff: wort(next), typ: null })),
    }),
    fachlicheFreigabe: say({ am: day('2026-06-01'), durch: ['Ministerium für Inneres'] }),
  }
}

function html(next: Zufall, length: number): string {
  let text = ''
  while (text.length < length) {
    const kind = next()
    if (kind < 0.55) text += `<p>${saetze(next, zahl(next, 2, 5))}</p>`
    else if (kind < 0.65) text += `<h3>${wort(next)} und ${wort(next)}</h3>`
    else if (kind < 0.92) text += liste(next)
    else
      text += `<p>${satz(next)} <a href="https://www.land.example/seite-${zahl(next, 1, 9e6)}">${wort(next)} online</a>. <strong>${satz(next)}</strong></p>`
  }
  return text
}

function liste(next: Zufall): string {
  const items = Array.from({ length: zahl(next, 3, 6) }, () => `<li>${satz(next)}</li>`)
  return `<ul>${items.join('')}</ul>`
}

function saetze(next: Zufall, count: number): string {
  return Array.from({ length: count }, () => satz(next)).join(' ')
}

function satz(next: Zufall): string {
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? ''
  return `${pick(ANFANG)} ${pick(MITTE)} ${wort(next)} ${pick(BEZUG)} ${wort(next)} ${pick(ENDE)}`
}

/** A compound as offices use it: many different ones, so that texts compress no better than real ones. */
function wort(next: Zufall): string {
  const first = ERSTE[Math.floor(next() * ERSTE.length)] ?? ''
  return first + (ZWEITE[Math.floor(next() * ZWEITE.length)] ?? '')
}

const ANFANG = [
  'Sie erhalten',
  'Die zuständige Stelle prüft',
  'Bitte beachten Sie',
  'Innerhalb von vier Wochen bekommen Sie',
  'Ihre Gemeinde übersendet Ihnen',
  'Nach der Prüfung erteilt die Behörde',
  'Vor Beginn der Tätigkeit benötigen Sie',
  'In der Regel genügt',
]
const MITTE = [
  'eine Bescheinigung über die',
  'den vollständigen Antrag auf',
  'die beglaubigte Abschrift der',
  'einen schriftlichen Nachweis über die',
  'die Genehmigung zur',
  'eine Aufstellung zur',
  'den Bescheid über die',
]
const BEZUG = [
  'nach Maßgabe der',
  'unter Berücksichtigung der',
  'zusammen mit der',
  'anstelle der',
  'im Zusammenhang mit der',
  'auf der Grundlage der',
]
const ENDE = [
  'sowie ein gültiges Ausweisdokument.',
  'und eine Vollmacht, falls Sie sich vertreten lassen.',
  'soweit das Landesrecht nichts anderes bestimmt.',
  'sofern keine Gründe der öffentlichen Sicherheit entgegenstehen.',
  'wenn Sie Ihren Hauptwohnsitz im Land haben.',
  'spätestens jedoch drei Monate vor Ablauf.',
  'auch dann, wenn sich Ihre Anschrift geändert hat.',
]
const ERSTE =
  'Wohn Gewerbe Bau Hunde Straßen Abfall Wasser Kinder Jugend Jagd Fischerei Schul Pflege Melde Namens Fahrzeug Denkmal Natur Lärm Markt Gast Spiel Waffen Boden Wald Strand Hafen Energie'.split(
    ' ',
  )
const ZWEITE =
  'steuerbefreiung anmeldung erlaubnis genehmigung satzung gebühr bescheinigung förderung prüfung zulassung änderung abmeldung verlängerung auskunft aufsicht nutzung ordnung beihilfe'.split(
    ' ',
  )
