import { z } from 'zod'

/** The knobs of outgoing mail. Without `SMTP_URL`, mails stay on the page `/courrier`. */
export const mailConfig = z.object({
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'SMTP_URL must look like smtp://user:password@host:587' })
    .optional(),
  /** The sender's address, for instance `Raconte <raconte@mission-locale.fr>`. */
  MAIL_FROM: z.string().min(3).default('Raconte <raconte@localhost>'),
})

export type MailConfig = z.infer<typeof mailConfig>
