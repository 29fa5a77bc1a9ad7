import { createRequire } from 'node:module'
import {
  cruise,
  type ICruiseOptions,
  type ICruiseResult,
  type IForbiddenRuleType,
} from 'dependency-cruiser'
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config'

/**
 * Who may import whom (`.dependency-cruiser.cjs`), and that the tool read the house at all: with a
 * TypeScript it cannot parse it reports success over no module.
 */
const rooms = ['portfolio', 'bot', 'retrieval', 'prisma', 'workers', 'api', 'eval']
const fewestModules = 150

const config: { forbidden: IForbiddenRuleType[]; options: ICruiseOptions } = createRequire(
  import.meta.url,
)('../../.dependency-cruiser.cjs')
const { output } = await cruise(
  rooms,
  { ...config.options, ruleSet: { forbidden: config.forbidden }, validate: true },
  undefined,
  { tsConfig: extractTsConfig('tsconfig.json') },
)
const { summary } = output as ICruiseResult

for (const { rule, from, to } of summary.violations) {
  console.error(`${rule.severity}: ${rule.name}\n  ${from} → ${to}`)
}
console.log(`${summary.totalCruised} modules, ${summary.violations.length} violations`)
if (summary.totalCruised < fewestModules) {
  console.error(`Fewer than ${fewestModules} modules were read: the check itself is broken.`)
}
process.exitCode = summary.violations.length || summary.totalCruised < fewestModules ? 1 : 0
