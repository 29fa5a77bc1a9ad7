import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { commandOf, startOf } from './process-identity.ts'

/**
 * Ends the server that a killed Raconte left running on this folder, and clears the mark of one that
 * was itself killed. To be called by the holder of the folder's lock only. What was committed is kept:
 * it is a normal, fast stop, and PostgreSQL replays its journal otherwise.
 */
export async function endOrphan(folder: string): Promise<'none' | 'ended' | 'cleared'> {
  const mark = join(folder, 'postmaster.pid')
  const content = await readFile(mark, 'utf8').catch(() => undefined)
  if (content === undefined) return 'none'
  const pid = Number(content.split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0 || !isOurs(pid, folder)) {
    // PostgreSQL would take any living process of that number for a server, and refuse to start.
    await rm(mark, { force: true })
    return 'cleared'
  }
  await endServer(pid)
  return 'ended'
}

/** Fast shutdown, then after ten seconds an immediate one. Answers when the process is gone. */
export async function endServer(pid: number): Promise<void> {
  const start = startOf(pid)
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    if (start === undefined || startOf(pid) !== start) return
    process.kill(pid, signal)
    for (let waited = 0; waited < 10_000; waited += 10) {
      if (startOf(pid) !== start) return
      await wait(10)
    }
  }
}

function isOurs(pid: number, folder: string): boolean {
  return startOf(pid) !== undefined && commandOf(pid).includes(folder)
}
