import { Embeddings } from '@langchain/core/embeddings'
import { expect, test } from 'vitest'
import { Unavailable } from '#portfolio/errors.ts'
import { hybridEncoder } from './encoder.ts'
import { langchainEncoder } from './langchain-encoder.ts'
import { fitLexicalEncoder } from './lexical-encoder.ts'
import { loadEmbeddings } from './load-embeddings.ts'

/** Length and number of spaces: enough to tell texts apart. */
class CountingEmbeddings extends Embeddings {
  readonly calls: number[] = []
  answer: (text: string) => number[] = (text) => [text.length, text.split(' ').length]

  override async embedDocuments(texts: string[]): Promise<number[][]> {
    this.calls.push(texts.length)
    return texts.map(this.answer)
  }

  override async embedQuery(text: string): Promise<number[]> {
    return this.answer(text)
  }
}

const embeddings = () => new CountingEmbeddings({ maxRetries: 0 })

test('any LangChain Embeddings gives vectors of norm 1, in batches', async () => {
  const model = embeddings()
  const encoder = langchainEncoder('fake:counting', model, { batchSize: 2 })
  const vectors = await encoder.embed(['un', 'deux mots', 'et trois mots'], 'document')
  expect(model.calls).toEqual([2, 1])
  expect(vectors).toHaveLength(3)
  for (const vector of vectors) expect(Math.hypot(...vector)).toBeCloseTo(1, 5)
})

test('a model that never answers is unavailable, not awaited for ever', async () => {
  const model = embeddings()
  model.embedDocuments = () => new Promise(() => {})
  const encoder = langchainEncoder('fake:silent', model, { query: 20 })
  await expect(encoder.embed(['bonjour'], 'query')).rejects.toThrow(Unavailable)
})

test('what a person wrote is in no error, even when the model repeats it', async () => {
  const model = embeddings()
  model.embedDocuments = async (texts) => {
    throw new Error(`cannot embed ${texts.join()}`)
  }
  const failure = await langchainEncoder('fake:rude', model)
    .embed(['je m’appelle Zoé'], 'query')
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Unavailable)
  const told = failure instanceof Error ? `${failure.stack} ${failure.cause}` : ''
  expect(told).not.toContain('Zoé')
})

test('vectors of different dimensions are refused', async () => {
  const model = embeddings()
  model.answer = (text) => Array.from({ length: text.length }, () => 1)
  const encoder = langchainEncoder('fake:uneven', model)
  await expect(encoder.embed(['a', 'bc'], 'document')).rejects.toThrow(Unavailable)
})

test('when the model is down, words alone still search, and the trouble is told until it is back', async () => {
  const model = embeddings()
  const working = model.embedDocuments.bind(model)
  const lexical = fitLexicalEncoder(['plier des nappes'])
  const encoder = hybridEncoder(lexical, langchainEncoder('fake:down', model))
  model.embedDocuments = async () => {
    throw new Error('503')
  }
  const [alone] = await encoder.encodeQueries(['plier'])
  expect(alone?.dense).toBeUndefined()
  expect(alone?.sparse.indices.length).toBeGreaterThan(0)
  expect(encoder.degraded()).toContain('fake:down')
  model.embedDocuments = working
  const [whole] = await encoder.encodeQueries(['plier'])
  expect(whole?.dense).toHaveLength(2)
  expect(encoder.degraded()).toBeUndefined()
})

test('a provider whose package is absent says which one to install', async () => {
  const absent = async () => {
    throw new Error('ERR_MODULE_NOT_FOUND')
  }
  await expect(loadEmbeddings('mistralai:mistral-embed', absent)).rejects.toThrow(
    'npm install @langchain/mistralai',
  )
})

test('the model, the address and one retry at most reach the provider', async () => {
  const given: unknown[] = []
  class OpenAIEmbeddings extends CountingEmbeddings {
    constructor(options: object) {
      super({})
      given.push(options)
    }
  }
  const load = async () => ({ OpenAIEmbeddings })
  await loadEmbeddings('openai:bge-m3@http://localhost:8080/v1', load)
  expect(given).toEqual([
    { maxRetries: 1, model: 'bge-m3', configuration: { baseURL: 'http://localhost:8080/v1' } },
  ])
})
