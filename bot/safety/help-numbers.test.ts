import { expect, test } from 'vitest'
import { readHelpNumbers } from './help-numbers.ts'

test('the numbers that a fixed message names are all in the file', () => {
  const numbers = readHelpNumbers().map(({ number }) => number)
  for (const number of ['15', '17', '18', '112', '114', '3114', '119', '3018', '3919', '115'])
    expect(numbers).toContain(number)
})

test('no number is given twice', () => {
  const ids = readHelpNumbers().map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
