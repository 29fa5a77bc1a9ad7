import type { InboxMessage } from '#bot/ports/message.ts'
import type { Linked, Span } from '#bot/ports/skill-search.ts'
import type { Danger } from '#bot/safety/find-danger.ts'
import type { Quote } from '#portfolio/quote.ts'

/** One message after another, as one text: what was held back first, then the messages of this turn. */
export type Source = { readonly messageId: string; readonly text: string }

/** What reached us in one turn, and what the search made of it. Made before the turn, so the turn is pure. */
export type Heard = {
  /** The messages this turn answers, in order of arrival; never empty. */
  readonly messages: readonly InboxMessage[]
  /** Their words, joined by line breaks: the answer to the open question. */
  readonly answer: string
  /** Everything to harvest: `answer`, after what was told before consent. */
  readonly sources: readonly Source[]
  /** Of all sources joined by line breaks; its offsets are those of `joined(sources)`. */
  readonly linked: Linked
  readonly danger: Danger | undefined
  /** The private address of the person's space, when they asked for it. */
  readonly spaceLink?: string
}

const lineBreak = '\n'

export function joined(sources: readonly Source[]): string {
  return sources.map((source) => source.text).join(lineBreak)
}

/** Turns a span of the joined text into a quote of the message it begins in, cut at its end. */
export function quoteOf(sources: readonly Source[], span: Pick<Span, 'start' | 'end'>): Quote {
  let from = 0
  for (const { messageId, text } of sources) {
    const to = from + text.length
    if (span.start <= to) {
      const start = Math.min(span.start - from, text.length)
      const end = Math.max(start, Math.min(span.end - from, text.length))
      return { messageId, start, end, text: text.slice(start, end) }
    }
    from = to + lineBreak.length
  }
  throw new Error('a span lies outside of the text it was found in')
}
