import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { prismaConfig } from '#prisma/config.ts'
import { retrievalConfig } from '#retrieval/config.ts'
import { mailConfig } from '#workers/mail/config.ts'
import { queueConfig } from '#workers/queue/config.ts'
import { apiSettings } from './config.ts'
import { checkConfigs } from './read-config.ts'
import { schemas } from './schemas.ts'

const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
const given = Object.fromEntries(
  [...example.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
)

test('.env.example lists every setting of every room, and no other', () => {
  const declared = [prismaConfig, retrievalConfig, queueConfig, mailConfig, apiSettings].flatMap(
    (schema) => Object.keys(schema.shape),
  )
  expect(Object.keys(given).sort()).toEqual([...new Set(declared)].sort())
})

test('.env.example can be used as it is', () => {
  expect(() => checkConfigs(given, schemas)).not.toThrow()
})
