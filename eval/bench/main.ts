import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { prismaConfig } from '#prisma/config.ts'
import { places } from '../places.ts'
import { type Section, toMarkdown, toTerminal } from '../report/table.ts'
import { writeSection } from '../report/write-section.ts'
import { benchLink } from './bench-link.ts'
import { benchPdf } from './bench-pdf.ts'
import { benchTurns } from './bench-turns.ts'

const usage = `Usage: npm run bench -- [link | turns | pdf] [--write]

Without a name: all three. DATABASE_URL adds a PostgreSQL server to turns (a database is made and
dropped). --write puts the tables into eval/README.md.`

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
})
const config = prismaConfig.safeParse(process.env)
const benches: Readonly<Record<string, () => Promise<Section>>> = {
  link: benchLink,
  turns: () => benchTurns(config.data?.DATABASE_URL),
  pdf: benchPdf,
}
const names = positionals.length === 0 ? Object.keys(benches) : positionals

if (names.some((name) => !Object.hasOwn(benches, name)) || !config.success) {
  console.error(config.success ? usage : config.error.issues.map((i) => i.message).join('\n'))
  process.exitCode = 1
} else {
  for (const name of names) {
    const section = await benches[name]?.()
    if (section === undefined) continue
    console.log(toTerminal(section))
    if (!values.write) continue
    const readme = readFileSync(places.readme, 'utf8')
    writeFileSync(
      places.readme,
      writeSection(readme, section.name, toMarkdown(section, new Date())),
    )
  }
}
