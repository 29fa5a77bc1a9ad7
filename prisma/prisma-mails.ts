import type { Mail, Mails } from '#bot/ports/mail.ts'
import type { Mail as Row } from './client/client.ts'
import type { Database } from './database.ts'
import { insertJobs } from './outbox-rows.ts'
import { storable } from './stored-json.ts'

export function prismaMails(database: Database): Mails {
  return {
    async post({ id, to, subject, text, createdAt }) {
      const data = { id, to, subject: storable(subject), text: storable(text), createdAt }
      const job = {
        id: `mail:${id}`,
        name: 'mail',
        payload: { mailId: id },
        notBefore: createdAt,
      } as const
      await database.$transaction([
        database.mail.createMany({ data: [data], skipDuplicates: true }),
        database.$executeRaw(insertJobs([job])),
      ])
    },
    async find(mailId) {
      const row = await database.mail.findUnique({ where: { id: mailId } })
      return row ? { ...mailOf(row), ...(row.sentAt && { sentAt: row.sentAt }) } : undefined
    },
    async sent(mailId, at) {
      await database.mail.updateMany({ where: { id: mailId, sentAt: null }, data: { sentAt: at } })
    },
    async latest(limit) {
      const rows = await database.mail.findMany({
        orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
        take: limit,
      })
      return rows.map(mailOf)
    },
  }
}

function mailOf({ id, to, subject, text, createdAt }: Row): Mail {
  return { id, to, subject, text, createdAt }
}
