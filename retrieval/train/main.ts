import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { builtInTable } from '../encoder/subword-encoder.ts'
import { packTable, writeTable } from '../encoder/subword-table.ts'
import { readRome } from '../referentials/rome/read.ts'
import { openRomeSource } from '../referentials/rome/source.ts'
import { readStarter } from '../referentials/starter/read-starter.ts'
import { cardOf } from './card.ts'
import { heldOutScores, keepAside } from './held-out.ts'
import { ourPairs, publicPairs } from './pairs.ts'
import { readEsco } from './read-esco.ts'
import { seededRandom } from './seeded-random.ts'
import { makeSmsNoise } from './sms-noise.ts'
import { trainEncoder, usualOptions } from './train-encoder.ts'

const usage = `Usage: npm run train -- --rome <folder or zip> --esco <folder> [--seed 1] [--with-phrases] [--out <file>]

Makes the dense encoder and its card. Without --out: the one the search uses.
--with-phrases also learns our everyday phrases; the usual one does not, so that evaluations can leave them out.`

const lexicon = join(import.meta.dirname, '../../bot/french/sms-lexicon.tsv')

const main = (): number => {
  const { values } = parseArgs({
    options: {
      rome: { type: 'string' },
      esco: { type: 'string' },
      seed: { type: 'string', default: '1' },
      out: { type: 'string', default: builtInTable },
      'with-phrases': { type: 'boolean', default: false },
    },
  })
  const { rome: romePath, esco: escoPath, out, 'with-phrases': withPhrases } = values
  const seed = Number(values.seed)
  if (romePath === undefined || escoPath === undefined || !Number.isInteger(seed)) {
    console.error(usage)
    return 1
  }
  if (!existsSync(escoPath)) throw new Error(`${escoPath} does not exist`)
  const started = performance.now()
  const rome = readRome(openRomeSource(romePath))
  const esco = readEsco(escoPath)
  const sets = [
    ...publicPairs(rome, esco.occupations, esco.skills),
    ...ourPairs(rome, readStarter(), withPhrases),
  ]
  const random = seededRandom(seed)
  const { learnt, aside } = keepAside(sets)
  const noise = makeSmsNoise(readFileSync(lexicon, 'utf8'), random)
  const losses: number[] = []
  const model = trainEncoder(learnt, usualOptions, {
    random,
    noise,
    onEpoch: (loss) => {
      losses.push(loss)
      console.log(`epoch ${losses.length}: mean loss ${loss.toFixed(3)}`)
    },
  })
  const table = packTable(model.table, model.dimension)
  writeTable(out, table)
  const minutes = (performance.now() - started) / 60_000
  const scores = heldOutScores(table, aside)
  const card = cardOf({
    id: table.id,
    seed,
    date: new Date(),
    rome: rome.version,
    losses,
    minutes,
    sets: learnt,
    scores,
    options: usualOptions,
  })
  writeFileSync(join(dirname(out), 'card.md'), card)
  console.log(card)
  return 0
}

process.exitCode = main()
