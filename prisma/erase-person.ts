import { told } from '#portfolio/field.ts'
import type { PortfolioRecord } from '#portfolio/record.ts'
import type { Database } from './database.ts'
import { lockAddresses, lockPerson } from './locks.ts'
import { channelOf } from './message-rows.ts'
import { fromJson } from './stored-json.ts'

/**
 * Deletes every row about a person. The foreign keys take most with them; jobs and mails name ids, and
 * go too. The audit log (ids only) and the hashed opt-outs stay. `false`: nobody by that id.
 */
export async function erase(database: Database, personId: string): Promise<boolean> {
  const person = await database.person.findUnique({
    where: { id: personId },
    include: { addresses: true, conversation: { select: { record: true } } },
  })
  if (!person) return false
  const record = person.conversation && fromJson<PortfolioRecord>(person.conversation.record)
  const email = record ? (told(record.email) ?? null) : null
  const addresses = person.addresses.map((one) => ({ ...one, channel: channelOf(one) }))

  const [, , deleted] = await database.$transaction([
    database.$executeRaw(lockAddresses(addresses)),
    database.$queryRaw(lockPerson(personId)),
    database.$executeRaw`
      WITH ids AS (
        SELECT ${personId} AS id
        UNION ALL SELECT id FROM message WHERE person_id = ${personId}
        UNION ALL SELECT id FROM draft WHERE person_id = ${personId}
        UNION ALL SELECT id FROM alert WHERE person_id = ${personId}
        UNION ALL SELECT id FROM share WHERE person_id = ${personId}
      ), mails AS (
        DELETE FROM mail USING ids
         WHERE "to" = ${email} OR strpos(mail.subject || ' ' || mail.text, ids.id) > 0
        RETURNING mail.id
      ), jobs AS (
        DELETE FROM outbox WHERE subject IN (SELECT id FROM ids UNION SELECT id FROM mails)
      )
      DELETE FROM person WHERE id = ${personId}`,
  ])
  return deleted > 0
}
