import { readFileSync } from 'node:fs'
import { conjugated, readingsOf } from './conjugation.ts'
import { withAccents } from './words.ts'

const slang = new Map(
  readFileSync(new URL('./slang-verbs.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): [string, string] => [line.split('\t')[0] ?? '', line.split('\t')[1] ?? '']),
)

/** The plain verb in the same form: « bossais » → « travaillais »; `undefined` for a verb that is not slang. */
export function withoutSlang(word: string): string | undefined {
  const reading = [word, ...withAccents(word)]
    .flatMap(readingsOf)
    .find(({ infinitive }) => slang.has(infinitive))
  return reading && conjugated(slang.get(reading.infinitive) ?? '', reading.tense, reading.person)
}
