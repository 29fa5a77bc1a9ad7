/** Unguessable, unique ids. A port, so that a transcript always reads the same. */
export interface Ids {
  next(): string
}
