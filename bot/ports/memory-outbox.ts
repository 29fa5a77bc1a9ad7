import type { Outbox } from './jobs.ts'
import { addJobs, type MemoryWorld } from './memory-world.ts'

export function memoryOutbox(world: MemoryWorld): Outbox {
  const open = () => [...world.jobs.values()].filter((job) => job.state === 'open')
  const change = (id: string, news: Partial<{ state: 'done' | 'dead'; notBefore: Date }>) => {
    const job = world.jobs.get(id)
    if (job?.state === 'open') world.jobs.set(id, { ...job, ...news })
  }

  return {
    async due(now, limit) {
      return open()
        .filter((job) => job.notBefore <= now)
        .sort((a, b) => a.notBefore.getTime() - b.notBefore.getTime())
        .slice(0, limit)
        .map(({ state: _, reason: __, ...job }) => job)
    },
    async find(id) {
      const job = world.jobs.get(id)
      if (!job) return undefined
      const { reason: _, ...found } = job
      return found
    },
    async add(jobs) {
      addJobs(world, jobs)
    },
    async done(id) {
      change(id, { state: 'done' })
    },
    async postpone(id, notBefore) {
      change(id, { notBefore })
    },
    async dead(id, reason) {
      const job = world.jobs.get(id)
      if (job?.state === 'open') world.jobs.set(id, { ...job, state: 'dead', reason })
    },
    async counts() {
      const dead = [...world.jobs.values()].filter((job) => job.state === 'dead').length
      return { open: open().length, dead }
    },
  }
}
