import { readingsOf, type VerbForm } from './conjugation.ts'
import type { Token } from './normalise.ts'

/** The verb of something I did. */
export type SpokenVerb = {
  readonly infinitive: string
  /** Index of the first word after it. */
  readonly next: number
  /** « les » in « je les lave ». */
  readonly pronoun: string | undefined
  readonly isNegated: boolean
  /** Told with avoir or être: the participles that follow are deeds too. */
  readonly isPast: boolean
}

const subjects = /^(je|j'|on|nous|moi|qui|c'|est|était|et|pour)$/
const objects = /^(le|la|les|l')$/
const others = /^(me|m'|te|t'|se|s'|lui|leur|y|en|nous|vous)$/
const adverbs =
  /^(bien|déjà|tout|tous|aussi|toujours|souvent|parfois|surtout|beaucoup|juste|même|encore|un|peu|des|fois|trop|mieux|vraiment|aussi)$/
const reflexive =
  /^(appeler|occuper|entraîner|repérer|adapter|entraider|renseigner|informer|former|organiser|présenter|servir|débrouiller)$/

/** Modal verbs: the deed is the infinitive that follows. */
const modal =
  /^(devoir|savoir|pouvoir|apprendre|commencer|continuer|arriver|essayer|finir|aller|venir)$/

const withEtre = /^(aller|monter|descendre|passer|retourner|travailler|intervenir)$/

/** Reads « je les ai bien rangés » from its first word; `undefined` when no verb stands there. */
export function verbOf(tokens: readonly Token[]): SpokenVerb | undefined {
  const words = tokens.map(({ text }) => text.toLowerCase().replace('’', "'"))
  let index = 0
  let pronoun: string | undefined
  let isReflexive = false
  let isNegated = false
  while (index < words.length && subjects.test(words[index] ?? '')) index += 1
  for (; index < words.length; index += 1) {
    const word = words[index] ?? ''
    if (/^(ne|n')$/.test(word)) isNegated = true
    else if (objects.test(word)) pronoun = word
    else if (others.test(word)) isReflexive ||= /^(me|m'|se|s')$/.test(word)
    else break
  }
  const readings = readingsOf(words[index] ?? '').filter(
    ({ tense }) => tense !== 'future' && tense !== 'conditional',
  )
  const first = bestReading(readings)
  if (!first) return undefined
  const isAuxiliary = /^(avoir|être)$/.test(first.infinitive) && first.tense !== 'infinitive'
  let next = index + 1
  while (
    /^(pas|jamais|rien|plus|point|guère|que dalle)$/.test(words[next] ?? '') ||
    adverbs.test(words[next] ?? '')
  ) {
    isNegated ||= /^(pas|jamais|rien|point)$/.test(words[next] ?? '')
    next += 1
  }
  if (isAuxiliary) {
    if (
      /^(le|la|les|l'|lui|leur|y|en)$/.test(words[next] ?? '') &&
      isPastParticiple(words[next + 1] ?? '')
    )
      next += 1
    const infinitive = isPastParticiple(words[next] ?? '')
    if (
      !infinitive ||
      /^(être|avoir)$/.test(infinitive) ||
      (first.infinitive === 'être' && !isReflexive && !withEtre.test(infinitive))
    )
      return { infinitive: first.infinitive, next, pronoun, isNegated, isPast: false }
    return withModal(
      {
        infinitive: named(infinitive, isReflexive),
        next: next + 1,
        pronoun,
        isNegated,
        isPast: true,
      },
      words,
    )
  }
  const adverbStart = index + 1
  const start = isNegated ? next : adverbStart
  return withModal(
    {
      infinitive: named(first.infinitive, isReflexive),
      next: start,
      pronoun,
      isNegated,
      isPast: false,
    },
    words,
  )
}

/** The infinitive of a past participle, `undefined` for another word. */
export function isPastParticiple(word: string): string | undefined {
  return readingsOf(word.toLowerCase()).find(({ tense }) => tense === 'participle')?.infinitive
}

/** « je veux », « j'aimerais », « je ferai »: nothing done yet, nor in what hangs on it. */
export function isWish(tokens: readonly Token[]): boolean {
  const verbs = tokens.slice(0, 5).flatMap(({ text }) => readingsOf(text.toLowerCase()))
  return verbs.some(
    ({ infinitive, tense, person }) =>
      person > 0 &&
      (wishes.test(infinitive) ||
        ((tense === 'future' || tense === 'conditional') && person === 1)),
  )
}

const wishes = /^(vouloir|espérer|souhaiter|rêver|aimer|préférer|détester)$/

/** Verbs that tell no deed: states, wishes, thoughts, and work without its content. */
export function isGeneric(verb: SpokenVerb, object: string): boolean {
  const { infinitive } = verb
  if (states.test(infinitive)) return true
  if (infinitive === 'faire') return object === '' || emptyFaire.test(object)
  if (infinitive === 'aller')
    return !/^(chercher|faire|au (conseil|magasin|marché)|aux? (réunions?|rendez-vous)|avec (eux|lui|elle) \S|à la (mairie|préfecture|banque|poste))/.test(
      object,
    )
  if (infinitive === 'regarder')
    return (
      object === '' ||
      !/^(les|la|le) (dates?|caméras?|prix|enfants?|petits|écrans?|niveaux?)/.test(object)
    )
  if (infinitive === 'dire') return !/^(le|les|l'|bonjour|aux?)/.test(object)
  if (infinitive === 'voir' || infinitive === 'prendre')
    return object === '' || /^(du plaisir|le bus|le train|mon temps|une pause)/.test(object)
  if (infinitive === 'passer')
    return (
      object === '' ||
      /^(mon|le|ma|un|mes|le code) ?(permis|bac|code|brevet|cap|bafa|temps|diplôme|examen|entretien|bon)/.test(
        object,
      )
    )
  return false
}

const states =
  /^(être|avoir|aimer|adorer|détester|préférer|vouloir|pouvoir|devoir|savoir|falloir|espérer|souhaiter|rêver|penser|croire|connaître|comprendre|trouver|sembler|rester|venir|revenir|partir|arriver|naître|mourir|vivre|habiter|travailler|dormir|réfléchir|attendre|commencer|finir|arrêter|continuer|courir|sentir|regretter|valoir|plaire|rire|perdre|devenir|chercher|postuler|quitter|tomber|grandir|galérer|stresser|ennuyer|s'appeler|souffrir|entrer|rentrer|marcher|essayer|appuyer|voyager|manger|boire|entendre|rater|manquer|oublier|découvrir|gagner|toucher|taire)$/

const emptyFaire =
  /^(?:(?:\d+|un|une|le|la|les|des|mon|ma|mes|deux|trois|plein de|de l'|de la|du|d'|l'|la|en) ?)*(?:petits? )?(stages?|formations?|immersions?|pmsmp|intérim|saisons?|alternance|apprentissage|école|études|bac|cap|service civique|rien|pas grand|veilleur|serveu\S+|vendeu\S+|animat\S+|caissi\S+|trucs?|choses?|semaines?|mois|ans?|jours?|uber|deliveroo|escalade|boxe|foot\S*|judo|karaté|danse|basket\S*|hand\S*|rugby|natation|musculation|sport|exprès|tout|comme|mieux|bien|partie|attention|gaffe|semblant|envie|taf|travail|boulots?|travaux|marchés?|maraudes?|cricket|vélo|téléphone|toiture|moto|fibre|job)(?=s? |s?$|s?,)/

function withModal(verb: SpokenVerb, words: readonly string[]): SpokenVerb {
  if (!modal.test(verb.infinitive)) return verb
  const at = /^(à|de|d'|par)$/.test(words[verb.next] ?? '') ? verb.next + 1 : verb.next
  const reading = readingsOf(words[at] ?? '').find(({ tense }) => tense === 'infinitive')
  if (
    !reading ||
    verb.infinitive === 'venir' ||
    (verb.infinitive === 'aller' && /^(chercher|faire)$/.test(reading.infinitive))
  )
    return verb
  return withModal({ ...verb, infinitive: reading.infinitive, next: at + 1 }, words)
}

function named(infinitive: string, isReflexive: boolean): string {
  if (!isReflexive || !reflexive.test(infinitive)) return infinitive
  return /^[aeiouéèêhâîôû]/.test(infinitive) ? `s'${infinitive}` : `se ${infinitive}`
}

function bestReading(readings: readonly VerbForm[]): VerbForm | undefined {
  const mine = readings.filter(
    ({ person, tense }) => person === 1 || person === 3 || person === 4 || tense === 'infinitive',
  )
  return mine.find(({ infinitive }) => infinitive === 'être') ?? mine[0]
}
