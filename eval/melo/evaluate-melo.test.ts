import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { evaluateMelo } from './evaluate-melo.ts'

test('a benchmark of two titles is scored as by hand', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'raconte-melo-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const files = {
    'queries.tsv': 'Q1\tBoulanger / Boulangère\nQ2\tBoulanger\n',
    'corpus_elements.tsv': 'C1\tBoulanger\nC2\tMaçon\nC3\tBoulanger pâtissier\n',
    'annotations.tsv': 'Q1\t0\tC1\t1\nQ2\t0\tC3\t1\nQ2\t0\tC1\t0\n',
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)

  const done = await evaluateMelo(folder)

  const [ours] = 'tables' in done ? (done.tables[0]?.rows ?? []) : []
  expect(ours?.map((cell) => cell.slice(0, 5))).toEqual([
    'ours,',
    '0.750',
    '0.500',
    '1.000',
    '1.000',
  ])
})

test('without the benchmark it says what is missing', async () => {
  expect(await evaluateMelo('nowhere')).toEqual({ absent: 'no MELO benchmark in nowhere' })
})
