import { existsSync } from 'node:fs'
import { apiConfig } from '#api/config.ts'
import { checkConfigs, readConfig } from '#api/read-config.ts'
import { prismaConfig } from '#prisma/config.ts'
import { openRunningStores } from './open-running-stores.ts'
import { readCommand, runAdmin } from './run-admin.ts'

// A `.env` file in the folder it is started from; what is already set wins.
if (existsSync('.env')) process.loadEnvFile()

const args = process.argv.slice(2)
try {
  readCommand(args)
  checkConfigs(process.env, [prismaConfig, apiConfig])
  const stores = await openRunningStores(readConfig(process.env, prismaConfig))
  try {
    const publicUrl = readConfig(process.env, apiConfig).PUBLIC_URL
    console.log(await runAdmin(args, stores, { publicUrl, now: new Date() }))
  } finally {
    await stores.close()
  }
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : 'La commande a échoué.')
  process.exit(1)
}
