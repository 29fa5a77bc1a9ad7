import type { Dialogue } from '#bot/dialogue/dialogue.ts'
import { kandelMoles, sentences, wordsPerSentence } from '#bot/french/readability.ts'

export type Template = {
  readonly step: string
  readonly text: string
  /** Kandel and Moles (1958): about 100 very easy, under 30 very hard. */
  readonly score: number
  /** Words and sentences, of which the mean length is the ratio. */
  readonly words: number
  readonly sentences: number
}

/**
 * Every wording of the dialogue that holds words of ours, the hardest first. What is filled in between
 * braces is left out: somebody else said it.
 */
export function readTemplates(dialogue: Dialogue): readonly Template[] {
  const wordings = [...dialogue.values()].flatMap(({ id, tu, vous, kinds }) =>
    [tu, vous ?? [], ...Object.values(kinds ?? {})].flat().map((text) => ({ step: id, text })),
  )
  return wordings
    .flatMap(({ step, text }) => {
      const ours = text.replaceAll(/"?\{\w+\}"?/g, '')
      const score = kandelMoles(ours)
      const count = sentences(ours).length
      return score === undefined
        ? []
        : [{ step, text, score, words: wordsPerSentence(ours) * count, sentences: count }]
    })
    .sort((a, b) => a.score - b.score)
}
