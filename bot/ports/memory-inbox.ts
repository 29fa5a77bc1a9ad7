import type { Inbox } from './inbox.ts'
import type { OutboxJob } from './jobs.ts'
import { addJobs, keyOf, type MemoryWorld, type StoredPerson, wake } from './memory-world.ts'
import type { Inbound, InboxMessage } from './message.ts'

export function memoryInbox(world: MemoryWorld): Inbox {
  return {
    async accept(message, answerAt) {
      const known = [...world.messages.values()].find(
        (stored) =>
          stored.inbound &&
          stored.channel === message.channel &&
          stored.externalId === message.externalId,
      )
      if (known) {
        const job = receiveJob(known.id, known.personId, answerAt)
        const { notBefore } = world.jobs.get(job.id) ?? job
        return {
          outcome: 'known',
          messageId: known.id,
          personId: known.personId,
          job: { ...job, notBefore },
        }
      }

      const person = personBehind(world, message, message.receivedAt)
      const inbound = inboxMessage(world.ids(), person.id, message)
      world.people.set(person.id, {
        ...person,
        reachableAt: { channel: message.channel, address: message.address },
        lastWroteAt: message.receivedAt,
      })
      world.messages.set(inbound.id, {
        id: inbound.id,
        personId: person.id,
        channel: message.channel,
        address: message.address,
        author: 'person',
        text: inbound.text,
        choices: [],
        at: message.receivedAt,
        position: world.nextPosition(),
        externalId: message.externalId,
        inbound,
        isHandled: false,
      })
      const job = receiveJob(inbound.id, person.id, answerAt)
      addJobs(world, [job])
      wake(world, person.id, [message])
      return { outcome: 'accepted', messageId: inbound.id, personId: person.id, job }
    },
    async returnPath(channel, address) {
      return world.addresses.get(keyOf(channel, address))?.returnPath
    },
    async find(messageId) {
      return world.messages.get(messageId)?.inbound
    },
  }
}

function personBehind(world: MemoryWorld, message: Inbound, at: Date): StoredPerson {
  const { channel, address, returnPath } = message
  const key = keyOf(channel, address)
  const known = world.addresses.get(key)
  const personId = known?.personId ?? world.ids()
  const path = returnPath ?? known?.returnPath
  world.addresses.set(key, { channel, address, personId, ...(path && { returnPath: path }) })
  const structureId = world.structures[0]?.id ?? ''
  return world.people.get(personId) ?? { id: personId, structureId, createdAt: at }
}

function inboxMessage(
  id: string,
  personId: string,
  message: Parameters<Inbox['accept']>[0],
): InboxMessage {
  const { channel, address, attachments, optOut, masked, receivedAt } = message
  // As every adapter does: no NUL, no half of a surrogate pair.
  const text = message.text.replaceAll('\0', '').toWellFormed()
  return {
    id,
    personId,
    channel,
    address,
    text,
    attachments,
    ...(optOut && { optOut }),
    masked,
    receivedAt,
  }
}

function receiveJob(messageId: string, personId: string, notBefore: Date): OutboxJob {
  return { id: `receive:${messageId}`, name: 'receive', payload: { personId }, notBefore }
}
