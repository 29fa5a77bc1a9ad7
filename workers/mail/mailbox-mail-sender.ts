import type { MailSender } from '#bot/ports/mail.ts'

/** For a laptop: the mail is in the store already, and `/courrier` shows it. Nothing leaves. */
export function mailboxMailSender(): MailSender {
  return { send: async () => {} }
}
