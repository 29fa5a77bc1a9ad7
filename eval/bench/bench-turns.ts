import { memoryStores } from '#bot/ports/memory-stores.ts'
import { openSearchAside, type SearchAside } from '../open-search-aside.ts'
import { romeIfPresent } from '../places.ts'
import type { Section, Table } from '../report/table.ts'
import { type BenchPlace, embeddedPlace, memoryPlace, serverPlace } from './bench-places.ts'
import {
  interleave,
  type Lane,
  machine,
  type Round,
  ratioCell,
  timeCells,
  timed,
} from './harness.ts'
import { makeConversation, script, volumeOfTurn } from './whole-turn.ts'

const conversationsAtOnce = [1, 50] as const

/**
 * Whole turns on every kind of memory, against a bare insert of as many rows in the same database, in
 * turn. `server` is a DATABASE_URL; without it that part is said to be absent.
 */
export async function benchTurns(server: string | undefined): Promise<Section> {
  const search = await openSearchAside(romeIfPresent())
  const volume = await volumeOfTurn(memoryStores(), search.search)
  const openers = [
    memoryPlace,
    () => embeddedPlace(volume),
    ...(server === undefined ? [] : [() => serverPlace(server, volume)]),
  ]
  const tables: Table[] = []
  try {
    for (const open of openers) {
      const place = await open()
      tables.push(await benchPlace(place, search).finally(place.close))
    }
  } finally {
    await search.close()
  }
  return {
    name: 'bench-turns',
    command: `${server === undefined ? '' : 'DATABASE_URL=… '}npm run bench -- turns`,
    tables,
    notes: [
      machine(),
      `A turn: accept (one commit), load, listen and search (${search.description}), plan, commit. It writes ${volume.rows} rows of ${volume.bytes} bytes on average; the bare insert writes as many in one statement and one commit, so a turn that cost nothing but its two commits would show about 2×.`,
      'Ratios compare the time of whole rounds, one beside the other; 1 warm-up, 5 rounds in turn. At 50, a turn’s time includes waiting for a connection (10) and for the one thread that runs our code.',
      'Not counted: HTTP, the queue, the jobs that follow, the wait for the end of a burst.',
      ...(server === undefined ? ['DATABASE_URL was not set: no server was measured.'] : []),
    ],
  }
}

async function benchPlace(place: BenchPlace, { search }: SearchAside): Promise<Table> {
  const converse = makeConversation(place.stores, search)
  const rows: string[][] = []
  for (const atOnce of conversationsAtOnce) {
    const batches = atOnce === 1 ? 10 : 1
    const turns: Lane = {
      name: 'whole turn',
      run: () => repeat(batches, async () => (await together(atOnce, converse)).flat()),
    }
    const { insert } = place
    const bare: Lane[] = insert
      ? [
          {
            name: 'bare insert',
            run: () =>
              repeat(batches, async () => (await together(atOnce, () => inSeries(insert))).flat()),
          },
        ]
      : []
    const measured = await interleave([turns, ...bare], { warmUps: 1, rounds: 5 })
    const [ofTurns = [], ofBare] = measured
    rows.push([
      `whole turn, ${atOnce} at once`,
      ...timeCells(ofTurns),
      perSecond(ofTurns),
      ofBare ? ratioCell(ofTurns, ofBare, ({ wall }) => wall) : '–',
    ])
    if (ofBare)
      rows.push([`bare insert, ${atOnce} at once`, ...timeCells(ofBare), perSecond(ofBare), '1'])
  }
  return {
    title: `Turns, ${place.name}`,
    columns: ['what', 'p50', 'p95', 'p99', 'samples', 'per second', 'time relative to bare insert'],
    rows,
  }
}

/** As many inserts as a conversation has turns. */
async function inSeries(insert: () => Promise<unknown>): Promise<readonly number[]> {
  const samples: number[] = []
  for (let turn = 0; turn < script.length; turn++) samples.push(await timed(insert))
  return samples
}

function together<T>(count: number, act: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: count }, act))
}

async function repeat(times: number, act: () => Promise<readonly number[]>): Promise<number[]> {
  const samples: number[] = []
  for (let time = 0; time < times; time++) samples.push(...(await act()))
  return samples
}

function perSecond(rounds: readonly Round[]): string {
  const count = rounds.reduce((sum, { samples }) => sum + samples.length, 0)
  const wall = rounds.reduce((sum, round) => sum + round.wall, 0)
  return ((count * 1_000) / wall).toFixed(0)
}
