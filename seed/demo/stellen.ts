import type { RedaktionId } from '#core/fassung/fassung.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import type {
  Oeffnungszeit,
  Organisationseinheit,
  Sondertag,
  Wochentag,
} from '#core/stelle/stelle.ts'
import { nextFrom, type Demotage } from '#seed/demo/tage.ts'

/** The offices of the demo, parents first. Names are of real kinds; streets, numbers and addresses are invented. */
export function organisationseinheiten(tage: Demotage): readonly Organisationseinheit[] {
  return [
    ...schwerin(tage),
    ...rostock(tage),
    ...ludwigslustParchim(tage),
    ...landkreisRostock(tage),
    ...amtStralendorf(tage),
    ...amtWarnowWest(tage),
    landesamt(tage),
  ]
}

function schwerin(tage: Demotage): readonly Organisationseinheit[] {
  const stelle = traeger(tage, {
    kennung: 'schwerin',
    redaktionId: 'redaktion-schwerin',
    gebietId: 'gebiet-schwerin',
    haus: { strasse: 'Am Stadthaus', hausnummer: '2', plz: '19053', ort: 'Schwerin' },
    vorwahl: '0385',
    domain: 'schwerin.example',
    zeiten: AMTSZEITEN,
    rollstuhlgerecht: true,
    aufzug: true,
  })
  return [
    stelle.haupt('Landeshauptstadt Schwerin', 'Stadtverwaltung der Landeshauptstadt.'),
    stelle.unter('buergerservice', '120', 'Bürgerservice Schwerin', {
      kurzbeschreibung: 'Ausweise, Pässe, Anmeldung, Führungszeugnis und Beglaubigungen.',
      oeffnungszeiten: BUERGERZEITEN,
      zeitenHinweis: 'Mit Termin. Fertige Ausweise holen Sie ohne Termin ab.',
      terminlink: 'https://termine.schwerin.example/',
    }),
    stelle.unter('standesamt', '140', 'Standesamt Schwerin', {
      kurzbeschreibung: 'Urkunden, Geburten, Eheschließungen und Sterbefälle.',
      zeitenHinweis: 'Trauungen nach Vereinbarung, auch am ersten Samstag im Monat.',
    }),
    stelle.unter('kfz', '160', 'Kfz-Zulassung und Fahrerlaubnisse Schwerin', {
      kurzbeschreibung: 'Fahrzeuge zulassen, ummelden und abmelden, Führerscheine.',
      oeffnungszeiten: BUERGERZEITEN,
      terminlink: 'https://termine.schwerin.example/kfz',
    }),
    stelle.unter('soziales', '180', 'Wohngeldstelle Schwerin', {
      kurzbeschreibung: 'Wohngeld und Wohnberechtigungsscheine.',
    }),
    stelle.unter('jugend', '200', 'Kindertagesbetreuung Schwerin', {
      kurzbeschreibung: 'Plätze in Krippe, Kindergarten, Hort und Kindertagespflege.',
    }),
    stelle.unter('bauaufsicht', '220', 'Untere Bauaufsichtsbehörde Schwerin', {
      kurzbeschreibung: 'Bauanträge, Bauberatung und Bauüberwachung.',
      zeitenHinweis: 'Bauberatung dienstags und donnerstags mit Termin.',
    }),
    stelle.unter('ordnung', '240', 'Ordnungsamt Schwerin', {
      kurzbeschreibung: 'Gewerbe, Fischereischeine und Bewohnerparken.',
    }),
    stelle.unter('steuern', '260', 'Steuern und Abgaben Schwerin', {
      kurzbeschreibung: 'Hundesteuer und andere Abgaben der Stadt.',
    }),
    stelle.unter('abfall', '280', 'Abfallwirtschaft Schwerin', {
      kurzbeschreibung: 'Sperrmüll, Wertstoffhof und Abfallgebühren.',
      rollstuhlgerecht: null,
      aufzug: null,
      barriereHinweis: 'Beratung am Telefon. Der Wertstoffhof ist ebenerdig.',
    }),
  ]
}

function rostock(tage: Demotage): readonly Organisationseinheit[] {
  const stelle = traeger(tage, {
    kennung: 'rostock',
    redaktionId: 'redaktion-rostock',
    gebietId: 'gebiet-rostock',
    haus: { strasse: 'Rathausplatz', hausnummer: '5', plz: '18055', ort: 'Rostock' },
    vorwahl: '0381',
    domain: 'rostock.example',
    zeiten: AMTSZEITEN,
    rollstuhlgerecht: true,
    aufzug: true,
  })
  return [
    stelle.haupt('Hanse- und Universitätsstadt Rostock', 'Stadtverwaltung.'),
    stelle.unter('ortsamt-mitte', '110', 'Ortsamt Mitte', {
      kurzbeschreibung:
        'Personalausweise, Anmeldung, Führungszeugnis, Beglaubigungen und Bewohnerparken.',
      haus: { strasse: 'Neuer Stadtring', hausnummer: '31', plz: '18055', ort: 'Rostock' },
      oeffnungszeiten: BUERGERZEITEN,
      aufzug: false,
      barriereHinweis: 'Während des Umbaus führt eine Rampe vom Hof ins Erdgeschoss.',
      terminlink: 'https://termine.rostock.example/mitte',
    }),
    stelle.unter('ortsamt-nordwest', '130', 'Ortsamt Nordwest', {
      kurzbeschreibung: 'Ausweise, Pässe, Anmeldung, Führungszeugnis und Beglaubigungen.',
      haus: { strasse: 'Warnowblick', hausnummer: '14', plz: '18107', ort: 'Rostock' },
      oeffnungszeiten: BUERGERZEITEN,
      terminlink: 'https://termine.rostock.example/nordwest',
    }),
    stelle.unter('standesamt', '150', 'Standesamt Rostock', {
      kurzbeschreibung: 'Urkunden, Geburten, Eheschließungen und Sterbefälle.',
    }),
    stelle.unter('kfz', '170', 'Kfz-Zulassung und Fahrerlaubnisse Rostock', {
      kurzbeschreibung: 'Fahrzeuge zulassen, ummelden und abmelden, Führerscheine.',
      haus: { strasse: 'Am Güterhafen', hausnummer: '8', plz: '18069', ort: 'Rostock' },
      oeffnungszeiten: BUERGERZEITEN,
      terminlink: 'https://termine.rostock.example/kfz',
    }),
    stelle.unter('soziales', '190', 'Amt für Soziales Rostock, Wohngeldstelle', {
      kurzbeschreibung: 'Wohngeld und Wohnberechtigungsscheine.',
    }),
    stelle.unter('jugend', '210', 'Kindertagesbetreuung Rostock', {
      kurzbeschreibung: 'Plätze in Krippe, Kindergarten, Hort und Kindertagespflege.',
    }),
    stelle.unter('bauaufsicht', '230', 'Bauamt Rostock, Bauaufsicht', {
      kurzbeschreibung: 'Bauanträge, Bauberatung und Bauüberwachung.',
    }),
    stelle.unter('ordnung', '250', 'Stadtamt Rostock, Gewerbe und Fischerei', {
      kurzbeschreibung: 'Gewerbe und Fischereischeine.',
    }),
    stelle.unter('steuern', '270', 'Kommunale Steuern Rostock', {
      kurzbeschreibung: 'Hundesteuer und andere Steuern der Stadt.',
    }),
    stelle.unter('abfall', '290', 'Abfallberatung Rostock', {
      kurzbeschreibung: 'Sperrmüll, Recyclinghöfe und Abfallgebühren.',
    }),
  ]
}

function ludwigslustParchim(tage: Demotage): readonly Organisationseinheit[] {
  const stelle = traeger(tage, {
    kennung: 'ludwigslust-parchim',
    redaktionId: 'redaktion-ludwigslust-parchim',
    gebietId: 'gebiet-ludwigslust-parchim',
    haus: { strasse: 'Kreishausallee', hausnummer: '25', plz: '19370', ort: 'Parchim' },
    vorwahl: '03871',
    domain: 'kreis-lup.example',
    zeiten: AMTSZEITEN,
    rollstuhlgerecht: true,
    aufzug: true,
  })
  return [
    stelle.haupt('Landkreis Ludwigslust-Parchim', 'Kreisverwaltung in Parchim.'),
    ...kreisstellen(stelle, 'Ludwigslust-Parchim'),
  ]
}

function landkreisRostock(tage: Demotage): readonly Organisationseinheit[] {
  const stelle = traeger(tage, {
    kennung: 'landkreis-rostock',
    redaktionId: 'redaktion-landkreis-rostock',
    gebietId: 'gebiet-landkreis-rostock',
    haus: { strasse: 'Kreishausweg', hausnummer: '3', plz: '18273', ort: 'Güstrow' },
    vorwahl: '03843',
    domain: 'kreis-rostock.example',
    zeiten: AMTSZEITEN,
    rollstuhlgerecht: true,
    aufzug: true,
  })
  return [
    stelle.haupt('Landkreis Rostock', 'Kreisverwaltung in Güstrow.'),
    ...kreisstellen(stelle, 'Landkreis Rostock'),
    stelle.unter('kfz-bad-doberan', '165', 'Kfz-Zulassung Landkreis Rostock, Bad Doberan', {
      kurzbeschreibung: 'Zweite Zulassungsstelle des Landkreises.',
      haus: { strasse: 'Alte Molkerei', hausnummer: '7', plz: '18209', ort: 'Bad Doberan' },
      oeffnungszeiten: BUERGERZEITEN,
      aufzug: null,
      barriereHinweis: 'Alle Räume sind ebenerdig.',
      terminlink: 'https://termine.kreis-rostock.example/kfz',
    }),
  ]
}

function kreisstellen(stelle: Traeger, name: string): readonly Organisationseinheit[] {
  return [
    stelle.unter('kfz', '160', `Kfz-Zulassung und Fahrerlaubnisse ${name}`, {
      kurzbeschreibung: 'Fahrzeuge zulassen, ummelden und abmelden, Führerscheine.',
      oeffnungszeiten: BUERGERZEITEN,
      zeitenHinweis: 'Bitte buchen Sie einen Termin.',
    }),
    stelle.unter('jugend', '200', `Jugendamt ${name}, Kindertagesförderung`, {
      kurzbeschreibung: 'Plätze in Krippe, Kindergarten, Hort und Kindertagespflege.',
    }),
    stelle.unter('bauaufsicht', '220', `Untere Bauaufsichtsbehörde ${name}`, {
      kurzbeschreibung: 'Bauanträge, Bauberatung und Bauüberwachung.',
    }),
    stelle.unter('abfall', '280', `Abfallwirtschaft ${name}`, {
      kurzbeschreibung: 'Sperrmüll, Wertstoffhöfe und Abfallgebühren.',
    }),
  ]
}

function amtStralendorf(tage: Demotage): readonly Organisationseinheit[] {
  const stelle = traeger(tage, {
    kennung: 'stralendorf',
    redaktionId: 'redaktion-amt-stralendorf',
    gebietId: 'gebiet-stralendorf',
    haus: { strasse: 'Amtsweg', hausnummer: '12', plz: '19073', ort: 'Stralendorf' },
    vorwahl: '03869',
    domain: 'amt-stralendorf.example',
    zeiten: KLEINE_ZEITEN,
    rollstuhlgerecht: true,
    aufzug: false,
  })
  return [
    stelle.haupt('Amt Stralendorf', 'Verwaltung für neun Gemeinden westlich von Schwerin.'),
    ...amtsstellen(stelle, 'Amt Stralendorf'),
  ]
}

function amtWarnowWest(tage: Demotage): readonly Organisationseinheit[] {
  const stelle = traeger(tage, {
    kennung: 'warnow-west',
    redaktionId: 'redaktion-amt-warnow-west',
    gebietId: 'gebiet-kritzmow',
    haus: { strasse: 'Am Amtshof', hausnummer: '9', plz: '18198', ort: 'Kritzmow' },
    vorwahl: '038207',
    domain: 'amt-warnow-west.example',
    zeiten: KLEINE_ZEITEN,
    rollstuhlgerecht: true,
    aufzug: true,
  })
  return [
    stelle.haupt('Amt Warnow-West', 'Verwaltung für sieben Gemeinden westlich von Rostock.'),
    ...amtsstellen(stelle, 'Amt Warnow-West'),
  ]
}

function amtsstellen(stelle: Traeger, name: string): readonly Organisationseinheit[] {
  return [
    stelle.unter('buergerbuero', '10', `Bürgerbüro ${name}`, {
      kurzbeschreibung: 'Ausweise, Pässe, Anmeldung, Führungszeugnis und Beglaubigungen.',
      zeitenHinweis: 'Mit Termin auch außerhalb der Öffnungszeiten.',
    }),
    stelle.unter('standesamt', '20', `Standesamt ${name}`, {
      kurzbeschreibung: 'Urkunden, Eheschließungen und Sterbefälle.',
    }),
    stelle.unter('ordnung', '30', `Ordnungsamt ${name}`, {
      kurzbeschreibung: 'Gewerbe, Fischereischeine und Straßenverkehr.',
    }),
    stelle.unter('finanzen', '40', `Steuern und Abgaben ${name}`, {
      kurzbeschreibung: 'Hundesteuer und Grundsteuer für alle Gemeinden des Amtes.',
    }),
    stelle.unter('wohngeld', '50', `Wohngeldstelle ${name}`, {
      kurzbeschreibung: 'Wohngeld und Wohnberechtigungsscheine.',
    }),
  ]
}

function landesamt(tage: Demotage): Organisationseinheit {
  return traeger(tage, {
    kennung: 'landesamt-gesundheit-soziales',
    redaktionId: 'redaktion-mv',
    gebietId: 'gebiet-rostock',
    haus: { strasse: 'Hafenbahnweg', hausnummer: '40', plz: '18057', ort: 'Rostock' },
    vorwahl: '0381',
    domain: 'soziales.mv.example',
    zeiten: KLEINE_ZEITEN,
    rollstuhlgerecht: true,
    aufzug: true,
  }).haupt(
    'Landesamt für Gesundheit und Soziales',
    'Stellt im ganzen Land den Grad der Behinderung fest.',
  )
}

// What the offices of one administration share

type Haus = Readonly<Record<'strasse' | 'hausnummer' | 'plz' | 'ort', string>>

type Traegerangaben = {
  readonly kennung: string
  readonly redaktionId: RedaktionId
  readonly gebietId: GebietId
  readonly haus: Haus
  readonly vorwahl: string
  readonly domain: string
  readonly zeiten: readonly Oeffnungszeit[]
  readonly rollstuhlgerecht: boolean
  readonly aufzug: boolean
}

type Eigenes = Pick<Organisationseinheit, 'kurzbeschreibung'> &
  Partial<Pick<Organisationseinheit, 'oeffnungszeiten' | 'zeitenHinweis' | 'terminlink'>> & {
    readonly haus?: Haus
    readonly rollstuhlgerecht?: boolean | null
    readonly aufzug?: boolean | null
    readonly barriereHinweis?: string
  }

type Traeger = {
  readonly haupt: (name: string, kurzbeschreibung: string) => Organisationseinheit
  readonly unter: (
    kennung: string,
    durchwahl: string,
    name: string,
    eigenes: Eigenes,
  ) => Organisationseinheit
}

/** One administration: its main office and the offices below it, which share house, numbers and closing days. */
function traeger(tage: Demotage, angaben: Traegerangaben): Traeger {
  const hauptId = `stelle-${angaben.kennung}`
  const stelle = (
    kopf: Pick<Organisationseinheit, 'id' | 'name' | 'uebergeordnet'>,
    durchwahl: string,
    postfach: string,
    eigenes: Eigenes,
  ): Organisationseinheit => ({
    ...kopf,
    kurzbeschreibung: eigenes.kurzbeschreibung,
    redaktionId: angaben.redaktionId,
    anschriften: [
      {
        typ: '001',
        ...(eigenes.haus ?? angaben.haus),
        postfach: null,
        zusatz: null,
        gebietId: angaben.gebietId,
      },
    ],
    kommunikation: [
      { kanal: '02', kennung: `${angaben.vorwahl} 5000-${durchwahl}`, zusatz: 'Beispielnummer' },
      { kanal: '01', kennung: `${postfach}@${angaben.domain}`, zusatz: null },
    ],
    oeffnungszeiten: eigenes.oeffnungszeiten ?? angaben.zeiten,
    sondertage: sondertage(tage),
    zeitenHinweis: eigenes.zeitenHinweis ?? null,
    barrierefreiheit: {
      rollstuhlgerecht: withDefault(eigenes.rollstuhlgerecht, angaben.rollstuhlgerecht),
      aufzug: withDefault(eigenes.aufzug, angaben.aufzug),
      hinweis: eigenes.barriereHinweis ?? null,
    },
    webseite: `https://www.${angaben.domain}/`,
    terminlink: eigenes.terminlink ?? null,
  })
  return {
    haupt: (name, kurzbeschreibung) =>
      stelle({ id: hauptId, name, uebergeordnet: null }, '0', 'info', { kurzbeschreibung }),
    unter: (kennung, durchwahl, name, eigenes) =>
      stelle(
        { id: `${hauptId}-${kennung}`, name, uebergeordnet: hauptId },
        durchwahl,
        kennung,
        eigenes,
      ),
  }
}

/** `null` means "not known" and is an answer of its own. */
function withDefault(own: boolean | null | undefined, common: boolean): boolean | null {
  return own === undefined ? common : own
}

function sondertage({ heute }: Demotage): readonly Sondertag[] {
  return [
    {
      tag: nextFrom(heute, '12-23'),
      zeiten: [{ von: '08:00', bis: '12:00' }],
      anlass: 'verkürzt vor Weihnachten',
    },
    { tag: nextFrom(heute, '12-24'), zeiten: [], anlass: 'Heiligabend' },
    { tag: nextFrom(heute, '12-31'), zeiten: [], anlass: 'Silvester' },
  ]
}

const AMTSZEITEN: readonly Oeffnungszeit[] = [
  zeit(1, '09:00', '12:00'),
  zeit(2, '09:00', '12:00'),
  zeit(2, '13:30', '17:30'),
  zeit(4, '09:00', '12:00'),
  zeit(4, '13:30', '16:00'),
  zeit(5, '09:00', '12:00'),
]

const BUERGERZEITEN: readonly Oeffnungszeit[] = [
  zeit(1, '08:00', '16:00'),
  zeit(2, '08:00', '18:00'),
  zeit(3, '08:00', '13:00'),
  zeit(4, '08:00', '18:00'),
  zeit(5, '08:00', '13:00'),
]

const KLEINE_ZEITEN: readonly Oeffnungszeit[] = [
  zeit(2, '09:00', '12:00'),
  zeit(2, '14:00', '18:00'),
  zeit(4, '09:00', '12:00'),
  zeit(4, '14:00', '16:00'),
]

function zeit(wochentag: Wochentag, von: string, bis: string): Oeffnungszeit {
  return { wochentag, von, bis, hinweis: null }
}
