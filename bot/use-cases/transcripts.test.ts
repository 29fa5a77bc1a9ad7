import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenedSearch, openSearch } from '#retrieval/index.ts'
import { replayTranscript } from './replay-transcript.fixture.ts'
import { transcriptStage } from './transcript-stage.fixture.ts'

const folder = new URL('../dialogue/transcripts/', import.meta.url)
let opened: OpenedSearch

beforeAll(async () => {
  opened = await openSearch({ DATA_DIR: mkdtempSync(join(tmpdir(), 'raconte-transcripts-')) })
})
afterAll(() => opened.close())

for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
  const path = new URL(file, folder)
  const transcript = readFileSync(path, 'utf8')
  const title = transcript.split('\n', 1)[0]?.replace('# ', '') ?? file

  test(title, async () => {
    const replayed = await replayTranscript(transcriptStage(opened.search), transcript)
    await expect(replayed).toMatchFileSnapshot(path.pathname)
  })
}
