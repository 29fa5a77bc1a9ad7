import type { Mails } from './mail.ts'
import { addJobs, type MemoryWorld } from './memory-world.ts'

export function memoryMails(world: MemoryWorld): Mails {
  return {
    async post(mail) {
      if (!world.mails.has(mail.id)) world.mails.set(mail.id, mail)
      const id = `mail:${mail.id}`
      addJobs(world, [
        { id, name: 'mail', payload: { mailId: mail.id }, notBefore: mail.createdAt },
      ])
    },
    async find(mailId) {
      return world.mails.get(mailId)
    },
    async sent(mailId, at) {
      const mail = world.mails.get(mailId)
      if (mail && !mail.sentAt) world.mails.set(mailId, { ...mail, sentAt: at })
    },
    async latest(limit) {
      return [...world.mails.values()]
        .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
        .slice(0, limit)
        .map(({ sentAt: _, ...mail }) => mail)
    },
  }
}
