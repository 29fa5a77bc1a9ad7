import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { retrievalConfig } from '#retrieval/config.ts'
import { BadReferential } from '#retrieval/referentials/referential.ts'
import { BadSet } from './bad-set.ts'
import { evaluateDanger } from './danger/evaluate-danger.ts'
import { evaluateDeeds } from './deeds/evaluate-deeds.ts'
import { evaluateDialogue } from './dialogue/evaluate-dialogue.ts'
import { evaluateMelo } from './melo/evaluate-melo.ts'
import { places } from './places.ts'
import { type Absent, type Section, toMarkdown, toTerminal } from './report/table.ts'
import { writeSection } from './report/write-section.ts'

const usage = `Usage: npm run eval -- [deeds [folder] [--rome <folder or zip>] | melo [folder] | danger [file.tsv] | dialogue] [--write]

Without a name: everything that can run. --write puts the tables into eval/README.md.`

const evaluations = ['deeds', 'melo', 'danger', 'dialogue'] as const
type Evaluation = (typeof evaluations)[number]

const main = async (): Promise<number> => {
  const { values, positionals } = parseArgs({
    options: { rome: { type: 'string' }, write: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [name, path, ...others] = positionals
  const wanted = name === undefined ? evaluations : evaluations.filter((one) => one === name)
  if (wanted.length === 0 || others.length > 0) return fail(usage)
  if (values.write && path !== undefined) {
    return fail('--write keeps the figures of the usual sets: leave the path out.')
  }
  const { EMBEDDINGS } = retrievalConfig.parse(process.env)
  const run: Record<Evaluation, () => Promise<Section | Absent> | Section | Absent> = {
    deeds: () => evaluateDeeds({ folder: path, rome: values.rome, config: { EMBEDDINGS } }),
    melo: () => evaluateMelo(path),
    danger: () => evaluateDanger(path),
    dialogue: evaluateDialogue,
  }
  const missing: string[] = []
  for (const one of wanted) {
    const done = await run[one]()
    if ('absent' in done) missing.push(`${one}: ${done.absent}`)
    else show(done, values.write)
  }
  for (const what of missing) console.warn(`\n!!! NOT MEASURED — ${what}`)
  return missing.length > 0 && name !== undefined ? 1 : 0
}

const show = (section: Section, isKept: boolean): void => {
  console.log(toTerminal(section))
  if (!isKept) return
  const readme = readFileSync(places.readme, 'utf8')
  writeFileSync(places.readme, writeSection(readme, section.name, toMarkdown(section, new Date())))
}

const fail = (message: string): number => {
  console.error(message)
  return 1
}

try {
  process.exitCode = await main()
} catch (error) {
  if (isWrongArgument(error)) process.exitCode = fail(`${error.message}\n\n${usage}`)
  else if (error instanceof BadReferential || error instanceof BadSet)
    process.exitCode = fail(error.message)
  else throw error
}

function isWrongArgument(error: unknown): error is Error {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE')
}
