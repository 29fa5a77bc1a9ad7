import type { Clock } from '#bot/ports/clock.ts'
import type { Alert, TurnCommit } from '#bot/ports/conversation-store.ts'
import { type Interview, newInterview } from '#bot/ports/interview.ts'
import { type MemoryStores, memoryStores } from '#bot/ports/memory-stores.ts'
import { type MemoryWorld, memoryWorld } from '#bot/ports/memory-world.ts'
import type { ChannelName, Outgoing } from '#bot/ports/message.ts'
import type { Draft } from '#portfolio/cv.ts'
import { known, unknown } from '#portfolio/field.ts'
import type { Quote } from '#portfolio/quote.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import { approve, decide } from '#portfolio/review-draft.ts'

export type TestWorld = {
  readonly world: MemoryWorld
  readonly stores: MemoryStores
  readonly clock: Clock
  /** Lets time pass. */
  pass(ms: number): void
}

export const minute = 60_000

/** An installation at noon on 22 November 2026. */
export function aWorld(): TestWorld {
  let now = Date.parse('2026-11-22T12:00:00Z')
  const clock = { now: () => new Date(now) }
  const world = memoryWorld({ now: clock.now })
  const stores = memoryStores({}, world)
  return {
    world,
    stores,
    clock,
    pass(ms) {
      now += ms
    },
  }
}

/** Somebody who wrote once. Answers the id of the person. */
export async function aPerson({ stores, clock }: TestWorld, channel: ChannelName = 'sms') {
  const { personId } = await stores.inbox.accept(
    {
      channel,
      address: '+33612345678',
      externalId: `first on ${channel}`,
      text: 'salut',
      attachments: 0,
      masked: [],
      receivedAt: clock.now(),
    },
    clock.now(),
  )
  return personId
}

export async function twoCounsellors({ stores }: TestWorld): Promise<void> {
  for (const name of ['ana', 'bob'])
    await stores.accounts.createCounsellor({
      email: `${name}@ml.fr`,
      name,
      role: 'counsellor',
      structureId: 'structure-1',
    })
}

/** Plays one turn: everything given here is committed. */
export async function aTurn(
  { stores }: TestWorld,
  personId: string,
  turn: Partial<Omit<TurnCommit, 'conversation'>> & {
    readonly record?: Partial<PortfolioRecord>
    readonly stage?: Interview['stage']
  },
): Promise<void> {
  const { record, stage, ...rest } = turn
  const before = (await stores.conversations.load(personId)).conversation
  const saved = await stores.conversations.commit({
    handled: [],
    outgoing: [],
    events: [],
    alerts: [],
    jobs: [],
    ...rest,
    conversation: {
      personId,
      version: (before?.version ?? 0) + 1,
      interview: {
        ...(before?.interview ?? { ...newInterview, stage: 'telling' as const }),
        ...(stage && { stage }),
      },
      record: { ...(before?.record ?? aRecord(personId)), ...record },
    },
  })
  if (saved !== 'saved') throw new Error('the turn of a test is never stale')
}

function aQuote(text: string): Quote {
  return { messageId: `message of ${text}`, start: 0, end: text.length, text }
}

/** Something told, with one deed. */
export function anExperience(id: string, heading: string): PortfolioRecord['experiences'][number] {
  return {
    id,
    kind: known('job'),
    role: unknown,
    place: unknown,
    period: unknown,
    tools: unknown,
    result: unknown,
    deeds: [{ id: `deed of ${id}`, words: heading.toLowerCase(), heading, quote: aQuote(heading) }],
    isClosed: true,
  }
}

export function aRecord(personId: string, over: Partial<PortfolioRecord> = {}): PortfolioRecord {
  return {
    personId,
    firstName: known('Inès'),
    lastName: unknown,
    town: unknown,
    phone: unknown,
    email: unknown,
    experiences: [anExperience('e1', 'Plonge')],
    claims: [],
    answers: [],
    consents: [],
    ...over,
  }
}

export function anOutgoing(world: TestWorld, personId: string, id = 'm1'): Outgoing {
  return {
    id,
    personId,
    channel: 'sms',
    address: '+33612345678',
    text: 'Bonjour',
    choices: [],
    author: 'robot',
    createdAt: world.clock.now(),
  }
}

export function anAlert({ clock }: TestWorld, personId: string): Alert {
  return { id: 'alert-1', personId, level: 3, kind: 'danger', messageId: 'm', at: clock.now() }
}

/** Accepts every item, then signs. */
export async function approveDraft({ stores, clock }: TestWorld, draft: Draft): Promise<Draft> {
  const at = clock.now().toISOString()
  const read = draft.items
    .filter((item) => item.verdict === 'pending')
    .reduce(
      (so, item) => ({ ...decide(so, item.id, { kind: 'accept' }, at), version: so.version }),
      draft,
    )
  const signed = { ...approve(read, at), version: draft.version + 1 }
  if ((await stores.drafts.save(signed, [])) !== 'saved') throw new Error('stale in a test')
  return signed
}
