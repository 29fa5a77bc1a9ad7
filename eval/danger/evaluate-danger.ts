import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { pathToFileURL } from 'node:url'
import { findDanger } from '#bot/safety/find-danger.ts'
import { readRows } from '#bot/safety/read-rows.ts'
import { BadSet } from '../bad-set.ts'
import { places } from '../places.ts'
import { counted } from '../report/figures.ts'
import type { Absent, Section } from '../report/table.ts'

/** A line, the level at which somebody should hear it, and the level at which we did; 0 is no danger. */
export type Heard = { readonly expected: number; readonly found: number }

const columns = ['lines', 'count', 'share']

/**
 * How many lines are heard at their level or above, and how many harmless ones raise an alarm. `file`
 * holds `level<TAB>text`; without it, the lines on which the patterns were tuned, and beside them some
 * on which they were not. Shows counts only, never a line: a file may hold somebody's words. Throws
 * `BadSet` for a line without a level.
 */
export function evaluateDanger(file?: string): Section | Absent {
  if (file !== undefined && !existsSync(file)) return { absent: `no danger lines in ${file}` }
  const table = (title: string, files: readonly string[]) => ({
    title,
    columns,
    rows: dangerRows(files.flatMap(hearFile)),
  })
  const brackets = 'In brackets: 95 % Wilson interval, in percent.'
  if (file !== undefined) {
    return {
      name: 'danger',
      command: `npm run eval -- danger ${basename(file)}`,
      tables: [table(basename(file), [file])],
      notes: [brackets],
    }
  }
  return {
    name: 'danger',
    command: 'npm run eval -- danger',
    tables: [
      table('Lines never tuned on (eval/danger/unseen.tsv)', [places.dangerUnseen]),
      table('Lines tuned on (bot/safety)', [places.dangerHeard, places.dangerLookalikes]),
    ],
    notes: [
      'Believe the first table. The second holds the lines the patterns were tuned on: it shows that nothing broke.',
      'Before tuning, four rounds of unseen lines were heard at their level 67-78 % of the time: expect 20-30 % missed on new wording.',
      brackets,
    ],
  }
}

function hearFile(file: string): Heard[] {
  return readRows(pathToFileURL(file).href).map(({ cells: [level = '', text = ''], line }) => {
    if (!/^[0-3]$/.test(level)) {
      throw new BadSet(`${basename(file)}, line ${line}: a level from 0 to 3 must come first`)
    }
    return { expected: Number(level), found: findDanger(text)?.level ?? 0 }
  })
}

export function dangerRows(lines: readonly Heard[]): string[][] {
  const row = (name: string, among: readonly Heard[], isHit: (one: Heard) => boolean) => [
    name,
    String(among.length),
    counted(among.filter(isHit).length, among.length),
  ]
  const real = lines.filter(({ expected }) => expected > 0)
  const harmless = lines.filter(({ expected }) => expected === 0)
  return [
    ...[3, 2, 1].map((level) =>
      row(
        `level ${level}, heard at ${level === 3 ? 'it' : 'it or above'}`,
        atLevel(real, level),
        ({ found }) => found >= level,
      ),
    ),
    row('all of them, at their level or above', real, ({ expected, found }) => found >= expected),
    row('all of them, heard at all', real, ({ found }) => found > 0),
    row('bad moment (1) raised to an alarm', atLevel(real, 1), ({ found }) => found >= 2),
    row('no danger, false alarm (2 or 3)', harmless, ({ found }) => found >= 2),
    row('no danger, soft message (1)', harmless, ({ found }) => found === 1),
  ]
}

function atLevel(lines: readonly Heard[], level: number): readonly Heard[] {
  return lines.filter(({ expected }) => expected === level)
}
