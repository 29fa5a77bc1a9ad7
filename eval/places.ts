import { existsSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Data that is not ours to publish lives beside the repository, and may be absent. */
export const places = {
  deeds: join(root, '../shared/eval/deeds-dev'),
  scorer: join(root, '../shared/eval/score.mjs'),
  melo: join(root, '../shared/eval/melo-fra'),
  rome: join(root, '../shared/data/rome-v460'),
  transcripts: join(root, 'bot/dialogue/transcripts'),
  dangerHeard: join(root, 'bot/safety/positives.tsv'),
  dangerLookalikes: join(root, 'bot/safety/negatives.tsv'),
  dangerUnseen: join(root, 'eval/danger/unseen.tsv'),
  readme: join(root, 'eval/README.md'),
} as const

/** The full ROME when it is there. */
export function romeIfPresent(): string | undefined {
  return existsSync(places.rome) ? places.rome : undefined
}
