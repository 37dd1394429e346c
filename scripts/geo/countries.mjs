// Codes and groupings that the packed Natural Earth files lack.

/**
 * ISO 3166 numeric (as in world-atlas) → alpha-3, for every country that the clip box touches.
 * world-atlas gives the west of Western Sahara to Morocco (504). ISO 3166 counts all land between
 * 21° and 27° 40' N there as Western Sahara, and the box ends at 25.5° N, so here both are ESH.
 */
export const alpha3 = {
  '012': 'DZA',
  204: 'BEN',
  270: 'GMB',
  288: 'GHA',
  324: 'GIN',
  384: 'CIV',
  430: 'LBR',
  466: 'MLI',
  478: 'MRT',
  504: 'ESH',
  562: 'NER',
  566: 'NGA',
  624: 'GNB',
  686: 'SEN',
  694: 'SLE',
  732: 'ESH',
  768: 'TGO',
  854: 'BFA',
}

/**
 * Guinea comes as 34 prefectures, one level finer than its neighbours; its eight regions are these.
 * Spelled as in the packed file. What is not listed (Conakry) is a region by itself.
 */
const guinea = {
  Boké: ['Boffa', 'Boke', 'Fria', 'Gaoual', 'Koundara'],
  Faranah: ['Dabola', 'Dinguiraye', 'Faranah', 'Kissidougou'],
  Kankan: ['Kankan', 'Kérouané', 'Kouroussa', 'Mandiana', 'Siguiri'],
  Kindia: ['Coyah', 'Dubréka', 'Forécariah', 'Kindia', 'Télimélé'],
  Labé: ['Koubia', 'Labé', 'Lélouma', 'Mali', 'Tougué'],
  Mamou: ['Dalaba', 'Mamou', 'Pita'],
  Nzérékoré: ['Beyla', 'Guéckédou', 'Lola', 'Macenta', 'Nzérékoré', 'Yomou'],
}

const regionOfPrefecture = new Map(
  Object.entries(guinea).flatMap(([region, names]) => names.map((name) => [name, region])),
)

export const regionName = (country, name) =>
  country === 'gin' ? (regionOfPrefecture.get(name) ?? name) : name
