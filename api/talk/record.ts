import { appendFile, writeFile } from 'node:fs/promises'

export type Recording = {
  person(text: string): Promise<void>
  bot(line: string): void
  /** Everything is written when this resolves. */
  end(): Promise<void>
}

/**
 * Writes a conversation as the transcripts of `bot/dialogue/transcripts` are written: a title, then
 * `Lina: …` and `Bot: …`. Put the file there and run `npm test -- -u` to fill in the events.
 */
export async function recordTo(path: string, title: string): Promise<Recording> {
  let writing = writeFile(path, `# ${title}\n`)
  await writing
  const write = (text: string) => {
    writing = writing.then(() => appendFile(path, text))
  }
  return {
    async person(text) {
      write(`\nLina: ${text.replaceAll('\n', '\\n')}\n\n`)
    },
    bot: (line) => write(`${line}\n`),
    end: () => writing,
  }
}
