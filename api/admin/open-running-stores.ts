import { Unavailable } from '#portfolio/errors.ts'
import type { StoresConfig } from '#prisma/config.ts'
import { openStores, type Stores } from '#prisma/index.ts'
import { runningDatabaseUrl } from './running-database.ts'

/**
 * The memory, whether the server runs or not: through the PostgreSQL that a running server has
 * started, else by starting it for the time of a command.
 */
export async function openRunningStores(config: StoresConfig): Promise<Stores> {
  const running = config.DATABASE_URL ? undefined : await runningDatabaseUrl(config.DATA_DIR)
  if (running === undefined) return openStores(config)
  try {
    return await openStores({ ...config, DATABASE_URL: running })
  } catch (error) {
    // Left behind by a process that was killed; the port may even be somebody else's by now.
    if (error instanceof Unavailable || isRefusedLogin(error)) return openStores(config)
    throw error
  }
}

/** PostgreSQL's class 28: wrong user or password. */
function isRefusedLogin(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return code.startsWith('28') || isRefusedLogin(error.cause)
}
