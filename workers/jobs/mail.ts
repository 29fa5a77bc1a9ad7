import type { Clock } from '#bot/ports/clock.ts'
import type { MailSender, Mails } from '#bot/ports/mail.ts'
import type { Handler } from '../handlers.ts'

export type MailDeps = {
  readonly mails: Pick<Mails, 'find' | 'sent'>
  readonly mailSender: MailSender
  readonly clock: Clock
}

/**
 * Hands one mail over. Killed after the server took it and before we noted so, it leaves twice with
 * the same Message-ID: better than an alert that never left.
 */
export function makeMailJob({ mails, mailSender, clock }: MailDeps): Handler<'mail'> {
  return async ({ mailId }) => {
    const mail = await mails.find(mailId)
    if (!mail || mail.sentAt) return undefined
    await mailSender.send(mail)
    await mails.sent(mailId, clock.now())
    return undefined
  }
}
