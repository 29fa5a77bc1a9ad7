import { rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { retrievalConfig } from './config.ts'
import { type OpenedSearch, openSearch } from './index.ts'
import { importRome } from './referentials/rome/import.ts'
import { aDataDir, aRomeFolder } from './referentials/rome/rome-folder.fixture.ts'

const opened: OpenedSearch[] = []
afterEach(async () => {
  for (const search of opened.splice(0)) await search.close()
})

const open = async (env: Record<string, string>) => {
  const search = await openSearch(retrievalConfig.parse(env))
  opened.push(search)
  return search
}

test('without any import, misspelt French finds its skill and job in the starter', async () => {
  const { search, status } = await open({ DATA_DIR: aDataDir() })
  expect(status().degraded).toBeUndefined()
  const text = 'jfesé la plonge o resto'
  const { skills, jobs, deeds } = await search.link(text)
  expect(status()).toMatchObject({ engine: 'embedded', referential: 'starter', version: 'starter' })
  expect(status().degraded).toBeUndefined()
  expect(deeds).toHaveLength(1)
  expect(skills[0]).toMatchObject({
    skill: { referential: 'rome', code: '104262' },
    decision: 'propose',
  })
  expect(jobs[0]?.code).toBe('G1605')
  expect(skills.length).toBeGreaterThanOrEqual(20)
  expect(jobs.length).toBeGreaterThanOrEqual(5)
})

test('after an import the search runs on it, and the next start finds its index again', async () => {
  const dataDir = aDataDir()
  importRome(aRomeFolder(), dataDir)
  for (const _ of ['first start', 'next start']) {
    const { search, status } = await open({ DATA_DIR: dataDir })
    expect(status()).toMatchObject({ referential: 'rome', version: '99', skills: 8, jobs: 3 })
    const { skills } = await search.link("j'ai rincé les bols")
    expect(skills[0]?.skill).toMatchObject({ version: '99', code: '905' })
  }
})

test('damaged files of an import do not stop the house: the starter answers and the status tells', async () => {
  const dataDir = aDataDir()
  importRome(aRomeFolder(), dataDir)
  writeFileSync(join(dataDir, 'referentials', 'rome-99', 'jobs.json'), '[]')
  const { search, status } = await open({ DATA_DIR: dataDir })
  expect(status()).toMatchObject({
    referential: 'starter',
    degraded: expect.stringMatching(/import it again/),
  })
  expect((await search.link('je fais la plonge')).none).toBe(false)
})

test('a lost snapshot is made again', async () => {
  const dataDir = aDataDir()
  await open({ DATA_DIR: dataDir })
  rmSync(join(dataDir, 'index'), { recursive: true })
  const { search } = await open({ DATA_DIR: dataDir })
  expect((await search.link('je fais la plonge')).skills.length).toBeGreaterThan(0)
})

test('with Qdrant down the search answers from memory, and the status tells', async () => {
  const refusing = createServer((_, response) => response.writeHead(503).end())
  await new Promise<void>((resolve) => refusing.listen(0, '127.0.0.1', resolve))
  const address = refusing.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const url = `http://127.0.0.1:${port}`
  const { search, status, close } = await open({ DATA_DIR: aDataDir(), QDRANT_URL: url })
  expect((await search.link('je fais la plonge')).skills[0]?.skill.code).toBe('104262')
  await close()
  expect(status()).toMatchObject({ engine: 'qdrant', degraded: expect.stringMatching(/qdrant/) })
  refusing.close()
})

test('a counsellor finds a skill by words or by code', async () => {
  const { findSkills } = await open({ DATA_DIR: aDataDir() })
  const found = await findSkills('faire la plonge', 5)
  expect(found.map(({ skill }) => skill.code)).toContain('104262')
  expect(found.length).toBeLessThanOrEqual(5)
  expect(new Set(found.map(({ skill }) => skill.code)).size).toBe(found.length)
  expect((await findSkills('104262', 5)).map(({ skill }) => skill.label)).toEqual([
    'Faire la plonge',
  ])
  expect(await findSkills('', 5)).toEqual([])
})

test('whatever is written, the search answers, and quotes are slices of it', async () => {
  const { search } = await open({ DATA_DIR: aDataDir() })
  const pieces = fc.constantFrom(
    'je fais la plonge',
    'jgarde des enfants',
    ' et ',
    '\n',
    '😴',
    '<b>',
    'ß',
    '3 mois',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join(' ')),
  )
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      const { skills, deeds, none } = await search.link(text)
      if (none) expect(skills).toEqual([])
      for (const span of [...deeds, ...skills.flatMap(({ quotes }) => quotes)]) {
        expect(text.slice(span.start, span.end)).toBe(span.text)
      }
      for (const { quotes, score } of skills) {
        expect(quotes.length).toBeGreaterThan(0)
        expect(score).toBeGreaterThan(0)
        expect(score).toBeLessThan(1)
      }
    }),
    { numRuns: 60 },
  )
})

test('twenty thousand characters are answered in seconds, not minutes', async () => {
  const { search } = await open({ DATA_DIR: aDataDir() })
  const text = 'jfesé la plonge é jservé o bar '.repeat(700).slice(0, 20_000)
  const start = performance.now()
  expect((await search.link(text)).none).toBe(false)
  expect(performance.now() - start).toBeLessThan(5_000)
})

test('a configuration that cannot work is refused in words', async () => {
  expect(() => retrievalConfig.parse({ EMBEDDINGS: 'magic' })).toThrow(/mistralai:model/)
  expect(() => retrievalConfig.parse({ QDRANT_URL: 'localhost' })).toThrow()
  await expect(open({ DATA_DIR: aDataDir(), EMBEDDINGS: 'ollama:bge-m3' })).rejects.toThrow(
    'npm install @langchain/ollama',
  )
})
