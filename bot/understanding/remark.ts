import { plain } from './plain.ts'

/** What people say instead of a story, which deserves better than « je ne comprends pas ». */
export type Remark = 'private' | 'wish' | 'nothing-done'

/** Age, address, religion, health; a job looked for; « j’ai rien fait dans ma vie ». */
export function remark(text: string): Remark | undefined {
  const said = ` ${plain(text)} `
  return signs.find(([, pattern]) => pattern.test(said))?.[0]
}

const signs: readonly (readonly [Remark, RegExp])[] = [
  [
    'nothing-done',
    / (?:(?:j ai|jai|g|j|ai) (?:jamais|jms) (?:rien |vraiment )?(?:travaille|travail|bosse|fait|fais|taffe)|(?:rien|r) (?:fait|fais|fé|a dire|a raconter|d interessant|dinteressant|de special|de ouf)|(?:vraiment|absolument) rien|(?:aucune|pas d|pas de|0|zero) (?:experience|exp|xp|experiences)|(?:sers|sert) a rien|(?:suis|jsuis|chui|jsui) (?:nul|nule|nulle|bon a rien|bonne a rien)) /,
  ],
  [
    'private',
    / (?:(?:j ai|jai|g) \d{2} ans|(?:j ?habite|j ?abite|je vis|jvis) |(?:je |j)?(?:suis|sui) (?:musulmane?|chretiene?|catholique|juive?|athee|croyante?|enceinte|malade|handicapee?|homo|gay|celibataire|mariee?|divorcee?|francaise?|algerien\w*|marocain\w*|tunisien\w*|malien\w*|ne en|nee en)|mon adresse|ma religion|mon age|ma maladie|mon handicap) /,
  ],
  [
    'wish',
    / (?:(?:je |j)?(?:cherche|veux|veu|voudrais?|aimerais?|voudrai|aimerai) (?:\S+ ){0,3}(?:taf|travail|boulot|job|emploi|stage|alternance|contrat|formation|travailler|bosser|devenir|faire|etre)|devenir |plus tard ) /,
  ],
]
