/** A name for a CV, and where its words stand in the folded text. */
export type Located = { readonly name: string; readonly start: number; readonly length: number }

/** « chez un agriculteur »: the person who employs says what kind of place it is. */
const employersBy: readonly (readonly [string, string])[] = [
  ['agriculteurs?|agricultrice|maraichers?|paysans?|fermiers?|eleveurs?', 'exploitation agricole'],
  ['viticulteurs?|vignerons?', 'exploitation viticole'],
  [
    'particuliers?|personnes? agees?|dames?(?: agees?)?|monsieur|vieux|voisine?s?|gens',
    'chez un particulier',
  ],
  ['electriciens?', 'entreprise d’électricité'],
  ['plombiers?', 'entreprise de plomberie'],
  ['macons?', 'entreprise de maçonnerie'],
  ['peintres?', 'entreprise de peinture'],
  ['menuisiers?', 'menuiserie'],
  ['paysagistes?', 'entreprise de paysage'],
  ['traiteurs?', 'traiteur'],
  ['fleuristes?', 'boutique de fleurs'],
  ['veterinaires?|veto', 'cabinet vétérinaire'],
  ['dentistes?', 'cabinet dentaire'],
  ['coiffeurs?|coiffeuse', 'salon de coiffure'],
  ['bouchers?', 'boucherie'],
  ['primeurs?', 'primeur'],
]

const compiledEmployers = employersBy.map(([words, name]) => ({
  name,
  pattern: new RegExp(
    `(?<![a-z])(?:chez|chz) (?:des |les |un |une |le |la |ma |mon |mes )?(?:${words})(?![a-z])`,
  ),
}))

/** Not « chez mes parents »: those of the children one looks after. */
const atTheParents = /(?<![a-z])chez (?:les|leurs) parents(?![a-z])/

export function employers(said: string): Located | undefined {
  return firstOf(said, [
    ...compiledEmployers,
    { name: 'chez un particulier', pattern: atTheParents },
  ])
}

/** Towns and countries people name most; used when nothing else says where. */
const towns =
  'Paris|Lyon|Marseille|Lille|Roubaix|Tourcoing|Toulouse|Bordeaux|Nantes|Strasbourg|Rennes|Montpellier|Grenoble|Rouen|Nice|Reims|Dijon|Angers|Brest|Tours|Amiens|Metz|Nancy|Caen|Calais|Dunkerque|Valenciennes|Lens|Le Havre|Le Mans|Saint-Étienne|Saint-Denis|Toulon|Perpignan|Mulhouse|Limoges|Poitiers|Orléans|Clermont-Ferrand|Bobigny|Créteil|Évry|Cergy|Abidjan|Dakar|Conakry|Bamako|Alger|Oran|Tunis|Casablanca|Kinshasa|Douala|Kaboul'
const countries =
  'Guinée|Mali|Sénégal|Côte d’Ivoire|Cameroun|Congo|Togo|Bénin|Maroc|Algérie|Tunisie|Afghanistan|Syrie|Soudan|Érythrée|Éthiopie|Somalie|Ukraine|Roumanie|Portugal|Espagne|Italie|Turquie|Bangladesh|Pakistan|Haïti|Comores|Mayotte|Guyane|Guadeloupe|Martinique|Réunion|Belgique|Bretagne'

const compiledLocalities = [
  ...towns.split('|').map((name) => located(name, 'a|vers|sur|de')),
  ...countries.split('|').map((name) => located(name, 'en|au|aux|a|a la|a l')),
]

/** « en Guinée », « à Marseille »: where, when no employer is named. */
export function locality(said: string): Located | undefined {
  return firstOf(said, compiledLocalities)
}

function located(name: string, before: string) {
  const words = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[- ]/g, '[- ]')
    .replace('saint', '(?:saint|st)')
    .replace('’', "['’ ]?")
  return { name, pattern: new RegExp(`(?<=(?<![a-z])(?:${before}) )${words}(?![a-z])`) }
}

function firstOf(
  said: string,
  known: readonly { readonly name: string; readonly pattern: RegExp }[],
): Located | undefined {
  const hits = known.flatMap(({ name, pattern }) => {
    const hit = pattern.exec(said)
    return hit ? [{ name, start: hit.index, length: hit[0].length }] : []
  })
  return hits.toSorted((a, b) => a.start - b.start)[0]
}
