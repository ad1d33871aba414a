import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { addDays, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { yearOf, type Demotage } from '#seed/demo/tage.ts'

/** The laws of the demo. All are invented and say so in their titles and Fundstellen. */
export function rechtsnormen(tage: Demotage): readonly Rechtsnorm[] {
  const { neuesGesetz, landesgesetz, hundesteuer, gebuehren } = verkuendungen(tage)
  return [
    {
      id: 'norm-ausweiswesen',
      art: 'gesetz',
      titel: 'Gesetz zur Modernisierung des Pass-, Ausweis- und Meldewesens (Demo)',
      kurztitel: 'Ausweis-Modernisierungsgesetz (Demo)',
      abkuerzung: 'AuswModG (Demo)',
      normgeber: 'bund',
      gebietId: 'gebiet-bund',
      fundstelle: `Demo-BGBl. ${yearOf(neuesGesetz)} I Nr. 301`,
      url: null,
      beschlossenAm: addDays(neuesGesetz, -26),
      verkuendetAm: neuesGesetz,
    },
    {
      id: 'norm-verwaltungsvereinfachung',
      art: 'gesetz',
      titel: 'Gesetz zur Vereinfachung von Verwaltungsverfahren in Mecklenburg-Vorpommern (Demo)',
      kurztitel: 'Verwaltungsvereinfachungsgesetz (Demo)',
      abkuerzung: 'VwVereinfG M-V (Demo)',
      normgeber: 'land',
      gebietId: 'gebiet-mv',
      fundstelle: `Demo-GVOBl. M-V ${yearOf(landesgesetz)} S. 412`,
      url: null,
      beschlossenAm: addDays(landesgesetz, -19),
      verkuendetAm: landesgesetz,
    },
    {
      id: 'norm-kostenverordnung',
      art: 'verordnung',
      titel:
        'Entwurf einer Verordnung über Verwaltungskosten im Personenstandswesen Mecklenburg-Vorpommern (Demo)',
      kurztitel: 'Personenstandskostenverordnung (Demo)',
      abkuerzung: 'PStKostVO M-V (Demo)',
      normgeber: 'land',
      gebietId: 'gebiet-mv',
      fundstelle: null,
      url: null,
      beschlossenAm: null,
      verkuendetAm: null,
    },
    {
      id: 'norm-hundesteuersatzung-schwerin',
      art: 'satzung',
      titel: 'Satzung der Landeshauptstadt Schwerin über die Erhebung einer Hundesteuer (Demo)',
      kurztitel: 'Hundesteuersatzung Schwerin (Demo)',
      abkuerzung: 'HStS (Demo)',
      normgeber: 'kommune',
      gebietId: 'gebiet-schwerin',
      fundstelle: `Demo-Stadtanzeiger Schwerin Nr. 12/${yearOf(hundesteuer)}`,
      url: null,
      beschlossenAm: addDays(hundesteuer, -12),
      verkuendetAm: hundesteuer,
      bekanntmachung: { form: 'bekanntmachungsblatt', vollendetAm: hundesteuer },
    },
    {
      id: 'norm-gebuehrensatzung-stralendorf',
      art: 'satzung',
      titel: 'Verwaltungsgebührensatzung des Amtes Stralendorf (Demo)',
      kurztitel: 'Verwaltungsgebührensatzung Amt Stralendorf (Demo)',
      abkuerzung: null,
      normgeber: 'kommune',
      gebietId: 'gebiet-amt-stralendorf',
      fundstelle: `Demo-Amtsblatt Stralendorf Nr. 6/${yearOf(gebuehren)}`,
      url: null,
      beschlossenAm: addDays(gebuehren, -14),
      verkuendetAm: gebuehren,
      bekanntmachung: { form: 'bekanntmachungsblatt', vollendetAm: gebuehren },
    },
  ]
}

/** Their Zeitgrenzen: past, on the next 1 January and 1 July, geplant, geschaetzt and unbestimmt. */
export function zeitgrenzen(tage: Demotage): readonly Zeitgrenze[] {
  const { naechsterJanuar, naechsterJuli, naechsterApril, letzterJanuar, letzterJuli } = tage
  const { neuesGesetz, landesgesetz, hundesteuer, gebuehren } = verkuendungen(tage)
  const januar = formatDayLong(naechsterJanuar)
  return [
    {
      id: 'zg-ausweis-januar',
      rechtsnormId: 'norm-ausweiswesen',
      art: 'inkrafttreten',
      stand: 'bestimmt',
      tag: naechsterJanuar,
      fundstelle: `Demo-BGBl. ${yearOf(neuesGesetz)} I Nr. 301, Artikel 5 Absatz 1`,
      wortlaut: `Dieses Gesetz tritt vorbehaltlich des Absatzes 2 am ${januar} in Kraft.`,
    },
    {
      id: 'zg-ausweis-onlineantrag',
      rechtsnormId: 'norm-ausweiswesen',
      art: 'teilinkrafttreten',
      stand: 'unbestimmt',
      bedingung:
        'Nach Bekanntgabe des Bundesministeriums, dass Reisepässe bundesweit online beantragt werden können',
      wortlaut:
        'Artikel 3 tritt an dem Tag in Kraft, der auf die Bekanntgabe folgt, dass die technischen Voraussetzungen für den Onlineantrag vorliegen.',
    },
    {
      id: 'zg-vereinfachung-inkraft',
      rechtsnormId: 'norm-verwaltungsvereinfachung',
      art: 'inkrafttreten',
      stand: 'bestimmt',
      tag: letzterJanuar,
      fundstelle: `Demo-GVOBl. M-V ${yearOf(landesgesetz)} S. 412, § 12 Absatz 1`,
      wortlaut: `Dieses Gesetz tritt am ${formatDayLong(letzterJanuar)} in Kraft, soweit nichts anderes bestimmt ist.`,
    },
    {
      id: 'zg-vereinfachung-januar',
      rechtsnormId: 'norm-verwaltungsvereinfachung',
      art: 'teilinkrafttreten',
      stand: 'bestimmt',
      tag: naechsterJanuar,
      fundstelle: `Demo-GVOBl. M-V ${yearOf(landesgesetz)} S. 412, § 12 Absatz 2`,
      wortlaut: `Die §§ 4 bis 6 treten am ${januar} in Kraft.`,
    },
    {
      id: 'zg-vereinfachung-juli',
      rechtsnormId: 'norm-verwaltungsvereinfachung',
      art: 'teilinkrafttreten',
      stand: 'bestimmt',
      tag: naechsterJuli,
      fundstelle: `Demo-GVOBl. M-V ${yearOf(landesgesetz)} S. 412, § 12 Absatz 3`,
      wortlaut: `§ 8 (Digitales Baugenehmigungsverfahren) tritt am ${formatDayLong(naechsterJuli)} in Kraft.`,
    },
    {
      id: 'zg-kosten-geplant',
      rechtsnormId: 'norm-kostenverordnung',
      art: 'inkrafttreten',
      stand: 'geplant',
      tag: naechsterApril,
      wortlaut: `Nach dem Entwurf soll die Verordnung am ${formatDayLong(naechsterApril)} in Kraft treten.`,
    },
    {
      id: 'zg-kosten-geschaetzt',
      rechtsnormId: 'norm-kostenverordnung',
      art: 'teilinkrafttreten',
      stand: 'geschaetzt',
      zeitraum: `${yearOf(naechsterJanuar)}-Q4`,
      wortlaut: 'Die zweite Stufe der Verordnung soll im vierten Quartal folgen.',
    },
    {
      id: 'zg-hundesteuer-schwerin-inkraft',
      rechtsnormId: 'norm-hundesteuersatzung-schwerin',
      art: 'inkrafttreten',
      stand: 'bestimmt',
      tag: letzterJanuar,
      fundstelle: `Demo-Stadtanzeiger Schwerin Nr. 12/${yearOf(hundesteuer)}`,
      wortlaut: `Diese Satzung tritt am ${formatDayLong(letzterJanuar)} in Kraft.`,
    },
    {
      id: 'zg-hundesteuer-schwerin-januar',
      rechtsnormId: 'norm-hundesteuersatzung-schwerin',
      art: 'teilinkrafttreten',
      stand: 'bestimmt',
      tag: naechsterJanuar,
      fundstelle: `Demo-Stadtanzeiger Schwerin Nr. 10/${yearOf(neuesGesetz)}`,
      wortlaut: `Die Erste Änderungssatzung tritt am ${januar} in Kraft.`,
    },
    {
      id: 'zg-gebuehren-stralendorf-inkraft',
      rechtsnormId: 'norm-gebuehrensatzung-stralendorf',
      art: 'inkrafttreten',
      stand: 'bestimmt',
      tag: letzterJuli,
      fundstelle: `Demo-Amtsblatt Stralendorf Nr. 6/${yearOf(gebuehren)}`,
      wortlaut: `Diese Satzung tritt am ${formatDayLong(letzterJuli)} in Kraft.`,
    },
    {
      id: 'zg-gebuehren-stralendorf-januar',
      rechtsnormId: 'norm-gebuehrensatzung-stralendorf',
      art: 'teilinkrafttreten',
      stand: 'bestimmt',
      tag: naechsterJanuar,
      fundstelle: `Demo-Amtsblatt Stralendorf Nr. 10/${yearOf(neuesGesetz)}`,
      wortlaut: `Das Gebührenverzeichnis in der Fassung der Ersten Änderungssatzung gilt ab dem ${januar}.`,
    },
  ]
}

type Verkuendung = 'neuesGesetz' | 'landesgesetz' | 'hundesteuer' | 'gebuehren'

/** The days of announcement: each before `heute` and before the law enters into force. */
function verkuendungen({
  heute,
  letzterJanuar,
  letzterJuli,
}: Demotage): Readonly<Record<Verkuendung, CalendarDay>> {
  return {
    neuesGesetz: addDays(heute, -45),
    landesgesetz: addDays(letzterJanuar, -34),
    hundesteuer: addDays(letzterJanuar, -18),
    gebuehren: addDays(letzterJuli, -16),
  }
}
