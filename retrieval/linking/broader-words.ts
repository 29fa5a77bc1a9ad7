/**
 * People name who and what they dealt with (« mon petit cousin », « papi », « le kebab ») where
 * official labels name the kind (« enfant », « personne âgée », « restaurant »). Says the same deed
 * with the kind, or nothing when no word has one: « garder mon petit cousin » → « garder enfant ».
 */
export const broaderWords = (words: string): string | undefined => {
  let isBroader = false
  const kinds = words.split(/\s+/).flatMap((word) => {
    const kind = kindOf.get(word.toLowerCase().replace(/^[a-zéè]+['’]/, ''))
    if (kind === undefined) return small.has(word.toLowerCase()) ? [] : [word]
    isBroader = true
    return [kind]
  })
  return isBroader ? [...new Set(kinds)].join(' ') : undefined
}

/** Said of children in a family; no label has them. */
const small: ReadonlySet<string> = new Set(['petit', 'petite', 'petits', 'petites'])

const kinds: readonly (readonly [kind: string, words: string])[] = [
  [
    'enfant',
    `cousin cousine cousins cousines frère frères sœur sœurs soeur soeurs neveu neveux nièce nièces fils fille filles
     garçon garçons gamin gamins gamine gamines gosse gosses bébé bébés bout ado ados jumeaux jumelles frangin frangine
     filleul filleule mioche mioches élève élèves`,
  ],
  [
    'personne âgée',
    `grand-mère grand-père grands-parents mamie mamies mamy papi papis papy mémé pépé mémère pépère vieux vieille
     ancien anciens résident résidents résidente résidentes`,
  ],
  ['restaurant', 'kebab snack pizzeria brasserie cantine mcdo quick kfc crêperie resto'],
  [
    'vêtement',
    'fringues habits tee-shirt tee-shirts pantalon pantalons robe robes jean jeans pull pulls',
  ],
  [
    'véhicule',
    'voiture voitures bagnole caisse moto motos scooter scooters camion camions camionnette',
  ],
  ['client', 'gens clientes cliente vacanciers touristes acheteurs'],
  [
    'animal',
    'chien chiens chat chats lapin lapins cheval chevaux poney poneys vache vaches chèvre chèvres poule poules',
  ],
  [
    'légume',
    'tomate tomates carotte carottes salade salades patate patates courgette courgettes oignon oignons',
  ],
  [
    'local',
    'bureau bureaux chambre chambres cuisine salle salles wc toilettes couloirs couloir escaliers hall',
  ],
]

const kindOf: ReadonlyMap<string, string> = new Map(
  kinds.flatMap(([kind, words]) => words.split(/\s+/).map((word) => [word, kind] as const)),
)
