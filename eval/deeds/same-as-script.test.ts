import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ratioOf } from '../metrics/share.ts'
import { places } from '../places.ts'
import { anAnswer } from './deeds.fixture.ts'
import { type GradedItem, readGradedSet } from './graded-set.ts'
import { type Answered, measures } from './measures.ts'

const isPresent = existsSync(places.deeds) && existsSync(places.scorer)
if (!isPresent)
  console.warn('ABSENT: ../shared/eval. Our scorer was NOT compared with the script of the set.')

/** Some right codes, some wrong ones, in an order that depends on the place alone. */
const answerTo = ({ grades, savoirEtre, jobs }: GradedItem, place: number): Answered['line'] => {
  const right = [...grades.keys(), ...savoirEtre]
  const mixed = right.flatMap((code, at) => ((at + place) % 3 === 0 ? ['+1', code] : [code]))
  const codes = mixed.map((code, at) => ((at + place) % 4 < 2 ? `+${code}` : code))
  return anAnswer(place % 2 === 0 ? codes : codes.toReversed(), {
    jobs: place % 3 === 0 ? ['Z9999', ...jobs] : jobs.slice(1),
    none: place % 7 === 0,
  })
}

test.runIf(isPresent)('our measures equal those of the script that comes with the set', () => {
  const answered = readGradedSet(places.deeds).map((item, place) => ({
    item,
    line: answerTo(item, place),
  }))
  const folder = mkdtempSync(join(tmpdir(), 'raconte-score-'))
  const results = join(folder, 'results.jsonl')
  writeFileSync(
    results,
    answered.map(({ item, line }) => `${JSON.stringify({ id: item.id, ...line })}\n`).join(''),
  )
  const [qrels, items] = ['qrels.jsonl', 'items.jsonl'].map((name) => join(places.deeds, name))
  const printed = execFileSync(process.execPath, [
    ...[places.scorer, qrels ?? '', results, items ?? '', '--json'],
  ]).toString()
  rmSync(folder, { recursive: true })

  const script: Record<string, Record<string, string | number>> = JSON.parse(printed)
  const ours = (members: readonly Answered[]) =>
    Object.fromEntries(
      measures.map(({ inScript, of }) => [inScript, ratioOf(members.map(of))?.toFixed(3) ?? '-']),
    )
  expect(script.all).toMatchObject(ours(answered))
  const groups = Object.keys(script).filter((name) => name !== 'all')
  expect(groups.length).toBe(13)
  for (const name of groups) {
    const value = name.slice(name.indexOf(':') + 1)
    const members = answered.filter(
      ({ item }) => (name.startsWith('reg:') ? item.register : item.kind) === value,
    )
    expect(script[name], name).toMatchObject({ n: members.length, ...ours(members) })
  }
})
