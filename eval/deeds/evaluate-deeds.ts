import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import type { SearchConfig } from '#retrieval/config.ts'
import { linkLines } from '#retrieval/link/link-lines.ts'
import { percentile } from '../metrics/percentile.ts'
import { openSearchAside } from '../open-search-aside.ts'
import { places, romeIfPresent } from '../places.ts'
import { milliseconds } from '../report/figures.ts'
import type { Absent, Section, Table } from '../report/table.ts'
import { readGradedSet } from './graded-set.ts'
import type { Answered } from './measures.ts'
import { openPlainSearch, openWithoutPhrases } from './open-without-phrases.ts'
import { scoreTable, scoreTables } from './score.ts'

type What = {
  readonly folder?: string | undefined
  readonly rome?: string | undefined
  readonly config?: Partial<SearchConfig>
}

/**
 * Links every text of a graded set (`deeds-dev` unless `folder` is given) exactly as `npm run link`
 * does, on ROME when it is there and on the starter otherwise, and scores the answers; then once more
 * without our everyday phrases, which shows how much hangs on them.
 */
export async function evaluateDeeds({
  folder = places.deeds,
  rome = romeIfPresent(),
  config = {},
}: What): Promise<Section | Absent> {
  if (!existsSync(join(folder, 'items.jsonl'))) return { absent: `no graded set in ${folder}` }
  const search = await openSearchAside(rome, config)
  const { answered, times } = await ask(search.search, folder).finally(search.close)
  const bare = rome === undefined ? undefined : await ask(await openWithoutPhrases(rome), folder)
  const others = rome === undefined ? [] : await withoutMeaning(rome, folder)
  const at = (share: number) => `${milliseconds(percentile(times, share))} ms`
  return {
    name: 'deeds',
    command: 'npm run eval -- deeds',
    tables: [...scoreTables(answered, bare?.answered), ...others],
    notes: [
      `${basename(folder)}, ${answered.length} graded texts; ${search.description}.`,
      `Text to decision: p50 ${at(0.5)}, p99 ${at(0.99)} (no warm-up; see the bench).`,
      rome === undefined
        ? 'Full ROME was absent: most graded codes cannot be found in the starter.'
        : '« Without our phrases »: the same search and thresholds, the starter’s wording left out. What other people’s words get is probably between the two columns; the constants of the score were fitted on this set in both.',
      'In brackets: 95 % bootstrap over the texts, 2,000 draws, seed 1; Wilson where all texts agree.',
    ],
  }
}

/** The same thresholds were fitted with the dense part: without it, fewer proposals are to be expected. */
async function withoutMeaning(rome: string, folder: string): Promise<readonly Table[]> {
  const whole = await ask(await openPlainSearch(rome, { phrases: true, dense: false }), folder)
  const bare = await ask(await openPlainSearch(rome, { phrases: false, dense: false }), folder)
  const groups = [
    { name: 'all', answered: whole.answered },
    { name: 'without our phrases', answered: bare.answered },
  ]
  return [scoreTable('Words alone, without the dense encoder', groups)]
}

async function ask(
  search: SkillSearch,
  folder: string,
): Promise<{ answered: readonly Answered[]; times: readonly number[] }> {
  const items = new Map(readGradedSet(folder).map((item) => [item.id, item]))
  const texts = readFileSync(join(folder, 'items.jsonl'), 'utf8')
  const lines = await linkLines(search, texts, () => performance.now())
  return {
    answered: lines.flatMap((line) => {
      const item = items.get(line.id)
      return item === undefined ? [] : [{ item, line }]
    }),
    times: lines.map(({ ms }) => ms),
  }
}
