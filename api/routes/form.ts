import type { z } from 'zod'

/** A body, query or address that no page of ours would have sent: answered 400 by the error plugin. */
class BadForm extends Error {
  override readonly name = 'BadForm'
  readonly statusCode = 400
}

/** Parses what came from a browser. For mistakes that a person can correct, use `safeParse` and show the page again. */
export function parsed<T>(schema: z.ZodType<T>, given: unknown): T {
  const result = schema.safeParse(given ?? {})
  if (!result.success) throw new BadForm('malformed form', { cause: result.error })
  return result.data
}
