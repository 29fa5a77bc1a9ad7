import type { z } from 'zod'

/** Settings that do not hold; the message lists all of them, one a line, in plain words. */
export class BadSettings extends Error {
  override readonly name = 'BadSettings'
}

/**
 * Reads the settings of one room from the environment. An empty variable counts as absent, as people
 * expect of a line `NAME=` in a `.env` file. Values are never repeated: they may be secrets.
 */
export function readConfig<Schema extends z.ZodType>(
  env: Readonly<Record<string, string | undefined>>,
  schema: Schema,
): z.output<Schema> {
  const mistakes = mistakesIn(env, schema)
  if (mistakes.length > 0) throw new BadSettings(mistakes.join('\n'))
  return schema.parse(given(env))
}

/** Every mistake of every room at once, so that nobody repairs them one start at a time. */
export function checkConfigs(
  env: Readonly<Record<string, string | undefined>>,
  schemas: readonly z.ZodType[],
): void {
  const mistakes = [...new Set(schemas.flatMap((schema) => mistakesIn(env, schema)))]
  if (mistakes.length === 0) return
  throw new BadSettings(
    `Les réglages ne vont pas :\n${mistakes.map((mistake) => `  - ${mistake}`).join('\n')}`,
  )
}

function mistakesIn(
  env: Readonly<Record<string, string | undefined>>,
  schema: z.ZodType,
): string[] {
  const read = schema.safeParse(given(env))
  return read.success
    ? []
    : read.error.issues.map(({ path, message }) => sentence(path.join('.'), message))
}

/** Some rooms already name the variable in their message. */
function sentence(name: string, message: string): string {
  return message.startsWith(name) ? message : `${name} ${message}`
}

function given(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      value === undefined || value.trim() === '' ? [] : [[name, value.trim()]],
    ),
  )
}
