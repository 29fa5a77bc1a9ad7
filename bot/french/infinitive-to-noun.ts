import { readFileSync } from 'node:fs'
import { normalise } from './normalise.ts'

const nouns = new Map(
  readFileSync(new URL('./headings.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): [string, string] => [line.split('\t')[0] ?? '', line.split('\t')[1] ?? '']),
)

/** Said with « faire », these are headings by themselves. */
const activities =
  /^(plonge|ménage|vaisselle|lessives?|linge|cuisine|courses|inventaires?|caisse|service|repassage|jardinage|bricolage|mécanique|peinture|couture|maçonnerie|plomberie|électricité|carrelage|soudure|toiture|manutention|livraisons?|déménagements?|babysitting|baby-sitting|traduction|photocopies|montage|accueil|secrétariat|comptabilité|musique|maraudes?|vendanges|soutien scolaire|rondes|brushings?|shampoings?|coffrage|pâtisserie|vidanges?|retouches|ourlets|colorations|vente|accueil|mise en rayon|ouverture|fermeture|devoirs|tri)\b/

/**
 * The heading of a CV line for a deed in the infinitive: « servir en salle » → « Service en salle ». Verbs
 * without a noun in `headings.tsv` keep the infinitive: « Couper les cheveux » style, capitalised.
 * Possessives go away; slang is put in plain French. Empty words give an empty heading.
 */
export function headingOf(words: string): string {
  const plain = normalise(words.trim().toLowerCase())
    .text.replaceAll("'", '’')
    .replace(/\s+/g, ' ')
    .trim()
  const space = plain.indexOf(' ')
  const verb = (space < 0 ? plain : plain.slice(0, space)).replace(/^s’/, '')
  const rest = space < 0 ? '' : plain.slice(space + 1)
  return capitalised(
    fixed(plain) ?? made(verb, rest) ?? fromNoun(verb, rest) ?? withoutPossessives(plain),
  )
}

/** Headings whose words differ from those of the deed; « aider X à ranger » is what was done with X. */
function fixed(plain: string): string | undefined {
  const care =
    /^garder (?:(?:le|la|les|mes|ses|mon|ma|son|sa|un|une|des|\d+|deux|trois) )*(?:petite?s? )?(\S+)/.exec(
      plain,
    )?.[1]
  if (care && /^(sœurs?|frères?)$/.test(care)) return 'Garde d’enfants (fratrie)'
  if (care && /^(nièces?|neveux?|cousine?s?)$/.test(care)) return 'Garde d’enfants (famille)'
  if (care && /^(enfants?|bébés?|petite?s?|gamine?s?|filles?|fils|garçons?)$/.test(care))
    return 'Garde d’enfants'
  if (/^s’occuper (de |des |du )?(mes |ses )?(petits |petites )?(frères|sœurs)/.test(plain))
    return 'Garde d’enfants (fratrie)'
  if (/^s’occuper (de |d’)(ma|mon|sa|son) /.test(plain)) return 'Aide à un proche'
  const helped = /^aider (?:ma|mon) .+? à (faire (?!leurs? |ses |son |sa ).+)$/.exec(plain)?.[1]
  const found = phrases.find(([pattern]) => pattern.test(plain))?.[1]
  return found ?? (helped && headingOf(helped))
}

const phrases: readonly (readonly [RegExp, string])[] = [
  [/^(mettre|mise) (les (produits|articles) )?en rayon/, 'Mise en rayon'],
  [/^(faire|tenir) (la|une|ma) caisse$|^(être|passer) (à|en) (la )?caisse$/, 'Tenue de caisse'],
  [/^rendre la monnaie/, 'Rendu de monnaie'],
  [/^encaisser( les clients)?$/, 'Encaissement'],
  [/^garder (des|les|mes|ses) (chiens?|chats?|animaux)/, 'Garde d’animaux'],
  [/^jouer avec les enfants/, 'Jeux avec les enfants'],
  [/^changer (les )?couches/, 'Change des enfants'],
  [/^aider à se laver/, 'Aide à la toilette'],
  [/^faire les lits/, 'Réfection des lits'],
  [/^faire les chambres/, 'Entretien des chambres'],
  [/^faire (les )?vitres|^(laver|nettoyer) (les )?vitres$/, 'Nettoyage de vitres'],
  [/^faire (à manger|les repas|le repas)/, 'Préparation de repas'],
  [/^tondre la pelouse/, 'Tonte de pelouse'],
  [/^aider (.+ à faire (les|leurs|ses) |aux )devoirs/, 'Aide aux devoirs'],
  [/^(aider à|faire) la toilette/, 'Aide à la toilette'],
  [/^répondre au téléphone/, 'Accueil téléphonique'],
  [/^mettre la table|^dresser les tables/, 'Dressage de tables'],
  [/^amener les plats|^apporter les plats/, 'Service des plats'],
  [/^passer l’aspirateur/, 'Passage de l’aspirateur'],
  [/^passer la serpillière/, 'Lavage des sols'],
  [/^faire des tresses/, 'Tresses'],
  [/^(faire|travailler dans) (du |le |des travaux de )?bâtiment/, 'Travaux du bâtiment'],
  [
    /^(emmener|amener|accompagner|conduire|récupérer|chercher) .*(frères?|sœurs?|enfants?|petite?s?|fils|fille|cousine?s?|neveux?|nièces?) à l’école/,
    'Accompagnement d’enfants à l’école',
  ],
  [/^(coacher|entraîner) (les|des) (petite?s?|enfants|jeunes|gamins)$/, 'Entraînement d’enfants'],
  [/^(élever|éduquer) .*enfants?/, 'Éducation des enfants'],
  [/^aider .+ à déménager/, 'Déménagement'],
  [/^faire les papiers/, 'Démarches administratives'],
]

const foods =
  /^(burgers?|hamburgers?|pizzas?|sandwichs?|sandwiches|kebabs?|tacos|salades?|frites|crêpes?|gaufres?|gâteaux?|desserts?|repas|plats?|petits? déjeuners?|petits? déj|biberons?|cafés?|thés?|boissons?|cocktails?|jus|glaces?|pâtes|soupes?|sauces?|sushis?|wraps?|paninis?|couscous|tajines?)\b/

/** « faire le ménage » → « Ménage », « faire des gâteaux » → « Préparation de gâteaux ». */
function made(verb: string, rest: string): string | undefined {
  if (verb !== 'faire' || rest === '') return undefined
  const noun = rest.replace(/^(?:de la |de l’|du |des |la |le |les |l’|une? |mes |mon |ma )/, '')
  if (activities.test(noun)) return withoutPossessives(noun)
  return /^\S+(er|ir|re)( |$)/.test(rest) || /^(à|au|aux|en) /.test(rest)
    ? undefined
    : `${foods.test(noun) ? 'Préparation' : 'Réalisation'} ${complement(rest)}`
}

function fromNoun(verb: string, rest: string): string | undefined {
  const noun = nouns.get(verb)
  if (noun === undefined) return undefined
  if (rest === '') return noun
  if (noun === 'Mise' && !/^(en|à|au|sous) /.test(rest)) return undefined
  if (/^(à|au|aux|en|dans|sur|avec|par|chez|pour|sous|contre|selon) /.test(rest))
    return `${noun} ${withoutPossessives(rest)}`
  if (/^(que|qu’|ce que|comment|combien)/.test(rest)) return undefined
  if (/^(aider|conseiller|téléphoner|renseigner)$/.test(verb)) return `${noun} ${towards(rest)}`
  return `${noun} ${complement(rest)}`
}

/** « les légumes » → « de légumes », « le linge » → « du linge », « l’étal » → « de l’étal », « mes colis » → « de colis ». */
function complement(rest: string): string {
  const object = withoutOwner(rest)
    .replace(/^(tous|toutes) les /, 'les ')
    .replace(/^(tout|toute) (?=le |la )/, '')
  if (/^(le|un) /.test(object))
    return withoutPossessives(object.replace(/^le /, 'du ').replace(/^un /, 'd’un '))
  if (/^(la |l’)/.test(object)) return withoutPossessives(`de ${object}`)
  if (/^une /.test(object)) return withoutPossessives(`d’${object}`)
  const bare = object.replace(
    /^(les|des|du|de la|de l’|de|d’|mes|ses|mon|ma|sa|son|nos|leurs?) ?(?=\S)/,
    '',
  )
  return withoutPossessives(
    /^[aeiouyéèêhâîôûœ]/.test(bare) &&
      !/^(haies?|handball|hamburgers?|haricots?|hauteur|huit|yaourts?)/.test(bare)
      ? `d’${bare}`
      : `de ${bare}`,
  )
}

/** « mon vélo » → « le vélo ». */
function withoutOwner(text: string): string {
  return text
    .replace(/^(?:mon|son|notre|leur|ma|sa) (?=[aeiouéèêh])/, 'l’')
    .replace(/^(?:mon|son|notre|leur) /, 'le ')
    .replace(/^(?:ma|sa) /, 'la ')
}

/** « les clients » → « aux clients », « mon frère » → « à la famille ». */
function towards(rest: string): string {
  if (/^(mon|ma|mes|son|sa|ses) /.test(rest))
    return `à un proche${/^\S+ (?:(?:grand|beau|belle|petite?s?) )?\S+( .*)$/.exec(rest)?.[1] ?? ''}`
  return withoutPossessives(
    rest
      .replace(/^les /, 'aux ')
      .replace(/^le /, 'au ')
      .replace(/^(la |l’)/, 'à $1')
      .replace(/^des /, 'à des ')
      .replace(/^une? /, (article) => `à ${article}`),
  )
}

function withoutPossessives(text: string): string {
  return text
    .replace(
      /(^| )(pour|chez|avec|à) (?:mes|mon|ma|ses|son|sa) (?:parents|mère|père|maman|papa|mamie|papi|grand-mère|grand-père|tante|oncle|cousine?|frère|sœur|frères|sœurs)\b/g,
      '$1$2 un proche',
    )
    .replace(/(^|[ ’])de (mes|ses|nos) /g, '$1des ')
    .replace(/(^| )(à|pour|avec|chez|sur|dans) (mes|ses|nos|leurs) /g, '$1$2 des ')
    .replace(/(^| )(?:mes|ses|nos|leurs) /g, '$1les ')
    .replace(/(^| )(?:mon|son|notre|leur) (?=[aeiouéèêh])/g, '$1l’')
    .replace(/(^| )(?:mon|son|notre|leur) /g, '$1le ')
    .replace(/(^| )(?:ma|sa) /g, '$1la ')
    .replace(/(^| )de le /g, '$1du ')
    .replace(/(^| )à le /g, '$1au ')
    .replace(/(^| )à des /g, '$1à des ')
}

const software =
  /\b(?:photoshop|illustrator|excel|canva|capcut|blender|python|instagram|snapchat|twitch|discord|facebook|vinted)\b/g

function capitalised(text: string): string {
  const named = text.replace(software, (name) => name.charAt(0).toUpperCase() + name.slice(1))
  return named.charAt(0).toUpperCase() + named.slice(1).replace(/d’u(\d+)\b/g, 'des U$1')
}
