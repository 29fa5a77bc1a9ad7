import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const helpNumber = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  number: z.string().regex(/^[\d ]+$/),
  name: z.string().min(1),
  for: z.string().min(1),
  hours: z.string().min(1),
  source: z.string().min(1),
  verifiedAt: z.iso.date().nullable(),
})

/**
 * A service that helps, as `help-numbers.yaml` gives it. `verifiedAt` is the day (YYYY-MM-DD) when
 * somebody compared the line with the page named in `source`, `null` when nobody has yet.
 */
export type HelpNumber = Readonly<z.infer<typeof helpNumber>>

/** All help numbers, in the order of the file. Throws, saying every problem at once, when it is broken. */
export function readHelpNumbers(): readonly HelpNumber[] {
  const file = readFileSync(new URL('help-numbers.yaml', import.meta.url), 'utf8')
  const read = z.array(helpNumber).min(1).safeParse(parse(file))
  if (read.success) return read.data
  throw new Error(`help-numbers.yaml: ${z.prettifyError(read.error)}`)
}
