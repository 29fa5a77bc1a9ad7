/** What surrounds a written word. */
export type WordContext = {
  /** Words already rewritten in this sentence, lower case. */
  readonly before: readonly string[]
  /** The next word as typed, lower case, when nothing but a space comes between. */
  readonly next: string | undefined
  /** First word of a sentence. */
  readonly isStart: boolean
  /** The message is written with care: then nothing is guessed. */
  readonly isCareful: boolean
}
