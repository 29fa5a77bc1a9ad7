import type { Prisma } from './client/client.ts'

/** PostgreSQL keeps neither NUL nor half of a surrogate pair: the first goes, the second becomes �. */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed()
}

/** A value of ours as the text of a jsonb column. */
export function jsonText(value: object): string {
  const text = JSON.stringify(value)
  if (!/\\u(0000|d[89a-f])/.test(text)) return text
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'string' ? storable(part) : part,
  )
}

/**
 * What a jsonb column holds, as the type that we wrote there. The one place where the database is
 * believed: only `jsonText` writes these columns, from values that TypeScript has checked, and a
 * change of type comes with a migration.
 */
export function fromJson<T>(value: Prisma.JsonValue): T {
  return value as T
}
