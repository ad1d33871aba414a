import type { GebietId } from '#core/gebiet/gebiet.ts'
import type { Rolle, Zustaendigkeit } from '#core/stelle/stelle.ts'

/** Both offices of Rostock answer for the whole city. */
const ORTSAEMTER = ['ortsamt-mitte', 'ortsamt-nordwest']

/**
 * Who answers for what. Every Gemeinde is covered for every Leistung through its path: by its Amt, its Landkreis, its own
 * city or the Land.
 */
export const ZUSTAENDIGKEITEN: readonly Zustaendigkeit[] = [
  ...inAemtern('personalausweis', 'buergerbuero', 'buergerservice', ORTSAEMTER),
  ...inAemtern('reisepass', 'buergerbuero', 'buergerservice', ['ortsamt-nordwest']),
  ...inAemtern('wohnsitz-anmelden', 'buergerbuero', 'buergerservice', ORTSAEMTER),
  ...inAemtern('meldebescheinigung', 'buergerbuero', 'buergerservice', ORTSAEMTER),
  ...inAemtern('fuehrungszeugnis', 'buergerbuero', 'buergerservice', ORTSAEMTER),
  ...inAemtern('beglaubigung', 'buergerbuero', 'buergerservice', ORTSAEMTER),
  ...inAemtern('gewerbezentralregister', 'ordnung', 'ordnung', ['ordnung']),
  ...inAemtern('gewerbe-anmelden', 'ordnung', 'ordnung', ['ordnung']),
  ...inAemtern('touristenfischereischein', 'ordnung', 'ordnung', ['ordnung']),
  ...inAemtern('bewohnerparkausweis', 'ordnung', 'ordnung', ['ortsamt-mitte']),
  ...inAemtern('geburtsurkunde', 'standesamt', 'standesamt', ['standesamt']),
  ...inAemtern('eheschliessung', 'standesamt', 'standesamt', ['standesamt']),
  ...inAemtern('hundesteuer', 'finanzen', 'steuern', ['steuern']),
  ...inAemtern('wohngeld', 'wohngeld', 'soziales', ['soziales']),
  ...inAemtern('wohnberechtigungsschein', 'wohngeld', 'soziales', ['soziales']),
  ...inKreisen('kindertagesbetreuung', 'jugend'),
  ...inKreisen('fuehrerschein', 'kfz'),
  ...inKreisen('kfz-ummelden', 'kfz'),
  ...inKreisen('baugenehmigung', 'bauaufsicht'),
  ...inKreisen('sperrmuell', 'abfall'),
  zustaendig('kfz-ummelden', 'gebiet-landkreis-rostock', 'landkreis-rostock-kfz-bad-doberan'),
  zustaendig('schwerbehindertenausweis', 'gebiet-mv', 'landesamt-gesundheit-soziales'),
  // Passports are collected where they are not applied for while the builders are in.
  zustaendig('reisepass', 'gebiet-rostock', 'rostock-ortsamt-mitte', 'ansprechpunkt'),
  online('wohnsitz-anmelden', 'gebiet-mv', 'wohnsitzanmeldung'),
  online('wohngeld', 'gebiet-mv', 'wohngeld'),
  online('gewerbe-anmelden', 'gebiet-mv', 'gewerbe'),
  online('touristenfischereischein', 'gebiet-mv', 'touristenfischereischein'),
  online('kfz-ummelden', 'gebiet-ludwigslust-parchim', 'kfz-ludwigslust-parchim'),
  online('hundesteuer', 'gebiet-schwerin', 'hundesteuer-schwerin'),
]

/** A Leistung of the Ämter and the two cities: the office's name in the Ämter, in Schwerin and in Rostock. */
function inAemtern(
  leistung: string,
  amt: string,
  schwerin: string,
  rostock: readonly string[],
): readonly Zustaendigkeit[] {
  return [
    zustaendig(leistung, 'gebiet-amt-stralendorf', `stralendorf-${amt}`),
    zustaendig(leistung, 'gebiet-amt-warnow-west', `warnow-west-${amt}`),
    zustaendig(leistung, 'gebiet-schwerin', `schwerin-${schwerin}`),
    ...rostock.map((stelle) => zustaendig(leistung, 'gebiet-rostock', `rostock-${stelle}`)),
  ]
}

/** A Leistung of the Landkreise and the two cities, whose offices have the same name everywhere. */
function inKreisen(leistung: string, stelle: string): readonly Zustaendigkeit[] {
  return ['ludwigslust-parchim', 'landkreis-rostock', 'schwerin', 'rostock'].map((ort) =>
    zustaendig(leistung, `gebiet-${ort}`, `${ort}-${stelle}`),
  )
}

function zustaendig(
  leistung: string,
  gebietId: GebietId,
  stelle: string,
  rolle: Rolle = 'zustaendige-stelle',
): Zustaendigkeit {
  return {
    id: `zustaendigkeit-${leistung}-${stelle}`,
    leistungId: `leistung-${leistung}`,
    gebietId,
    stelle: { art: 'organisationseinheit', id: `stelle-${stelle}` },
    rolle,
  }
}

function online(leistung: string, gebietId: GebietId, dienst: string): Zustaendigkeit {
  return {
    id: `zustaendigkeit-${leistung}-online-${dienst}`,
    leistungId: `leistung-${leistung}`,
    gebietId,
    stelle: { art: 'onlinedienst', id: `onlinedienst-${dienst}` },
    rolle: 'antragsannahme',
  }
}
