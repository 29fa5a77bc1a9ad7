import type { HeldOutScore } from './held-out.ts'
import type { PairSet } from './pairs.ts'
import type { TrainOptions } from './train-encoder.ts'

type Training = {
  readonly id: string
  readonly seed: number
  readonly date: Date
  /** Version of the ROME that was learnt. */
  readonly rome: string
  /** Mean loss of each epoch, nats. */
  readonly losses: readonly number[]
  readonly minutes: number
  readonly sets: readonly PairSet[]
  readonly scores: readonly HeldOutScore[]
  readonly options: TrainOptions
}

/** What an encoder was made from and how, for who must decide whether to trust it (Markdown). */
export const cardOf = (training: Training): string => {
  const { id, seed, date, rome, losses, minutes, sets, scores, options } = training
  const rows = sets.map(({ name, pairs }) => {
    const score = scores.find((one) => one.name === name)
    const held = score === undefined ? '–' : `${(score.found * 100).toFixed(1)} % of ${score.pairs}`
    return `| ${name} | ${pairs.length} | ${held} |`
  })
  return `# ${id}

Written by \`npm run train\`, ${date.toISOString().slice(0, 10)}, in ${minutes.toFixed(1)} minutes on one core. Do not edit.

- Data: ROME 4.0 v${rome} (France Travail), ESCO French labels (European Commission), our informal activities. No
  correspondence between ROME and ESCO, no graded set, no text of a person.
- Method: words, stems and character n-grams in ${options.buckets} buckets of ${options.dimension} signed bytes, added up; InfoNCE with the
  negatives of the batch.
- Seed ${seed}. ${Object.entries(options)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')}.
- Mean loss by epoch: ${losses.map((loss) => loss.toFixed(3)).join(', ')}.

| pairs | learnt | kept aside: right text nearest |
| --- | --: | --: |
${rows.join('\n')}

The kept-aside column tells that learning works, not that the search is good: see \`eval/README.md\`.
`
}
