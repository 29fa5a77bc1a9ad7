import { told } from '#portfolio/field.ts'
import { eraseFrom } from './memory-erase.ts'
import { checksum, isOptedOut, keyOf, type MemoryWorld, type StoredPerson } from './memory-world.ts'
import type { People, PersonCard } from './people.ts'

export function memoryPeople(world: MemoryWorld): People {
  return {
    async find(personId) {
      const person = world.people.get(personId)
      return person && card(world, person)
    },
    async atAddress({ channel, address }) {
      const person = world.people.get(
        world.addresses.get(keyOf(channel, address))?.personId ?? 'nobody',
      )
      return person && card(world, person)
    },
    async link(personId, { channel, address }) {
      if (!world.people.has(personId)) return 'taken'
      const owner = world.addresses.get(keyOf(channel, address))?.personId
      if (!owner) world.addresses.set(keyOf(channel, address), { channel, address, personId })
      return owner && owner !== personId ? 'taken' : 'linked'
    },
    async ofStructure(structureId, search, limit) {
      return [...world.people.values()]
        .filter((person) => person.structureId === structureId && matches(world, person, search))
        .sort((a, b) => lastNews(b) - lastNews(a))
        .slice(0, limit)
        .map((person) => card(world, person))
    },
    async setOptOut({ channel, address }, isOut, source) {
      world.optOuts.set(checksum(keyOf(channel, address)), { isOut, source, at: world.now() })
    },
    async erase(personId) {
      return eraseFrom(world, personId)
    },
  }
}

function card(world: MemoryWorld, person: StoredPerson): PersonCard {
  const { id, structureId, createdAt, lastWroteAt, reachableAt } = person
  const conversation = world.conversations.get(id)
  const firstName = conversation && told(conversation.record.firstName)
  return {
    id,
    structureId,
    ...(firstName && { firstName }),
    stage: conversation?.interview.stage ?? 'new',
    mode: conversation?.interview.mode ?? 'running',
    createdAt,
    ...(lastWroteAt && { lastWroteAt }),
    addresses: addressesOf(world, id),
    hasOptedOut: isOptedOut(world, reachableAt),
  }
}

function addressesOf(world: MemoryWorld, personId: string): PersonCard['addresses'] {
  return [...world.addresses.values()]
    .filter((row) => row.personId === personId)
    .map(({ channel, address }) => ({ channel, address }))
}

/** A name in any case, with or without accents; or the digits of a number, with or without +33. */
function matches(world: MemoryWorld, person: StoredPerson, search: string): boolean {
  const record = world.conversations.get(person.id)?.record
  const names = record ? [told(record.firstName), told(record.lastName)] : []
  if (fold(names.filter(Boolean).join(' ')).includes(fold(search.trim()))) return true
  const digits = /^[+\d .()-]+$/.test(search) ? search.replace(/\D/g, '').replace(/^0/, '') : ''
  return (
    digits.length > 2 &&
    addressesOf(world, person.id).some(({ address }) => address.includes(digits))
  )
}

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

function lastNews(person: StoredPerson): number {
  return (person.lastWroteAt ?? person.createdAt).getTime()
}
