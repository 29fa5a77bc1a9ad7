import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/**
 * What tells a living process from another that was later given the same number: when it started.
 * `undefined` when nobody has that number. On Windows only the number counts.
 */
export function startOf(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined
  if (process.platform === 'win32') return 'unknown'
  if (process.platform === 'linux') {
    const stat = read(`/proc/${pid}/stat`)
    // After the name, which may hold spaces and parentheses: state, then 18 fields, then the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z' || fields[0] === '') return undefined
    return `${read('/proc/sys/kernel/random/boot_id').trim()} ${fields[19]}`
  }
  return ps(pid, 'lstart=')
}

/** The command line, or an empty text when it cannot be read. */
export function commandOf(pid: number): string {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')
  return process.platform === 'win32' ? '' : (ps(pid, 'command=') ?? '')
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return undefined
  }
}
