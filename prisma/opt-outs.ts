import { createHash } from 'node:crypto'
import type { Address } from '#bot/ports/message.ts'
import type { Database } from './database.ts'

/** How an address is named in the table that outlives its person. */
export function hashOf({ channel, address }: Address): string {
  return createHash('sha256').update(`${channel} ${address}`).digest('hex')
}

/** Of these addresses, the hashes of those that opted out. The last word of each counts. */
export async function optedOut(
  database: Database,
  addresses: readonly Address[],
): Promise<ReadonlySet<string>> {
  if (!addresses.length) return new Set()
  const rows = await database.optOut.findMany({
    where: { addressHash: { in: addresses.map(hashOf) } },
    orderBy: { id: 'desc' },
    distinct: ['addressHash'],
  })
  return new Set(rows.filter((row) => row.isOut).map((row) => row.addressHash))
}
