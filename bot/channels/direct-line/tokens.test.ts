import { expect, test } from 'vitest'
import { makeDirectLineTokens, newConversationId } from './tokens.ts'

const secret = 'a secret of thirty-two characters'

function aClock(start = '2026-11-02T10:00:00Z') {
  let now = new Date(start)
  return {
    now: () => now,
    later: (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    },
  }
}

test('a token opens its own conversation for half an hour', () => {
  const clock = aClock()
  const tokens = makeDirectLineTokens(secret, clock.now)
  const conversationId = newConversationId()
  const token = tokens.issue(conversationId)
  expect(tokens.read(token)).toEqual({ conversationId, isExpired: false, isRefreshable: true })
  clock.later(30)
  expect(tokens.read(token)).toMatchObject({ isExpired: true, isRefreshable: true })
})

test('somebody who comes back within a month may have a new token, later not', () => {
  const clock = aClock()
  const tokens = makeDirectLineTokens(secret, clock.now)
  const token = tokens.issue(newConversationId())
  clock.later(30 * 24 * 60)
  expect(tokens.read(token)?.isRefreshable).toBe(true)
  clock.later(31)
  expect(tokens.read(token)?.isRefreshable).toBe(false)
})

test('no character of a token may change, and another secret opens nothing', () => {
  const tokens = makeDirectLineTokens(secret, aClock().now)
  const token = tokens.issue(newConversationId())
  for (const [at, character] of [...token].entries()) {
    const changed = token.slice(0, at) + (character === '3' ? '4' : '3') + token.slice(at + 1)
    expect(tokens.read(changed)).toBeUndefined()
  }
  expect(makeDirectLineTokens('another secret', aClock().now).read(token)).toBeUndefined()
  for (const bad of ['', '.', '..', 'a.b.c', `${token}.x`]) expect(tokens.read(bad)).toBeUndefined()
})

test('ids of conversations are never the same', () => {
  expect(new Set(Array.from({ length: 1_000 }, newConversationId)).size).toBe(1_000)
})
