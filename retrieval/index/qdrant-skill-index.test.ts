import { createServer, type IncomingMessage } from 'node:http'
import { QdrantClient } from '@qdrant/js-client-rest'
import { afterEach, expect, test } from 'vitest'
import { Unavailable } from '#portfolio/errors.ts'
import { qdrantSkillIndex } from './qdrant-skill-index.ts'
import { aQuery, indexed } from './surface.fixture.ts'

type Sent = { readonly call: string; readonly body: unknown }
type Answer = { readonly status?: number; readonly result: unknown }

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

/** An HTTP server that keeps what it is sent, and answers what the case says. */
const aServer = async (answer: (call: string) => Answer | 'never') => {
  const sent: Sent[] = []
  const server = createServer(async (request, response) => {
    const call = `${request.method} ${request.url?.split('?')[0]}`
    sent.push({ call, body: await bodyOf(request) })
    const given = answer(call)
    if (given === 'never') return
    response.writeHead(given.status ?? 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ result: given.result, status: 'ok', time: 0 }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closing.push(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const client = new QdrantClient({
    url: `http://127.0.0.1:${address.port}`,
    timeout: 200,
    checkCompatibility: false,
  })
  return { sent, index: qdrantSkillIndex(client, { batch: 4, retryAfter: [1] }) }
}

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString()
  return text === '' ? undefined : JSON.parse(text)
}

const alias = { alias_name: 'raconte_skills', collection_name: 'raconte_skills_old' }

const usual = (call: string): Answer => {
  if (call === 'GET /aliases') return { result: { aliases: [alias] } }
  if (call === 'GET /collections') {
    return { result: { collections: [{ name: 'raconte_skills_old' }, { name: 'someone_else' }] } }
  }
  return { result: call.startsWith('PUT /collections/raconte_skills_new/points') ? {} : true }
}

test('a new version is filled aside in batches, then the alias moves, then the old one goes', async () => {
  const { sent, index } = await aServer(usual)
  await index.replace('new', await indexed())
  expect(sent.map(({ call }) => call)).toEqual([
    'GET /aliases',
    'GET /collections',
    'PUT /collections/raconte_skills_new',
    'PUT /collections/raconte_skills_new/index',
    'PUT /collections/raconte_skills_new/index',
    'PUT /collections/raconte_skills_new/points',
    'PUT /collections/raconte_skills_new/points',
    'POST /collections/aliases',
    'GET /collections',
    'DELETE /collections/raconte_skills_old',
  ])
  expect(sent[2]?.body).toEqual({
    vectors: { meaning: { size: 2, distance: 'Dot' } },
    sparse_vectors: { words: {} },
  })
  expect(sent[7]?.body).toEqual({
    actions: [
      { delete_alias: { alias_name: 'raconte_skills' } },
      { create_alias: { collection_name: 'raconte_skills_new', alias_name: 'raconte_skills' } },
    ],
  })
})

test('a point has named vectors, and the payload that a filter needs', async () => {
  const { sent, index } = await aServer(usual)
  await index.replace('new', await indexed())
  const batches = sent.filter(({ call }) => call.endsWith('/points')).map(({ body }) => body)
  expect(batches).toMatchObject([{ points: { length: 4 } }, { points: { length: 2 } }])
  expect(batches).toHaveProperty('0.points.0', {
    id: 0,
    payload: {
      kind: 'skill',
      code: '902',
      text: 'Arroser des salades',
      source: 'label',
      version: 'new',
    },
    vector: {
      words: { indices: expect.any(Array), values: expect.any(Array) },
      meaning: [1, 0],
    },
  })
})

test('a search by words and meaning is fused by rank on the server, within the kind', async () => {
  const { sent, index } = await aServer(() => ({ result: [{ points: [] }] }))
  await index.search([await aQuery('laver', { meaning: true, limit: 7 })])
  const filter = { must: [{ key: 'kind', match: { value: 'skill' } }] }
  const words = { indices: expect.any(Array), values: expect.any(Array) }
  expect(sent).toEqual([
    {
      call: 'POST /collections/raconte_skills/points/query/batch',
      body: {
        searches: [
          {
            prefetch: [
              { query: words, using: 'words', filter, limit: 7 },
              { query: [1, 0], using: 'meaning', filter, limit: 7 },
            ],
            query: { fusion: 'rrf' },
            limit: 7,
            with_payload: true,
            with_vector: ['words', 'meaning'],
          },
        ],
      },
    },
  ])
})

test('a search by words alone asks for the sparse vector only', async () => {
  const { sent, index } = await aServer(() => ({ result: [{ points: [] }] }))
  await index.search([await aQuery('nappes', { kind: 'job', limit: 3 })])
  expect(sent[0]?.body).toMatchObject({
    searches: [
      {
        using: 'words',
        limit: 3,
        filter: { must: [{ key: 'kind', match: { value: 'job' } }] },
        with_payload: true,
      },
    ],
  })
})

test('points come back as hits whose score is the likeness, not the rank', async () => {
  const query = await aQuery('rincer des bols', { meaning: true })
  const payload = { kind: 'skill', code: '905', text: 'Rincer des bols', source: 'label' }
  const words = { indices: [...query.sparse.indices], values: [...query.sparse.values] }
  const { index } = await aServer(() => ({
    result: [
      {
        points: [
          { id: 9, version: 1, score: 0.03, payload: { something: 'else' }, vector: {} },
          { id: 2, version: 1, score: 0.02, payload, vector: { words, meaning: [1, 0] } },
        ],
      },
    ],
  }))
  const [hits] = await index.search([query])
  expect(hits).toHaveLength(1)
  expect(hits?.[0]?.surface).toEqual(payload)
  expect(hits?.[0]?.score).toBeCloseTo(1, 3)
})

test('a passing failure is tried again', async () => {
  let failures = 1
  const { sent, index } = await aServer(() =>
    failures-- > 0 ? { status: 503, result: null } : { result: [{ points: [] }] },
  )
  expect(await index.search([await aQuery('plier')])).toEqual([[]])
  expect(sent).toHaveLength(2)
})

test.each([
  ['refuses', (): Answer => ({ status: 500, result: null })],
  ['never answers', (): 'never' => 'never'],
])('a server that %s is unavailable after a bounded number of tries', async (_, answer) => {
  const { sent, index } = await aServer(answer)
  await expect(index.search([await aQuery('plier')])).rejects.toThrow(Unavailable)
  expect(sent).toHaveLength(2)
})

test('a version already behind the alias is not filled again', async () => {
  const { sent, index } = await aServer(usual)
  expect(await index.holds('old')).toBe(true)
  await index.replace('old', await indexed())
  expect(sent.map(({ call }) => call)).toEqual(['GET /aliases', 'GET /aliases'])
})
