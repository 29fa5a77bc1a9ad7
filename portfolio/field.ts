import type { Quote } from './quote.ts'

/**
 * A thing we would like to know, in three values and not two: somebody who does not want to say
 * where they worked has answered, and must never be asked again.
 */
export type Field<T> =
  | { readonly state: 'unknown'; readonly tries: number }
  | { readonly state: 'declined' }
  | { readonly state: 'known'; readonly value: T; readonly quotes: readonly Quote[] }

export const unknown: Field<never> = { state: 'unknown', tries: 0 }

export function known<T>(value: T, quotes: readonly Quote[] = []): Field<T> {
  return { state: 'known', value, quotes }
}

/** The value, or `undefined` when it was never told. */
export function told<T>(field: Field<T>): T | undefined {
  return field.state === 'known' ? field.value : undefined
}
