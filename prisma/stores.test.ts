import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStores } from './index.ts'
import { prismaStoresContract } from './prisma-stores.contract.ts'

prismaStoresContract('embedded PostgreSQL', async () => {
  const DATA_DIR = await mkdtemp(join(tmpdir(), 'raconte-stores-'))
  const stores = await openStores({ DATA_DIR })
  return {
    stores,
    async stop() {
      await stores.close()
      await rm(DATA_DIR, { recursive: true, force: true })
    },
  }
})
