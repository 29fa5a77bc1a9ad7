import { type DangerKind, type DangerLevel, dangerData } from './danger-data.ts'
import { foldWords, type Word } from './fold-words.ts'
import type { WordPattern } from './word-pattern.ts'

/**
 * What in a message calls for a human before anything else. Levels: 3, danger now; 2, distress that
 * somebody must hear today; 1, a bad moment, acknowledged softly and without alarm. `matched` is the
 * place in the verbatim, in UTF-16 units, `end` exclusive.
 */
export type Danger = {
  readonly level: DangerLevel
  readonly kind: DangerKind
  readonly matched: { readonly start: number; readonly end: number }
}

/**
 * Listens for danger in one message, by words only: the same text always gives the same answer, no
 * service is asked, and time grows with the length of the text alone. The highest level wins, then
 * what was written first. Work slang, jokes, films and other people's troubles are set apart by the
 * `safe`, `calm`, `laugh` and `other` rows of `patterns.tsv`.
 */
export function findDanger(text: string): Danger | undefined {
  const words = foldWords(text)
  const scene: Scene = {
    words,
    safe: matches(words, safeStarters).map(({ row, from, end }) => ({
      from,
      end,
      enough: row.cancelsByOneWord ? 1 : 2,
    })),
    calm: places(words, (word) => dangerData.calm.some(({ has }) => has(word))),
    isLaughing: laughingEmoji.test(text) || words.some(dangerData.isLaugh),
  }
  let worst: Danger | undefined
  for (const { row, from, end } of matches(words, dangerStarters)) {
    const level = levelHere(scene, row, from, end)
    const [first, last] = [words[from], words[end - 1]]
    if (level === 0 || !first || !last || (worst && worst.level >= level)) continue
    worst = { level, kind: row.kind, matched: { start: first.start, end: last.end } }
  }
  return worst
}

type Stretch = { readonly from: number; readonly end: number }
type SafeStretch = Stretch & { readonly enough: number }
type Scene = {
  readonly words: readonly Word[]
  readonly safe: readonly SafeStretch[]
  readonly calm: readonly number[]
  readonly isLaughing: boolean
}
type DangerRow = (typeof dangerData.dangers)[number]

const laughingEmoji = /😂|🤣|😆|😹|😝|😜|💀/u
const calmReach = 15
const otherReach = 3

/** The rows that may begin with a word, found once per distinct word. */
function starters<T extends { readonly pattern: WordPattern }>(rows: readonly T[]) {
  const known = new Map<string, readonly T[]>()
  return (word: Word): readonly T[] => {
    const name = `${word.full} ${word.key}`
    const found = known.get(name) ?? rows.filter(({ pattern }) => pattern.mayStartWith(word))
    if (known.size < 20_000) known.set(name, found)
    return found
  }
}

const dangerStarters = starters(dangerData.dangers)
const safeStarters = starters(dangerData.safe)

function matches<T extends { readonly pattern: WordPattern }>(
  words: readonly Word[],
  startersOf: (word: Word) => readonly T[],
): (Stretch & { readonly row: T })[] {
  return words.flatMap((word, from) =>
    startersOf(word).flatMap((row) => {
      const end = row.pattern.endOfMatch(words, from)
      return end === undefined ? [] : [{ row, from, end }]
    }),
  )
}

function levelHere(scene: Scene, row: DangerRow, from: number, end: number): DangerLevel | 0 {
  if (isSafe(scene.safe, from, end) || isCalm(scene, row.kind, from)) return 0
  if (row.softensWithLaughter && scene.isLaughing) return row.level === 1 ? 0 : 1
  return isAboutSomebodyElse(scene.words, row.kind, from, end) ? 1 : row.level
}

/** A safe stretch cancels a match that shares enough words with it. */
function isSafe(safe: readonly SafeStretch[], from: number, end: number): boolean {
  return safe.some(
    (s) => Math.min(s.end, end) - Math.max(s.from, from) >= Math.min(s.enough, end - from),
  )
}

function isCalm({ words, calm }: Scene, kind: DangerKind, from: number): boolean {
  return calm.some((place) => {
    const word = words[place]
    return (
      word !== undefined &&
      Math.abs(place - from) <= calmReach &&
      dangerData.calm.some(({ kinds, has }) => kinds.has(kind) && has(word))
    )
  })
}

const ownKinds: ReadonlySet<DangerKind> = new Set(['suicide', 'homeless', 'distress', 'medical'])

function isAboutSomebodyElse(
  words: readonly Word[],
  kind: DangerKind,
  from: number,
  end: number,
): boolean {
  if (!ownKinds.has(kind) || words.slice(from, end).some(dangerData.isSelf)) return false
  for (let at = from - 1; at >= Math.max(0, from - otherReach); at -= 1) {
    const word = words[at]
    if (!word || dangerData.isSelf(word)) return false
    if (dangerData.isOther(word)) return true
  }
  return false
}

function places(words: readonly Word[], holds: (word: Word) => boolean): number[] {
  return words.flatMap((word, at) => (holds(word) ? [at] : []))
}
