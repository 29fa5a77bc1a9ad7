import { plain } from './plain.ts'

/** What people ask the robot back; `thanks` and `greeting` ask nothing and deserve a word all the same. */
export type Question =
  | 'who'
  | 'free'
  | 'data'
  | 'why'
  | 'how-long'
  | 'next'
  | 'again'
  | 'thanks'
  | 'greeting'

/**
 * The question that a whole message asks. A story, even one that begins with « c koi ta question »,
 * is `undefined`: it is heard as a story.
 */
export function question(text: string): Question | undefined {
  const words = plain(text).replace(frame, ' ').trim()
  return kinds.find(([, pattern]) => pattern.test(words))?.[0]
}

/** « mais … en fait stp », around a question. */
const frame =
  /^(?:(?:mais|bah|ben|et|euh|attends?|dabord|d abord|dis|dis moi|wesh|wsh|frr|frere|ah|putain|pardon|excuse|desole|bonjour|slt|salut) )+(?=\S)| (?:stp|svp|en fait|enfait|du coup|dcp|au juste|exactement|frr|frere|wesh|wsh|mdr|lol|au fait|deja|la)$/g

const it = '(?:c est|cest|c|ce|s est|sa|ca|c etait|cetait)'
const you = '(?:tu es|t es|tes|t|vous etes|ete|tu e)'
const are = '(?:est ce que |esk |eske |esque )?'
const what = '(?:quoi|koi|kwa|koa)'

const kinds: readonly (readonly [Question, RegExp])[] = (
  [
    [
      'who',
      `${you} (?:un |une |vrm |vraiment |en vrai )*(?:robot|bot|ia|machine|humain|vrai|vraie personne|personne|qui|ki|chatgpt|chat gpt|${what})(?: ou .+)?|${it} (?:un |une )?(?:robot|bot|ia|vraie? .{1,12}|qui|ki)(?: (?:qui parle|ca|sa|toi))?|(?:qui|ki) (?:es tu|tu es|t es|etes vous|me parle|parle|es)|${it} ${what} ce (?:truc|bot|numero)|je parle a (?:qui|ki|un robot)`,
    ],
    [
      'free',
      `${are}${it} (?:est )?(?:gratuit|payant|gratos)|${are}(?:ca|sa|c|il) (?:coute|faut payer)(?: .{1,20})?|faut payer|je dois payer|(?:ca|sa) coute (?:combien|cb|cmb)|${it} combien`,
    ],
    [
      'data',
      `${are}(?:tu|vous) (?:gardes?|gardez|enregistres?|stockes?|notes?|vendez?|vends?|donnes?|montres?|partages?) .{0,24}(?:infos?|informations?|donnees?|messages?|numero|nom|ca|sa|tout)(?: .{1,16})?|(?:qui|ki) (?:va )?(?:lit|lire|voit|voir|lis) .{0,24}|${it} (?:confidentiel|prive|anonyme|secret)|(?:ca|sa) va ou .{0,24}|mes infos (?:vont|va) ou`,
    ],
    [
      'why',
      `(?:pk|pq|pourquoi|pr quoi|pour quoi)(?: (?:faire|fair))?|(?:pk|pq|pourquoi) (?:tu |vous |ces |toutes |tant |faut |je dois |donner |mon |ca |sa ).{0,40}|(?:ca|sa|c|a|tu|vous) ?(?:sert|sers|servez) a (?:${what}|rien)|a ${what} (?:ca|sa) sert|${it} pour ${what}(?: faire)?|${it} ${what} (?:le but|l interet|linteret)|${it} dans quel but`,
    ],
    [
      'how-long',
      `(?:ca|sa) (?:prend|dure|va durer|va prendre) (?:combien|cb|cmb|longtemps).{0,16}|${it} (?:encore )?long|(?:il )?(?:y a|ya|reste) (?:encore )?(?:combien|cb|cmb|bcp|beaucoup).{0,16}|(?:combien|cb|cmb) de (?:questions?|temps).{0,16}|(?:encore|ya encore) (?:combien|bcp|beaucoup).{0,16}|${it} (?:bientot )?(?:fini|finit|fini ou pas|la fin)|on a (?:bientot )?fini|tu as fini|ta fini|t as fini`,
    ],
    [
      'next',
      `(?:et )?(?:apres|ensuite|maintenant|mtn)(?: ${it})?(?: (?:quoi|koi|il se passe quoi|je fais quoi|on fait quoi|tu fais quoi))?|(?:il )?se passe ${what} (?:apres|ensuite|maintenant|mtn)|je fais ${what} (?:mtn|maintenant|apres)|${it} ${what} la suite|quand (?:est ce que )?(?:j ai|jai|je recois|jaurai|j aurai) (?:mon )?cv`,
    ],
    [
      'again',
      `${it} ${what} (?:ta|la|votre|les) question.{0,12}|(?:ta|la|quelle) question|(?:tu|vous) (?:veux|voulez|veut|veu) (?:dire|savoir|que je dise) ${what}|(?:tu|vous) (?:veux|voulez|demandes|demande|demandez) ${what}|${it} a dire|comment (?:ca|sa)|(?:j ai|jai|g|je|j) ?(?:ne )?(?:pas|pa|rien|r) (?:compris|capte|comprend|comprends)|(?:je |j )?(?:comprends?|comprend|capte|jcomprends?|jcomprend|jcapte) (?:pas|pa|rien|r)(?: .{1,20})?|pas compris|jcp|quoi|koi|kwa|hein|repete|tu peux repeter|redis|reformule|genre ${what}|(?:par )?exemple|comme ${what}|un exemple`,
    ],
    [
      'thanks',
      `(?:(?:ok|dac|d accord|cool|super|bien|parfait|top|ah) )*(?:merci|mrc|mci|thx)(?: .{1,16})?`,
    ],
    [
      'greeting',
      `re|rebonjour|re bonjour|re slt|re salut|recoucou|me revoila|cc|coucou|slt|salut|bonjour|bjr|bonsoir|bsr|yo|wesh|wsh|hey|hello|ca va|sa va|cv`,
    ],
  ] as const
).map(([kind, pattern]) => [kind, new RegExp(`^(?:${pattern})$`)])
