import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise } from './normalise.ts'

describe('what a young person types becomes plain French', () => {
  test.each([
    ['jfesé la plonge', 'je faisais la plonge'],
    ['je servé en sal', 'je servais en salle'],
    ['jaméné les plat', "j'amenais les plats"],
    ['jranjé les table', 'je rangeais les tables'],
    ['jmetté les assiete', 'je mettais les assiettes'],
    ['je prené les comande', 'je prenais les commandes'],
    ['jlaidais', "je l'aidais"],
    ['jlaide a manger', "je l'aide à manger"],
    ['jaitravailé 2 moi', "j'ai travaillé 2 mois"],
    ['jai gardé mes cousin', "j'ai gardé mes cousins"],
    ['cetait bien', "c'était bien"],
    ['lété dernier', "l'été dernier"],
    ['toute lannée', "toute l'année"],
    ['dabord jlavé les vitre', "d'abord je lavais les vitres"],
    ['g bossé ché un boulanger', "j'ai travaillé chez un boulanger"],
    ['jvendé des boisson o stade', 'je vendais des boissons au stade'],
    ['avec ki', 'avec qui'],
    ['kan jété petit', "quand j'étais petit"],
    ['tropppp bien', 'trop bien'],
    ["j'ai aider ma tante", "j'ai aidé ma tante"],
    ['je fait le ménage', 'je fais le ménage'],
    ['je plier les draps', 'je plie les draps'],
    ['je travail dans un garage', 'je travaille dans un garage'],
    ['Je nettoyer la cuisine', 'Je nettoie la cuisine'],
    ['on fesait les lit', 'on faisait les lits'],
    ['jmocupai des chevaux', "je m'occupais des chevaux"],
    ['jles emmené a lecole', "je les emmenais à l'école"],
    ['jrépondai o tel', 'je répondais au téléphone'],
    ['jdistribué les journau', 'je distribuais les journaux'],
    ['pdt 6 moi', 'pendant 6 mois'],
    ['des foi', 'des fois'],
    ['ds 1 magazin', 'dans un magasin'],
    ['jrempli les rayon', 'je remplis les rayons'],
    ['jsui serveur', 'je suis serveur'],
    ['jencaissé les clien', "j'encaissais les clients"],
    ['jpromené les chien du voisin', 'je promenais les chiens du voisin'],
    ['jcousé des robe', 'je cousais des robes'],
    ['jconduisé un tracteur', 'je conduisais un tracteur'],
    ['jouvré le magasin', "j'ouvrais le magasin"],
    ['jecrivé les menu', "j'écrivais les menus"],
    ['jpeigné les volet', 'je peignais les volets'],
    ['jcueillé des fraise', 'je cueillais des fraises'],
    ['jdesherbé le jardin', 'je désherbais le jardin'],
    ['jtondé la pelouze', 'je tondais la pelouse'],
    ['je kuisiné', 'je cuisinais'],
    ['avec mon reuf on repare des velo', 'avec mon frère on répare des vélos'],
    ['mdr jsp', 'je ne sais pas'],
  ])('« %s » → « %s »', (typed, plain) => {
    expect(normalise(typed).text).toBe(plain)
  })
})

const plainSentences = [
  'Je faisais la plonge dans le restaurant de mon oncle.',
  "J'ai gardé mes petits frères tous les mercredis.",
  "L'été dernier, j'ai vendu des glaces sur la plage.",
  "J'étais caissier chez Carrefour pendant 2 mois.",
  'Le samedi, nous préparions les repas pour les familles.',
  "J'ai mon CACES R489 et mon BAFA depuis 2024.",
  'Je commençais à 6h30 et je finissais à 14h.',
  "On m'a appris à monter un échafaudage.",
  'Il y a deux ans, je suis parti au Québec avec Fatou.',
  "J'ai aidé ma grand-mère à faire ses courses et son ménage.",
  'Je triais des vêtements, je les pliais et je les rangeais.',
  'Mon frère conduit, moi je charge le camion.',
  'Je sais réparer un vélo et changer une chambre à air.',
  "C'est moi qui répondais au téléphone.",
  "Je n'ai jamais travaillé, mais je m'occupe des enfants de ma tante.",
  "J'ai fait un stage de 3e chez Darty, du 12 au 16 juin 2024.",
  'Les clients me demandaient le prix et je les conseillais.',
  "J'aime dessiner, je voudrais devenir graphiste.",
  'Au collège, je tenais la bibliothèque avec Mme Quick.',
  "Elle a la clé, je l'attends devant la porte.",
  "Je les lave, je les essuie et je les pose sur l'étagère.",
  "J'ai commencé le 1er septembre 2023 avec 3 collègues.",
]

describe('plain French', () => {
  test.each(plainSentences)('comes back unchanged: %s', (sentence) => {
    expect(normalise(sentence).text).toBe(sentence)
  })

  test('comes back unchanged however sentences are put together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...plainSentences), { minLength: 1, maxLength: 6 }),
        (list) => {
          const text = list.join(' ')
          expect(normalise(text).text).toBe(text)
        },
      ),
    )
  })

  test('is what normalising gives: doing it twice changes nothing more', () => {
    for (const typed of [
      'jfesé la plonge o resto',
      'g bossé ché un boulanger',
      'jles emmené a lecole',
    ]) {
      const once = normalise(typed).text
      expect(normalise(once).text).toBe(once)
    }
  })
})

describe('where plain words come from', () => {
  test('a plain word points to the word as typed', () => {
    const typed = 'jfesé la plonge o resto'
    const { text, toRaw } = normalise(typed)
    const at = text.indexOf('restaurant')
    const raw = toRaw(at, at + 'restaurant'.length)
    expect(typed.slice(raw.start, raw.end)).toBe('resto')
  })

  test('both words of « je faisais » point to « jfesé »', () => {
    const { toRaw } = normalise('jfesé la plonge')
    expect(toRaw(0, 2)).toEqual({ start: 0, end: 5 })
    expect(toRaw(3, 10)).toEqual({ start: 0, end: 5 })
  })

  test('whatever is typed, every word points inside it and words keep their order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (typed) => {
        const { text, tokens, toRaw } = normalise(typed)
        let last = 0
        for (const token of tokens) {
          const raw = toRaw(token.start, token.end)
          expect(text.slice(token.start, token.end)).toBe(token.text)
          expect(raw.start).toBeGreaterThanOrEqual(last)
          expect(raw.end).toBeGreaterThan(raw.start)
          expect(raw.end).toBeLessThanOrEqual(typed.length)
          last = raw.start
        }
      }),
    )
  })
})

type Item = { readonly text: string; readonly gloss: string; readonly register: string }
const graded = new URL('../../../shared/eval/deeds-dev/items.jsonl', import.meta.url)
const hasGraded = existsSync(graded)
if (!hasGraded) process.emitWarning('SKIPPED: the graded messages (../shared/eval) are not here')

test.runIf(hasGraded)(
  'heavy SMS of the graded set shares at least 85 % of its words with its plain gloss',
  () => {
    const items = readFileSync(graded, 'utf8')
      .trim()
      .split('\n')
      .map((line): Item => JSON.parse(line))
    const heavy = items.filter(({ register }) => register === 'sms-heavy')
    const mean = (overlap: (item: Item) => number) =>
      heavy.reduce((sum, item) => sum + overlap(item), 0) / heavy.length
    const before = mean(({ text, gloss }) => wordOverlap(text, gloss))
    const after = mean(({ text, gloss }) => wordOverlap(normalise(text).text, gloss))
    process.stderr.write(
      `words shared with the gloss, heavy SMS: ${before.toFixed(3)} → ${after.toFixed(3)}\n`,
    )
    expect(after).toBeGreaterThan(0.85)
  },
)

/** F1 of the words of two texts. */
function wordOverlap(left: string, right: string): number {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const [a, b] = [words(left), words(right)]
  const rest = [...b]
  const shared = a.filter((word) => {
    const at = rest.indexOf(word)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  })
  return (2 * shared.length) / Math.max(1, a.length + b.length)
}
