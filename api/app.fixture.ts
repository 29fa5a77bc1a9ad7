import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { makeDirectLineTokens } from '#bot/channels/direct-line/tokens.ts'
import type { Conversation } from '#bot/ports/conversation-store.ts'
import { newInterview } from '#bot/ports/interview.ts'
import { type MemoryStores, memoryStores } from '#bot/ports/memory-stores.ts'
import type { Inbound } from '#bot/ports/message.ts'
import { newRecord } from '#portfolio/new-record.ts'
import { buildApp, type Pages } from './app.ts'
import type { AppDeps } from './app-deps.ts'
import { apiConfig } from './config.ts'
import { makeLog } from './plugins/log.ts'
import { makeMetrics } from './plugins/metrics.ts'
import { readConfig } from './read-config.ts'

export type AppUnderTest = {
  readonly app: FastifyInstance
  readonly stores: MemoryStores
  /** Everything logged so far. */
  readonly logged: () => string
  /** What the robot says next at an address, as a turn would commit it. */
  say(address: string, text: string, choices?: readonly string[]): Promise<void>
  /** A conversation of the web chat and the headers that open it. */
  begin(): { readonly id: string; readonly headers: { readonly authorization: string } }
}

export const secret = 'a secret for tests, 32 characters'

/** The real door over memory stores: what is accepted is stored, nobody answers. */
export function anApp(
  env: Record<string, string> = {},
  changes: (stores: MemoryStores) => Partial<AppDeps> = () => ({}),
  pages?: Pages,
): AppUnderTest {
  const stores = memoryStores()
  const now = () => new Date()
  const lines: string[] = []
  const log = makeLog(
    'debug',
    new Writable({
      write(chunk, _, done) {
        lines.push(String(chunk))
        done()
      },
    }),
  )
  const accept = (message: Inbound) =>
    stores.inbox.accept({ ...message, masked: [], receivedAt: now() }, now())
  const deps: AppDeps = {
    config: readConfig(env, apiConfig),
    secret,
    acceptMessage: accept,
    thread: stores.thread,
    people: stores.people,
    signals: stores.signals,
    health: {
      database: async () => true,
      queue: async () => true,
      search: async () => 'ok',
    },
    metrics: makeMetrics(() => stores.outbox.counts()),
    now,
    ...changes(stores),
  }
  const app = buildApp(deps, log, pages)
  let said = 0
  return {
    app,
    stores,
    logged: () => lines.join(''),
    begin() {
      const id = `conversation-of-a-test-${Math.random().toString(36).slice(2)}`
      const token = makeDirectLineTokens(secret, now).issue(id)
      return { id, headers: { authorization: `Bearer ${token}` } }
    },
    async say(address, text, choices = []) {
      const channel = address.startsWith('+') ? 'sms' : 'web'
      const { personId } = await knownPerson(stores, channel, address)
      const loaded = await stores.conversations.load(personId)
      const version = (loaded.conversation?.version ?? 0) + 1
      said += 1
      await stores.conversations.commit({
        conversation: aConversation(personId, version),
        handled: [],
        outgoing: [
          {
            id: `said-${said}-${address}`,
            personId,
            channel,
            address,
            author: 'robot',
            text,
            choices,
            createdAt: now(),
          },
        ],
        events: [],
        alerts: [],
        jobs: [],
      })
    },
  }
}

async function knownPerson(stores: MemoryStores, channel: 'sms' | 'web', address: string) {
  const card = await stores.people.atAddress({ channel, address })
  if (!card) throw new Error('nobody wrote from this address yet')
  return { personId: card.id }
}

function aConversation(personId: string, version: number): Conversation {
  return {
    personId,
    version,
    interview: newInterview,
    record: newRecord(personId),
  }
}
