import type { Span } from '#bot/ports/skill-search.ts'
import { brands, needsChez } from './brands.ts'
import { employers, locality } from './localities.ts'
import { lowerInPlace } from './plain.ts'

/** Where something was done, in words fit for a CV, and the place of the words in the verbatim. */
export type Place = { readonly name: string; readonly span: Span }

/**
 * The structure or employer that a message names: a known brand, a relative's business (« restaurant
 * familial »), a kind of place (« marché », « crèche municipale »), or what follows « chez ». The
 * first that is found in this order wins; names of persons are not places.
 */
export function place(text: string): Place | undefined {
  const said = lowerInPlace(text.slice(0, 4_000))
  const repaired = [...said.matchAll(repair)].at(-1)
  const from = repaired ? repaired.index + repaired[0].length : 0
  const after = from ? placeIn(text.slice(from), said.slice(from)) : undefined
  return after ? shifted(after, from) : placeIn(text, said)
}

/** « chez Carrefour, enfin non chez Auchan »: the second one counts. */
const repair =
  /(?<![a-z])(?:enfin non|enfin nan|non pardon|pardon|euh non|ah non|non en fait|nan en fait|je veux dire|jveux dire|je voulais dire)(?![a-z])/g

function shifted({ name, span }: Place, by: number): Place {
  return { name, span: { ...span, start: span.start + by, end: span.end + by } }
}

function placeIn(text: string, said: string): Place | undefined {
  const named = relativeBusiness(text, said) ?? brand(text, said) ?? kindOfPlace(text, said)
  const found = named ?? atSomebodys(text, said) ?? afterChez(text, said)
  if (found) return found
  const local = locality(said)
  return local && at(text, local.name, local.start, local.length)
}

function atSomebodys(text: string, said: string): Place | undefined {
  const found = employers(said)
  return found && at(text, found.name, found.start, found.length)
}

const relative =
  '(?:oncle|tonton|tata|tante|pere|daron|darone|daronne|mere|maman|papa|frere|reuf|soeur|cousin|cousine|couz|grand[- ]pere|papi|papy|grand[- ]mere|mamie|beau[- ]pere|belle[- ]mere|beau[- ]frere|parents|darons|famille)'

const businesses: readonly (readonly [string, string])[] = [
  ['resto|restau|restaurant', 'restaurant familial'],
  ['boutique|magasin|mag|commerce|superette', 'commerce familial'],
  ['epicerie|alimentation|taxiphone', 'épicerie familiale'],
  ['garage', 'garage familial'],
  ['boulangerie|boulang', 'boulangerie familiale'],
  ['boucherie', 'boucherie familiale'],
  ['snack|kebab|food ?truck|camion a pizza', 'restauration rapide familiale'],
  ['pizzeria|pizzaria', 'pizzeria familiale'],
  ['bar|cafe|tabac', 'bar familial'],
  ['salon|salon de coiffure|coiffeur', 'salon de coiffure familial'],
  ['ferme|exploitation|champs?', 'exploitation agricole familiale'],
  ['stand|marche', 'stand de marché familial'],
  ['chantiers?', 'chantier familial'],
  ['boite|entreprise|business|bizness|societe|atelier', 'entreprise familiale'],
]

function relativeBusiness(text: string, said: string): Place | undefined {
  for (const [words, name] of businesses) {
    const owned = new RegExp(
      `(?<![a-z])(?:${words}) (?:[a-z]+ )?(?:de |d'|a |o |du |des |chez )(?:mon |ma |mes |son |l')?${relative}(?![a-z])|(?<![a-z])(?:${words}) familiale?(?![a-z])`,
    )
    const has = new RegExp(
      `(?<![a-z])(?:mon|ma|mes) ${relative}[^.!?]{0,30}? (?:son|sa|ses|un|une|leur) (?:${words})(?![a-z])`,
    )
    const found = owned.exec(said) ?? has.exec(said)
    if (found) return at(text, name, found.index, found[0].length)
  }
  return undefined
}

const compiledBrands = brands.map(([words, name]) => ({
  name,
  pattern: new RegExp(
    needsChez.has(name)
      ? `(?<=(?<![a-z])(?:chez|ché|a|au|o|chz|pour|pr|dans|ds|c|t|ct|cest|est|etait|cetait|la) )(?:${words})(?![a-z])`
      : `(?<![a-z])(?:${words})(?![a-z])`,
  ),
}))

function brand(text: string, said: string): Place | undefined {
  for (const { name, pattern } of compiledBrands) {
    const found = pattern.exec(said)
    if (found) return at(text, name, found.index, found[0].length)
  }
  return undefined
}

const kinds: readonly (readonly [string, string])[] = [
  ['creche municipale', 'crèche municipale'],
  ['creche', 'crèche'],
  ['ecole maternelle|maternelle', 'école maternelle'],
  ['ecole primaire', 'école primaire'],
  ['lycee', 'lycée'],
  ['college', 'collège'],
  ['centre (?:aere|de loisirs?)', 'centre de loisirs'],
  ['colonie de vacances|colo', 'colonie de vacances'],
  ['centre social', 'centre social'],
  ['maison de quartier', 'maison de quartier'],
  ['mjc', 'MJC'],
  ['ehpad|maison de retraite', 'EHPAD'],
  ['hopital|hosto', 'hôpital'],
  ['clinique', 'clinique'],
  ['pharmacie', 'pharmacie'],
  ['mairie', 'mairie'],
  ['bibliotheque|mediatheque', 'médiathèque'],
  ['boulangerie', 'boulangerie'],
  ['boucherie', 'boucherie'],
  ['pizzeria|pizzaria', 'pizzeria'],
  ['kebab|snack', 'restauration rapide'],
  ['fast[- ]?food', 'restauration rapide'],
  ['cantine', 'restauration collective'],
  ['resto|restau|restaurant', 'restaurant'],
  ['hotel', 'hôtel'],
  ['bar', 'bar'],
  ['salon de coiffure|coiffeur', 'salon de coiffure'],
  ['institut de beaute', 'institut de beauté'],
  ['garage', 'garage automobile'],
  ['supermarche|superette|grande surface', 'supermarché'],
  ['epicerie', 'épicerie'],
  ['friperie', 'friperie'],
  ['entrepot|entrepo', 'entrepôt'],
  ['usine|usin', 'usine'],
  ['chantier', 'chantier'],
  ['ferme', 'exploitation agricole'],
  ['centre equestre', 'centre équestre'],
  ['club de (?:foot|football)', 'club de football'],
  ['club de basket', 'club de basket-ball'],
  ['salle de sport', 'salle de sport'],
  ['piscine', 'piscine'],
  ['camping', 'camping'],
  ["call ?center|centre d'appels?", 'centre d’appels'],
  ['magasin de vetements?', 'magasin de vêtements'],
  ['magasin de sport', 'magasin de sport'],
  ['animalerie', 'animalerie'],
  ['marche', 'marché'],
  ['foyer', 'foyer'],
  ['magasin|mag|boutique', 'magasin'],
]

const compiledKinds = kinds.map(([words, name]) => ({
  name,
  pattern: new RegExp(
    `(?<=(?<![a-z])(?:a la|a l'|au|aux|o|dans (?:un|une|le|la|l'|mon)|dans|ds|ds (?:un|une|le|la)|en|sur (?:un|le|les)|un|une|le|la|chez un|d'un|du|de la) ?)(?:petit |petite |grand |grande )?(?:${words})s?(?![a-z])`,
  ),
}))

function kindOfPlace(text: string, said: string): Place | undefined {
  const found = compiledKinds.flatMap(({ name, pattern }) => {
    const hit = pattern.exec(said)
    return hit && !isVerb(said, hit.index, hit[0]) ? [{ name, hit }] : []
  })
  const first = found.toSorted((a, b) => a.hit.index - b.hit.index)[0]
  return first && at(text, first.name, first.hit.index, first.hit[0].length)
}

/** « ça marche », « la marche » are not a market. */
function isVerb(said: string, index: number, word: string): boolean {
  return (
    word === 'marche' && !/(?:au|le|o|les|aux|un|sur le|sur les|du) $/.test(said.slice(0, index))
  )
}

const chez =
  /(?<![a-z])(?:chez|chz|ché) ([\p{L}\d][\p{L}\d&'’.-]*(?: [A-ZÀ-Ý][\p{L}\d&'’.-]*){0,3})/u
const notEmployers =
  /^(?:moi|toi|lui|elle|eux|nous|vous|mon|ma|mes|ton|ta|son|sa|ses|leur|leurs|un|une|des|le|la|les|l'.*|du|de|qui|quelqu.*|qqn|kelkun|particuliers?|gens|personne|papa|maman|papi|papy|mamie|tata|tonton)$/

function afterChez(text: string, said: string): Place | undefined {
  const found = chez.exec(text)
  const name = found?.[1]
  if (!found || !name || notEmployers.test(lowerInPlace(name.split(' ')[0] ?? ''))) return undefined
  const start = found.index + found[0].length - name.length
  if (said.slice(start, start + name.length).length !== name.length || name.length < 3)
    return undefined
  const clean = name.replace(/[.'’-]+$/, '')
  return at(text, clean.charAt(0).toLocaleUpperCase('fr') + clean.slice(1), start, clean.length)
}

function at(text: string, name: string, start: number, length: number): Place {
  return { name, span: { start, end: start + length, text: text.slice(start, start + length) } }
}
