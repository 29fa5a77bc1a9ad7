import { createHash, randomBytes } from 'node:crypto'

/** Secrets that open something by being known: made here, stored only as their SHA-256. */
export const tokens = {
  /** 192 random bits, base64url. */
  next(): string {
    return randomBytes(24).toString('base64url')
  },
  /** In hex. */
  hash(token: string): string {
    return createHash('sha256').update(token).digest('hex')
  },
}
