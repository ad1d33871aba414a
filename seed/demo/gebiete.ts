import { agsFromArs, type Gebiet, type GebietId } from '#core/gebiet/gebiet.ts'

/** The areas of the demo, parents first. ARS and names are the official ones. */
export const GEBIETE: readonly Gebiet[] = [
  { id: 'gebiet-bund', ars: '00', ags: null, name: 'Bund', ebene: 'bund', uebergeordnet: null },
  {
    id: 'gebiet-mv',
    ars: '13',
    ags: null,
    name: 'Mecklenburg-Vorpommern',
    ebene: 'land',
    uebergeordnet: 'gebiet-bund',
  },
  gemeinde('rostock', '130030000000', 'Rostock, Hanse- und Universitätsstadt', 'gebiet-mv'),
  gemeinde('schwerin', '130040000000', 'Schwerin, Landeshauptstadt', 'gebiet-mv'),
  landkreis('landkreis-rostock', '13072', 'Landkreis Rostock'),
  landkreis('ludwigslust-parchim', '13076', 'Landkreis Ludwigslust-Parchim'),
  ...amt('amt-warnow-west', '130725263', 'Amt Warnow-West', 'gebiet-landkreis-rostock', [
    ['elmenhorst-lichtenhagen', '030', 'Elmenhorst/Lichtenhagen'],
    ['kritzmow', '057', 'Kritzmow'],
    ['lambrechtshagen', '064', 'Lambrechtshagen'],
    ['papendorf', '077', 'Papendorf'],
    ['poelchow', '080', 'Pölchow'],
    ['staebelow', '098', 'Stäbelow'],
    ['ziesendorf', '121', 'Ziesendorf'],
  ]),
  ...amt('amt-stralendorf', '130765665', 'Amt Stralendorf', 'gebiet-ludwigslust-parchim', [
    ['duemmer', '036', 'Dümmer'],
    ['holthusen', '063', 'Holthusen'],
    ['klein-rogahn', '071', 'Klein Rogahn'],
    ['pampow', '107', 'Pampow'],
    ['schossin', '121', 'Schossin'],
    ['stralendorf', '130', 'Stralendorf'],
    ['warsow', '147', 'Warsow'],
    ['wittenfoerden', '154', 'Wittenförden'],
    ['zuelow', '163', 'Zülow'],
  ]),
]

type Gemeindezeile = readonly [kennung: string, gemeindenummer: string, name: string]

function amt(
  kennung: string,
  ars: string,
  name: string,
  uebergeordnet: GebietId,
  gemeinden: readonly Gemeindezeile[],
): readonly Gebiet[] {
  const id = `gebiet-${kennung}`
  return [
    { id, ars, ags: null, name, ebene: 'amt', uebergeordnet },
    ...gemeinden.map(([gemeindekennung, nummer, gemeindename]) =>
      gemeinde(gemeindekennung, ars + nummer, gemeindename, id),
    ),
  ]
}

function landkreis(kennung: string, ars: string, name: string): Gebiet {
  return {
    id: `gebiet-${kennung}`,
    ars,
    ags: null,
    name,
    ebene: 'kreis',
    uebergeordnet: 'gebiet-mv',
  }
}

function gemeinde(kennung: string, ars: string, name: string, uebergeordnet: GebietId): Gebiet {
  return {
    id: `gebiet-${kennung}`,
    ars,
    ags: agsFromArs(ars),
    name,
    ebene: 'gemeinde',
    uebergeordnet,
  }
}
