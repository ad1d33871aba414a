import type { FassungInhalt } from '#core/fassung/module.ts'
import type { Gebiet } from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import type { Onlinedienst, Organisationseinheit } from '#core/stelle/stelle.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  freigabeVariante,
  gebiet,
  gespeicherteLeistung,
  gespeicherteSchweigefrist,
  gespeichertesAngebot,
  gespeichertesGebiet,
  gespeicherteZustaendigkeit,
  hashInhalt,
  leistung,
  verkuendung,
} from '../support/factories.ts'
import { createWelt, fassung, inhaltsobjekt, text, wert, type Welt } from './welt.ts'

/**
 * The invented country of the curated examples: a Land text of the dog tax in German and English, a
 * Satzung of Musterstadt that raises it on 2027-01-01, a parking permit that is as short as a text can be.
 */
export function beispielwelt(): Welt {
  const welt = createWelt()
  const land = { ebene: 'land', gebietId: 'g-land' } as const
  welt.append(stammdaten(welt), '2026-09-01T08:00:00.000Z')
  welt.append(
    [
      fassung(
        welt,
        {
          ...land,
          id: 'f-hund-land',
          leistungId: 'hundesteuer',
          beginn: am('2026-10-01'),
          rechtsnormIds: ['r-kag'],
        },
        HUNDESTEUER,
      ),
    ],
    '2026-09-02T09:30:00.000Z',
  )
  const english = welt.put({ module: DOG_TAX, quelle: QUELLEN, maschinell: false })
  welt.append(
    [freigabeVariante({ id: 'v-hund-en', fassungId: 'f-hund-land', inhalt: english })],
    '2026-09-03T07:15:00.000Z',
  )
  welt.append(
    [
      fassung(
        welt,
        {
          id: 'f-hund-musterstadt',
          leistungId: 'hundesteuer',
          ebene: 'gemeinde',
          gebietId: 'g-musterstadt',
          redaktionId: 'musterstadt',
          beginn: anZeitgrenze('z-satzung'),
          rechtsnormIds: ['r-satzung'],
        },
        HUNDESTEUER_MUSTERSTADT,
      ),
    ],
    '2026-11-20T13:45:10.250Z',
  )
  welt.append([parkausweis(welt)], '2026-11-21T10:00:00.000Z')
  return welt
}

/**
 * The same country after a change of the Land text on 2027-03-01: Nebendorf had its own procedure, was silent in the
 * Schweigefrist, and does not keep the register itself.
 */
export function schweigewelt(): Welt {
  const welt = beispielwelt()
  const nebendorf = {
    leistungId: 'hundesteuer',
    ebene: 'gemeinde',
    gebietId: 'g-nebendorf',
    redaktionId: 'nebendorf',
  } as const
  const own = { verfahrensablauf: text('<p>Bitte melden Sie Ihren Hund im Gemeindebüro an.</p>') }
  const beginn = am('2026-10-01')
  welt.append(
    [fassung(welt, { ...nebendorf, id: 'f-hund-nebendorf', beginn }, own)],
    '2026-11-22T08:00:00.000Z',
  )
  const tage = { tage: 10, fristende: day('2027-02-15'), begonnenAm: day('2026-11-23') }
  const ort = { leistungId: 'hundesteuer', gebietId: 'g-land', redaktionId: 'land' }
  welt.append(
    [
      gespeicherteSchweigefrist(
        { ...ort, ...tage, module: ['verfahrensablauf'] },
        am('2027-03-01'),
      ),
    ],
    '2026-11-23T08:00:00.000Z',
  )
  const neu = { ...HUNDESTEUER, verfahrensablauf: text('<p>Sie melden Ihren Hund online an.</p>') }
  welt.append(
    [
      fassung(
        welt,
        {
          id: 'f-hund-land-neu',
          leistungId: 'hundesteuer',
          ebene: 'land',
          gebietId: 'g-land',
          beginn: am('2027-03-01'),
          rechtsnormIds: ['r-kag'],
        },
        neu,
      ),
      gespeichertesAngebot({
        ...nebendorf,
        satz: 'Nebendorf führt kein eigenes Hunderegister.',
        stattdessen: {
          text: 'Bitte wenden Sie sich an die Stadt Musterstadt.',
          link: 'https://www.musterstadt.example/hund',
        },
      }),
    ],
    '2026-11-24T08:00:00.000Z',
  )
  return welt
}

/** The same country before it has said much: one text as short as a text can be, no offices. */
export function kleinsteWelt(): Welt {
  const welt = createWelt()
  const master = stammdaten(welt).filter(
    (aussage) => aussage.klasse === 'objekt' && ['gebiet', 'leistung'].includes(aussage.objekt.art),
  )
  welt.append(master, '2026-09-01T08:00:00.000Z')
  welt.append([parkausweis(welt)], '2026-09-02T09:30:00.000Z')
  return welt
}

function parkausweis(welt: Welt): Aussage {
  return fassung(
    welt,
    {
      id: 'f-parken',
      leistungId: 'parkausweis',
      ebene: 'land',
      gebietId: 'g-land',
      beginn: am('2026-07-01'),
    },
    {
      leistungsbezeichnung: text('Parkausweis für Bewohnende Erteilung'),
      leistungsbezeichnungII: text('Bewohnerparkausweis beantragen'),
    },
  )
}

const HUNDESTEUER: FassungInhalt = {
  leistungsbezeichnung: text('Hundesteuer Festsetzung'),
  leistungsbezeichnungII: text('Hund anmelden & Hundesteuer zahlen'),
  teaser: text('<p>Sie halten einen Hund? Melden Sie ihn bei Ihrer Gemeinde an.</p>'),
  volltext: text(
    '<p>Wer in einer Gemeinde einen Hund hält, zahlt dort Hundesteuer.</p><p>Befreit sind zum Beispiel:</p><ul><li>Blindenführhunde,</li><li>Hunde, die „zum Schutz“ hilfloser Personen dienen.</li></ul>',
    [{ uri: 'https://www.beispielland.example/hund?a=1&b=2', titel: 'Alles über Ihren Hund' }],
  ),
  voraussetzungen: text('<p>Ihr Hund ist älter als 3&#xa0;Monate.</p>'),
  handlungsgrundlagen: text(
    '<p><a href="https://gesetze.beispielland.example/kag">§ 3 Kommunalabgabengesetz</a></p>',
  ),
  urheber: text('Landesredaktion'),
  frist: wert({
    text: '',
    fristen: [
      {
        typ: '001',
        auswahl: { art: 'dauer', dauer: 2, einheit: 'WOCHE', bis: null },
        text: '<p>nachdem Sie den Hund aufgenommen haben</p>',
      },
      {
        typ: null,
        auswahl: { art: 'stichtag', von: null, bis: day('2027-02-15') },
        text: 'Zahlung der ersten Rate',
      },
    ],
    links: [],
  }),
  kosten: wert({
    text: '<p>Die Höhe bestimmt Ihre Gemeinde.</p>',
    kosten: [
      {
        typ: '001',
        auswahl: { art: 'variabel', vonCent: 3000, bisCent: 120000, text: 'im Jahr' },
        text: '',
        vorkasse: false,
        link: null,
      },
    ],
    links: [],
  }),
  bearbeitungsdauer: wert({
    text: '',
    dauern: [
      {
        auswahl: { art: 'dauer', dauer: 1, einheit: 'WOCHE', bis: { dauer: 3, einheit: 'WOCHE' } },
        text: '',
      },
    ],
    links: [],
  }),
  begriffe: wert({
    begriffe: [
      { begriff: 'Hundemarke', typ: '001' },
      { begriff: 'Vierbeiner', typ: null },
    ],
  }),
  fachlicheFreigabe: wert({ am: day('2026-08-28'), durch: ['Ministerium des Innern'] }),
  auskunftshinweis: wert({ text: '<p>NUR FÜR DIE 115: nicht über Rassen reden.</p>', links: [] }),
  dokumente: wert({
    text: '',
    eingehend: [
      { typ: '001', bezeichnung: 'Impfpass', text: '<p>als Kopie</p>', formularId: null },
      {
        typ: null,
        bezeichnung: 'Nachweis der Haftpflichtversicherung',
        text: '',
        formularId: null,
      },
    ],
    ausgehend: [{ typ: null, bezeichnung: 'Hundemarke', text: '', formularId: null }],
    links: [],
  }),
  ursprungsportal: wert({
    portale: [{ uri: 'https://service.beispielland.example/hund', titel: 'Serviceportal' }],
  }),
}

/** `teaser` was translated from an older German text: it is stale. */
const DOG_TAX: FassungInhalt = {
  leistungsbezeichnung: text('Dog tax assessment'),
  leistungsbezeichnungII: text('Register a dog and pay dog tax'),
  teaser: text('<p>Old words.</p>'),
  volltext: text('<p>Anyone who keeps a dog pays dog tax to their municipality.</p>'),
  kosten: wert({
    text: '<p>Your municipality sets the amount.</p>',
    kosten: [
      {
        typ: '001',
        auswahl: { art: 'variabel', vonCent: 3000, bisCent: 120000, text: 'a year' },
        text: '',
        vorkasse: false,
        link: null,
      },
    ],
    links: [],
  }),
}

const HUNDESTEUER_MUSTERSTADT: FassungInhalt = {
  volltext: {
    modus: 'ergaenzen',
    stelle: 'danach',
    wert: { text: 'In Musterstadt melden Sie Ihren Hund im Bürgerbüro an.', links: [] },
  },
  kosten: wert({
    text: '',
    kosten: [
      {
        typ: '001',
        auswahl: { art: 'fix', cent: 9600 },
        text: '<p>im Jahr für den ersten Hund</p>',
        vorkasse: null,
        link: null,
      },
      {
        typ: '001',
        auswahl: { art: 'frei', text: '' },
        text: 'für Hunde aus dem Tierheim im ersten Jahr',
        vorkasse: null,
        link: 'https://www.musterstadt.example/satzung',
      },
    ],
    links: [],
  }),
}

/** The German modules that the English ones were translated from. */
const QUELLEN = {
  leistungsbezeichnung: hashInhalt(HUNDESTEUER.leistungsbezeichnung),
  leistungsbezeichnungII: hashInhalt(HUNDESTEUER.leistungsbezeichnungII),
  teaser: hashInhalt('an older text'),
  volltext: hashInhalt(HUNDESTEUER.volltext),
  kosten: hashInhalt(HUNDESTEUER.kosten),
}

const BUERGERBUERO: Organisationseinheit = {
  id: 'buergerbuero',
  name: 'Bürgerbüro Musterstadt',
  kurzbeschreibung: null,
  uebergeordnet: null,
  redaktionId: 'musterstadt',
  anschriften: [
    {
      typ: '001',
      strasse: 'Am Markt',
      hausnummer: '1',
      postfach: null,
      plz: '19999',
      ort: 'Musterstadt',
      zusatz: 'Hinterhaus',
      gebietId: 'g-musterstadt',
    },
  ],
  kommunikation: [{ kanal: '02', kennung: '+49 3990 1234', zusatz: null }],
  oeffnungszeiten: [{ wochentag: 2, von: '09:00', bis: '18:00', hinweis: null }],
  sondertage: [{ tag: day('2026-12-24'), zeiten: [], anlass: 'Heiligabend' }],
  zeitenHinweis: null,
  barrierefreiheit: { rollstuhlgerecht: true, aufzug: null, hinweis: null },
  webseite: 'https://www.musterstadt.example/buergerbuero',
  terminlink: 'https://www.musterstadt.example/termin',
}

const HUND_ONLINE: Onlinedienst = {
  id: 'hund-online',
  bezeichnung: 'Hund online anmelden',
  url: 'https://online.beispielland.example/hund',
  titel: 'Zur Anmeldung',
  vertrauensniveau: '20',
  nutzerkonto: 'BundID',
  herkunft: 'land',
  redaktionId: 'land',
}

const GEBIETE: readonly Gebiet[] = [
  gebiet({ id: 'g-land', ebene: 'land', ars: '13', name: 'Beispielland', uebergeordnet: null }),
  gebiet({
    id: 'g-kreis',
    ebene: 'kreis',
    ars: '13099',
    name: 'Beispielkreis',
    uebergeordnet: 'g-land',
  }),
  gebiet({
    id: 'g-musterstadt',
    ars: '130990000999',
    ags: '13099999',
    name: 'Musterstadt',
    uebergeordnet: 'g-kreis',
  }),
  gebiet({
    id: 'g-nebendorf',
    ars: '130990000998',
    ags: '13099998',
    name: 'Nebendorf',
    uebergeordnet: 'g-kreis',
  }),
]

const MERKMALE: Partial<Leistung> = {
  typisierung: '5',
  adressaten: ['001', '002'],
  lagen: ['2100400'],
  sdg: ['1020200'],
  vertrauensniveau: '10',
  schriftform: false,
  einheitlicheStelle: true,
}

const SATZUNG_IN_KRAFT: Zeitgrenze = {
  id: 'z-satzung',
  rechtsnormId: 'r-satzung',
  art: 'inkrafttreten',
  wortlaut: 'Diese Satzung tritt am 1. Januar 2027 in Kraft.',
  stand: 'bestimmt',
  tag: day('2027-01-01'),
  fundstelle: 'Amtsblatt Musterstadt 2026 S. 12',
}

function stammdaten(welt: Welt): readonly Aussage[] {
  const buergerbuero = { art: 'organisationseinheit', id: 'buergerbuero' } as const
  return [
    ...GEBIETE.map((each) => gespeichertesGebiet(each)),
    gespeicherteLeistung(
      leistung({
        ...MERKMALE,
        id: 'hundesteuer',
        name: 'Hundesteuer',
        leistungsschluessel: ['99900000000001'],
      }),
    ),
    gespeicherteLeistung(
      leistung({
        id: 'parkausweis',
        name: 'Bewohnerparkausweis',
        leistungsschluessel: ['99900000000002'],
      }),
    ),
    inhaltsobjekt(welt, 'rechtsnorm', rechtsnorm('r-kag', 'gesetz', 'Kommunalabgabengesetz')),
    inhaltsobjekt(welt, 'rechtsnorm', rechtsnorm('r-satzung', 'satzung', 'Hundesteuersatzung')),
    inhaltsobjekt(welt, 'organisationseinheit', BUERGERBUERO),
    inhaltsobjekt(welt, 'onlinedienst', HUND_ONLINE),
    gespeicherteZustaendigkeit({
      id: 'zu-hund',
      leistungId: 'hundesteuer',
      gebietId: 'g-musterstadt',
      stelle: buergerbuero,
    }),
    gespeicherteZustaendigkeit({
      id: 'zu-parken',
      leistungId: 'parkausweis',
      gebietId: 'g-musterstadt',
      stelle: buergerbuero,
    }),
    gespeicherteZustaendigkeit({
      id: 'zu-online',
      leistungId: 'hundesteuer',
      gebietId: 'g-land',
      stelle: { art: 'onlinedienst', id: 'hund-online' },
      rolle: 'antragsannahme',
    }),
    verkuendung(SATZUNG_IN_KRAFT),
  ]
}

function rechtsnorm(id: string, art: Rechtsnorm['art'], titel: string): Rechtsnorm {
  return {
    id,
    art,
    titel,
    kurztitel: null,
    abkuerzung: art === 'gesetz' ? 'KAG' : null,
    normgeber: art === 'gesetz' ? 'land' : 'kommune',
    gebietId: art === 'gesetz' ? 'g-land' : 'g-musterstadt',
    fundstelle: null,
    url: art === 'gesetz' ? 'https://gesetze.beispielland.example/kag' : null,
    beschlossenAm: null,
    verkuendetAm: null,
  }
}
