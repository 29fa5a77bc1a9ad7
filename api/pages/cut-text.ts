type Span = { readonly start: number; readonly end: number; readonly text: string }

/** A stretch of a text, and the spans that cover it; none for the words in between. */
export type Stretch<S extends Span> = {
  readonly text: string
  /** In UTF-16 units of the whole text, exclusive. */
  readonly end: number
  readonly over: readonly S[]
}

/**
 * Cuts a text where spans start and end; they may overlap. The stretches together are the text. A
 * span that does not match the text is left out.
 */
export function cutText<S extends Span>(text: string, spans: readonly S[]): readonly Stretch<S>[] {
  const exact = spans.filter((span) => text.slice(span.start, span.end) === span.text)
  const edges = new Set([0, text.length, ...exact.flatMap(({ start, end }) => [start, end])])
  const sorted = [...edges].sort((a, b) => a - b)
  return sorted.slice(0, -1).map((start, index) => {
    const end = sorted[index + 1] ?? text.length
    const over = exact.filter((span) => span.start <= start && span.end >= end)
    return { text: text.slice(start, end), end, over }
  })
}
