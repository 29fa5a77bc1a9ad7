import { readingsOf } from './conjugation.ts'
import type { Normalised, Token } from './normalise.ts'
import { isPastParticiple } from './spoken-verb.ts'
import { isNounLike } from './words.ts'

/** A stretch of speech around one verb, or a group of words without any. */
export type Clause = {
  readonly tokens: readonly Token[]
  readonly kind: 'verb' | 'noun'
  /** Said of the speaker: « je », « on », « moi qui », or nobody named. */
  readonly isMine: boolean
  /** Follows what the speaker did after a comma or « et ». */
  readonly continues: boolean
  readonly isBareNoun: boolean
  /** The one who acts is named in it. */
  readonly hasSubject: boolean
  readonly isQuestion: boolean
  /** Opens a sentence. */
  readonly isFirst: boolean
}

type Chunk = {
  readonly tokens: readonly Token[]
  readonly gap: string
  readonly isQuestion: boolean
  readonly joins: boolean
}

/** Cuts speech, punctuated or not, into clauses, and says of each whether the speaker acts in it. */
export function clausesOf(normal: Normalised): Clause[] {
  const clauses: Clause[] = []
  let owner: 'me' | 'other' | 'nobody' = 'nobody'
  const chunks = chunksOf(normal)
  chunks.forEach((chunk, index) => {
    if (/[.!?\n;]|\/\//.test(chunk.gap)) owner = 'nobody'
    const words = chunk.tokens.map(({ text }) => text.toLowerCase().replace('’', "'"))
    const who = ownerOf(words)
    if (who === 'aside') return
    const isVerb = who === 'me' || startsWithVerb(words, owner, chunk.gap)
    const isOthers = who === 'other' || (who === undefined && owner === 'other')
    const isMine =
      !chunk.isQuestion && !isOthers && (chunk.joins || !isLeftToOthers(words, chunks[index + 1]))
    if (who === 'me' || who === 'other') owner = who
    clauses.push({
      tokens: chunk.tokens,
      isQuestion: chunk.isQuestion,
      hasSubject: who !== undefined,
      isFirst: index === 0 || /[.!?\n;]|\/\//.test(chunk.gap),
      kind: isVerb ? 'verb' : 'noun',
      isMine,
      continues:
        owner === 'me' && who === undefined && (/^\s*[,:(]\s*$/.test(chunk.gap) || chunk.joins),
      isBareNoun:
        isNounLike(words[0] ?? '') && !/^(avec|chez|dans|pour|sur|à|en)$/.test(words[0] ?? ''),
    })
  })
  return clauses
}

const subordinators = /^(quand|lorsque|lorsqu'|si|parce|car|comme|où|ou|dont|que|qu'|puisque)$/
const connectors =
  /^(et|puis|mais|donc|après|ensuite|alors|pendant|bref|voilà|du|genre|aussi|bah|euh|ouais|oui|ah|ben|sinon|or)$/

function chunksOf({ text, tokens }: Normalised): Chunk[] {
  const chunks: Chunk[] = []
  let current: Token[] = []
  let gap = ''
  let joins = false
  const close = (at: number) => {
    const rest = text.slice(at)
    const isQuestion = /^[^.!\n;?]*\?/.test(rest) && !/\n/.test(rest.slice(0, rest.indexOf('?')))
    if (current.length > 0) chunks.push({ tokens: current, gap, isQuestion, joins })
    current = []
  }
  tokens.forEach((token, index) => {
    const before = text.slice(tokens[index - 1]?.end ?? 0, token.start)
    const isHard = /[.,;:!?\n()/]|\s-\s|…/.test(before)
    if (index === 0 || isHard || splitsBefore(tokens, index, current)) {
      close(tokens[index - 1]?.end ?? 0)
      gap = before
      joins = false
    }
    if (
      current.length === 0 &&
      connectors.test(token.text.toLowerCase()) &&
      !isAfterNoun(tokens, index)
    ) {
      joins ||= token.text.toLowerCase() === 'et'
      return
    }
    current.push(token)
  })
  close(tokens.at(-1)?.end ?? 0)
  return chunks
}

/** « après » and « du » open a clause only when they stand alone: « du coup », « après je… ». */
function isAfterNoun(tokens: readonly Token[], index: number): boolean {
  const word = tokens[index]?.text.toLowerCase()
  const next = tokens[index + 1]?.text.toLowerCase() ?? ''
  return word === 'du' ? next !== 'coup' : word === 'pendant'
}

function splitsBefore(tokens: readonly Token[], index: number, current: readonly Token[]): boolean {
  const word = lower(tokens[index])
  const previous = lower(tokens[index - 1])
  const next = lower(tokens[index + 1])
  if (current.length === 0) return false
  if (/^(je|j')$/.test(word)) return !subordinators.test(previous) && !/^(moi|que)$/.test(previous)
  if (/^(on|il|elle|ils|elles|tu|c')$/.test(word))
    return (
      !subordinators.test(previous) &&
      !/^(lui|elle|eux|qui|y|pour|avec|chez|de|à|d')$/.test(previous) &&
      next !== ''
    )
  if (word === 'moi') return /^(je|j'|c'|qui|on|non)$/.test(next)
  if (/^(quand|parce|mais|donc|puis|ensuite|voilà|sinon|qui)$/.test(word))
    return word !== 'qui' || previous !== 'moi'
  if (word === 'après')
    return (
      /^(je|j'|on|les|le|la)$/.test(next) || readingsOf(next).some(({ person }) => person === 1)
    )
  if (word === 'si') return /^(il|elle|y|je|j'|on|les|un)$/.test(next)
  if (word === 'pour')
    return /^(pas|ne)$/.test(next) || readingsOf(next).some(({ tense }) => tense === 'infinitive')
  if (word === 'et') return true
  return false
}

function lower(token: Token | undefined): string {
  return token?.text.toLowerCase().replace('’', "'") ?? ''
}

/** Who acts in a clause; `aside`: a subordinate clause that tells no deed of its own. */
function ownerOf(words: readonly string[]): 'me' | 'other' | 'aside' | undefined {
  const said = words.join(' ')
  if (
    /^(c' (est|était) )?(encore )?moi (qui|je|j'|on)( |$)/.test(said) ||
    /^(je|j')$/.test(words[0] ?? '')
  )
    return 'me'
  if (/^on\b/.test(said)) return /^on (m'|me|nous|t'|te) /.test(said) ? 'other' : 'me'
  if (
    /^nous (avons|étions|sommes|faisons)/.test(said) ||
    (words[0] === 'nous' && readingsOf(words[1] ?? '').some(({ person }) => person === 4))
  )
    return 'me'
  if (/^que (des|du|de)\b/.test(said)) return undefined
  if (/^(quand|lorsque|si|parce|car|comme|qui|que|dont|où)$/.test(words[0] ?? '')) return 'aside'
  if (words[0] === 'pour' && /^(pas|ne)$/.test(words[1] ?? '')) return 'aside'
  if (/^(il|elle|ils|elles|tu|vous|ça|ce|lui|eux)$/.test(words[0] ?? '')) return 'other'
  if (/^c'/.test(words[0] ?? '')) return /^c' (est|était) moi/.test(said) ? 'me' : 'other'
  return hasOwnSubject(words) ? 'other' : undefined
}

/** « mon frère conduit », « le chef cuisait »: a noun with its own verb. */
function hasOwnSubject(words: readonly string[]): boolean {
  if (!/^(mon|ma|mes|le|la|les|l'|un|une|son|sa|ses|des|leur|leurs|notre)$/.test(words[0] ?? ''))
    return false
  const isPerson = persons.test(words[1] ?? '') || persons.test(words[2] ?? '')
  const at = words.findIndex((word, index) => {
    if (index < 2 || index > 5) return false
    const finite = readingsOf(word).some(
      ({ person, tense }) =>
        (person === 3 || person === 6) && (tense === 'present' || tense === 'imperfect'),
    )
    return (
      finite &&
      (!isNounLike(word) || isPerson) &&
      !/^(de|d'|à|en|du|des|pour|la|le|les|un|une|mon|ma|mes)$/.test(words[index - 1] ?? '')
    )
  })
  return (
    at > 0 &&
    (isPerson ||
      /^(était|est|étaient|sont|a|avait|c')$/.test(words[at] ?? '') ||
      /^(les|des|la|le|un|une)$/.test(words[0] ?? ''))
  )
}

const persons =
  /^(père|mère|frères?|sœurs?|tante|oncle|cousine?s?|cheff?e?s?|patronn?e?s?|tuteur|tutrice|grand-père|grand-mère|parents|amie?s?|copains?|copines?|collègues?|clients?|gens|voisine?s?|professeure?s?|infirmi.re?|éducat\S+|directeur|directrice|formateur|maman|papa|fille|fils|femme|mari|petite?|bébé|enfants?|homme|dame|serveurs?|autres?)$/

function startsWithVerb(words: readonly string[], owner: string, gap: string): boolean {
  const index = words.findIndex(
    (word) => !/^(moi|ne|n'|me|m'|se|s'|y|en|lui|leur|pour)$/.test(word),
  )
  const word = words[index] ?? ''
  const readings = readingsOf(word)
  if (readings.some(({ tense }) => tense === 'infinitive')) return true
  if (owner !== 'me' || isPastParticiple(word)) return false
  return (
    readings.some(({ person }) => person === 1) &&
    (!isNounLike(word) || /et|après/.test(gap)) &&
    !/^(suis|ai)$/.test(word)
  )
}

/** « la coupe, c'est ma patronne »: what comes next gives it to somebody else. */
function isLeftToOthers(words: readonly string[], next: Chunk | undefined): boolean {
  if (!next || !/^(le|la|les|l'|tout|mon|ma)$/.test(words[0] ?? '')) return false
  const said = next.tokens.map(({ text }) => text.toLowerCase()).join(' ')
  return (
    /^(j' ai (juste|seulement|rien)|je (fais|touche|fait) (pas|rien))|^c' ?(est|était) (?!moi|tout|bien|trop|rien|ça|pas|super|dur|cool|quoi|quel|fatigant|physique|fini|comme|génial|long|bon|intéressant)/.test(
      said,
    ) && /^(\s*,?\s*)$/.test(next.gap)
  )
}
