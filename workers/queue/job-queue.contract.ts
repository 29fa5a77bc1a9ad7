import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import type { OutboxJob } from '#bot/ports/jobs.ts'
import { type OpenQueueConfig, openJobQueue } from './index.ts'
import type { Travel, WorkQueue } from './job-queue.ts'

/** What every transport of jobs promises. `config` gives an empty namespace at each call. */
export function jobQueueContract(transport: string, config: () => OpenQueueConfig): void {
  describe(`jobs on ${transport}`, () => {
    const open: WorkQueue[] = []
    const openOn = async (where: OpenQueueConfig) => {
      const queue = await openJobQueue(where)
      open.push(queue)
      return queue
    }
    afterEach(async () => {
      await Promise.all(open.splice(0).map((queue) => queue.close()))
    })

    test('a job is handed out by its id, whatever signs the id holds', async () => {
      const queue = await openOn(config())
      const ran = collect(queue)
      await queue.add([aJob('deliver:a:b/ç 1'), aJob('deliver:2')])
      await until(() => ran.length === 2)
      expect(ran.map(({ id }) => id).sort()).toEqual(['deliver:2', 'deliver:a:b/ç 1'])
      expect(ran[0]?.travel).toEqual({ tries: 0, crashes: 0 })
    })

    test('a job that is not due waits', async () => {
      const queue = await openOn(config())
      const ran = collect(queue)
      const start = Date.now()
      await queue.add([aJob('receive:1', new Date(start + 1_200))])
      expect((await queue.counts()).delayed).toBe(1)
      await until(() => ran.length === 1)
      expect(Date.now() - start).toBeGreaterThanOrEqual(1_150)
      expect(Date.now() - start).toBeLessThan(4_000)
    })

    test('a job offered many times before it runs, runs once', async () => {
      const queue = await openOn(config())
      await queue.add([aJob('deliver:1'), aJob('deliver:1')])
      await Promise.all([1, 2, 3, 4].map(() => queue.add([aJob('deliver:1')])))
      const ran = collect(queue)
      await queue.add([aJob('deliver:last')])
      await until(() => ran.length >= 2)
      await settle(queue)
      expect(ran.map(({ id }) => id).sort()).toEqual(['deliver:1', 'deliver:last'])
    })

    test('a job that ended can be offered again', async () => {
      const queue = await openOn(config())
      const ran = collect(queue)
      await queue.add([aJob('deliver:1')])
      await until(() => ran.length === 1)
      await settle(queue)
      await queue.add([aJob('deliver:1')])
      await until(() => ran.length === 2)
    })

    test('a job that failed can be offered again', async () => {
      const queue = await openOn(config())
      let runs = 0
      queue.work(async () => {
        runs += 1
        throw new Error('the database went away')
      })
      await queue.add([aJob('deliver:1')])
      await until(() => runs === 1)
      await settle(queue)
      await queue.add([aJob('deliver:1')])
      await until(() => runs === 2)
    })

    test('a postponed job comes back later, knowing how often', async () => {
      const queue = await openOn(config())
      const tries: number[] = []
      const times: number[] = []
      queue.work(async (_id, travel) => {
        tries.push(travel.tries)
        times.push(Date.now())
        return tries.length < 3 ? { postpone: new Date(Date.now() + 300) } : undefined
      })
      await queue.add([aJob('deliver:1')])
      await until(() => tries.length === 3)
      expect(tries).toEqual([0, 1, 2])
      expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(590)
    })

    test('jobs run beside each other, up to the number allowed', async () => {
      const queue = await openOn(config())
      let now = 0
      let most = 0
      let ended = 0
      const work = async () => {
        now += 1
        most = Math.max(most, now)
        await new Promise((resolve) => setTimeout(resolve, 100))
        now -= 1
        ended += 1
        return undefined
      }
      queue.work(work, { concurrency: 3 })
      await queue.add(Array.from({ length: 9 }, (_, i) => aJob(`deliver:${i}`)))
      await until(() => ended === 9)
      expect(most).toBe(3)
    })

    test('closing lets the job in progress end', async () => {
      const queue = await openJobQueue(config())
      let state = 'waiting'
      queue.work(async () => {
        state = 'running'
        await new Promise((resolve) => setTimeout(resolve, 500))
        state = 'ended'
        return undefined
      })
      await queue.add([aJob('deliver:1')])
      await until(() => state === 'running')
      await queue.close()
      expect(state).toBe('ended')
      expect(await queue.isHealthy()).toBe(false)
    })

    test('the work of a killed process is taken up within ten seconds', async () => {
      const where = config()
      const queue = await openOn(where)
      await queue.add([aJob('render:1')])
      const victim = await startVictim(where)
      victim.kill('SIGKILL')
      await once(victim, 'exit')
      const killed = Date.now()
      const ran = collect(queue)
      await until(() => ran.length === 1, 15_000)
      expect(Date.now() - killed).toBeLessThan(10_000)
      expect(ran[0]).toEqual({ id: 'render:1', travel: { tries: 0, crashes: 1 } })
    })
  })
}

function aJob(id: string, notBefore = new Date(0)): OutboxJob {
  return { id, name: 'deliver', payload: { messageId: 'm' }, notBefore }
}

function collect(queue: WorkQueue): { id: string; travel: Travel }[] {
  const ran: { id: string; travel: Travel }[] = []
  queue.work(async (id, travel) => {
    ran.push({ id, travel })
    return undefined
  })
  return ran
}

async function settle(queue: WorkQueue): Promise<void> {
  await until(async () => {
    const { waiting, active } = await queue.counts()
    return waiting + active === 0
  })
}

async function until(isTrue: () => boolean | Promise<boolean>, limit = 8_000): Promise<void> {
  const end = Date.now() + limit
  while (!(await isTrue())) {
    if (Date.now() > end) throw new Error(`not so after ${limit} ms`)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

async function startVictim(config: OpenQueueConfig): Promise<ChildProcess> {
  const script = fileURLToPath(new URL('./killed-worker.fixture.ts', import.meta.url))
  const child = spawn(process.execPath, [script, JSON.stringify(config)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout, 'data')
  return child
}
