import type { Address } from '#bot/ports/message.ts'
import { Prisma } from './client/client.ts'

/**
 * Until the end of the transaction, nobody else writes to these addresses: positions then commit in
 * order, and a new number becomes one person. Taken before any row is locked, in one order.
 */
export function lockAddresses(addresses: readonly Pick<Address, 'channel' | 'address'>[]) {
  const keys = addresses.map(({ channel, address }) => `${channel} ${address}`)
  return lockKeys(keys)
}

export function lockKeys(keys: readonly string[]) {
  return Prisma.sql`
    SELECT pg_advisory_xact_lock(key) FROM (
      SELECT DISTINCT hashtextextended(name, 0) AS key FROM unnest(${[...keys]}::text[]) AS name
      ORDER BY 1
    ) AS keys`
}

/** Turns, drafts and the erasure of one person happen one after the other. */
export function lockPerson(personId: string) {
  return Prisma.sql`SELECT id FROM person WHERE id = ${personId} FOR UPDATE`
}
