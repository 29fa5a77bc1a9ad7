import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findDeeds } from '#bot/french/deeds.ts'
import { normalise } from '#bot/french/normalise.ts'
import { findRoles } from '#bot/french/roles.ts'
import { saysNothing } from '#bot/french/says-nothing.ts'
import { type DenseEncoder, hybridEncoder } from '#retrieval/encoder/encoder.ts'
import { fitLexicalEncoder } from '#retrieval/encoder/lexical-encoder.ts'
import { subwordEncoder } from '#retrieval/encoder/subword-encoder.ts'
import { embeddedSkillIndex } from '#retrieval/index/embedded-skill-index.ts'
import { featureNames, featuresOf, saidFrom, scoreOf } from '#retrieval/linking/calibration.ts'
import { gatherEvidence } from '#retrieval/linking/gather-evidence.ts'
import { oneProposalADeed } from '#retrieval/linking/one-proposal-a-deed.ts'
import { rankJobs } from '#retrieval/linking/rank-jobs.ts'
import { readText } from '#retrieval/linking/reading.ts'
import { searchUnits } from '#retrieval/linking/search-units.ts'
import { linkWeights } from '#retrieval/linking/weights.ts'
import { makeCatalogue } from '#retrieval/referentials/catalogue.ts'
import type { Starter } from '#retrieval/referentials/referential.ts'
import { readRome } from '#retrieval/referentials/rome/read.ts'
import { openRomeSource } from '#retrieval/referentials/rome/source.ts'
import { readStarter } from '#retrieval/referentials/starter/read-starter.ts'
import { fitLogistic } from './logistic-regression.ts'
import { ndcgAt } from './metrics/ndcg.ts'
import { recallAt } from './metrics/recall.ts'

/**
 * Fits the constants of `retrieval/linking/calibration.ts` on a graded set in the layout of
 * `deeds-dev`, and prints them with the precision at each threshold on held-out fifths.
 *
 *   node eval/fit-link-calibration.ts --rome ../shared/data/rome-v460 --set ../shared/eval/deeds-dev
 *
 * `--words` leaves the dense encoder out, to compare.
 *
 * Every text is used twice, with our everyday phrases for skills and without: the set was in the
 * open when the phrases were written, and a text whose words are in none of them is the usual case
 * for a new person. Eleven numbers are fitted; no wording is learnt.
 */

/** A grade of 2 is right; a reader keeps a grade of 1 about one time in three. */
const targets: Readonly<Record<number, number>> = { 0: 0, 1: 0.35, 2: 1 }
const folds = 5

type Row = {
  readonly item: string
  readonly code: string
  readonly grade: number
  readonly features: readonly number[]
  readonly canPropose: boolean
  /** The deed that speaks most for it. */
  readonly deed: number | undefined
}
type ScoredRow = Row & { readonly score: number }
type Graded = {
  readonly id: string
  readonly text: string
  readonly skills: Readonly<Record<string, number>>
}

const reader = { findDeeds, findRoles, saysNothing, normalise }

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { rome: { type: 'string' }, set: { type: 'string' }, words: { type: 'boolean' } },
  })
  if (values.rome === undefined || values.set === undefined) {
    throw new Error('usage: node eval/fit-link-calibration.ts --rome <folder> --set <folder>')
  }
  const graded = readSet(values.set)
  const starter = readStarter()
  const dense = values.words === true ? undefined : subwordEncoder()
  const whole = await rowsOf(values.rome, starter, graded, dense)
  const bare = await rowsOf(values.rome, { ...starter, skills: [], jobs: [] }, graded, dense)
  const train = (rows: readonly Row[]) =>
    fitLogistic(rows.map(({ features, grade }) => ({ features, target: targets[grade] ?? 0 })))

  const ids = graded.map(({ id }) => id)
  const scored: { with: ScoredRow[]; without: ScoredRow[] } = { with: [], without: [] }
  for (let fold = 0; fold < folds; fold++) {
    const tested = new Set(ids.filter((_, place) => place % folds === fold))
    const model = train([...whole, ...bare].filter(({ item }) => !tested.has(item)))
    const score = (rows: readonly Row[]) =>
      rows
        .filter(({ item }) => tested.has(item))
        .map((row) => ({
          ...row,
          score: scoreOf(row.features, { ...model, proposeFrom: 1, askFrom: 1 }),
        }))
    scored.with.push(...score(whole))
    scored.without.push(...score(bare))
  }
  for (const [name, rows] of Object.entries(scored)) {
    console.log(`${name} our phrases, held-out fifths: ${ranking(rows, graded)}`)
    console.table(thresholds(rows, ids.length))
  }

  const model = train([...whole, ...bare])
  console.table(featureNames.map((name, place) => [name, model.weights[place]?.toFixed(2)]))
  console.log(`intercept: ${model.intercept.toFixed(2)}`)
  console.log(`weights: [${model.weights.map((weight) => weight.toFixed(2)).join(', ')}]`)
}

const readSet = (folder: string): readonly Graded[] => {
  const lines = (name: string): Record<string, unknown>[] =>
    readFileSync(`${folder}/${name}`, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const grades = new Map(lines('qrels.jsonl').map((one) => [one.id, one.skills]))
  return lines('items.jsonl')
    .filter((item) => item.expect !== 'none')
    .map(({ id, text }) => ({
      id: String(id),
      text: String(text),
      skills: (grades.get(id) ?? {}) as Record<string, number>,
    }))
}

const rowsOf = async (
  rome: string,
  starter: Starter,
  graded: readonly Graded[],
  dense: DenseEncoder | undefined,
): Promise<Row[]> => {
  const catalogue = makeCatalogue(readRome(openRomeSource(rome)), starter)
  const texts = catalogue.surfaces.map(({ text }) => text)
  const encoder = hybridEncoder(fitLexicalEncoder(texts), dense)
  const encoded = await encoder.encodeDocuments(texts)
  const index = embeddedSkillIndex()
  const indexed = catalogue.surfaces.flatMap((one, place) => {
    const vectors = encoded[place]
    return vectors === undefined ? [] : [{ ...one, ...vectors }]
  })
  await index.replace('fit', indexed)
  const rows: Row[] = []
  for (const { id, text, skills } of graded) {
    const { units } = readText(reader, text)
    const labelOf = (code: string) => catalogue.skills.get(code)?.ref.label
    const found = await searchUnits(index, encoder, units, labelOf)
    const jobs = rankJobs(catalogue, found, linkWeights)
    for (const evidence of gatherEvidence(catalogue, found, jobs, linkWeights)) {
      rows.push({
        item: id,
        code: evidence.code,
        deed: evidence.units[0]?.unit.deed,
        grade: skills[evidence.code] ?? 0,
        features: featuresOf(catalogue, evidence),
        canPropose:
          Math.max(evidence.direct, evidence.bridge) >= saidFrom &&
          evidence.units.some(({ unit }) => unit.kind === 'deed'),
      })
    }
  }
  return rows
}

const ranking = (rows: readonly ScoredRow[], graded: readonly Graded[]): string => {
  const byItem = Map.groupBy(rows, ({ item }) => item)
  const figures = graded.flatMap(({ id, skills }) => {
    const codes = (byItem.get(id) ?? [])
      .toSorted((a, b) => b.score - a.score)
      .map(({ code }) => code)
    const exact = new Set(Object.keys(skills).filter((code) => skills[code] === 2))
    const gains = new Map(
      Object.entries(skills).map(([code, grade]) => [code, grade === 2 ? 3 : 1]),
    )
    const recall = recallAt(codes, exact, 10)
    return recall === undefined ? [] : [{ recall, ndcg: ndcgAt(codes, gains, 10) ?? 0 }]
  })
  const mean = (of: (figure: { recall: number; ndcg: number }) => number) =>
    (figures.reduce((sum, figure) => sum + of(figure), 0) / figures.length).toFixed(3)
  return `recall@10 ${mean(({ recall }) => recall)}, nDCG@10 ${mean(({ ndcg }) => ndcg)}`
}

/** As `makeLink` proposes: among the first twenty, one a deed. */
const proposals = (rows: readonly ScoredRow[], from: number): readonly ScoredRow[] =>
  [...Map.groupBy(rows, ({ item }) => item).values()].flatMap((members) => {
    const best = members.toSorted((a, b) => b.score - a.score).slice(0, 20)
    const decisions = oneProposalADeed(
      best.map(({ score, canPropose, deed }) => ({
        decision: canPropose && score >= from ? 'propose' : 'ask',
        deed,
      })),
    )
    return best.filter((_, place) => decisions[place] === 'propose')
  })

const thresholds = (rows: readonly ScoredRow[], items: number) =>
  [0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7].map((from) => {
    const kept = proposals(rows, from)
    const share = (least: number) =>
      (kept.filter(({ grade }) => grade >= least).length / kept.length).toFixed(3)
    const speakers = new Set(kept.map(({ item }) => item)).size
    return {
      from,
      kept: kept.length,
      'grade 2': share(2),
      'grade ≥ 1': share(1),
      speakers: (speakers / items).toFixed(3),
    }
  })

await main()
