import { conjugated, readingsOf, type VerbForm } from './conjugation.ts'
import { oneSlipAway, soundingLike, withAccents } from './words.ts'

/**
 * Who the verb that comes next belongs to, read from the words before it; `past`: after avoir or être;
 * `infinitive`: after « à », « pour », « faire »… */
export type Subject = 1 | 2 | 3 | 4 | 5 | 6 | 'past' | 'infinitive'

const persons: Readonly<Record<string, Subject>> = {
  je: 1,
  "j'": 1,
  tu: 2,
  il: 3,
  elle: 3,
  on: 3,
  ça: 3,
  qui: 3,
  nous: 4,
  vous: 5,
  ils: 6,
  elles: 6,
}
const clitics = new Set([
  'le',
  'la',
  'les',
  "l'",
  'lui',
  'leur',
  'me',
  "m'",
  'te',
  "t'",
  'se',
  "s'",
  'en',
  'y',
  'ne',
  "n'",
])
const auxiliaries = new Set(
  'ai as a avons avez ont avais avait avions avaient suis est sommes sont étais était étions étaient'.split(
    ' ',
  ),
)
const beforeInfinitive =
  /^(à|pour|sans|faire|fais|faisais|vais|allais|va|aller|peux|pouvais|sais|savais|dois|devais|veux|voulais|faut)$/
const adverbs = new Set(
  'bien pas déjà jamais tout tous aussi plus même toujours beaucoup trop souvent juste rien surtout'.split(
    ' ',
  ),
)

/** Reads backwards over pronouns and adverbs: « je les », « on a déjà », « moi qui ». Words in lower case. */
export function subjectBefore(words: readonly string[]): Subject | undefined {
  let index = words.length - 1
  while (index >= 0 && adverbs.has(words[index] ?? '')) index -= 1
  const auxiliary = words[index] ?? ''
  if (auxiliaries.has(auxiliary)) return 'past'
  index = words.length - 1
  while (index >= 0 && clitics.has(words[index] ?? '')) index -= 1
  const word = words[index] ?? ''
  if (beforeInfinitive.test(word)) return 'infinitive'
  if (word === 'qui' && words[index - 1] === 'moi') return 1
  return persons[word]
}

/**
 * The form that `word` stands for after this subject: « servé » after je → « servais », « aider » after
 * « j'ai » → « aidé », « plier » after je → « plie ». `undefined` when it is no verb we know.
 * `loose` also looks one slip away.
 */
export function verbFor(word: string, subject: Subject, loose: boolean): string | undefined {
  const sources = [
    () => [word],
    () => withAccents(word),
    () => soundingLike(word),
    () => (loose ? oneSlipAway(word) : []),
  ]
  for (const source of sources) {
    const readings = source().flatMap(readingsOf)
    const form = readings.length > 0 ? formFor(readings, subject) : undefined
    if (form !== undefined) return form
  }
  return undefined
}

function formFor(readings: readonly VerbForm[], subject: Subject): string | undefined {
  if (subject === 'infinitive') {
    const verb = readings.find(({ tense }) => tense === 'infinitive' || tense === 'participle')
    return verb?.infinitive
  }
  if (subject === 'past') {
    const participle = readings.find(({ tense }) => tense === 'participle')
    if (participle) return participle.form
    const verb = readings.find(({ tense }) => tense === 'infinitive' || tense === 'imperfect')
    return verb && conjugated(verb.infinitive, 'participle', 0)
  }
  const fitting = readings.find(({ person }) => person === subject)
  if (fitting) return fitting.form
  const first = readings.find(({ tense }) => tense !== 'gerund')
  if (!first) return undefined
  const tense =
    first.tense === 'infinitive'
      ? 'present'
      : first.tense === 'participle'
        ? /é(e?s?)$/.test(first.form)
          ? 'imperfect'
          : 'present'
        : first.tense
  return conjugated(first.infinitive, tense, subject)
}
