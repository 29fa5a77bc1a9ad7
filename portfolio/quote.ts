/**
 * The person's own words: a span of one stored message. Every derived thing (deed, claim, CV line)
 * carries at least one, so that a counsellor can always read where it comes from.
 */
export type Quote = {
  /** The message as stored in the inbox. */
  readonly messageId: string
  /** Offsets in the verbatim, in UTF-16 units; `end` is exclusive. */
  readonly start: number
  readonly end: number
  /** `verbatim.slice(start, end)`, kept beside the offsets so that a record reads on its own. */
  readonly text: string
}
