export type Structure = { readonly id: string; readonly name: string; readonly isDemo: boolean }

export type Counsellor = {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: 'counsellor' | 'lead' | 'admin'
  readonly structureId: string
}

/**
 * Who may open the desk. Secrets are stored hashed only; the caller makes them (≥ 128 bits) and
 * hands over the SHA-256 in hex.
 */
export interface Accounts {
  /** The oldest structure: where somebody who writes without an invitation is received. */
  defaultStructure(): Promise<Structure | undefined>
  structures(): Promise<readonly Structure[]>
  createStructure(name: string, isDemo: boolean): Promise<Structure>
  createCounsellor(c: Omit<Counsellor, 'id'>): Promise<Counsellor | 'email-taken' | 'no-structure'>
  counsellorByEmail(email: string): Promise<Counsellor | undefined>
  counsellorsOf(structureId: string): Promise<readonly Counsellor[]>
  addLoginToken(counsellorId: string, tokenHash: string, expiresAt: Date): Promise<void>
  /** Uses the token up. One caller wins, even among many at once. */
  redeemLoginToken(tokenHash: string, now: Date): Promise<Counsellor | undefined>
  addSession(counsellorId: string, sessionHash: string, expiresAt: Date): Promise<void>
  counsellorOfSession(sessionHash: string, now: Date): Promise<Counsellor | undefined>
  endSession(sessionHash: string): Promise<void>
}
