import { z } from 'zod'
import { experienceKinds } from '#portfolio/experience.ts'

const wordings = z.array(z.string().min(1)).min(1)

/** One entry of a dialogue file, as a counsellor writes it. */
export const step = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/, 'a step is named with small letters and dashes'),
  tu: wordings,
  vous: wordings.optional(),
  choices: z.array(z.string().min(1)).max(4).optional(),
  kinds: z.partialRecord(z.enum(experienceKinds), wordings).optional(),
  /** How many SMS the longest filling may need. */
  segments: z.literal([1, 2]).default(1),
  /** Where people who wait on this step go now. */
  retired: z.string().optional(),
})

export type Step = z.infer<typeof step>
