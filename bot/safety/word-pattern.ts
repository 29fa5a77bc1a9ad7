import { foldWords, type Word } from './fold-words.ts'

/** A sequence of words as `patterns.tsv` writes it, ready to be tried at any place of a text. */
export type WordPattern = {
  /** Whether a match may begin with this word: lets a caller try only what can succeed. */
  readonly mayStartWith: (word: Word) => boolean
  /** The index after the last word of the match that begins at `from`, or `undefined`. */
  readonly endOfMatch: (words: readonly Word[], from: number) => number | undefined
}

/**
 * Compiles the notation explained at the head of `patterns.tsv`. Time per trial is bounded: a gap is
 * three words at most and nothing repeats. Throws for a pattern that cannot be read, with its text.
 */
export function compilePattern(text: string, lists: ReadonlyMap<string, string>): WordPattern {
  const parts = text.split(/\s+/).map((part) => compilePart(part, text, lists))
  const first = parts[0]
  if (!first || first.isGap || first.isOptional)
    throw new Error(`Pattern "${text}" must begin with a word that is not optional.`)
  return {
    mayStartWith: first.accepts,
    endOfMatch: (words, from) => endOf(parts, 0, words, from),
  }
}

const longestGap = 3

type Part = {
  readonly isGap: boolean
  readonly isOptional: boolean
  readonly accepts: (word: Word) => boolean
}

function endOf(
  parts: readonly Part[],
  at: number,
  words: readonly Word[],
  from: number,
): number | undefined {
  const part = parts[at]
  if (!part) return from
  if (part.isGap) {
    for (let skipped = 0; skipped <= longestGap; skipped += 1) {
      const end = endOf(parts, at + 1, words, from + skipped)
      if (end !== undefined) return end
    }
    return undefined
  }
  const word = words[from]
  const taken = word && part.accepts(word) ? endOf(parts, at + 1, words, from + 1) : undefined
  if (taken !== undefined) return taken
  return part.isOptional ? endOf(parts, at + 1, words, from) : undefined
}

function compilePart(part: string, text: string, lists: ReadonlyMap<string, string>): Part {
  if (part === '..') return { isGap: true, isOptional: false, accepts: () => false }
  const isOptional = part.endsWith('?')
  const names = (isOptional ? part.slice(0, -1) : part).split('|').flatMap((name) => {
    if (!name.startsWith('@')) return [name]
    const list = lists.get(name.slice(1))
    if (!list) throw new Error(`Pattern "${text}" names the list ${name}, which is not defined.`)
    return list.split('|')
  })
  const exact = new Set<string>()
  const keys = new Set<string>()
  const prefixes: string[] = []
  for (const name of names) {
    const word = onlyWord(name, text)
    if (name.endsWith('*')) prefixes.push(word.full)
    else if (name.startsWith('=')) exact.add(word.full)
    else keys.add(word.key)
  }
  return {
    isGap: false,
    isOptional,
    accepts: ({ key, full }) =>
      keys.has(key) || exact.has(full) || prefixes.some((prefix) => full.startsWith(prefix)),
  }
}

function onlyWord(name: string, text: string): Word {
  const [word, ...others] = foldWords(name)
  if (!word || others.length > 0)
    throw new Error(`In pattern "${text}", "${name}" is not one plain word.`)
  return word
}
