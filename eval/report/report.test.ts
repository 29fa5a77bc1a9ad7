import { expect, test } from 'vitest'
import { counted, measured, milliseconds, withInterval } from './figures.ts'
import { type Section, toMarkdown, toTerminal } from './table.ts'
import { writeSection } from './write-section.ts'

const aSection = (): Section => ({
  name: 'deeds',
  command: 'npm run eval -- deeds',
  tables: [{ title: 'All', columns: ['measure', 'value'], rows: [['recall | 10', '0.6']] }],
  notes: ['small set'],
})

test('a table lines up on the terminal', () => {
  expect(toTerminal(aSection())).toContain(
    'measure      value\n───────────  ─────\nrecall | 10    0.6',
  )
})

test('a table says its command and its date in the page, and a bar stays inside its cell', () => {
  const page = toMarkdown(aSection(), new Date('2026-11-22T10:00:00Z'))
  expect(page).toContain('`npm run eval -- deeds`, 2026-11-22.')
  expect(page).toContain('| measure | value |\n| --- | --: |\n| recall \\| 10 | 0.6 |')
})

test('figures carry their interval, and a dash when nothing was measured', () => {
  expect(withInterval(0.5, { low: 0.4, high: 0.6 })).toBe('0.500 [0.40–0.60]')
  expect(counted(10, 10)).toBe('100.0 % (10/10) [72–100]')
  expect([counted(0, 0), measured([]), milliseconds(undefined)]).toEqual(['–', '–', '–'])
  expect([milliseconds(1.234), milliseconds(12.34), milliseconds(123.4)]).toEqual([
    '1.23',
    '12.3',
    '123',
  ])
})

test('nobody is certain after ten items, even when all agree', () => {
  const all = Array.from({ length: 10 }, () => ({ sum: 1, weight: 1 }))
  expect(measured(all)).toBe('1.000 [0.72–1.00]')
  expect(measured([{ sum: 0, weight: 1 }, ...all])).toMatch(/^0\.909 \[0\.[67]\d–1\.00\]$/)
})

test('writing a section replaces what was between its markers, and nothing else', () => {
  const readme = 'a\n<!-- x -->\nold\n<!-- /x -->\nb\n<!-- y -->\n<!-- /y -->\n'
  const written = writeSection(readme, 'x', 'new')
  expect(written).toBe('a\n<!-- x -->\n\nnew\n\n<!-- /x -->\nb\n<!-- y -->\n<!-- /y -->\n')
  expect(writeSection(written, 'x', 'new')).toBe(written)
})

test.each(['', '<!-- x -->', '<!-- /x --><!-- x -->', '<!-- x --><!-- x --><!-- /x -->'])(
  'a page without its markers is left alone: %j',
  (readme) => {
    expect(() => writeSection(readme, 'x', 'new')).toThrow('once each')
  },
)
