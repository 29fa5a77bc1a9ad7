import type { MemoryStores } from '#bot/ports/memory-stores.ts'
import type { StoresConfig } from './config.ts'
import { openDatabase } from './database.ts'
import { safeError, withSafeErrors } from './database-errors.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { type Forgotten, forgetOld } from './forget-old.ts'
import { installationOf } from './installation.ts'
import { type Log, silent } from './log.ts'
import { migrate } from './migrate.ts'
import { prismaAccounts } from './prisma-accounts.ts'
import { prismaAlerts } from './prisma-alerts.ts'
import { prismaAuditLog } from './prisma-audit-log.ts'
import { prismaConversationStore } from './prisma-conversation-store.ts'
import { prismaDrafts } from './prisma-drafts.ts'
import { prismaFiles } from './prisma-files.ts'
import { prismaInbox } from './prisma-inbox.ts'
import { prismaMails } from './prisma-mails.ts'
import { prismaOutbox } from './prisma-outbox.ts'
import { prismaPeople } from './prisma-people.ts'
import { prismaShares } from './prisma-shares.ts'
import { prismaThread } from './prisma-thread.ts'
import { openSignals } from './signals.ts'

/** Every port of the memory, over PostgreSQL, and what the process that opened them needs. */
export type Stores = MemoryStores & {
  /** For the queue, which keeps its own tables in the same database. Holds a password. */
  readonly databaseUrl: string
  /** Tells this database from every other; the same for all processes that use it. */
  readonly installation: string
  isHealthy(): Promise<boolean>
  /** Deletes what is of no more use to anybody; see `forget-old.ts`. To be called once a day. */
  forgetOld(now: Date): Promise<Forgotten>
  /** Closes connections, then stops the embedded server. To be called last; again is harmless. */
  close(): Promise<void>
}

/**
 * Opens the memory: the server of `DATABASE_URL`, or the PostgreSQL that lives in `DATA_DIR`, brought
 * up to date. Throws `Unavailable` when the server does not answer, and a plain sentence when the data
 * folder cannot be used.
 */
export async function openStores(config: StoresConfig, log: Log = silent): Promise<Stores> {
  const embedded = config.DATABASE_URL
    ? undefined
    : await startEmbeddedPostgres(config.DATA_DIR, log)
  const databaseUrl = config.DATABASE_URL ?? embedded?.url ?? ''
  try {
    const applied = await safely(() => migrate(databaseUrl))
    if (applied.length) log.info(`database brought up to date: ${applied.join(', ')}`)
    const signals = await safely(() => openSignals(databaseUrl, log))
    const { database, close } = openDatabase(databaseUrl, log)
    const installation = await safely(() => installationOf(database))
    const isHealthy = () =>
      database.$queryRaw`SELECT 1`.then(
        () => true,
        () => false,
      )
    return {
      inbox: withSafeErrors(prismaInbox(database)),
      conversations: withSafeErrors(prismaConversationStore(database)),
      thread: withSafeErrors(prismaThread(database)),
      outbox: withSafeErrors(prismaOutbox(database)),
      people: withSafeErrors(prismaPeople(database)),
      drafts: withSafeErrors(prismaDrafts(database)),
      accounts: withSafeErrors(prismaAccounts(database)),
      shares: withSafeErrors(prismaShares(database)),
      files: withSafeErrors(prismaFiles(database)),
      mails: withSafeErrors(prismaMails(database)),
      alerts: withSafeErrors(prismaAlerts(database)),
      auditLog: withSafeErrors(prismaAuditLog(database)),
      signals,
      databaseUrl,
      installation,
      isHealthy,
      forgetOld: withSafeErrors({ forget: (now: Date) => forgetOld(database, now) }).forget,
      close: once(async () => {
        await signals.close()
        await close()
        await embedded?.stop()
      }),
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}

/** At start the errors of our own sentences stay as they are; a server that is down is said to be. */
async function safely<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const safe = safeError(error)
    throw safe instanceof Error && safe.name === 'Unavailable' ? safe : error
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined
  return () => {
    done ??= work()
    return done
  }
}
