import { defineConfig } from 'prisma/config'

/**
 * `prisma generate` wants a schema engine on disk, which it would download, and never runs it. Naming
 * a file that exists keeps it offline; other commands of Prisma (where there is a network) get theirs.
 */
if (process.argv.includes('generate')) process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath

/** No question to Prisma's servers about newer versions, and no trace of it in the home directory. */
process.env.CHECKPOINT_DISABLE ??= '1'

const url = process.env.DATABASE_URL

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  ...(url && { datasource: { url } }),
})
