import { expect, test } from 'vitest'
import { Unavailable } from '#portfolio/errors.ts'
import { embeddedSkillIndex } from './embedded-skill-index.ts'
import { fallbackSkillIndex } from './fallback-skill-index.ts'
import type { SkillIndex } from './skill-index.ts'
import { aQuery, indexed } from './surface.fixture.ts'

const aFilledIndex = async () => {
  const index = embeddedSkillIndex()
  await index.replace('one', await indexed())
  return index
}

const aServer = async () => {
  const inner = await aFilledIndex()
  const state = { isUp: true, asked: 0 }
  const server: SkillIndex = {
    ...inner,
    search: async (queries) => {
      state.asked++
      if (!state.isUp) throw new Unavailable('qdrant')
      return inner.search(queries)
    },
  }
  return { server, state }
}

test('when the server is down the person is answered from memory, and the server is left in peace', async () => {
  let now = 0
  const { server, state } = await aServer()
  const index = fallbackSkillIndex(server, await aFilledIndex(), () => now, 1_000)
  const ask = async () => (await index.search([await aQuery('plier')]))[0]?.[0]?.surface.code

  expect(await ask()).toBe('904')
  expect(index.isWhole()).toBe(true)

  state.isUp = false
  expect(await ask()).toBe('904')
  expect(await ask()).toBe('904')
  expect(index.isWhole()).toBe(false)
  expect(state.asked).toBe(2)

  state.isUp = true
  now = 1_001
  expect(await ask()).toBe('904')
  expect(index.isWhole()).toBe(true)
  expect(state.asked).toBe(3)
})

test('a mistake of ours is not hidden by the fallback', async () => {
  const broken: SkillIndex = {
    ...(await aFilledIndex()),
    search: async () => {
      throw new Error('we are wrong')
    },
  }
  const index = fallbackSkillIndex(broken, await aFilledIndex(), () => 0)
  await expect(index.search([await aQuery('plier')])).rejects.toThrow('we are wrong')
})
