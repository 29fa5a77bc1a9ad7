import type { Job, Outbox, OutboxJob } from '#bot/ports/jobs.ts'
import type { Outbox as Row } from './client/client.ts'
import type { Database } from './database.ts'
import { insertJobs } from './outbox-rows.ts'
import { fromJson } from './stored-json.ts'

export function prismaOutbox(database: Database): Outbox {
  const change = async (id: string, data: Partial<Pick<Row, 'state' | 'notBefore' | 'reason'>>) => {
    await database.outbox.updateMany({ where: { id, state: 'open' }, data })
  }

  return {
    async due(now, limit) {
      const rows = await database.outbox.findMany({
        where: { state: 'open', notBefore: { lte: now } },
        orderBy: [{ notBefore: 'asc' }, { position: 'asc' }],
        take: limit,
      })
      return rows.map(jobOf)
    },
    async find(id) {
      const row = await database.outbox.findUnique({ where: { id } })
      if (!row) return undefined
      const state = row.state === 'done' || row.state === 'dead' ? row.state : 'open'
      return { ...jobOf(row), state }
    },
    async add(jobs) {
      if (jobs.length) await database.$executeRaw(insertJobs(jobs))
    },
    done: (id) => change(id, { state: 'done' }),
    postpone: (id, notBefore) => change(id, { notBefore }),
    dead: (id, reason) => change(id, { state: 'dead', reason }),
    async counts() {
      const groups = await database.outbox.groupBy({
        by: ['state'],
        where: { state: { in: ['open', 'dead'] } },
        _count: true,
      })
      const of = (state: string) => groups.find((group) => group.state === state)?._count ?? 0
      return { open: of('open'), dead: of('dead') }
    },
  }
}

function jobOf({ id, name, payload, notBefore }: Row): OutboxJob {
  return { ...fromJson<Job>({ name, payload }), id, notBefore }
}
