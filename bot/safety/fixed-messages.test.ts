import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readHelpNumbers } from './help-numbers.ts'

const entries = z
  .array(z.object({ id: z.string(), tu: z.array(z.string()), vous: z.array(z.string()) }))
  .parse(parse(readFileSync(new URL('../dialogue/danger.yaml', import.meta.url), 'utf8')))

const said = entries.flatMap(({ id, tu, vous }) => [...tu, ...vous].map((text) => ({ id, text })))

test('every danger has its fixed message, to « tu » and to « vous »', () => {
  const ids = entries.filter(({ tu, vous }) => tu.length > 0 && vous.length > 0).map(({ id }) => id)
  for (const kind of [
    'now',
    'suicide',
    'violence',
    'child',
    'homeless',
    'sexual-violence',
    'distress',
    'medical',
    'weapon',
    'after',
  ])
    expect(ids).toContain(`danger-${kind}`)
})

test.each(said)('$id fits in one plain SMS: $text', ({ text }) => {
  expect(text).toMatch(/^[A-Za-z0-9 .,:?!'()/\-éèàùÉ]+$/)
  expect(text.length).toBeLessThanOrEqual(160)
  for (const sentence of text.split(/[.?!:]/))
    expect(sentence.split(/\s+/).filter(Boolean).length).toBeLessThanOrEqual(12)
})

test.each(said)('$id gives only numbers that the dated file holds: $text', ({ text }) => {
  const known = readHelpNumbers().map(({ number }) => number)
  const given = text.match(/\d[\d ]*\d/g) ?? []
  for (const number of given) expect(known).toContain(number.trim())
})
