import { randomUUID } from 'node:crypto'
import { connect } from './empty-base.fixture.ts'

/**
 * A database of its own on the server of `DATABASE_URL`, whose user may make one. Fails, and does not
 * skip, when there is none. `drop` takes it away, with whoever is still connected.
 */
export async function testDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  const server = process.env.DATABASE_URL
  if (!server) {
    throw new Error('DATABASE_URL must name a PostgreSQL server, as postgres://user@host:5432/name')
  }
  const name = `raconte_test_${randomUUID().replaceAll('-', '')}`
  const hand = await connect(server)
  await hand.query(`CREATE DATABASE ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  return {
    url: url.href,
    async drop() {
      await hand.query(`DROP DATABASE ${name} WITH (FORCE)`)
      await hand.end()
    },
  }
}
