import { accountsContract } from './accounts.contract.ts'
import { alertsContract } from './alerts.contract.ts'
import { conversationStoreContract } from './conversation-store.contract.ts'
import { draftsContract } from './drafts.contract.ts'
import { eraseContract } from './erase.contract.ts'
import { filesContract } from './files.contract.ts'
import { inboxContract } from './inbox.contract.ts'
import { mailsContract } from './mails.contract.ts'
import { outboxContract } from './outbox.contract.ts'
import { peopleContract } from './people.contract.ts'
import { sharesContract } from './shares.contract.ts'
import type { OpenStores } from './store-fixtures.contract.ts'
import { threadContract } from './thread.contract.ts'

/** All that a set of stores promises together. The audit log has its own, which needs a tamperer. */
export function storesContract(name: string, open: OpenStores) {
  for (const contract of [
    inboxContract,
    conversationStoreContract,
    threadContract,
    outboxContract,
    peopleContract,
    eraseContract,
    draftsContract,
    accountsContract,
    sharesContract,
    filesContract,
    mailsContract,
    alertsContract,
  ])
    contract(name, open)
}
