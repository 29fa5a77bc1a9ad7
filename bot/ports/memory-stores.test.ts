import { createHash } from 'node:crypto'
import { auditLogContract } from './audit-log.contract.ts'
import { memoryStores } from './memory-stores.ts'
import { memoryWorld } from './memory-world.ts'
import { storesContract } from './stores.contract.ts'

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

storesContract('memory', async () => memoryStores({ sha256 }))

auditLogContract('memory', async () => {
  const world = memoryWorld()
  const { auditLog } = memoryStores({}, world)
  return {
    auditLog,
    async tamper(position) {
      const row = world.audit[position - 1]
      if (row) world.audit[position - 1] = { ...row, entry: { ...row.entry, actor: 'jo' } }
    },
  }
})
