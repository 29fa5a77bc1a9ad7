import { expect, test } from 'vitest'
import type { Linked } from '#bot/ports/skill-search.ts'
import { byChapter } from './by-chapter.ts'
import { type Heard, quoteOf } from './heard.ts'

const first = 'j’ai bossé chez lidl je faisais la caisse'
const second = 'après j’ai fait un stage chez un coiffeur je balayais'

function heardOf(texts: readonly string[]): Heard {
  const text = texts.join('\n')
  const span = (words: string) => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    text: words,
  })
  const linked: Linked = {
    deeds: [
      { ...span('je faisais la caisse'), words: 'tenir la caisse' },
      { ...span('je balayais'), words: 'balayer' },
    ],
    skills: [
      {
        skill: { referential: 'rome', version: '4.60', code: '1', label: 'Balayer' },
        plain: 'balayer',
        cvLabel: 'Balayage',
        score: 1,
        decision: 'propose',
        reason: '',
        quotes: [span('je balayais')],
        deeds: [1],
      },
    ],
    jobs: [],
    none: false,
  }
  const sources = texts.map((part, i) => ({ messageId: `m${i}`, text: part }))
  return { messages: [], answer: text, sources, linked, danger: undefined }
}

test.each([[[`${first} ${second}`]], [[first, second]]])(
  'two experiences in %j keep their own deeds and skills, and the places of their words',
  (texts) => {
    const heard = heardOf(texts)
    const [shop, salon] = byChapter(heard)
    expect(shop?.linked.deeds.map((deed) => deed.words)).toEqual(['tenir la caisse'])
    expect(shop?.linked.skills).toEqual([])
    expect(salon?.linked.skills[0]?.deeds).toEqual([0])
    const deed = salon?.linked.deeds[0]
    expect(deed && quoteOf(salon.sources, deed)).toEqual(deed && quoteOf(heard.sources, deed))
    expect(salon?.sources.at(-1)?.text).not.toContain('lidl')
  },
)

test('one experience is heard whole', () => {
  const heard = heardOf([first])
  expect(byChapter(heard)).toEqual([heard])
})
