import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { auditLogContract } from '#bot/ports/audit-log.contract.ts'
import { somebody } from '#bot/ports/store-fixtures.contract.ts'
import { storesContract } from '#bot/ports/stores.contract.ts'
import { catalogue, catalogueOf } from './catalogue.fixture.ts'
import { seedDemo } from './demo.ts'
import { connect, emptyBase, tamperWith } from './empty-base.fixture.ts'
import type { Stores } from './index.ts'
import { migrate, readMigrations } from './migrate.ts'
import { sqlOfSchema } from './schema-engine.fixture.ts'

/** All that the memory promises on one PostgreSQL, whichever way it was started. */
export function prismaStoresContract(
  name: string,
  start: () => Promise<{ stores: Stores; stop(): Promise<void> }>,
) {
  let stores: Stores
  let stop: () => Promise<void>
  let hand: pg.Client

  beforeAll(async () => {
    ;({ stores, stop } = await start())
    hand = await connect(stores.databaseUrl)
  })

  afterAll(async () => {
    await hand?.end()
    await stop?.()
  })

  const open = async () => {
    await emptyBase(hand)
    return stores
  }

  storesContract(name, open)

  auditLogContract(name, async () => ({
    auditLog: (await open()).auditLog,
    tamper: (position) => tamperWith(hand, position),
  }))

  describe(`${name} as a database`, () => {
    it('is exactly what schema.prisma says', async () => {
      const expected = await catalogueOf(hand, await sqlOfSchema(stores.databaseUrl))
      expect(expected.length).toBeGreaterThan(150)
      expect(await catalogue(hand, 'public')).toEqual(expected)
    })

    it('migrates once, whoever starts at the same time', async () => {
      const applied = await Promise.all([migrate(stores.databaseUrl), migrate(stores.databaseUrl)])
      expect(applied).toEqual([[], []])
      const { rows } = await hand.query('SELECT migration_name FROM "_prisma_migrations"')
      expect(rows).toHaveLength((await readMigrations()).length)
    })

    it('refuses a migration that was changed after the fact, and undoes one that fails', async () => {
      const migrations = await readMigrations()
      const changed = migrations.map((one) => ({ ...one, checksum: 'other' }))
      await expect(migrate(stores.databaseUrl, changed)).rejects.toThrow(/was changed/)
      const broken = {
        name: '29990101000000_broken',
        sql: 'CREATE TABLE half (id int); SELECT nonsense',
        checksum: 'x',
      }
      await expect(migrate(stores.databaseUrl, [...migrations, broken])).rejects.toThrow(
        /does not apply/,
      )
      const { rows } = await hand.query(`SELECT to_regclass('half') AS half`)
      expect(rows).toEqual([{ half: null }])
    })

    it.each(['UPDATE audit_log SET actor = $$x$$', 'DELETE FROM audit_log', 'TRUNCATE audit_log'])(
      'lets nobody rewrite the audit log: %s',
      async (statement) => {
        await expect(hand.query(statement)).rejects.toThrow(/append-only/)
      },
    )

    it('receives somebody before there is any structure', async () => {
      await open()
      const [{ personId }] = await Promise.all([
        somebody(stores),
        somebody(stores, { address: '+33639980002' }),
      ])
      expect(await stores.people.find(personId)).toMatchObject({ stage: 'new' })
      expect(await stores.accounts.structures()).toHaveLength(1)
    })

    it('makes one demonstration structure in an empty base', async () => {
      await open()
      expect(await seedDemo(stores)).toEqual({ counsellorEmail: 'demo@raconte.example' })
      expect(await seedDemo(stores)).toBeUndefined()
      expect(await stores.accounts.structures()).toMatchObject([
        { name: 'Mission locale de démonstration', isDemo: true },
      ])
      expect((await stores.accounts.counsellorByEmail('demo@raconte.example'))?.name).toBe(
        'Camille Démo',
      )
    })

    it('forgets what is of no more use, and only that', async () => {
      await open()
      const now = new Date('2026-11-22T03:00:00.000Z')
      const ago = (days: number) => new Date(now.getTime() - days * 24 * 3_600_000)
      const { personId } = await somebody(stores)
      for (const days of [40, 8, 6]) {
        const [mailId, notBefore] = [`of ${days} days`, ago(days)]
        await stores.outbox.add([
          { id: `done ${days}`, name: 'mail', payload: { mailId }, notBefore },
          { id: `open ${days}`, name: 'mail', payload: { mailId }, notBefore },
          { id: `dead ${days}`, name: 'mail', payload: { mailId }, notBefore },
        ])
        await stores.outbox.done(`done ${days}`)
        await stores.outbox.dead(`dead ${days}`, 'TypeError in mail')
        const mail = { to: 'c@exemple.fr', subject: 's', text: 't', createdAt: notBefore }
        await stores.mails.post({ id: `sent ${days}`, ...mail })
        await stores.outbox.done(`mail:sent ${days}`)
        await stores.mails.post({ id: `waits ${days}`, ...mail })
      }
      for (const days of [100, 40])
        await stores.shares.add(
          { id: `share ${days}`, personId, kind: 'space', expiresAt: ago(days) },
          `hash ${days}`,
        )

      expect(await stores.forgetOld(now)).toEqual({ jobs: 4, mails: 1, secrets: 1 })
      expect(await stores.forgetOld(now)).toEqual({ jobs: 0, mails: 0, secrets: 0 })
      const { rows } = await hand.query(`SELECT id FROM outbox WHERE name = 'mail' ORDER BY id`)
      expect(rows.map(({ id }) => id)).toEqual([
        'dead 40',
        'dead 6',
        'dead 8',
        'done 6',
        'mail:sent 6',
        'mail:waits 40',
        'mail:waits 6',
        'mail:waits 8',
        'open 40',
        'open 6',
        'open 8',
      ])
      expect(await stores.mails.find('sent 40')).toBeUndefined()
      expect(await stores.mails.find('waits 40')).toBeDefined()
      expect(await stores.shares.open('hash 40', now)).toBe('expired')
      expect(await stores.shares.open('hash 100', now)).toBeUndefined()
    })

    it('forgets login links and sessions a day after their end', async () => {
      await open()
      const now = new Date()
      const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
      await seedDemo(stores)
      const { id = '' } = (await stores.accounts.counsellorByEmail('demo@raconte.example')) ?? {}
      for (const count of [-25, -1, 1]) {
        await stores.accounts.addLoginToken(id, `login ${count}`, hours(count))
        await stores.accounts.addSession(id, `session ${count}`, hours(count))
      }
      expect(await stores.forgetOld(now)).toEqual({ jobs: 0, mails: 0, secrets: 2 })
      expect(await stores.accounts.counsellorOfSession('session 1', now)).toMatchObject({ id })
      expect(await stores.accounts.redeemLoginToken('login 1', now)).toMatchObject({ id })
    })

    it('is healthy', async () => {
      expect(await stores.isHealthy()).toBe(true)
    })

    it('hears again of messages after its connection was cut', async () => {
      await open()
      const heard: string[] = []
      const stopListening = stores.signals.onMessage(({ address }) => heard.push(address))
      await hand.query(`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'raconte signals' AND datname = current_database()`)
      await expect
        .poll(async () => {
          await somebody(stores, { channel: 'web', address: 'conversation-1' })
          return heard
        })
        .toContain('conversation-1')
      stopListening()
    })

    it('survives the loss of all its connections', async () => {
      await open()
      await hand.query(`
        SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'raconte' AND datname = current_database()`)
      await expect.poll(() => stores.isHealthy()).toBe(true)
      await somebody(stores)
    })

    it('never quotes in an error what somebody wrote', async () => {
      await open()
      const { personId } = await somebody(stores)
      const secret = 'Lina-et-son-secret'
      const share = { id: secret, personId, kind: 'space', expiresAt: new Date() } as const
      await stores.shares.add(share, secret)
      const refused = await stores.shares.add(share, secret).catch((error: unknown) => error)
      expect(refused).toBeInstanceOf(Error)
      const { message, stack, cause } = refused instanceof Error ? refused : new Error()
      expect(`${message} ${stack} ${String(cause)}`).not.toContain(secret)
    })
  })
}
