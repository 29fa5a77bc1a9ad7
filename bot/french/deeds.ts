import { type Clause, clausesOf } from './clauses.ts'
import { conjugated } from './conjugation.ts'
import { normalise, type Token } from './normalise.ts'
import { nounDeed, payment } from './noun-deeds.ts'
import { isGeneric, isPastParticiple, isWish, type SpokenVerb, verbOf } from './spoken-verb.ts'

/** A stretch of the raw text (UTF-16 units, `end` exclusive) and what was done, in the infinitive. */
export type FoundDeed = {
  readonly start: number
  readonly end: number
  readonly text: string
  /** Plain French: « faire la plonge ». */
  readonly words: string
}

type Draft = {
  readonly words: string
  readonly start: number
  readonly end: number
  readonly object: string
  readonly verb: string
  readonly isPast: boolean
}

/**
 * Elementary actions of the speaker, in the order they were told; « on » and « nous » count. What others
 * did, negations, wishes, questions, states and work without content (« j'ai travaillé ») are left out.
 */
export function findDeeds(raw: string): FoundDeed[] {
  const normal = normalise(raw)
  const drafts: Draft[] = []
  let recent: Draft | undefined
  let isBlocked = false
  for (const clause of clausesOf(normal)) {
    if (clause.hasSubject || clause.isFirst) isBlocked = false
    const paid = clause.isQuestion ? undefined : payment(clause.tokens)
    const mine: readonly Draft[] =
      clause.isMine && !isBlocked ? deedsOf(clause, normal.text, recent, drafts.at(-1)) : []
    const found: readonly Draft[] = paid ? [draft(clause.tokens, paid, '', paid, false)] : mine
    isBlocked ||= clause.hasSubject && found.length === 0 && saysNotDone(clause)
    drafts.push(...found)
    recent = found.at(-1)
  }
  const seen = new Set<string>()
  return drafts.flatMap(({ words, start, end }) => {
    if (seen.has(words)) return []
    seen.add(words)
    const span = normal.toRaw(start, end)
    return [{ ...span, text: raw.slice(span.start, span.end), words }]
  })
}

/** A wish or a negation: what follows without a new subject was not done either. */
function saysNotDone(clause: Clause): boolean {
  return isWish(clause.tokens) || (verbOf(clause.tokens)?.isNegated ?? false)
}

function deedsOf(
  clause: Clause,
  text: string,
  recent: Draft | undefined,
  last: Draft | undefined,
): Draft[] {
  if (clause.tokens[0]?.text.toLowerCase() === 'pour' && !recent) return []
  if (clause.kind === 'verb') return fromVerb(clause, text, last)
  return fromNoun(clause, text, recent)
}

function fromVerb(clause: Clause, text: string, last: Draft | undefined): Draft[] {
  const verb = verbOf(clause.tokens)
  if (!verb || verb.isNegated) return []
  const rest = trimmed(clause.tokens.slice(verb.next))
  const object = textOf(rest, text)
  if (isGeneric(verb, object)) return []
  const told = verb.infinitive === 'faire' ? nounDeed(rest, text) : undefined
  if (told && !told.startsWith('faire '))
    return [draft(clause.tokens.slice(0, verb.next).concat(rest), told, '', 'faire', verb.isPast)]
  const said = clause.tokens.slice(0, verb.next).concat(rest)
  if (/\b(plus tard|demain|bientôt|un jour)\b/.test(textOf(clause.tokens, text))) return []
  const meant = antecedent(verb, object, last)
  const isInfinitive = /^\S+(er|ir|re)( |$)/.test(object) && verb.infinitive === 'faire'
  const words = [verb.infinitive, ...(isInfinitive ? [object, meant] : [meant, object])]
    .filter(Boolean)
    .join(' ')
  return [draft(said, words, object || meant, verb.infinitive, verb.isPast)]
}

/** « je leur lis des histoires et je les couche » puts no story to bed. */
const care = /^(aider|coucher|réveiller|consoler|emmener|accompagner|garder|habiller|soigner)$/
const living = /enfant|bébé|petit|frère|sœur|personne|chien|chat|anima|cousin|neveu|nièce|gamin/

/** « les » in « je les branchais » stands for what was last spoken of. */
function antecedent(verb: SpokenVerb, object: string, last: Draft | undefined): string {
  if (!verb.pronoun || !last || /^(le|la|les|l'|un|une|des|du|mon|ma|mes) ?/.test(object)) return ''
  if (care.test(verb.infinitive) && !living.test(last.object)) return ''
  const head =
    /^(?:(?:les|le|la|une|un|des|du|mon|mes|ma|\d+) |l')\S+(?: des? \S+| d'\S+)?/.exec(
      last.object,
    )?.[0] ?? ''
  const isPlural = /^(les|des|mes|\d+)\b/.test(head)
  return (verb.pronoun === 'les') === isPlural || verb.pronoun === "l'"
    ? head.replace(/^des/, 'les')
    : ''
}

function fromNoun(clause: Clause, text: string, last: Draft | undefined): Draft[] {
  const tokens = trimmed(clause.tokens)
  if (tokens.length === 0) return []
  const object = textOf(tokens, text)
  if (/^(non|nan|oui|enfin|pas|jamais|pardon)( |$)/.test(object)) return []
  if (clause.continues && /^((de|d') ?(?!la |l')|par |un (au|en|à) )/.test(object)) return []
  if (
    clause.continues &&
    last &&
    /^(le |la |les |l'|du |des |un |une |mes |ma |mon |de la |de l')/.test(object)
  ) {
    return isTimeOrPerson(object)
      ? []
      : [draft(tokens, `${last.verb} ${object}`, object, last.verb, last.isPast)]
  }
  if (clause.continues && last?.isPast && isPastParticiple(tokens[0]?.text ?? '')) {
    const infinitive = isPastParticiple(tokens[0]?.text ?? '') ?? ''
    const after = textOf(tokens.slice(1), text)
    return [draft(tokens, [infinitive, after].filter(Boolean).join(' '), after, infinitive, true)]
  }
  const deed = nounDeed(tokens, text)
  if (deed) return [draft(tokens, deed, '', 'faire', false)]
  return clause.continues && last && tokens.length <= 4 && clause.isBareNoun && last.object !== ''
    ? [draft(tokens, `${last.verb} ${object}`, object, last.verb, last.isPast)]
    : []
}

function isTimeOrPerson(object: string): boolean {
  return /^(le|la|l'|les|un|une|ma|mon|mes) ?(soirs?|matins?|midi|week-ends?|été|hiver|nuit|après-midi|fois|peu|samedis?|dimanches?|vacances|semaine|journée|jours?|mois|ans?|père|mère|tante|oncle|chef|patronne?|oncle|autres?|reste)\b/.test(
    object,
  )
}

const stopAt =
  /^(depuis|pendant|durant|quand|lorsque|si|parce|car|comme|voilà|quoi|genre|aussi|surtout|parfois|souvent|après|ensuite|puis|mais|donc|du-coup|seule?|moi-même|toujours|déjà|là)$/

/** The object without what says when or how long. */
function trimmed(tokens: readonly Token[]): Token[] {
  const words = tokens.map(({ text }) => text.toLowerCase())
  let end = words.findIndex(
    (word, index) => index > 0 && (stopAt.test(word) || startsTime(words, index)),
  )
  if (words[0] && (stopAt.test(words[0]) || startsTime(words, 0))) {
    const skip = startsTime(words, 0) ? startsTime(words, 0) : 1
    return trimmed(tokens.slice(skip))
  }
  if (end === -1) end = words.length
  while (
    end > 0 &&
    /^(et|de|à|tout|un|peu|le|la|les|des|du|en|tous|moi|y|pour|avec|dans|chez)$/.test(
      words[end - 1] ?? '',
    )
  )
    end -= 1
  return tokens.slice(0, end)
}

/** How many words say a time from here: « le soir » 2, « tous les jours » 3, « 4x par semaine » 3. */
function startsTime(words: readonly string[], index: number): number {
  const ahead = words.slice(index, index + 5).join(' ')
  const found = timePhrase.exec(ahead)?.[0]
  return found ? found.split(' ').length : 0
}

const timePhrase =
  /^(?:(?:tous|tout|toutes) les (?:jours|soirs|matins|week-ends|étés|ans|mois|samedis|dimanches|mercredis|semaines|vacances)|tout le temps|(?:le|les|un|l'|chaque|cet|tout l'|tout le|par|au) ?(?:matins?|midis?|soirs?|nuits?|week-ends?|été|hiver|après-midi|samedis?|dimanches?|mercredis?|jour|semaine|mois|an)(?: tôt)?|à la fin|à l'heure|des fois|de temps en temps|un peu|du coup|tout seule?|toute seule|\d+ ?(?:x|fois) par \S+|\d+ (?:soirs?|jours?|heures?|fois|mois|ans?|semaines?)(?: par \S+)?|à \d+h?\S*|en \d{4}|en été|en hiver|l'an dernier|en fait|en plus)(?= |$)/

function textOf(tokens: readonly Token[], text: string): string {
  const first = tokens[0]
  const last = tokens.at(-1)
  return first && last ? text.slice(first.start, last.end).replace(/\s+/g, ' ') : ''
}

function draft(
  tokens: readonly Token[],
  words: string,
  object: string,
  verb: string,
  isPast: boolean,
): Draft {
  const [head = ''] = verb.split(' ')
  const infinitive = conjugated(head, 'infinitive', 0) ? verb : head
  return {
    words: words
      .replace(/ a (?=(?:la|mon|ma|mes|son|sa|ses|leurs?) |l['’])/g, ' à ')
      .replace(/^(aider .+) a (\p{L}+)é(?=$| )/u, '$1 à $2er'),
    object,
    verb: infinitive,
    isPast,
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
  }
}
