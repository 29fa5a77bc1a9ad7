import { expect, test } from 'vitest'
import { cutText } from './cut-text.ts'

const text = 'jfesé la plonge o resto'
const spanOf = (words: string) => {
  const start = text.indexOf(words)
  return { start, end: start + words.length, text: words }
}

test('the stretches together are the text, and overlapping spans share one', () => {
  const deed = spanOf('jfesé la plonge')
  const place = spanOf('plonge o resto')
  const stretches = cutText(text, [place, deed])
  expect(stretches.map((one) => one.text)).toEqual(['jfesé la ', 'plonge', ' o resto'])
  expect(stretches.map((one) => one.over)).toEqual([[deed], [place, deed], [place]])
  expect(stretches.map((one) => one.end)).toEqual([9, 15, text.length])
})

test('a span that says something else than the text marks nothing', () => {
  expect(cutText(text, [{ start: 0, end: 5, text: 'autre' }])).toEqual([
    { text, end: text.length, over: [] },
  ])
})
