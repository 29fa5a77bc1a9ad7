import type { Counsellor } from '#bot/ports/accounts.ts'
import type { Mail, Mails } from '#bot/ports/mail.ts'

/**
 * One mail to each counsellor. `reason` says what for and makes the ids, so that a job that runs
 * twice writes once. The text must name an id of what it is about (in its link): an erasure finds
 * mails by it.
 */
export async function postOnce(
  mails: Pick<Mails, 'find' | 'post'>,
  counsellors: readonly Counsellor[],
  reason: string,
  mail: Pick<Mail, 'subject' | 'text' | 'createdAt'>,
): Promise<void> {
  for (const { id: counsellorId, email } of counsellors) {
    const id = `${reason}:${counsellorId}`
    if (!(await mails.find(id))) await mails.post({ id, to: email, ...mail })
  }
}
