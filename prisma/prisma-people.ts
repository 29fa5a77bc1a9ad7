import type { People, PersonCard } from '#bot/ports/people.ts'
import type { Person, PersonAddress, Prisma } from './client/client.ts'
import type { Database } from './database.ts'
import { erase } from './erase-person.ts'
import { fold } from './fold.ts'
import { lockAddresses } from './locks.ts'
import { channelOf } from './message-rows.ts'
import { hashOf, optedOut } from './opt-outs.ts'
import { storable } from './stored-json.ts'

type Row = Person & { addresses: PersonAddress[] }

const include = {
  addresses: { orderBy: [{ channel: 'asc' }, { address: 'asc' }] },
} satisfies Prisma.PersonInclude

export function prismaPeople(database: Database): People {
  const cards = async (rows: readonly Row[]): Promise<PersonCard[]> => {
    const out = await optedOut(database, rows.map(reachableAt))
    return rows.map((row) => card(row, out.has(hashOf(reachableAt(row)))))
  }

  return {
    async find(personId) {
      const row = await database.person.findUnique({ where: { id: personId }, include })
      return row ? (await cards([row]))[0] : undefined
    },
    async atAddress({ channel, address }) {
      const row = await database.person.findFirst({
        where: { addresses: { some: { channel, address } } },
        include,
      })
      return row ? (await cards([row]))[0] : undefined
    },
    async link(personId, { channel, address }) {
      const [, rows] = await database.$transaction([
        database.$executeRaw(lockAddresses([{ channel, address }])),
        database.$queryRaw<{ personId: string }[]>`
          WITH added AS (
            INSERT INTO person_address (channel, address, person_id)
            SELECT ${channel}, ${address}, id FROM person WHERE id = ${personId}
            ON CONFLICT (channel, address) DO NOTHING
            RETURNING person_id
          )
          SELECT person_id AS "personId" FROM added
          UNION ALL
          SELECT person_id FROM person_address
           WHERE channel = ${channel} AND address = ${address}`,
      ])
      return rows[0]?.personId === personId ? 'linked' : 'taken'
    },
    async ofStructure(structureId, search, limit) {
      const rows = await database.person.findMany({
        where: { structureId, ...matching(search) },
        orderBy: [{ lastWroteAt: 'desc' }, { id: 'asc' }],
        take: limit,
        include,
      })
      return cards(rows)
    },
    async setOptOut(at, isOut, source) {
      const row = { addressHash: hashOf(at), isOut, source, at: new Date() }
      await database.optOut.create({ data: row })
    },
    erase: (personId) => erase(database, personId),
  }
}

/** A name in any case, with or without accents; or the digits of a number, with or without +33. */
function matching(search: string): Prisma.PersonWhereInput {
  const words = fold(storable(search).trim())
  if (!words) return {}
  const names = { names: { contains: literally(words) } }
  const digits = /^[+\d .()-]+$/.test(search) ? search.replace(/\D/g, '').replace(/^0/, '') : ''
  return digits.length > 2
    ? { OR: [names, { addresses: { some: { address: { contains: digits } } } }] }
    : names
}

/** Prisma hands `%`, `_` and the backslash over as signs of LIKE. */
function literally(words: string): string {
  return words.replace(/[\\%_]/g, '\\$&')
}

function reachableAt({ lastChannel, lastAddress }: Person): PersonCard['addresses'][number] {
  return { channel: channelOf({ channel: lastChannel }), address: lastAddress }
}

function card(row: Row, hasOptedOut: boolean): PersonCard {
  const { id, structureId, firstName, stage, mode, createdAt, lastWroteAt, addresses } = row
  return {
    id,
    structureId,
    ...(firstName && { firstName }),
    stage,
    mode,
    createdAt,
    lastWroteAt,
    addresses: addresses.map((one) => ({ channel: channelOf(one), address: one.address })),
    hasOptedOut,
  }
}
