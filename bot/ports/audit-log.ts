/** Who did what to whose record. Ids only, no words. */
export type AuditEntry = {
  readonly at: Date
  readonly actor: string
  readonly action: string
  readonly personId?: string
  readonly object?: string
}

/** Append-only and hash-chained: each entry carries the SHA-256 of itself and the one before. */
export interface AuditLog {
  append(entry: AuditEntry): Promise<void>
  ofPerson(personId: string): Promise<readonly AuditEntry[]>
  /** Position of the first broken link, or `undefined` when the chain holds. */
  firstBroken(): Promise<number | undefined>
}
