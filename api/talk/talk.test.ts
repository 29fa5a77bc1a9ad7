import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openTalkHouse } from './open-talk-house.ts'
import { recordTo } from './record.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})
async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'raconte-talk-'))
  folders.push(folder)
  return folder
}

test('at the terminal the real robot answers, and recognises what one did', async () => {
  const printed: string[] = []
  const house = await openTalkHouse({ DATA_DIR: await aFolder() }, false, (l) => printed.push(l))
  await house.say('slt')
  expect(printed.at(-1)).toMatch(/^Bot: .*robot/)
  expect(printed.at(-1)).toContain('1 oui / 2 non')
  await house.say('oui')
  const before = printed.length
  await house.say('jfesé la plonge o resto de mon oncle')
  expect(printed.length).toBe(before + 1)
  expect(printed.at(-1)?.toLowerCase()).toContain('plonge')
  await house.close()
})

test('with --keep the conversation goes on where it stopped, and nothing is said twice', async () => {
  const DATA_DIR = await aFolder()
  const first: string[] = []
  const house = await openTalkHouse({ DATA_DIR }, true, (line) => first.push(line))
  await house.say('slt')
  await house.close()

  const second: string[] = []
  const again = await openTalkHouse({ DATA_DIR }, true, (line) => second.push(line))
  await again.say('oui')
  await again.close()
  expect(first).toHaveLength(1)
  expect(second).toHaveLength(1)
  expect(second[0]).not.toBe(first[0])
})

test('a recording reads as a transcript', async () => {
  const path = join(await aFolder(), 'lina.txt')
  const recording = await recordTo(path, 'Lina dit bonjour')
  await recording.person('slt\nc moi')
  recording.bot('Bot: Salut !\n     1 oui / 2 non')
  await recording.end()
  expect(await readFile(path, 'utf8')).toBe(
    '# Lina dit bonjour\n\nLina: slt\\nc moi\n\nBot: Salut !\n     1 oui / 2 non\n',
  )
})
