import { type OpenQueueConfig, openJobQueue } from './index.ts'

/**
 * A process that takes a job, says so on its standard output, and never ends it. The test kills it.
 * Argument: the configuration of the queue, as JSON.
 */
const config: OpenQueueConfig = JSON.parse(process.argv[2] ?? '{}')
const queue = await openJobQueue(config)
queue.work(async (jobId) => {
  process.stdout.write(`${jobId}\n`)
  return new Promise(() => {})
})
