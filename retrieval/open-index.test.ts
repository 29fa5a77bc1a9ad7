import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { Unavailable } from '#portfolio/errors.ts'
import { type DenseEncoder, hybridEncoder } from './encoder/encoder.ts'
import { fitLexicalEncoder } from './encoder/lexical-encoder.ts'
import { embeddedSkillIndex } from './index/embedded-skill-index.ts'
import type { SkillIndex } from './index/skill-index.ts'
import { aQuery, someSurfaces } from './index/surface.fixture.ts'
import { openIndex } from './open-index.ts'
import type { Catalogue } from './referentials/catalogue.ts'

const aCatalogue = (): Catalogue => ({
  version: '99',
  skills: new Map(),
  jobs: new Map(),
  surfaces: someSurfaces(),
  digest: 'some surfaces',
})

const aSnapshot = () => join(mkdtempSync(join(tmpdir(), 'raconte-open-')), 'skills.snapshot')

const open = (options: { dense?: DenseEncoder; server?: SkillIndex; snapshot?: string } = {}) => {
  const lexical = fitLexicalEncoder(someSurfaces().map(({ text }) => text))
  return openIndex({
    catalogue: aCatalogue(),
    lexical: hybridEncoder(lexical),
    encoder: hybridEncoder(lexical, options.dense),
    snapshot: options.snapshot ?? aSnapshot(),
    server: options.server,
    now: () => 0,
  })
}

const firstFor = async (index: Pick<SkillIndex, 'search'>, text: string, meaning = false) =>
  (await index.search([await aQuery(text, { meaning })]))[0]?.[0]?.surface.code

/** « laver » means what « rincer » does; answers when told to. */
const aSlowModel = () => {
  const gate = Promise.withResolvers<void>()
  const model: DenseEncoder = {
    id: 'toy',
    embed: async (texts) => {
      await gate.promise
      return texts.map((text) => Float32Array.from(/rinc|lav|arros/i.test(text) ? [1, 0] : [0, 1]))
    },
  }
  return { model, gate }
}

test('with words alone the index is whole at once', async () => {
  const index = await open()
  expect(index.trouble()).toBeUndefined()
  expect(await firstFor(index, 'plier')).toBe('904')
})

test('while a model encodes all labels, words already find; then meanings do, and the next start has them', async () => {
  const { model, gate } = aSlowModel()
  const snapshot = aSnapshot()
  const index = await open({ dense: model, snapshot })
  expect(index.trouble()).toMatch(/being prepared/)
  expect(await firstFor(index, 'plier', true)).toBe('904')
  expect(await firstFor(index, 'xyz', true)).toBeUndefined()
  gate.resolve()
  await vi.waitFor(() => expect(index.trouble()).toBeUndefined())
  expect(await firstFor(index, 'xyz', true)).toBe('904')
  await index.close()

  const never: DenseEncoder = { id: 'toy', embed: () => Promise.reject(new Unavailable('toy')) }
  const again = await open({ dense: never, snapshot })
  expect(again.trouble()).toBeUndefined()
})

test('a server is filled behind, then answers', async () => {
  const server = embeddedSkillIndex()
  const index = await open({ server })
  await vi.waitFor(() => expect(index.trouble()).toBeUndefined())
  expect(await firstFor(server, 'plier')).toBe('904')
  expect(await firstFor(index, 'plier')).toBe('904')
})

test('a server that cannot be filled is told of, and memory answers', async () => {
  const down = async () => {
    throw new Unavailable('qdrant')
  }
  const index = await open({ server: { ...embeddedSkillIndex(), holds: down } })
  await vi.waitFor(() => expect(index.trouble()).toMatch(/qdrant could not be prepared/))
  expect(await firstFor(index, 'plier')).toBe('904')
  await index.close()
})
