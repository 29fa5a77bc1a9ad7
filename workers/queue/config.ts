import { z } from 'zod'

const wrongCount = 'must be a whole number from 1 to 100'

/** The knobs of the queue. Without `REDIS_URL` the jobs travel through our PostgreSQL. */
export const queueConfig = z.object({
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'REDIS_URL must look like redis://host:6379/0' })
    .optional(),
  /** How many jobs one process runs at the same time. */
  WORKER_CONCURRENCY: z.coerce
    .number({ error: wrongCount })
    .int({ error: wrongCount })
    .min(1, { error: wrongCount })
    .max(100, { error: wrongCount })
    .default(8),
})
