import type { Database } from './database.ts'

/** What was let go, in rows. */
export type Forgotten = {
  readonly jobs: number
  readonly mails: number
  readonly secrets: number
}

/**
 * Deletes what is of no more use to anybody: jobs done 7 days ago, mails of 30 days ago, login links and
 * sessions that expired a day ago, links of a CV or a space 90 days after their end (until then their
 * page says that they expired). Jobs given up stay, for `/admin`; so does the audit log, for ever. What
 * people told is not touched: they decide when it goes.
 */
export async function forgetOld(database: Database, now: Date): Promise<Forgotten> {
  const ago = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000)
  const [jobs, mails, logins, sessions, shares] = await database.$transaction([
    // `not_before` of a done job is when it was last due: it is not done before.
    database.outbox.deleteMany({ where: { state: 'done', notBefore: { lt: ago(7) } } }),
    // A mail whose job still tries is not old news.
    database.$executeRaw`
      DELETE FROM mail WHERE created_at < ${ago(30).toISOString()}::timestamptz
         AND NOT EXISTS (SELECT FROM outbox WHERE outbox.id = 'mail:' || mail.id AND state = 'open')`,
    database.loginToken.deleteMany({ where: { expiresAt: { lt: ago(1) } } }),
    database.session.deleteMany({ where: { expiresAt: { lt: ago(1) } } }),
    database.share.deleteMany({ where: { expiresAt: { lt: ago(90) } } }),
  ])
  return { jobs: jobs.count, mails, secrets: logins.count + sessions.count + shares.count }
}
