import { readdirSync, readFileSync } from 'node:fs'
import { type Dialogue, readDialogue } from './dialogue.ts'

const here = new URL('./', import.meta.url)

/** The dialogue of this folder. Throws with every problem of every file, for whoever edits them. */
export function openDialogue(folder: URL = here): Dialogue {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
  const read = readDialogue(
    names.map((name) => ({ name, content: readFileSync(new URL(name, folder), 'utf8') })),
  )
  if ('problems' in read)
    throw new Error(`Le dialogue n’est pas utilisable :\n${read.problems.join('\n')}`)
  return read.dialogue
}
