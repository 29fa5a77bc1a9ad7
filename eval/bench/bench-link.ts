import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import { readGradedSet } from '../deeds/graded-set.ts'
import { openSearchAside } from '../open-search-aside.ts'
import { places, romeIfPresent } from '../places.ts'
import { milliseconds } from '../report/figures.ts'
import type { Section } from '../report/table.ts'
import { interleave, type Lane, machine, medianOf, ratioCell, timeCells, timed } from './harness.ts'

const limits = { skills: 20, jobs: 5 }

/**
 * From a message to its decision, on the full ROME when it is there and on the starter, in turn. The
 * messages are those of the graded set, or what people say in our transcripts when it is absent.
 */
export async function benchLink(): Promise<Section> {
  const rome = romeIfPresent()
  const texts = messages()
  const starter = await openSearchAside(undefined)
  const opening = performance.now()
  const full = rome === undefined ? undefined : await openSearchAside(rome)
  const opened = performance.now() - opening
  const searches = [full, starter].filter((search) => search !== undefined)
  try {
    const lanes = searches.map(({ description, search }) => laneOf(description, search, texts))
    const measured = await interleave(lanes, { warmUps: 2, rounds: 7 })
    const last = measured.at(-1) ?? []
    return {
      name: 'bench-link',
      command: 'npm run bench -- link',
      tables: [
        {
          title: 'Message to decision',
          columns: ['search', 'p50', 'p95', 'p99', 'samples', 'p50 relative to the starter'],
          rows: lanes.map(({ name }, place) => {
            const rounds = measured[place] ?? []
            return [name, ...timeCells(rounds), ratioCell(rounds, last, medianOf)]
          }),
        },
      ],
      notes: [
        machine(),
        `${texts.length} messages a round; 2 warm-ups, 7 rounds in turn; 20 skills and 5 jobs asked; one at a time.`,
        full === undefined
          ? 'Full ROME was absent: the starter alone was measured.'
          : `Importing ROME and building its index, from nothing: ${milliseconds(opened)} ms.`,
        'Read to the end (deeds, roles, search, score); not the search step alone, so not comparable with engines timed on one query.',
      ],
    }
  } finally {
    await Promise.all(searches.map(({ close }) => close()))
  }
}

function laneOf(name: string, search: SkillSearch, texts: readonly string[]): Lane {
  return {
    name,
    run: async () => {
      const samples: number[] = []
      for (const text of texts) samples.push(await timed(() => search.link(text, limits)))
      return samples
    },
  }
}

function messages(): readonly string[] {
  if (existsSync(places.deeds)) return readGradedSet(places.deeds).map(({ text }) => text)
  return readdirSync(places.transcripts).flatMap((file) =>
    readFileSync(join(places.transcripts, file), 'utf8')
      .split('\n')
      .flatMap(
        (line) => line.match(/^(?!Bot|Conseiller)\p{Lu}[\p{L}-]*(?: \(\w+\))?: (.+)$/u)?.[1] ?? [],
      ),
  )
}
