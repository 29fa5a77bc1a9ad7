import { cpus, loadavg } from 'node:os'
import { percentile } from '../metrics/percentile.ts'
import { milliseconds } from '../report/figures.ts'

/** One of the things compared. Each run answers the milliseconds of what it did, one by one. */
export type Lane = { readonly name: string; run(): Promise<readonly number[]> }

/** What one round of one lane took: its samples, and the time of the whole round, in milliseconds. */
export type Round = { readonly samples: readonly number[]; readonly wall: number }

/**
 * Runs the lanes in turn, A-B-A-B, after warm-up rounds that are thrown away, so that a machine that
 * slows down slows all of them. Answers the rounds of each lane, in the order of the lanes.
 */
export async function interleave(
  lanes: readonly Lane[],
  { warmUps, rounds }: { warmUps: number; rounds: number },
): Promise<readonly (readonly Round[])[]> {
  const kept: Round[][] = lanes.map(() => [])
  for (let round = -warmUps; round < rounds; round++) {
    for (const [place, lane] of lanes.entries()) {
      const start = performance.now()
      const samples = await lane.run()
      const wall = performance.now() - start
      if (round >= 0) kept[place]?.push({ samples, wall })
    }
  }
  return kept
}

/** The time of one asynchronous act, in milliseconds. */
export async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

/** Four cells: median, p95, p99 of all samples, and how many there were. */
export function timeCells(rounds: readonly Round[]): string[] {
  const all = rounds.flatMap(({ samples }) => samples)
  return [
    ...[0.5, 0.95, 0.99].map((share) => milliseconds(percentile(all, share))),
    String(all.length),
  ]
}

/** « 1.8× (1.7–2.1) »: `of` relative to `to`, round by round; median, least and most. */
export function ratioCell(
  of: readonly Round[],
  to: readonly Round[],
  measure: (round: Round) => number,
): string {
  const ratios = of.flatMap((round, place) => {
    const other = to[place]
    return other === undefined ? [] : [measure(round) / measure(other)]
  })
  const median = percentile(ratios, 0.5)
  if (median === undefined) return '–'
  return `${median.toFixed(2)}× (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`
}

export function medianOf({ samples }: Round): number {
  return percentile(samples, 0.5) ?? Number.NaN
}

/** On what it ran. Other work on the machine shows in the load. */
export function machine(): string {
  const [first] = cpus()
  const load = loadavg()[0]?.toFixed(1)
  return `${cpus().length} × ${first?.model.trim() ?? 'unknown processor'}, Node ${process.version}, load ${load} at the end. Times in milliseconds.`
}
