import { beforeEach, describe, expect, it } from 'vitest'
import type { Mail } from './mail.ts'
import type { MemoryStores } from './memory-stores.ts'
import { anId, later, noon, type OpenStores } from './store-fixtures.contract.ts'

/** What every store of mails promises: a mail is posted once, with the job that sends it. */
export function mailsContract(name: string, open: OpenStores) {
  describe(`${name} keeps mails`, () => {
    let stores: MemoryStores

    beforeEach(async () => {
      stores = await open()
    })

    it('stores a mail with its job', async () => {
      const mail = aMail()
      await stores.mails.post(mail)
      expect(await stores.mails.find(mail.id)).toEqual(mail)
      expect(await stores.outbox.due(noon, 10)).toEqual([
        { id: `mail:${mail.id}`, name: 'mail', payload: { mailId: mail.id }, notBefore: noon },
      ])
    })

    it('posts a mail once', async () => {
      const mail = aMail()
      await stores.mails.post(mail)
      await stores.mails.post({ ...mail, subject: 'Autre' })
      expect(await stores.mails.latest(10)).toEqual([mail])
      expect(await stores.outbox.counts()).toEqual({ open: 1, dead: 0 })
    })

    it('notes when a mail left, the first time', async () => {
      const mail = aMail()
      await stores.mails.post(mail)
      await stores.mails.sent(mail.id, later(1))
      await stores.mails.sent(mail.id, later(2))
      expect(await stores.mails.find(mail.id)).toEqual({ ...mail, sentAt: later(1) })
      expect(await stores.mails.find('nothing')).toBeUndefined()
    })

    it('shows the latest first', async () => {
      const mails = [aMail(1), aMail(3), aMail(2)]
      for (const mail of mails) await stores.mails.post(mail)
      const latest = await stores.mails.latest(2)
      expect(latest).toEqual([mails[1], mails[2]])
    })
  })
}

function aMail(seconds = 0): Mail {
  return {
    id: anId('mail'),
    to: 'sami@exemple.fr',
    subject: 'Votre lien',
    text: 'Bonjour,\n\nvoici le lien.',
    createdAt: later(seconds),
  }
}
