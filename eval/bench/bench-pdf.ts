import { aCv } from '#workers/render/cv.fixture.ts'
import { openCvPdf } from '#workers/render/open-cv-pdf.ts'
import { milliseconds } from '../report/figures.ts'
import type { Section } from '../report/table.ts'
import { interleave, type Lane, machine, medianOf, ratioCell, timeCells, timed } from './harness.ts'

const experiences = [1, 3, 8] as const
const perRound = 30

/**
 * From a CV to the bytes of its PDF, through the thread that production uses. Every CV has another
 * name, so that no cache answers for the compiler; the date is that of the run.
 */
export async function benchPdf(): Promise<Section> {
  const pdf = openCvPdf()
  let made = 0
  let bytes = 0
  const renderOne = async (count: number) => {
    const cv = aCv(count, { name: `Inès Nuñez ${++made}` })
    bytes = (await pdf.render(cv, new Date())).length
  }
  const sizes = new Map<number, number>()
  try {
    const first = await timed(() => renderOne(3))
    const lanes = experiences.map(
      (count): Lane => ({
        name: `${count} experience${count > 1 ? 's' : ''}`,
        run: async () => {
          const samples: number[] = []
          for (let one = 0; one < perRound; one++) samples.push(await timed(() => renderOne(count)))
          sizes.set(count, bytes)
          return samples
        },
      }),
    )
    const measured = await interleave(lanes, { warmUps: 1, rounds: 7 })
    const smallest = measured[0] ?? []
    return {
      name: 'bench-pdf',
      command: 'npm run bench -- pdf',
      tables: [
        {
          title: 'CV to PDF',
          columns: ['CV', 'p50', 'p95', 'p99', 'samples', 'p50 relative to 1', 'kB'],
          rows: lanes.map(({ name }, place) => {
            const rounds = measured[place] ?? []
            const kilobytes = ((sizes.get(experiences[place] ?? 0) ?? 0) / 1_000).toFixed(0)
            return [name, ...timeCells(rounds), ratioCell(rounds, smallest, medianOf), kilobytes]
          }),
        },
      ],
      notes: [
        machine(),
        `${perRound} CVs a round, one at a time, names all different, the rest of each CV the same (which flatters the compiler’s cache); 1 warm-up, 7 rounds in turn.`,
        `The very first CV, with the start of the thread: ${milliseconds(first)} ms.`,
        'PDF/UA-1, embedded fonts. No other maker of PDF is installed, so there is no ratio to one.',
      ],
    }
  } finally {
    await pdf.close()
  }
}
