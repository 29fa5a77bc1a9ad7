import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDeeds } from './deeds.ts'

const wordsOf = (raw: string) => findDeeds(raw).map(({ words }) => words)

describe('what I did', () => {
  test.each([
    [
      'je prené les comande jaméné les plat et lé gens payé a moi',
      ['prendre les commandes', 'amener les plats', 'encaisser les clients'],
    ],
    ['le chef cuisait, moi je dressais les assiettes', ['dresser les assiettes']],
    ['mon frère conduit, je porte les meubles', ['porter les meubles']],
    ['jemmene mon ptit frere a lecole', ["emmener mon petit frère à l'école"]],
    ['je faisais l’accueil, non en fait la caisse', ['faire l’accueil']],
    ['je lavais le sol', ['laver le sol']],
    ['jleur lis des histoires et jles couche', ['lire des histoires', 'coucher']],
    ['g aidé mon voisin a demenager', ['aider mon voisin à déménager']],
    ['la plonge', ['faire la plonge']],
    ['le ménage', ['faire le ménage']],
    ['babysitting', ['garder des enfants']],
    ['faire vitres', ['faire vitres']],
    ['jrepassé le linge é jcousé les boutons', ['repasser le linge', 'coudre les boutons']],
    ["J'ai peint les volets et réparé le portail.", ['peindre les volets', 'réparer le portail']],
    ["j'ai poncé, verni et monté une étagère", ['poncer', 'vernir', 'monter une étagère']],
    ['je lavais les voitures le samedi', ['laver les voitures']],
    [
      'je faisais les crêpes, les gaufres et les sandwichs',
      ['faire les crêpes', 'faire les gaufres', 'faire les sandwichs'],
    ],
    ['on livrait des meubles, je tenais la carte', ['livrer des meubles', 'tenir la carte']],
    ['nous avons organisé un tournoi', ['organiser un tournoi']],
    ["c'est moi qui ferme le magasin", ['fermer le magasin']],
    ['je sais conduire un tracteur', ['conduire un tracteur']],
    ["j'ai appris à souder", ['souder']],
    ['moi couper légume, laver salade', ['couper légume', 'laver salade']],
    [
      'stage en cuisine : éplucher les patates, dresser les desserts',
      ['éplucher les patates', 'dresser les desserts'],
    ],
    [
      'je nettoyais les cages, je les désinfectais aussi',
      ['nettoyer les cages', 'désinfecter les cages'],
    ],
    ['je vais chercher ma sœur à la crèche', ['aller chercher ma sœur à la crèche']],
    ["je m'occupe de ma grand-mère", ["s'occuper de ma grand-mère"]],
    ['je faisais cuire les frites', ['faire cuire les frites']],
    [
      'jarrosé les plante de la voisine kan el été en vacances',
      ['arroser les plantes de la voisine'],
    ],
    ['mise en rayon chez aldi', ['mettre les produits en rayon']],
    ['montage de meubles', ['monter des meubles']],
    ['tri des bouchons', ['trier les bouchons']],
    [
      'je répondais aux mails et je classais les dossiers',
      ['répondre aux mails', 'classer les dossiers'],
    ],
    ['je tiens le bar du club tous les dimanches', ['tenir le bar du club']],
    ['jtraduisé pr mes parents', ['traduire pour mes parents']],
    ['je compte la recette à la fin', ['compter la recette']],
    [
      "j'accueillais les parents puis je notais les présences",
      ['accueillir les parents', 'noter les présences'],
    ],
    [
      'euh bah je portais les cartons je scannais les étiquettes voilà',
      ['porter les cartons', 'scanner les étiquettes'],
    ],
    ['jtiré des cable ds les mur', ['tirer des câbles dans les murs']],
    ['je monte des vidéos pour ma chaîne', ['monter des vidéos pour ma chaîne']],
    ['jgardé mes 2 niece', ['garder mes 2 nièces']],
    ['je faisais le câblage', ['câbler']],
    ['je traire les vaches', ['traire les vaches']],
    ['on ma montré et apres je posais le carrelage', ['poser le carrelage']],
    ['les médicaments c’est l’infirmière, moi je fais les lits', ['faire les lits']],
    ['quand le patron sortait je gardais la boutique', ['garder la boutique']],
  ])('« %s »', (raw, words) => {
    expect(wordsOf(raw)).toEqual(words)
  })
})

describe('nothing I did', () => {
  test.each([
    'salut',
    'jsp',
    'lol',
    '?',
    'ok',
    'rien',
    'mdr tg',
    "j'ai jamais travaillé",
    'je sais pas cuisiner',
    'je ne fais pas la vaisselle',
    'je veux devenir cuisinier et ouvrir un restaurant',
    "j'aimerais travailler avec des enfants",
    'je voudrais conduire des camions',
    'plus tard je ferai coiffeuse',
    'mon père répare des voitures',
    'ma sœur garde des enfants',
    'ils chargeaient les camions',
    "j'étais content",
    'je suis fatigué',
    'tu fais quoi ?',
    'est-ce que je peux répondre demain ?',
    'caissier chez Lidl',
    '2 mois cet été',
    "j'ai travaillé chez Quick",
    "j'ai fait un stage",
    "c'était bien",
    'mon tuteur soudait',
    'le patron rangeait la caisse',
    "j'ai 19 ans",
    'jveux pa en parler',
  ])('« %s » gives no deed', (raw) => {
    expect(wordsOf(raw)).toEqual([])
  })
})

describe('the words of the person', () => {
  test('are quoted as typed', () => {
    const raw = 'jfesé la plonge o resto de mon oncle lété dernier pi des foi je servé en sal'
    expect(findDeeds(raw)).toEqual([
      {
        start: 0,
        end: 36,
        text: 'jfesé la plonge o resto de mon oncle',
        words: 'faire la plonge au restaurant de mon oncle',
      },
      { start: 61, end: 76, text: 'je servé en sal', words: 'servir en salle' },
    ])
  })

  test('whatever is typed, each quote is the exact slice', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'je',
            'jfé',
            'la plonge',
            ',',
            'et',
            'les vitres',
            'laver',
            'on',
            'pas',
            '\n',
            'moi',
            'rangé',
            'é',
            '😀',
            'ki',
          ),
          { maxLength: 15 },
        ),
        (pieces) => {
          const raw = pieces.join(' ')
          for (const deed of findDeeds(raw)) {
            expect(deed.text).toBe(raw.slice(deed.start, deed.end))
            expect(deed.text.trim()).not.toBe('')
            expect(deed.words).not.toBe('')
          }
        },
      ),
    )
  })

  test('are read in time even in a very long message', () => {
    const raw = 'jfesé la plonge é jranjé les tables ki été sale, '.repeat(400)
    const start = performance.now()
    findDeeds(raw)
    expect(performance.now() - start).toBeLessThan(5_000)
  })
})

type Item = {
  readonly text: string
  readonly expect: string
  readonly kind: string
  readonly deeds: readonly string[]
}
const graded = new URL('../../../shared/eval/deeds-dev/items.jsonl', import.meta.url)
const hasGraded = existsSync(graded)
if (!hasGraded) process.emitWarning('SKIPPED: the graded messages (../shared/eval) are not here')

test.runIf(hasGraded)(
  'in the graded set, messages without a deed give none, and nearly all others give some',
  () => {
    const items = readFileSync(graded, 'utf8')
      .trim()
      .split('\n')
      .map((line): Item => JSON.parse(line))
    const idle = items.filter(({ kind }) => kind === 'none')
    const telling = items.filter(({ kind }) => kind !== 'none')
    expect(idle.filter(({ text }) => findDeeds(text).length === 0).length).toBeGreaterThanOrEqual(
      0.9 * idle.length,
    )
    expect(telling.filter(({ text }) => findDeeds(text).length > 0).length).toBeGreaterThanOrEqual(
      0.95 * telling.length,
    )
  },
)
