export type Mail = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly createdAt: Date
}

/** Mail waiting to leave, or kept on the development mailbox page `/courrier`. */
export interface Mails {
  /** Stores the mail with its job `mail:<id>`. */
  post(mail: Mail): Promise<void>
  find(mailId: string): Promise<(Mail & { readonly sentAt?: Date }) | undefined>
  sent(mailId: string, at: Date): Promise<void>
  latest(limit: number): Promise<readonly Mail[]>
}

/** Hands one mail to the outside. Throws `Unavailable` when it may be tried again. */
export interface MailSender {
  send(mail: Mail): Promise<void>
}
