import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Direct Line's own figure: a client refreshes its token every 15 minutes. In seconds. */
export const tokenLifetime = 30 * 60

/**
 * How long after its expiry a genuine token may still be exchanged for a new one: somebody who comes
 * back to the page weeks later finds their conversation. In seconds.
 */
const refreshableFor = 30 * 24 * 60 * 60

export type ReadToken = {
  readonly conversationId: string
  readonly isExpired: boolean
  readonly isRefreshable: boolean
}

export type DirectLineTokens = {
  issue(conversationId: string): string
  /** `undefined`: not ours, or changed by a single character. */
  read(token: string): ReadToken | undefined
}

/** 192 random bits: knowing the id of a conversation is never enough, guessing one is hopeless. */
export function newConversationId(): string {
  return randomBytes(24).toString('base64url')
}

function isConversationId(text: string): boolean {
  return /^[A-Za-z0-9_-]{22,64}$/.test(text)
}

/**
 * Tokens that carry their conversation and their end, signed: nothing is stored, every process of the
 * installation can check them, and one of them opens one conversation only.
 */
export function makeDirectLineTokens(secret: string, now: () => Date): DirectLineTokens {
  const sign = (body: string) =>
    createHmac('sha256', secret).update(`direct-line:${body}`).digest('base64url')
  return {
    issue(conversationId) {
      const body = `${conversationId}.${seconds(now()) + tokenLifetime}`
      return `${body}.${sign(body)}`
    },
    read(token) {
      const [conversationId, expiry, signature, ...more] = token.split('.')
      if (!conversationId || !expiry || !signature || more.length > 0) return undefined
      if (!isConversationId(conversationId) || !/^\d{1,12}$/.test(expiry)) return undefined
      if (!isSame(signature, sign(`${conversationId}.${expiry}`))) return undefined
      const age = seconds(now()) - Number(expiry)
      return { conversationId, isExpired: age >= 0, isRefreshable: age < refreshableFor }
    },
  }
}

function seconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}

function isSame(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
