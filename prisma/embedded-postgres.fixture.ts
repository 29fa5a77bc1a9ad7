import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { connect } from './empty-base.fixture.ts'

/** Run as a program: holds a data folder, commits one row, says so, and waits to be killed. */
const [dataDir = ''] = process.argv.slice(2)
const { url } = await startEmbeddedPostgres(dataDir)
const client = await connect(url)
await client.query('CREATE TABLE IF NOT EXISTS kept (line text)')
await client.query(`INSERT INTO kept VALUES ('committed')`)
process.stdout.write('committed\n')
setInterval(() => undefined, 60_000)
