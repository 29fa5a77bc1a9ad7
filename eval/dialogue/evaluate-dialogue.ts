import { renderSms } from '#bot/channels/sms/render-sms.ts'
import { openDialogue } from '#bot/dialogue/open-dialogue.ts'
import { sentences, wordsPerSentence } from '#bot/french/readability.ts'
import { percentile } from '../metrics/percentile.ts'
import { ratioOf } from '../metrics/share.ts'
import { openSearchAside } from '../open-search-aside.ts'
import { counted } from '../report/figures.ts'
import type { Section, Table } from '../report/table.ts'
import { type Played, playTranscripts } from './play-transcripts.ts'
import { readTemplates, type Template } from './template-readability.ts'
import { turnsToFirstLine } from './watch-stage.ts'

const shownTemplates = 5

/** Plays the transcripts and counts: how long it takes, what it costs in SMS, how it reads. */
export async function evaluateDialogue(): Promise<Section> {
  const search = await openSearchAside(undefined)
  const played = await playTranscripts(search.search).finally(search.close)
  const templates = readTemplates(openDialogue())
  return {
    name: 'dialogue',
    command: 'npm run eval -- dialogue',
    tables: [playedTable(played), templateTable(templates), hardestTable(templates)],
    notes: [
      `${played.length} transcripts of bot/dialogue/transcripts, played on memory stores; ${search.description}.`,
      'We wrote both sides of these conversations: they show the cost of a good case, not how people fare.',
      'Kandel-Moles is unstable on one short sentence: read the median, and the list as hints. Words filled in between braces are left out.',
      `First line after the third turn: ${lateFirstLines(played).join(', ')}.`,
      ...played
        .filter(({ isAsWritten }) => !isAsWritten)
        .map(({ file }) => `The robot no longer says what ${file} says.`),
    ],
  }
}

function playedTable(played: readonly Played[]): Table {
  const bubbles = played.flatMap((one) => one.bubbles)
  const turns = played.map((one) => one.turns.length)
  const firstLines = played.flatMap((one) => turnsToFirstLine(one.turns) ?? [])
  const sms = bubbles.map((bubble) => renderSms(bubble).segments)
  const length = ratioOf(
    bubbles.map(({ text }) => {
      const count = sentences(text).length
      return { sum: wordsPerSentence(text) * count, weight: count }
    }),
  )
  const inThree = firstLines.filter((turn) => turn <= 3).length
  return {
    title: 'Transcripts',
    columns: ['measure', 'value'],
    rows: [
      ['turns of the person', spread(turns)],
      ['turns to the first line of the CV', spread(firstLines)],
      ['first line by the third turn, of those with a line', counted(inThree, firstLines.length)],
      ['bubbles a turn', ratio(bubbles.length, sum(turns))],
      ['bubbles in one SMS segment', counted(sms.filter((n) => n === 1).length, sms.length)],
      ['SMS segments a turn', ratio(sum(sms), sum(turns))],
      ['words a sentence, as read', length?.toFixed(1) ?? '–'],
      ['still as written', counted(played.filter((one) => one.isAsWritten).length, played.length)],
    ],
  }
}

function lateFirstLines(played: readonly Played[]): string[] {
  return played
    .filter(({ turns }) => (turnsToFirstLine(turns) ?? 0) > 3)
    .map(({ file }) => file.replace('.txt', ''))
}

function templateTable(templates: readonly Template[]): Table {
  const scores = templates.map(({ score }) => score)
  const at = (share: number) => percentile(scores, share)?.toFixed(0) ?? '–'
  return {
    title: 'Wordings of the dialogue',
    columns: ['measure', 'value'],
    rows: [
      ['wordings', String(templates.length)],
      [
        'words a sentence',
        ratio(sum(templates.map((t) => t.words)), sum(templates.map((t) => t.sentences))),
      ],
      ['Kandel-Moles: p10, median, p90', `${at(0.1)}, ${at(0.5)}, ${at(0.9)}`],
      [
        'easy or easier (70 and above)',
        counted(scores.filter((s) => s >= 70).length, scores.length),
      ],
    ],
  }
}

function hardestTable(templates: readonly Template[]): Table {
  return {
    title: 'Hardest wordings',
    columns: ['step', 'Kandel-Moles', 'wording'],
    rows: templates.slice(0, shownTemplates).map((t) => [t.step, t.score.toFixed(0), t.text]),
  }
}

/** « median 9 (2–24), of 31 ». */
function spread(values: readonly number[]): string {
  const median = percentile(values, 0.5)
  if (median === undefined) return '–'
  return `median ${median} (${Math.min(...values)}–${Math.max(...values)}), of ${values.length}`
}

function ratio(total: number, count: number): string {
  return count === 0 ? '–' : (total / count).toFixed(2)
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
