import pg from 'pg'
import { z } from 'zod'
import type { Signals } from '#bot/ports/memory-stores.ts'
import { type Address, channelNames } from '#bot/ports/message.ts'
import type { Log } from './log.ts'

type Listener = (message: Address & { readonly personId: string }) => void

const notice = z.object({
  personId: z.string(),
  channel: z.enum(channelNames),
  address: z.string(),
})

/**
 * Hears of the messages that any process writes, through `LISTEN` on a connection of its own. A lost
 * connection is opened again after 0.1 s, then 0.2 s … up to 5 s; what was said meanwhile is not
 * repeated, so those who watch also look by themselves from time to time.
 */
export async function openSignals(
  url: string,
  log: Log,
): Promise<Signals & { close(): Promise<void> }> {
  const listeners = new Set<Listener>()
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let [isClosed, failures] = [false, 0]

  const listen = async (): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: 5000,
      keepAlive: true,
      application_name: 'raconte signals',
    })
    next.on('error', () => undefined)
    next.on('notification', ({ payload }) => tell(listeners, payload))
    await next.connect()
    await next.query('LISTEN raconte_message')
    if (isClosed) return next.end()
    client = next
    failures = 0
    next.on('end', () => later())
  }
  const later = (): void => {
    if (isClosed) return
    if (failures === 0) log.warn('the connection that hears of new messages was lost')
    timer = setTimeout(
      () => void listen().catch(() => later()),
      Math.min(5000, 100 * 2 ** failures),
    )
    failures += 1
  }

  await listen()
  return {
    onMessage(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      isClosed = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}

function tell(listeners: ReadonlySet<Listener>, payload: string | undefined): void {
  const read = notice.safeParse(parsed(payload))
  if (read.success) for (const listener of listeners) listener(read.data)
}

/** Anybody who may connect can notify: what is not JSON is nothing. */
function parsed(payload: string | undefined): unknown {
  try {
    return JSON.parse(payload ?? '')
  } catch {
    return undefined
  }
}
