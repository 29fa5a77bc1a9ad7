import type { MailSender } from '#bot/ports/mail.ts'
import type { MailConfig } from './config.ts'
import { mailboxMailSender } from './mailbox-mail-sender.ts'
import { smtpMailSender } from './smtp-mail-sender.ts'

/** A real server when there is one, else the page `/courrier`. */
export function openMailSender({ SMTP_URL, MAIL_FROM }: MailConfig): MailSender {
  return SMTP_URL ? smtpMailSender({ SMTP_URL, MAIL_FROM }) : mailboxMailSender()
}
