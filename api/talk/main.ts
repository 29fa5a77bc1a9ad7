import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { checkConfigs } from '#api/read-config.ts'
import { prismaConfig } from '#prisma/config.ts'
import { retrievalConfig } from '#retrieval/config.ts'
import { openTalkHouse } from './open-talk-house.ts'
import { recordTo } from './record.ts'

// A `.env` file in the folder it is started from; what is already set wins.
if (existsSync('.env')) process.loadEnvFile()

const usage = `npm run talk                          discuter dans le terminal ; rien n’est gardé
npm run talk -- --say "slt" --say "oui"  dit ces messages, montre les réponses, s’arrête
  --keep                                  garde la conversation dans DATA_DIR
  --record fichier.txt                    écrit la conversation, prête pour bot/dialogue/transcripts`

try {
  const { values } = parseArgs({
    options: {
      say: { type: 'string', multiple: true },
      keep: { type: 'boolean', default: false },
      record: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) console.log(usage)
  else await talk(values.say, values.keep, values.record)
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : 'La conversation s’est arrêtée.')
  process.exit(1)
}

async function talk(
  said: readonly string[] | undefined,
  keep: boolean,
  record: string | undefined,
): Promise<void> {
  checkConfigs(process.env, [prismaConfig, retrievalConfig])
  const recording = record ? await recordTo(record, 'Une conversation au terminal') : undefined
  const house = await openTalkHouse(process.env, keep, (line) => {
    console.log(line)
    recording?.bot(line)
  })
  try {
    const lines = said ?? typedLines()
    if (!said) await house.say('')
    for await (const text of lines) {
      if (said) console.log(`\nToi: ${text}`)
      await recording?.person(text)
      await house.say(text)
    }
  } finally {
    await recording?.end()
    await house.close()
  }
}

/** Until Ctrl-D, or the word `quitter`. */
async function* typedLines(): AsyncGenerator<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout, prompt: '> ' })
  terminal.prompt()
  for await (const line of terminal) {
    if (line.trim() === 'quitter') return
    if (line.trim()) yield line
    terminal.prompt()
  }
}
