import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { findDeeds } from '#bot/french/deeds.ts'
import { normalise } from '#bot/french/normalise.ts'
import { findRoles } from '#bot/french/roles.ts'
import { saysNothing } from '#bot/french/says-nothing.ts'
import { hybridEncoder } from '#retrieval/encoder/encoder.ts'
import { fitLexicalEncoder } from '#retrieval/encoder/lexical-encoder.ts'
import { embeddedSkillIndex } from '#retrieval/index/embedded-skill-index.ts'
import { featureNames, featuresOf, saidFrom, scoreOf } from '#retrieval/linking/calibration.ts'
import { gatherEvidence } from '#retrieval/linking/gather-evidence.ts'
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

/**
 * Fits the constants of `retrieval/linking/calibration.ts` on a graded set in the layout of
 * `deeds-dev`, and prints them with the precision at each threshold on held-out fifths.
 *
 *   node eval/fit-link-calibration.ts --rome ../shared/data/rome-v460 --set ../shared/eval/deeds-dev
 *
 * Every text is used twice, with our everyday phrases for skills and without: the set was in the
 * open when the phrases were written, and a text whose words are in none of them is the usual case
 * for a new person. Ten numbers are fitted; no wording is learnt.
 */

/** A grade of 2 is right; a reader keeps a grade of 1 about one time in three. */
const targets: Readonly<Record<number, number>> = { 0: 0, 1: 0.35, 2: 1 }
const folds = 5

type Row = {
  readonly item: string
  readonly grade: number
  readonly features: readonly number[]
  readonly canPropose: boolean
}
type Graded = {
  readonly id: string
  readonly text: string
  readonly skills: Readonly<Record<string, number>>
}

const reader = { findDeeds, findRoles, saysNothing, normalise }

const main = async (): Promise<void> => {
  const { values } = parseArgs({ options: { rome: { type: 'string' }, set: { type: 'string' } } })
  if (values.rome === undefined || values.set === undefined) {
    throw new Error('usage: node eval/fit-link-calibration.ts --rome <folder> --set <folder>')
  }
  const graded = readSet(values.set)
  const starter = readStarter()
  const whole = await rowsOf(values.rome, starter, graded)
  const bare = await rowsOf(values.rome, { ...starter, skills: [], jobs: [] }, graded)
  const train = (rows: readonly Row[]) =>
    fitLogistic(rows.map(({ features, grade }) => ({ features, target: targets[grade] ?? 0 })))

  const ids = graded.map(({ id }) => id)
  const heldOut = Array.from({ length: folds }, (_, fold) => {
    const tested = new Set(ids.filter((_, place) => place % folds === fold))
    const model = train([...whole, ...bare].filter(({ item }) => !tested.has(item)))
    return whole
      .filter(({ item }) => tested.has(item))
      .map((row) => ({
        ...row,
        score: scoreOf(row.features, { ...model, proposeFrom: 1, askFrom: 1 }),
      }))
  }).flat()
  console.table(thresholds(heldOut, ids.length))

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
): Promise<Row[]> => {
  const catalogue = makeCatalogue(readRome(openRomeSource(rome)), starter)
  const texts = catalogue.surfaces.map(({ text }) => text)
  const lexical = fitLexicalEncoder(texts)
  const index = embeddedSkillIndex()
  const indexed = catalogue.surfaces.map((one) => ({ ...one, sparse: lexical.encode(one.text) }))
  await index.replace('fit', indexed)
  const rows: Row[] = []
  for (const { id, text, skills } of graded) {
    const { units } = readText(reader, text)
    const labelOf = (code: string) => catalogue.skills.get(code)?.ref.label
    const found = await searchUnits(index, hybridEncoder(lexical), units, labelOf)
    const jobs = rankJobs(catalogue, found, linkWeights)
    for (const evidence of gatherEvidence(catalogue, found, jobs, linkWeights)) {
      rows.push({
        item: id,
        grade: skills[evidence.code] ?? 0,
        features: featuresOf(catalogue, evidence),
        canPropose: Math.max(evidence.direct, evidence.bridge) >= saidFrom,
      })
    }
  }
  return rows
}

const thresholds = (rows: readonly (Row & { score: number })[], items: number) =>
  [0.2, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7].map((from) => {
    const kept = rows.filter(({ score, canPropose }) => canPropose && score >= from)
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
