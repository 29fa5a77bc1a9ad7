import { readingsOf } from './conjugation.ts'
import { lexiconEntry, longestEntry } from './lexicon.ts'
import { plainWord } from './plain-word.ts'

export type Token = { readonly text: string; readonly start: number; readonly end: number }

export type Normalised = {
  /** Plain French. Never shown to the person as a correction. */
  readonly text: string
  /** Words of `text`, with their place in it (UTF-16 units, `end` exclusive). */
  readonly tokens: readonly Token[]
  /** The smallest stretch of what was typed that gave this stretch of `text`; whole words. */
  toRaw(start: number, end: number): { start: number; end: number }
}

type Piece = {
  readonly text: string
  readonly rawStart: number
  readonly rawEnd: number
  readonly isCopy: boolean
}

const wordPattern =
  /aujourd['’]hui|(?:[jldmtscn]|qu|jusqu|lorsqu|puisqu|quelqu|presqu)['’](?=\p{L})|[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{N}]+)*|\+(?=\s*\p{L})/giu

/**
 * SMS, spelling by ear, slang and learner's French → plain French: « jfesé la plonge o resto » →
 * « je faisais la plonge au restaurant ». Plain French comes back unchanged, and so do names,
 * numbers, dates and codes. Linear in the length of the text.
 */
export function normalise(text: string): Normalised {
  const pieces = rewrite(text)
  const joined = pieces.map((piece) => piece.text).join('')
  return {
    text: joined,
    tokens: wordsOf(joined),
    toRaw: (start, end) => toRaw(pieces, start, end),
  }
}

/** Words of a text: an elided word (« j' ») is a word of its own. */
function wordsOf(text: string): Token[] {
  return Array.from(text.matchAll(wordPattern), (match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function rewrite(text: string): Piece[] {
  const words = wordsOf(text)
  const isCareful = looksCareful(text, words)
  const pieces: Piece[] = []
  const before: string[] = []
  let at = 0
  for (let index = 0; index < words.length; ) {
    const first = words[index]
    if (!first) break
    const gap = text.slice(at, first.start)
    pieces.push({ text: gap, rawStart: at, rawEnd: first.start, isCopy: true })
    if (/[.!?;\n]/.test(gap)) before.length = 0
    const found = expression(text, words, index, before)
    const last = found ? words[index + found.length - 1] : first
    const end = last?.end ?? first.end
    const written = text.slice(first.start, end)
    const context = {
      before,
      isCareful,
      isStart: startsSentence(text, first.start),
      next: nextWord(text, words, index + (found?.length ?? 1)),
    }
    const plain = found?.french ?? plainWord(written, context)
    pieces.push({
      text: sameCase(written, plain),
      rawStart: first.start,
      rawEnd: end,
      isCopy: written === plain,
    })
    const isElided = /['’]$/.test(plain) && plain !== written
    before.push(
      ...(isElided ? [{ text: plain }] : wordsOf(plain)).map((token) =>
        token.text.toLowerCase().replace('’', "'"),
      ),
    )
    at = end
    if (plain === '' || isElided) at += /^\s*/.exec(text.slice(end))?.[0].length ?? 0
    index += found?.length ?? 1
  }
  pieces.push({ text: text.slice(at), rawStart: at, rawEnd: text.length, isCopy: true })
  return pieces
}

/** The longest expression of several words of the lexicon that begins here. */
function expression(
  text: string,
  words: readonly Token[],
  index: number,
  before: readonly string[],
) {
  const first = words[index]
  if (!first || (before.at(-1) === 'il' && /^y/i.test(first.text))) return undefined
  for (let length = longestEntry; length > 1; length -= 1) {
    const last = words[index + length - 1]
    if (!last) continue
    const french = lexiconEntry(text.slice(first.start, last.end))
    if (french !== undefined) return { length, french }
  }
  return undefined
}

/** Written with care: a capital, and no abbreviation. Then nothing is guessed. */
function looksCareful(text: string, words: readonly Token[]): boolean {
  if (!/^\s*[«"(]?\s*\p{Lu}/u.test(text)) return false
  const known = words.filter(({ text: word }) => readingsOf(word.toLowerCase()).length > 0)
  const odd = words.filter(
    ({ text: word }) => /^\p{Ll}{1,3}$/u.test(word) && lexiconEntry(word) !== undefined,
  )
  return odd.length === 0 && (known.length > 0 || words.length < 4) && /[’'éèàêç,.]/.test(text)
}

function startsSentence(text: string, start: number): boolean {
  return start === 0 || /(^|[.!?:\n«"(-])\s*$/.test(text.slice(Math.max(0, start - 4), start))
}

function nextWord(text: string, words: readonly Token[], index: number): string | undefined {
  const next = words[index]
  const previous = words[index - 1]
  if (!next || !previous || /[^\s]/.test(text.slice(previous.end, next.start))) return undefined
  return next.text.toLowerCase()
}

function sameCase(written: string, plain: string): string {
  if (written === plain || plain === '' || !/^\p{Lu}(\p{Ll}|$|['’])/u.test(written)) return plain
  return plain.charAt(0).toUpperCase() + plain.slice(1)
}

function toRaw(pieces: readonly Piece[], start: number, end: number) {
  let at = 0
  let rawStart: number | undefined
  let rawEnd = 0
  for (const piece of pieces) {
    const pieceEnd = at + piece.text.length
    if (pieceEnd > start && at < end) {
      rawStart ??= piece.isCopy ? piece.rawStart + Math.max(0, start - at) : piece.rawStart
      rawEnd = piece.isCopy
        ? piece.rawStart + Math.min(end - at, piece.rawEnd - piece.rawStart)
        : piece.rawEnd
    }
    at = pieceEnd
  }
  return { start: rawStart ?? 0, end: Math.max(rawStart ?? 0, rawEnd) }
}
