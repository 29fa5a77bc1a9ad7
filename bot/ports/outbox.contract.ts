import { beforeEach, describe, expect, it } from 'vitest'
import type { OutboxJob } from './jobs.ts'
import type { MemoryStores } from './memory-stores.ts'
import { anId, later, type OpenStores } from './store-fixtures.contract.ts'

/** What every outbox promises: a job exists once, and is offered until somebody ends it. */
export function outboxContract(name: string, open: OpenStores) {
  describe(`${name} is an outbox`, () => {
    let stores: MemoryStores

    beforeEach(async () => {
      stores = await open()
    })

    it('knows no job that nobody added', async () => {
      expect(await stores.outbox.find('deliver:nothing')).toBeUndefined()
      expect(await stores.outbox.counts()).toEqual({ open: 0, dead: 0 })
    })

    it('offers what is due, oldest first', async () => {
      const [second, first, tomorrow] = [aJob(20), aJob(10), aJob(86_400)]
      await stores.outbox.add([second, first, tomorrow])
      expect(await stores.outbox.due(later(20), 10)).toEqual([first, second])
      expect(await stores.outbox.due(later(20), 1)).toEqual([first])
      expect(await stores.outbox.due(later(9.999), 10)).toEqual([])
    })

    it('offers a job again until it is done', async () => {
      const job = aJob(1)
      await stores.outbox.add([job])
      expect(await stores.outbox.due(later(1), 10)).toEqual([job])
      expect(await stores.outbox.due(later(1), 10)).toEqual([job])
      await stores.outbox.done(job.id)
      expect(await stores.outbox.due(later(1), 10)).toEqual([])
      expect(await stores.outbox.find(job.id)).toEqual({ ...job, state: 'done' })
    })

    it('adds a job once for ever, even after it was done', async () => {
      const job = aJob(1)
      await Promise.all(Array.from({ length: 20 }, () => stores.outbox.add([job])))
      await stores.outbox.done(job.id)
      await stores.outbox.add([{ ...job, notBefore: later(5) }])
      expect(await stores.outbox.find(job.id)).toEqual({ ...job, state: 'done' })
      expect(await stores.outbox.counts()).toEqual({ open: 0, dead: 0 })
    })

    it('waits as long as it is told', async () => {
      const job = aJob(1)
      await stores.outbox.add([job])
      await stores.outbox.postpone(job.id, later(30))
      expect(await stores.outbox.due(later(29), 10)).toEqual([])
      expect(await stores.outbox.due(later(30), 10)).toEqual([{ ...job, notBefore: later(30) }])
    })

    it('shows what was given up, and offers it no more', async () => {
      const job = aJob(1)
      await stores.outbox.add([job, aJob(1)])
      await stores.outbox.dead(job.id, 'five attempts')
      expect(await stores.outbox.counts()).toEqual({ open: 1, dead: 1 })
      expect(await stores.outbox.find(job.id)).toEqual({ ...job, state: 'dead' })
      await stores.outbox.postpone(job.id, later(2))
      await stores.outbox.done(job.id)
      expect(await stores.outbox.find(job.id)).toEqual({ ...job, state: 'dead' })
    })

    it('keeps the payload of every kind of job', async () => {
      const jobs: OutboxJob[] = [
        { id: 'receive:1', name: 'receive', payload: { personId: 'p' }, notBefore: later(1) },
        { id: 'assemble:1', name: 'assemble', payload: { personId: 'p' }, notBefore: later(2) },
        { id: 'render:1', name: 'render', payload: { draftId: 'd' }, notBefore: later(3) },
        { id: 'alert:1', name: 'alert', payload: { alertId: 'a' }, notBefore: later(4) },
        {
          id: 'nudge:1',
          name: 'nudge',
          payload: { personId: 'p', version: 7 },
          notBefore: later(5),
        },
        { id: 'mail:1', name: 'mail', payload: { mailId: 'm' }, notBefore: later(6) },
        { id: 'erase:1', name: 'erase', payload: { personId: 'p' }, notBefore: later(7) },
      ]
      await stores.outbox.add(jobs)
      expect(await stores.outbox.due(later(60), 100)).toEqual(jobs)
    })

    it('changes nothing about a job it does not have', async () => {
      await stores.outbox.done('deliver:nothing')
      await stores.outbox.postpone('deliver:nothing', later(1))
      await stores.outbox.dead('deliver:nothing', 'reason')
      expect(await stores.outbox.find('deliver:nothing')).toBeUndefined()
    })
  })
}

function aJob(seconds: number): OutboxJob {
  const messageId = anId('m')
  return {
    id: `deliver:${messageId}`,
    name: 'deliver',
    payload: { messageId },
    notBefore: later(seconds),
  }
}
