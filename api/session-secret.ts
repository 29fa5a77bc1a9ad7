import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The secret that signs cookies and Direct Line tokens: `SESSION_SECRET`, or one made once and kept in
 * `DATA_DIR/secret` for the owner's eyes only. Several processes on several machines need the variable:
 * what one signs the others must read.
 */
export async function sessionSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given !== undefined) return given
  const path = join(dataDir, 'secret')
  await mkdir(dataDir, { recursive: true })
  const made = randomBytes(48).toString('base64url')
  // `wx`: of two processes that start together one makes the file, both read it.
  await writeFile(path, made, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  })
  const kept = (await readFile(path, 'utf8')).trim()
  if (kept.length < 32) throw new Error(`${path} is not a secret of 32 characters: delete it`)
  return kept
}
