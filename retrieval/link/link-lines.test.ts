import { expect, test } from 'vitest'
import { aLink } from '../linking/link.fixture.ts'
import { linkLines } from './link-lines.ts'

const aClock = () => {
  let now = 0
  return () => (now += 1.5)
}

test('each line in gives one line out, in order, with codes, quotes and time', async () => {
  const input = '{"id":"a","text":"je arroser les salades"}\n\n{"id":2,"text":"salut"}\n'
  const [first, second, ...more] = await linkLines(await aLink(), input, aClock())
  expect(more).toEqual([])
  expect(first).toMatchObject({ id: 'a', jobs: [{ code: 'A1901' }, {}], none: false, ms: 1.5 })
  expect(first?.skills[0]).toEqual({
    code: '902',
    label: 'Arroser des salades',
    score: expect.any(Number),
    decision: 'propose',
    quotes: ['je arroser les salades'],
  })
  expect(second).toEqual({ id: '2', skills: [], jobs: [], none: true, ms: 1.5 })
})

test.each(['{"id":"a"}', 'bonjour', '{"text":1}'])(
  'a line such as %s is refused by its number',
  async (line) => {
    const input = `{"id":"a","text":"salut"}\n${line}`
    await expect(linkLines(await aLink(), input, aClock())).rejects.toThrow(/Ligne 2/)
  },
)
