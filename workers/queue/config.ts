import { z } from 'zod'

/** The knobs of the queue. Without `REDIS_URL` the jobs travel through our PostgreSQL. */
export const queueConfig = z.object({
  REDIS_URL: z
    .url({ protocol: /^rediss?$/, error: 'REDIS_URL must look like redis://host:6379/0' })
    .optional(),
  /** How many jobs one process runs at the same time. */
  WORKER_CONCURRENCY: z.coerce.number().int().min(1).max(100).default(8),
})
