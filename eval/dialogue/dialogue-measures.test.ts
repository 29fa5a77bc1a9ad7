import { expect, test } from 'vitest'
import { openDialogue } from '#bot/dialogue/open-dialogue.ts'
import type { Said, Stage } from '#bot/use-cases/replay-transcript.fixture.ts'
import { readTemplates } from './template-readability.ts'
import { turnsToFirstLine, watchStage } from './watch-stage.ts'

const said = (text: string, ...types: string[]): Said => ({
  events: types.map((type) => ({ type, data: {} })),
  bubbles: [{ text, choices: [] }],
})

const aStage = (): Stage => ({
  write: async (_, texts) => said(`heard ${texts.join()}`, 'deeds', 'line'),
  pass: async () => said('still there?'),
  desk: async (action) => said(`desk ${action}`),
})

test('only what the person wrote is a turn, and all that they read is counted', async () => {
  const { stage, turns, bubbles } = watchStage(aStage())
  expect(await stage.write('sms', ['slt'])).toEqual(said('heard slt', 'deeds', 'line'))
  await stage.pass(1000)
  await stage.desk('valide')
  expect(turns).toEqual([said('heard slt', 'deeds', 'line')])
  expect(bubbles.map(({ text }) => text)).toEqual(['heard slt', 'still there?', 'desk valide'])
})

test('the first line is counted in turns, from one', () => {
  expect(turnsToFirstLine([said('a'), said('b', 'deeds'), said('c', 'line')])).toBe(3)
  expect(turnsToFirstLine([said('a')])).toBeUndefined()
})

test('every wording is read without what is filled in, the hardest first', () => {
  const templates = readTemplates(openDialogue())
  const scores = templates.map(({ score }) => score)
  expect(scores).toEqual(scores.toSorted((a, b) => a - b))
  const noted = templates.find(({ text }) => text === 'Bien noté.')
  expect(noted).toMatchObject({ step: 'noted', words: 2, sentences: 1 })
  const example = templates.find(({ text }) => text.startsWith('Tu as fait autre chose ?'))
  expect(example?.words).toBe(11)
})
