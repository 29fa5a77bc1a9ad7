import type { Accounts } from '#bot/ports/accounts.ts'
import { tokens } from './tokens.ts'

/** Long enough to copy it from a terminal. */
const lifetimeMinutes = 15

/** An address that lets one counsellor in, once, within 15 minutes. */
export async function makeLoginLink(
  accounts: Pick<Accounts, 'addLoginToken'>,
  counsellorId: string,
  publicUrl: string,
  now: Date,
): Promise<string> {
  const token = tokens.next()
  const expiresAt = new Date(now.getTime() + lifetimeMinutes * 60_000)
  await accounts.addLoginToken(counsellorId, tokens.hash(token), expiresAt)
  return `${publicUrl}/conseil/entrer/${token}`
}
