import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import { replayTranscript, type Said } from '#bot/use-cases/replay-transcript.fixture.ts'
import { transcriptStage } from '#bot/use-cases/transcript-stage.fixture.ts'
import { places } from '../places.ts'
import { watchStage } from './watch-stage.ts'

/** One transcript, played on the real use cases. */
export type Played = {
  readonly file: string
  readonly turns: readonly Said[]
  readonly bubbles: Said['bubbles']
  /** The robot still says what the file says. */
  readonly isAsWritten: boolean
}

/** Plays every transcript of the dialogue again, each with a person of its own. */
export async function playTranscripts(search: SkillSearch): Promise<readonly Played[]> {
  const files = readdirSync(places.transcripts).filter((name) => name.endsWith('.txt'))
  const played: Played[] = []
  for (const file of files) {
    const transcript = readFileSync(join(places.transcripts, file), 'utf8')
    const { stage, turns, bubbles } = watchStage(transcriptStage(search))
    const replayed = await replayTranscript(stage, transcript)
    played.push({ file, turns, bubbles, isAsWritten: replayed === transcript })
  }
  return played
}
