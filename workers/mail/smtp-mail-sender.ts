import { createHash } from 'node:crypto'
import { createTransport } from 'nodemailer'
import type { MailSender } from '#bot/ports/mail.ts'
import { Unavailable } from '#portfolio/errors.ts'
import { within } from '../within.ts'

export type SmtpConfig = { readonly SMTP_URL: string; readonly MAIL_FROM: string }

/** A mail that no server will ever take: its address or its words. Tried again for nothing. */
export class MailRefused extends Error {
  override readonly name = 'MailRefused'
}

/**
 * Mail over SMTP. Answers within 15 s. Every failure may pass (a server that is down, full, greylists
 * or was given a wrong password that somebody corrects) except a 5xx about the mail itself.
 */
export function smtpMailSender({ SMTP_URL, MAIL_FROM }: SmtpConfig): MailSender & {
  close(): void
} {
  const transport = createTransport({
    url: SMTP_URL,
    connectionTimeout: 5_000,
    greetingTimeout: 5_000,
    socketTimeout: 10_000,
    dnsTimeout: 5_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ id, to, subject, text }) {
      const messageId = `<${createHash('sha256').update(id).digest('hex').slice(0, 32)}@raconte>`
      const mail = { from: MAIL_FROM, to, subject, text, messageId }
      try {
        await within(15_000, 'smtp', transport.sendMail(mail))
      } catch (error) {
        // No cause: the server's answer holds the address.
        throw isFinal(error)
          ? new MailRefused('the server refused this mail')
          : new Unavailable('smtp')
      }
    },
    close: () => transport.close(),
  }
}

/** https://nodemailer.com/errors: `EENVELOPE` and `EMESSAGE` come with the server's code. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false
  const isAboutTheMail = error.code === 'EENVELOPE' || error.code === 'EMESSAGE'
  return isAboutTheMail && Number(error.responseCode) >= 500
}
