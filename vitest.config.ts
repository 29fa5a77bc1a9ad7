import { defineConfig } from 'vitest/config'

const rooms = '{portfolio,bot,api,workers,retrieval,prisma,eval}'

/** `fast` needs nothing installed; `server` needs PostgreSQL, Redis and Chromium; `live` costs money. */
const project = (name: string, include: string[], exclude: string[], serial: boolean) => ({
  test: {
    name,
    include,
    exclude: ['node_modules/**', ...exclude],
    fileParallelism: !serial,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})

export default defineConfig({
  test: {
    allowOnly: false,
    passWithNoTests: false,
    expect: { requireAssertions: true },
    projects: [
      project(
        'fast',
        [`${rooms}/**/*.test.ts`],
        ['**/*.server.test.ts', '**/*.live.test.ts'],
        false,
      ),
      project('server', [`${rooms}/**/*.server.test.ts`], [], true),
      project('live', [`${rooms}/**/*.live.test.ts`], [], true),
    ],
  },
})
