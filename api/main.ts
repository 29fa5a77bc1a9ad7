import { existsSync } from 'node:fs'
import { welcomePanel } from './panel.ts'
import { describeError } from './plugins/log.ts'
import { startRaconte } from './start.ts'
import { whyNot } from './why-not.ts'

// A `.env` file in the folder it is started from; what is already set wins.
if (existsSync('.env')) process.loadEnvFile()

/** Whatever hangs must not keep the process: a supervisor kills after some ten seconds. In ms. */
const longestStop = 10_000

// Node's own words on a crash repeat the error, and with it perhaps what somebody wrote.
process.on('uncaughtException', (error) => {
  console.error(JSON.stringify({ crashed: describeError(error) }))
  process.exit(1)
})

try {
  const raconte = await startRaconte(process.env)
  console.log(await welcomePanel(raconte, !process.env.SMTP_URL))
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), longestStop).unref()
    raconte.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
} catch (error) {
  console.error(`\n${whyNot(error)}\n`)
  process.exit(1)
}
