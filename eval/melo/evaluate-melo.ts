import { existsSync } from 'node:fs'
import type { Encoder } from '#retrieval/encoder/encoder.ts'
import { hybridEncoder } from '#retrieval/encoder/encoder.ts'
import { fitLexicalEncoder } from '#retrieval/encoder/lexical-encoder.ts'
import { subwordEncoder } from '#retrieval/encoder/subword-encoder.ts'
import { embeddedSkillIndex } from '#retrieval/index/embedded-skill-index.ts'
import { recallAt } from '../metrics/recall.ts'
import { reciprocalRank } from '../metrics/reciprocal-rank.ts'
import { vote } from '../metrics/share.ts'
import { places } from '../places.ts'
import { measured } from '../report/figures.ts'
import type { Absent, Section } from '../report/table.ts'
import { type Melo, readMelo } from './read-melo.ts'

/** As deep as the index answers. A right form further down counts as not found. */
const depth = 500

/** From the results published with the benchmark, French to French, mean reciprocal rank. */
const published = [
  ['BM25 on lemmas', '0.804'],
  ['char TF-IDF', '0.796'],
  ['multilingual E5', '0.843'],
  ['E5 large', '0.863'],
  ['OpenAI', '0.872'],
] as const

/**
 * ROME titles → ESCO forms with our encoders and index, and nothing of the linking: how well labels
 * find labels, on a public benchmark with published rows. The words take their frequencies from the
 * corpus, as every TF-IDF row does. The dense encoder has learnt ROME titles and ESCO forms, each among
 * themselves, and no pair across.
 */
export async function evaluateMelo(folder: string = places.melo): Promise<Section | Absent> {
  if (!existsSync(folder)) return { absent: `no MELO benchmark in ${folder}` }
  const melo = readMelo(folder)
  const lexical = fitLexicalEncoder(melo.corpus.map(({ text }) => text))
  const dense = subwordEncoder()
  const ours = [
    ['ours, words and n-grams', hybridEncoder(lexical)],
    ['ours, dense alone', withoutWords(hybridEncoder(lexical, dense))],
    ['ours, both', hybridEncoder(lexical, dense)],
  ] as const
  const rows: string[][] = []
  for (const [name, encoder] of ours)
    rows.push([name, ...figuresOf(melo, await rank(melo, encoder))])
  return {
    name: 'melo',
    command: 'npm run eval -- melo',
    tables: [
      {
        title: 'French ROME titles to ESCO forms',
        columns: ['encoder', 'MRR', 'right@1', 'right@5', 'right@10'],
        rows: [
          ...rows,
          ...published.map(([name, mrr]) => [`${name} (published)`, mrr, '–', '–', '–']),
        ],
      },
    ],
    notes: [
      `${melo.queries.length} queries, ${melo.corpus.length} forms; a right form below place ${depth} counts as not found.`,
      'Label to label, both well spelt: necessary, and far from what people type.',
      'Published rows: reports of the MELO benchmark (Avature, RecSys-HR 2024), not run here.',
    ],
  }
}

function figuresOf(melo: Melo, ranked: readonly (readonly string[])[]): readonly string[] {
  const shares = (value: (list: readonly string[], right: ReadonlySet<string>) => number) =>
    measured(
      melo.queries.map(({ id }, place) =>
        vote(value(ranked[place] ?? [], melo.right.get(id) ?? new Set())),
      ),
    )
  const anyWithin = (k: number) =>
    shares((list, right) => ((recallAt(list, right, k) ?? 0) > 0 ? 1 : 0))
  return [shares(reciprocalRank), ...[1, 5, 10].map(anyWithin)]
}

/** The same vectors, with nothing in their sparse part. */
function withoutWords(encoder: Encoder): Encoder {
  const sparse = { indices: new Uint32Array(0), values: new Float32Array(0) }
  return {
    ...encoder,
    encodeDocuments: async (texts) =>
      (await encoder.encodeDocuments(texts)).map((one) => ({ ...one, sparse })),
    encodeQueries: async (texts) =>
      (await encoder.encodeQueries(texts)).map((one) => ({ ...one, sparse })),
  }
}

async function rank(
  { queries, corpus }: Melo,
  encoder: Encoder,
): Promise<readonly (readonly string[])[]> {
  const encoded = await encoder.encodeDocuments(corpus.map(({ text }) => text))
  const index = embeddedSkillIndex()
  await index.replace(
    'melo',
    corpus.flatMap(({ id, text }, place) => {
      const vectors = encoded[place]
      return vectors === undefined
        ? []
        : [{ kind: 'job' as const, code: id, text, source: 'title' as const, ...vectors }]
    }),
  )
  const asked = await encoder.encodeQueries(queries.map(({ text }) => text))
  const found = await index.search(
    asked.map((one) => ({ ...one, kind: 'job' as const, limit: depth })),
  )
  await index.close()
  return found.map((hits) => hits.map(({ surface }) => surface.code))
}
