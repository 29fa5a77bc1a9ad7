import type { Draft } from '#portfolio/cv.ts'
import type { Counsellor, Structure } from './accounts.ts'
import type { AuditEntry } from './audit-log.ts'
import type { Alert, Conversation, TurnEvent } from './conversation-store.ts'
import type { StoredFile } from './files.ts'
import type { OutboxJob } from './jobs.ts'
import type { Mail } from './mail.ts'
import type { Address, DeliveryState, InboxMessage, ThreadMessage } from './message.ts'
import type { Share } from './shares.ts'

export type MemoryOptions = {
  readonly now?: () => Date
  readonly ids?: () => string
  /** SHA-256 in hex. Without it a short checksum serves: enough for a test, no proof of anything. */
  readonly sha256?: (bytes: Uint8Array) => string
}

/** A message of either direction, as a table would keep it. */
export type StoredMessage = ThreadMessage & {
  readonly externalId?: string
  readonly inbound?: InboxMessage
  readonly isHandled?: boolean
}

export type StoredPerson = {
  readonly id: string
  readonly structureId: string
  readonly createdAt: Date
  readonly reachableAt?: Address
  readonly lastWroteAt?: Date
}

/**
 * The tables of the memory adapters. They share one, because a turn is written to several at once;
 * every adapter changes it between two awaits only, so that each call is a transaction.
 */
export type MemoryWorld = {
  readonly now: () => Date
  readonly ids: () => string
  readonly sha256: (bytes: Uint8Array) => string
  readonly structures: Structure[]
  readonly counsellors: Counsellor[]
  readonly loginTokens: Map<string, { counsellorId: string; expiresAt: Date }>
  readonly sessions: Map<string, { counsellorId: string; expiresAt: Date }>
  readonly people: Map<string, StoredPerson>
  readonly addresses: Map<string, Address & { personId: string; returnPath?: string }>
  /** By checksum of the address: the only trace of a person that outlives an erasure. */
  readonly optOuts: Map<string, { isOut: boolean; source: string; at: Date }>
  readonly messages: Map<string, StoredMessage>
  /** News of a provider about a message that it has not named to us yet, by channel and id. */
  readonly earlyNews: Map<string, DeliveryState>
  readonly conversations: Map<string, Conversation>
  readonly events: { personId: string; turn: number; at: Date; event: TurnEvent }[]
  readonly drafts: Map<string, Draft>
  readonly jobs: Map<string, OutboxJob & { state: 'open' | 'done' | 'dead'; reason?: string }>
  readonly alerts: Map<string, Alert & { acknowledged?: { by: string; at: Date } }>
  readonly shares: Map<string, Share & { isRevoked: boolean }>
  readonly files: StoredFile[]
  readonly mails: Map<string, Mail & { sentAt?: Date }>
  readonly audit: { entry: AuditEntry; hash: string }[]
  readonly listeners: Set<(message: Address & { personId: string }) => void>
  /** The watermark: grows by one with every message. */
  readonly nextPosition: () => number
}

/** An empty world with one structure, so that somebody who writes is received somewhere. */
export function memoryWorld(options: MemoryOptions = {}): MemoryWorld {
  let [lastId, lastPosition] = [0, 0]
  const ids = options.ids ?? (() => `id-${++lastId}`)
  return {
    now: options.now ?? (() => new Date()),
    ids,
    sha256: options.sha256 ?? ((bytes) => checksum(bytes.join())),
    structures: [{ id: 'structure-1', name: 'Structure de mémoire', isDemo: true }],
    counsellors: [],
    loginTokens: new Map(),
    sessions: new Map(),
    people: new Map(),
    addresses: new Map(),
    optOuts: new Map(),
    messages: new Map(),
    earlyNews: new Map(),
    conversations: new Map(),
    events: [],
    drafts: new Map(),
    jobs: new Map(),
    alerts: new Map(),
    shares: new Map(),
    files: [],
    mails: new Map(),
    audit: [],
    listeners: new Set(),
    nextPosition: () => ++lastPosition,
  }
}

export function keyOf(channel: string, address: string): string {
  return `${channel} ${address}`
}

/** 53 bits of FNV-like mixing, in hex. Tells two texts apart in a test; hides nothing. */
export function checksum(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return ((b >>> 0) * 0x100000000 + (a >>> 0)).toString(16).padStart(16, '0')
}

export function isOptedOut(world: MemoryWorld, at: Address | undefined): boolean {
  return !!at && world.optOuts.get(checksum(keyOf(at.channel, at.address)))?.isOut === true
}

/** Adds the jobs that are not there yet: an id exists once, for ever. */
export function addJobs(world: MemoryWorld, jobs: readonly OutboxJob[]): void {
  for (const job of jobs)
    if (!world.jobs.has(job.id)) world.jobs.set(job.id, { ...job, state: 'open' })
}

/** `true` when the draft is the next version of what is stored and its person is known. */
export function isNextDraft(world: MemoryWorld, draft: Draft): boolean {
  const stored = world.drafts.get(draft.id)
  return world.people.has(draft.personId) && draft.version === (stored?.version ?? 0) + 1
}

/** Wakes whoever watches an address, once the message is stored. */
export function wake(world: MemoryWorld, personId: string, addresses: readonly Address[]): void {
  queueMicrotask(() => {
    for (const { channel, address } of addresses)
      for (const listener of world.listeners) listener({ personId, channel, address })
  })
}
