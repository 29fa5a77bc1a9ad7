import { existsSync } from 'node:fs'
import { basename } from 'node:path'
import { retrievalConfig } from '../config.ts'
import { openSearch } from '../index.ts'
import { BadReferential } from '../referentials/referential.ts'
import { type Difference, importRome } from '../referentials/rome/import.ts'

const usage = `Usage : npm run import -- rome <dossier ou zip>

Référentiels que l’on sait importer : rome (ROME 4.0, fichiers CSV officiels de France Travail).`

const count = new Intl.NumberFormat('fr-FR')

// A `.env` file in the folder it is started from; what is already set wins.
if (existsSync('.env')) process.loadEnvFile()

const main = async (): Promise<number> => {
  const [name, path] = process.argv.slice(2)
  if (name === undefined || path === undefined) return fail(usage)
  if (name !== 'rome') return fail(`Référentiel inconnu : « ${name} ».\n\n${usage}`)
  const config = retrievalConfig.safeParse(process.env)
  if (!config.success) {
    return fail(
      config.error.issues.map((one) => `${one.path.join('.')} : ${one.message}`).join('\n'),
    )
  }
  try {
    const done = importRome(path, config.data.DATA_DIR, showStep)
    console.log(
      done.outcome === 'same'
        ? `ROME 4.0 v${done.version} est déjà en place, à l’identique : rien n’a changé.`
        : `ROME 4.0 v${done.version} est en place.`,
    )
    console.log(`  compétences : ${describe(done.skills)}`)
    console.log(`  métiers     : ${describe(done.jobs)}`)
    const search = await openSearch(config.data)
    await search.close()
    console.log('L’index de recherche est prêt. Relancez Raconte s’il tourne.')
    return 0
  } catch (error) {
    if (error instanceof BadReferential)
      return fail(`${basename(path)} : import refusé.\n${error.message}`)
    throw error
  }
}

const fail = (message: string): number => {
  console.error(message)
  return 1
}

const describe = ({ total, came, changed, left }: Difference): string =>
  `${count.format(total)} (ajouts : ${count.format(came)}, libellés changés : ${count.format(changed)}, retraits : ${count.format(left)})`

/** A bar that redraws itself in a terminal, one line per step elsewhere. */
const showStep = (done: number, steps: number, name: string): void => {
  if (!process.stdout.isTTY) {
    console.log(`[${done}/${steps}] ${name}`)
    return
  }
  const bar = '█'.repeat(done * 6).padEnd(steps * 6, '░')
  process.stdout.write(`\r\x1b[K${bar} ${name}${done === steps ? '\n' : ''}`)
}

process.exitCode = await main()
