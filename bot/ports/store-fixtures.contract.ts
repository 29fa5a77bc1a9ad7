import type { Draft, DraftLine } from '#portfolio/cv.ts'
import { known, unknown } from '#portfolio/field.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import type { Conversation, TurnCommit } from './conversation-store.ts'
import type { Inbox } from './inbox.ts'
import { type Interview, newInterview } from './interview.ts'
import type { MemoryStores } from './memory-stores.ts'
import type { Outgoing } from './message.ts'

/** Opens stores in which nobody wrote yet. Called before each test of a contract. */
export type OpenStores = () => Promise<MemoryStores>

type Heard = Parameters<Inbox['accept']>[0]

export const noon = new Date('2026-11-02T12:00:00.000Z')

/** The instant `seconds` after noon of the day on which all contracts take place. */
export function later(seconds: number): Date {
  return new Date(noon.getTime() + seconds * 1000)
}

export function aMessage(with_: Partial<Heard> = {}): Heard {
  return {
    channel: 'sms',
    address: '+33639980001',
    externalId: anId('SM'),
    text: 'jai fait la plonge',
    attachments: 0,
    masked: [],
    receivedAt: noon,
    ...with_,
  }
}

export function anId(prefix: string): string {
  return `${prefix}-${crypto.randomUUID()}`
}

export function aRecord(personId: string, names: { first?: string; last?: string } = {}) {
  const record: PortfolioRecord = {
    personId,
    firstName: names.first ? known(names.first) : unknown,
    lastName: names.last ? known(names.last) : unknown,
    town: unknown,
    phone: unknown,
    email: unknown,
    experiences: [],
    claims: [],
    answers: [],
    consents: [],
  }
  return record
}

export function anInterview(with_: Partial<Interview> = {}): Interview {
  return { ...newInterview, stage: 'telling', tries: { 'what-did-you-do': 1 }, heard: 1, ...with_ }
}

export function aConversation(personId: string, with_: Partial<Conversation> = {}): Conversation {
  return {
    personId,
    version: 1,
    interview: anInterview(),
    record: aRecord(personId, { first: 'Lina', last: 'Béranger' }),
    ...with_,
  }
}

export function aTurn(personId: string, with_: Partial<TurnCommit> = {}): TurnCommit {
  return {
    conversation: aConversation(personId),
    handled: [],
    outgoing: [],
    events: [],
    alerts: [],
    jobs: [],
    ...with_,
  }
}

export function aBubble(personId: string, with_: Partial<Outgoing> = {}): Outgoing {
  return {
    id: anId('out'),
    personId,
    channel: 'sms',
    address: '+33639980001',
    author: 'robot',
    text: 'Tu faisais quoi d’autre ?',
    choices: ['Oui', 'Non'],
    createdAt: later(10),
    ...with_,
  }
}

export function aLine(with_: Partial<DraftLine> = {}): DraftLine {
  return {
    id: anId('line'),
    experienceId: 'e1',
    type: 'line',
    heading: 'Plonge',
    place: 'restaurant familial',
    period: 'été 2026',
    actions: ['Plonge'],
    quotes: [{ messageId: 'm1', start: 0, end: 3, text: 'jai' }],
    verdict: 'pending',
    history: [],
    ...with_,
  }
}

export function aDraft(personId: string, with_: Partial<Draft> = {}): Draft {
  return {
    id: anId('draft'),
    personId,
    status: 'in-review',
    version: 1,
    createdAt: noon.toISOString(),
    updatedAt: noon.toISOString(),
    name: 'Lina Béranger',
    contact: { town: 'Nantes' },
    items: [aLine()],
    ...with_,
  }
}

/** Somebody who wrote one message, and the ids that this gave. */
export async function somebody(stores: MemoryStores, with_: Partial<Heard> = {}) {
  return stores.inbox.accept(aMessage(with_), later(8))
}
