/** A secret address: `cv` opens one approved CV at `/p/…`, `space` opens the person's space at `/moi`. */
export type Share = {
  readonly id: string
  readonly personId: string
  readonly kind: 'cv' | 'space'
  readonly draftId?: string
  readonly expiresAt: Date
}

/** Stored by SHA-256 of the token only; the caller makes the token (≥ 128 bits). */
export interface Shares {
  add(share: Share, tokenHash: string): Promise<void>
  /** `undefined` for an unknown token; `'expired'` when its time is over or it was revoked. */
  open(tokenHash: string, now: Date): Promise<Share | 'expired' | undefined>
  revoke(shareId: string): Promise<void>
}
