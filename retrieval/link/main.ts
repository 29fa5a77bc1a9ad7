import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { retrievalConfig } from '../config.ts'
import { openSearch } from '../index.ts'
import { BadReferential } from '../referentials/referential.ts'
import { importRome } from '../referentials/rome/import.ts'
import { linkLines } from './link-lines.ts'

const usage = `Usage : npm run link -- --in items.jsonl --out results.jsonl [--rome <dossier ou zip>]

Chaque ligne lue : {"id", "text"}. Sans --rome : le référentiel importé, sinon celui de départ.`

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: { in: { type: 'string' }, out: { type: 'string' }, rome: { type: 'string' } },
    strict: false,
  })
  const { in: input, out: output, rome } = values
  if (typeof input !== 'string' || typeof output !== 'string') return fail(usage)
  const config = retrievalConfig.safeParse(process.env)
  if (!config.success) {
    return fail(
      config.error.issues.map((one) => `${one.path.join('.')} : ${one.message}`).join('\n'),
    )
  }
  const aside = typeof rome === 'string' ? mkdtempSync(join(tmpdir(), 'raconte-rome-')) : undefined
  try {
    const items = readFileSync(input, 'utf8')
    if (aside !== undefined && typeof rome === 'string') importRome(rome, aside)
    const opened = await openSearch(
      aside === undefined ? config.data : { DATA_DIR: aside, EMBEDDINGS: config.data.EMBEDDINGS },
    )
    const lines = await linkLines(opened.search, items, () => performance.now())
    writeFileSync(output, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    await opened.close()
    console.log(`${lines.length} textes → ${output} (ROME ${opened.status().version})`)
    return 0
  } catch (error) {
    if (error instanceof BadReferential) return fail(error.message)
    if (isMissingFile(error)) return fail(`Fichier introuvable : ${error.path}`)
    throw error
  } finally {
    if (aside !== undefined) rmSync(aside, { recursive: true, force: true })
  }
}

const fail = (message: string): number => {
  console.error(message)
  return 1
}

const isMissingFile = (error: unknown): error is Error & { path: string } =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT' && 'path' in error

process.exitCode = await main()
