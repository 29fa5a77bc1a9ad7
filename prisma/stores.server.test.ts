import { openStores } from './index.ts'
import { prismaStoresContract } from './prisma-stores.contract.ts'
import { testDatabase } from './test-database.fixture.ts'

prismaStoresContract('a PostgreSQL server', async () => {
  const database = await testDatabase()
  const stores = await openStores({ DATA_DIR: './data', DATABASE_URL: database.url })
  return {
    stores,
    async stop() {
      await stores.close()
      await database.drop()
    },
  }
})
