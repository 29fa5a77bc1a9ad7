import { z } from 'zod'

/** Where the memory lives. Without `DATABASE_URL`, a PostgreSQL of our own keeps it in `DATA_DIR`. */
export const prismaConfig = z.object({
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/./, 'must look like postgres://user:password@host:5432/database')
    .optional(),
})

export type StoresConfig = z.infer<typeof prismaConfig>
