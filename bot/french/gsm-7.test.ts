import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gsmSafe, isGsm7, segments, splitAtWords } from './gsm-7.ts'

describe('a text message written in French', () => {
  test.each([
    ['Ça va ? C’est noté', "Ça va ? C'est noté"],
    ['ça', 'ca'],
    ['« tu servais »', '"tu servais"'],
    ['“oui”', '"oui"'],
    ['attends…', 'attends...'],
    ['lundi – mardi — fin', 'lundi - mardi - fin'],
    ['14\u00a0h\u202f30', '14 h 30'],
    ['ma sœur', 'ma soeur'],
    ['Œuvre', 'OEuvre'],
    ['être en tête, Noël, août, île, forêt', 'etre en tete, Noel, aout, ile, foret'],
    ['é è à ù É', 'é è à ù É'],
    ['À È Ê Ù Î', 'A E E U I'],
    ['Zoë Núñez', 'Zoe Nuñez'],
    ['Łukasz Đorđe Šimić', 'Lukasz Dorde Simic'],
    ['bien joué 👍🏽 !', 'bien joué !'],
    ['👩‍👧 ok', ' ok'],
    ['🇫🇷', ''],
    ['5 € [1]', '5 € [1]'],
    ['n° 3', 'no 3'],
    ['a\tb', 'a b'],
    ['привет', '??????'],
    ['e\u0301te\u0301', 'été'],
    ['a\u200bb', 'ab'],
    ['½ journée', '1/2 journée'],
  ])('« %s » is sent as « %s »', (text, sent) => {
    expect(gsmSafe(text)).toBe(sent)
  })

  test('whatever is typed, what is sent is GSM-7', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => isGsm7(gsmSafe(text))),
    )
  })

  test('making a safe text safe again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(gsmSafe(gsmSafe(text))).toBe(gsmSafe(text))
      }),
    )
  })
})

describe('what a message costs', () => {
  test.each([
    ['', 'GSM-7', 0, 1],
    ['a'.repeat(160), 'GSM-7', 160, 1],
    ['a'.repeat(161), 'GSM-7', 161, 2],
    ['a'.repeat(306), 'GSM-7', 306, 2],
    ['a'.repeat(307), 'GSM-7', 307, 3],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    ['€'.repeat(81), 'GSM-7', 162, 2],
    ['é'.repeat(160), 'GSM-7', 160, 1],
    ['ê'.repeat(70), 'UCS-2', 70, 1],
    ['ê'.repeat(71), 'UCS-2', 71, 2],
    ['ê'.repeat(135), 'UCS-2', 135, 3],
    ['😀', 'UCS-2', 2, 1],
  ] as const)('%s costs what the operators bill', (text, encoding, units, count) => {
    expect(segments(text)).toEqual({ encoding, units, segments: count })
  })

  test('a longer safe text never costs less', () => {
    const safe = fc.string({ unit: 'binary' }).map(gsmSafe)
    fc.assert(
      fc.property(safe, safe, (start, more) => {
        expect(segments(start + more).segments).toBeGreaterThanOrEqual(segments(start).segments)
      }),
    )
  })
})

describe('a message too long for one part', () => {
  test('is cut between words', () => {
    expect(splitAtWords('tu servais en salle et tu encaissais', 20)).toEqual([
      'tu servais en salle',
      'et tu encaissais',
    ])
  })

  test('counts a euro sign as two units', () => {
    expect(splitAtWords('€€ €€', 5)).toEqual(['€€', '€€'])
  })

  test('cuts inside a word only when the word is longer than a part', () => {
    expect(splitAtWords('un anticonstitutionnel', 8)).toEqual(['un', 'anticons', 'titution', 'nel'])
  })

  test('keeps every word, in parts no longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 2, max: 160 }), (text, max) => {
        const parts = splitAtWords(text, max)
        expect(parts.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        for (const part of parts) expect(segments(part).units).toBeLessThanOrEqual(max)
      }),
    )
  })
})
