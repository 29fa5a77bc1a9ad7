import { describe, expect, test } from 'vitest'
import { findDanger } from './find-danger.ts'
import { readRows } from './read-rows.ts'

type Line = { readonly expected: number; readonly text: string; readonly found: number }

function heard(file: string): Line[] {
  return readRows(file).map(({ cells: [expected = '', text = ''] }) => ({
    expected: Number(expected),
    text,
    found: findDanger(text)?.level ?? 0,
  }))
}

/** Our own invented lines, so a failure may show them; nobody's real words are here. */
function listed(lines: readonly Line[]): string {
  return lines.map((l) => `\n  ${l.expected} -> ${l.found}  ${l.text}`).join('')
}

describe('what must be heard', () => {
  const lines = heard('positives.tsv')

  test('every person in danger now is heard as such', () => {
    const now = lines.filter((l) => l.expected === 3)
    const missed = now.filter((l) => l.found < 3)
    const recall = (now.length - missed.length) / now.length
    expect(now.length).toBeGreaterThan(60)
    expect(recall, `recall at level 3: ${recall}${listed(missed)}`).toBe(1)
  })

  test('every person in distress is heard at their level or above', () => {
    const missed = lines.filter((l) => l.expected === 2 && l.found < 2)
    expect(missed, `${missed.length} of ${lines.length}${listed(missed)}`).toEqual([])
  })

  test('a bad moment is noticed', () => {
    const missed = lines.filter((l) => l.expected === 1 && l.found < 1)
    expect(missed, listed(missed)).toEqual([])
  })

  test('there are enough lines to believe it', () => {
    expect(lines.length).toBeGreaterThanOrEqual(130)
  })
})

test('jokes, work slang, films and other people’s troubles raise at most two alarms in a hundred', () => {
  const lines = heard('negatives.tsv')
  const alarms = lines.filter((l) => l.found >= 2)
  const rate = alarms.length / lines.length
  expect(lines.length).toBeGreaterThanOrEqual(260)
  expect(rate, `${alarms.length} of ${lines.length}${listed(alarms)}`).toBeLessThanOrEqual(0.02)
})

test.each([
  ["J'ai plus envie de vivre", "j'ai PLUS envie   de vivre !!!"],
  ['j’ai plus envie de vivre', 'j ai plus envie de vivre'],
  ['on m’a violé', 'on ma violé'],
  ['il m’étrangle', 'il metrangle'],
  ['je veux mouriiiir', 'je veux M O U R I R'],
  ['su\u200bicide, j’y pense tt le temps je veux mourir', 'je\u00a0veux\u00a0mourir'],
  ['jveu mourir 😢', '𝐣𝐞 𝐯𝐞𝐮𝐱 𝐦𝐨𝐮𝐫𝐢𝐫'],
])('the spelling changes nothing: %j and %j are both heard', (one, other) => {
  expect(findDanger(one)?.level).toBeGreaterThanOrEqual(2)
  expect(findDanger(other)?.level).toBe(findDanger(one)?.level)
})

test('the place of the words is given in the verbatim', () => {
  const text = 'slt 👋 jfesais la plonge et là jdors dehors dep mardi'
  const danger = findDanger(text)
  expect(danger?.kind).toBe('homeless')
  expect(text.slice(danger?.matched.start, danger?.matched.end)).toBe('jdors dehors')
})

test('the worst is answered first, wherever it was written', () => {
  expect(findDanger("jpp de tout, jdors dehors et j'ai avalé tous mes cachets")).toMatchObject({
    level: 3,
    kind: 'suicide',
  })
})

test('danger is heard beside a story, a job or a laugh about something else', () => {
  expect(findDanger('je regarde des films toute la nuit et je veux mourir')?.level).toBe(2)
  expect(findDanger('je suis en stage et mon copain me frappe')?.level).toBe(2)
  expect(findDanger('mdr le chef était drôle. sinon il me tape chez moi')?.level).toBe(2)
})

test.each([
  ['one word repeated', 'je '],
  ['laughter', 'mdr '],
  ['a beginning of danger, again and again', 'je vais me si me tue pas plus envie de '],
  ['no space at all', 'a'],
  ['punctuation and emoji', '!?… 😭 '],
])('a message of 20,000 characters is answered in time (%s)', (_, piece) => {
  const text = piece.repeat(Math.ceil(20_000 / piece.length)).slice(0, 20_000)
  const started = performance.now()
  findDanger(text)
  expect(performance.now() - started).toBeLessThan(2_000)
})

test('silence is not danger', () => {
  expect(findDanger('')).toBeUndefined()
  expect(findDanger('👍')).toBeUndefined()
})
