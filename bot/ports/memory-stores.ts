import type { Accounts } from './accounts.ts'
import type { Alerts } from './alerts.ts'
import type { AuditLog } from './audit-log.ts'
import type { ConversationStore } from './conversation-store.ts'
import type { Drafts } from './drafts.ts'
import type { Files } from './files.ts'
import type { Inbox } from './inbox.ts'
import type { Outbox } from './jobs.ts'
import type { Mails } from './mail.ts'
import { memoryAccounts } from './memory-accounts.ts'
import { memoryAlerts } from './memory-alerts.ts'
import { memoryAuditLog } from './memory-audit-log.ts'
import { memoryConversationStore } from './memory-conversation-store.ts'
import { memoryDrafts } from './memory-drafts.ts'
import { memoryFiles } from './memory-files.ts'
import { memoryInbox } from './memory-inbox.ts'
import { memoryMails } from './memory-mails.ts'
import { memoryOutbox } from './memory-outbox.ts'
import { memoryPeople } from './memory-people.ts'
import { memoryShares } from './memory-shares.ts'
import { memoryThread } from './memory-thread.ts'
import { type MemoryOptions, type MemoryWorld, memoryWorld } from './memory-world.ts'
import type { Address } from './message.ts'
import type { People } from './people.ts'
import type { Shares } from './shares.ts'
import type { Thread } from './thread.ts'

/** Tells that the thread of an address has news; the listener reads it again. May miss none, may repeat. */
export interface Signals {
  /** Answers the function that stops listening. */
  onMessage(listener: (message: Address & { readonly personId: string }) => void): () => void
}

/** Every store that the bot needs, over one world. `prisma/` gives the same over PostgreSQL. */
export type MemoryStores = {
  readonly inbox: Inbox
  readonly conversations: ConversationStore
  readonly thread: Thread
  readonly outbox: Outbox
  readonly people: People
  readonly drafts: Drafts
  readonly accounts: Accounts
  readonly shares: Shares
  readonly files: Files
  readonly mails: Mails
  readonly alerts: Alerts
  readonly auditLog: AuditLog
  readonly signals: Signals
}

/**
 * Stores that forget everything when the process ends: for tests, transcripts and the terminal.
 * Pass a world to look inside it; otherwise the options of a fresh one, which has one structure.
 */
export function memoryStores(
  options: MemoryOptions = {},
  world: MemoryWorld = memoryWorld(options),
): MemoryStores {
  return {
    inbox: memoryInbox(world),
    conversations: memoryConversationStore(world),
    thread: memoryThread(world),
    outbox: memoryOutbox(world),
    people: memoryPeople(world),
    drafts: memoryDrafts(world),
    accounts: memoryAccounts(world),
    shares: memoryShares(world),
    files: memoryFiles(world),
    mails: memoryMails(world),
    alerts: memoryAlerts(world),
    auditLog: memoryAuditLog(world),
    signals: {
      onMessage(listener) {
        world.listeners.add(listener)
        return () => world.listeners.delete(listener)
      },
    },
  }
}
