import { randomUUID } from 'node:crypto'
import { QdrantClient } from '@qdrant/js-client-rest'
import { test } from 'vitest'
import { qdrantSkillIndex } from './qdrant-skill-index.ts'
import { skillIndexContract } from './skill-index.contract.ts'

const url = process.env.QDRANT_URL
const apiKey = process.env.QDRANT_API_KEY

if (url === undefined) {
  const message = 'QDRANT_URL is not set: the contract was NOT run on a real Qdrant'
  console.warn(`\n⚠ ${message}\n`)
  test('the contract on a real Qdrant', (context) => context.skip(message))
} else {
  skillIndexContract('Qdrant', async () =>
    qdrantSkillIndex(
      new QdrantClient({ url, ...(apiKey === undefined ? {} : { apiKey }), timeout: 10_000 }),
      { alias: `raconte_test_${randomUUID().slice(0, 8)}` },
    ),
  )
}
