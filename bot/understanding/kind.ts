import type { ExperienceKind } from '#portfolio/experience.ts'
import { plain } from './plain.ts'

/**
 * What kind of experience a story is, by the words that name one. The most telling wins: « stage
 * chez mon oncle » is an internship, « le resto de mon oncle » a relative's business.
 */
export function experienceKind(text: string): ExperienceKind | undefined {
  const said = ` ${plain(text)} `.replace(neverWorked, ' ')
  const alone = said.replace(company, ' ')
  return signs.find(({ kind, pattern }) => pattern.test(kind === 'family' ? alone : said))?.kind
}

/** « j'ai jamais travaillé mais… » names no job. */
const neverWorked =
  /(?<= )(?:j |je |jai |n |ai |pas )*(?:jamais|pas encore) (?:vraiment )?(?:travaill|boss|taff)\p{L}* /gu

/** What a period of training is called, in a word fit for a CV: « stage », « alternance »; not one that is looked for. */
export function trainingName(text: string): string | undefined {
  const said = ` ${plain(text)} `
  if (/ j?(?:cherch|recherch|voudr|veu|aimer|trouv|besoin)/.test(said)) return undefined
  return trainings.find(([pattern]) => pattern.test(said))?.[1]
}

const trainings: readonly (readonly [RegExp, string])[] = [
  [/ (?:alternance|altern|alternante?|contrat pro|contrat de professionnalisation) /, 'alternance'],
  [/ (?:apprenti|apprentie|aprenti|apprentissage|aprentissage|apprentisage) /, 'apprentissage'],
  [/ (?:pmsmp|immersion|imersion) /, 'immersion'],
  [
    / (?:fai[ts]|fé|fe|fai|en|mon|un|1|le|ce|de|pendant) (?:petit |mini )?(?:stage|staj|stg) | (?:stage|staj|stagiaire) (?:de|d|en|dans|chez|a|au|ds|o) /,
    'stage',
  ],
]

/** Nobody declared this work: the CV words it as help, never as employment. */
export function isUndeclared(text: string): boolean {
  const said = ` ${plain(text)} `
  return / au blak | au black | o black | o blak | en black | de la main a la main | main a la main | (?:pas|pa|non|jamais|ni|meme pas|mm pa) (?:ete )?(?:declare|declaree|declarer|declares|declaré) | sans (?:contrat|contra|papier|papiers|fiche de paie|fiche de paye|etre declare) | ss contrat | (?:pas|pa) de (?:contrat|contra|fiche de paie|fiche de paye) | sous le manteau | cash sans | en liquide | a la sauvette /.test(
    said,
  )
}

const relatives =
  'oncle|tonton|tata|tante|pere|daron|darone|daronne|mere|maman|papa|frere|reuf|soeur|cousin|cousine|couz|grand pere|papi|papy|grand mere|mamie|mamy|beau pere|belle mere|beau frere|parents|darons|famille|pote|pere et ma mere'
/** « des mariages avec ma mère »: company makes no home. */
const company = new RegExp(`(?<= )avec (?:mon|ma|mes) (?:${relatives}) `, 'g')
const businesses =
  'resto|restau|restaurant|boutique|magasin|mag|commerce|epicerie|garage|boulangerie|snack|kebab|pizzeria|bar|cafe|salon|ferme|exploitation|boite|entreprise|stand|camion|food truck|marche|atelier|boucherie|superette|taxiphone|chantier|tabac|hotel|business|bizness|societe|fleuriste|coiffeur|chantiers'

/** Trades that nobody does for fun with their father: helping there is work. */
const trades =
  'batiment|chantiers?|maconnerie|peinture|carrelage|plomberie|electricite|demenagements?|marches?|mecanique|livraisons?'

const signs: readonly { kind: ExperienceKind; pattern: RegExp }[] = [
  {
    kind: 'internship',
    pattern:
      / (?:stage|stages|stagiaire|staj|stg|alternance|altern|alternant|alternante|apprenti|apprentie|apprentissage|aprentissage|apprentisage|aprenti|pmsmp|immersion|imersion|contrat pro|contrat de professionnalisation|stage d observation|periode en entreprise|pfmp|mini stage) /,
  },
  {
    kind: 'volunteering',
    pattern:
      / (?:benevole|benevol|benevoles|benevolat|asso|assoc|association|asos|assos|service civique|service civik|restos du coeur|resto du coeur|croix rouge|secours populaire|secours catholique|maraude|maraudes|emmaus|sapeur pompier|pompier volontaire|collecte|banque alimentaire|scout|scouts|telethon|conseil municipal des jeunes|kermesse) /,
  },
  {
    kind: 'relative-business',
    pattern: new RegExp(
      ` (?:${businesses}) (?:\\w+ )?(?:de |d |a |o |du |des |familial|familiale|chez )(?:mon |ma |mes |la |un |notre |nos )?(?:${relatives}|familial|familiale)? ?| (?:${businesses}) (?:familial|familiale) | (?:${businesses}) (?:a|de|d) (?:mon|ma|mes) (?:${relatives}) | (?:chez|pour|avec|aidais|aidé|aide|aidai|aidé) (?:mon|ma|mes) (?:${relatives}) (?:au|o|a la|a son|dans son|ds son|sur les|sur le|dans sa|ds sa|qui (?:a|tient|avait|tenait)|il a|dans le|sur ses|sur son|sur sa|au) (?:\\w+ )?(?:${businesses}) | (?:oncle|pere|tante|mere|cousin|frere) (?:a|tient|avait) (?:un|une) (?:\\w+ )?(?:${businesses}) `,
    ),
  },
  {
    kind: 'relative-business',
    pattern: new RegExp(
      ` (?:${trades}) (?:avec|pour|chez) (?:mon|ma|mes) (?:${relatives}) | (?:travaill\\w*|boss\\w*|taff\\w*|vend\\w*) (?:\\w+ ){0,2}(?:avec|pour|chez) (?:mon|ma|mes) (?:${relatives}) `,
    ),
  },
  {
    kind: 'self-taught',
    pattern: / (?:serveur discord|discord|tuto|tutos|youtube|autodidacte|twitch|beatmaking) /,
  },
  {
    kind: 'family',
    pattern: / (?:mes (?:\d |deux |trois )?enfants|mon fils|ma fille|mon bebe) /,
  },
  {
    kind: 'school',
    pattern:
      / (?:ecole|lycee|lycé|college|bahut|cours|classe|prof|profs|tpe|chef d oeuvre|bac pro|cap|bts|projet (?:de|du|au|scolaire|en) (?:classe|lycee|college|ecole|scolaire|cours)|expose|delegue|delegue de classe|3e|seconde|terminale|premiere|journal du lycee|mini entreprise|cvl|eco delegue|fac|formation) /,
  },
  {
    kind: 'sport',
    pattern:
      / (?:foot|football|basket|hand|handball|rugby|boxe|judo|karate|mma|muscu|natation|athle|athletisme|danse|gym|gymnastique|club|entraineur|coach|coachais|entrainais|entraine|arbitre|arbitrais|equipe de|capitaine|tournoi|competition|compet|volley|tennis|skate|escalade|equitation|futsal|kick boxing|petanque|sport) /,
  },
  {
    kind: 'job',
    pattern:
      / (?:taf|taff|taffe|taffé|taffais|tafé|taffer|boulot|boulo|job|djob|bosse|bossé|bossais|bosser|bosé|boss|travail|travaille|travaillé|travaillais|travailler|travaillé|interim|interime|inter|cdd|cdi|saisonnier|saison|saisons|mission|missions|extra|extras|contrat|embauche|embauché|salaire|patron|smic|employe|employee|salarie|caissier|caissiere|serveur|serveuse|livreur|livreuse|vendeur|vendeuse|manutentionnaire|preparateur|uber|deliveroo|baby sitting|babysitting|bby sitting|job d ete|vendanges|vendange|cueillette|mcdo|macdo|mc do|mcdonald|lidl|carrefour|quick|kfc|burger king|bk|leclerc|auchan|amazon|intermarche|usine|entrepot|chantier|vendu|bosses) /,
  },
  {
    kind: 'job',
    pattern:
      / (?:gard\w*|nounou|occup\w*) (?:de |d )?(?:(?:des|les|un|une|d|leurs?|deux|trois|\d+) )?(?:enfants?|bebes?) /,
  },
  {
    kind: 'family',
    pattern: new RegExp(
      ` (?:${relatives}|petit frere|ptit frere|petite soeur|ptite soeur|petits freres|freres|soeurs|neveu|niece|neveux|a la maison|a la zonmai|chez moi|menage|courses|a manger|devoirs|papiers|demarches|handicap|malade) `,
    ),
  },
  {
    kind: 'self-taught',
    pattern:
      / (?:youtube|yt|tuto|tutos|tout seul|tt seul|toute seule|tte seule|seul|autodidacte|appris|aprit|apri|discord|serveur discord|montage|photoshop|code|coder|codais|programme|dessin|dessine|beatmaking|insta|tiktok|twitch|chaine|guitare|piano|tresses|maquillage|bricole|bricolage|mecanique|chez moi|passion|loisir|blender|mode|couture|vinted) /,
  },
]
