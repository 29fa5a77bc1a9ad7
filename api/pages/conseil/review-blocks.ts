import type { ThreadMessage } from '#bot/ports/message.ts'
import type { Draft, DraftItem, DraftLine, DraftSkill } from '#portfolio/cv.ts'
import type { Quote } from '#portfolio/quote.ts'
import { cutText } from '../cut-text.ts'

/** A stretch of a message, with the items that rest on it; none for the words in between. */
export type Piece = { readonly text: string; readonly items: readonly string[] }

export type QuotedMessage = {
  readonly id: string
  /** Unknown when the message is not in the thread any more. */
  readonly at?: Date
  readonly pieces: readonly Piece[]
}

/** One experience as the counsellor reads it: the person’s words, the CV line, the skills. */
export type ReviewBlock = {
  readonly experienceId: string
  readonly messages: readonly QuotedMessage[]
  readonly line: DraftLine | undefined
  readonly skills: readonly DraftSkill[]
}

/** Groups a draft by experience, in the order of its items, and finds the quotes in the thread. */
export function reviewBlocks(draft: Draft, thread: readonly ThreadMessage[]): ReviewBlock[] {
  const byExperience = Map.groupBy(draft.items, (item) => item.experienceId)
  return [...byExperience].map(([experienceId, items]) => ({
    experienceId,
    messages: quotedMessages(items, thread),
    line: items.find((item) => item.type === 'line'),
    skills: items.filter((item) => item.type === 'skill'),
  }))
}

function quotedMessages(
  items: readonly DraftItem[],
  thread: readonly ThreadMessage[],
): QuotedMessage[] {
  const quotes = items.flatMap((item) => item.quotes.map((quote) => ({ ...quote, item: item.id })))
  const byMessage = Map.groupBy(quotes, (quote) => quote.messageId)
  const known = thread.filter((message) => byMessage.has(message.id))
  const found = known.map((message) => ({
    id: message.id,
    at: message.at,
    pieces: cut(message.text, byMessage.get(message.id) ?? []),
  }))
  const knownIds = new Set(known.map((message) => message.id))
  const lost = [...byMessage].filter(([id]) => !knownIds.has(id))
  return [...found, ...lost.map(([id, those]) => ({ id, pieces: loose(those) }))]
}

type ItemQuote = Quote & { readonly item: string }

/** Cuts a message where quotes start and end. A quote that does not match its message is left out. */
function cut(text: string, quotes: readonly ItemQuote[]): Piece[] {
  return cutText(text, quotes).map((stretch) => ({
    text: stretch.text,
    items: [...new Set(stretch.over.map((quote) => quote.item))],
  }))
}

function loose(quotes: readonly ItemQuote[]): Piece[] {
  const byText = Map.groupBy(quotes, (quote) => quote.text)
  return [...byText].flatMap(([text, those], index) => [
    ...(index > 0 ? [{ text: ' … ', items: [] }] : []),
    { text, items: those.map((quote) => quote.item) },
  ])
}
