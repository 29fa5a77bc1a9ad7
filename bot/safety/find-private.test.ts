import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskPrivate, privateMask } from './find-private.ts'

test.each([
  ['mon num c 1 85 05 78 006 084 91 voila', 'nir', `mon num c ${privateMask} voila`],
  ['185057800608491', 'nir', privateMask],
  ['secu:1850578006084.', 'nir', `secu:${privateMask}.`],
  ['2 99 12 2A 004 123 pour la secu', 'nir', `${privateMask} pour la secu`],
  ['ma carte 4970 1012 3456 7894 ok', undefined, 'ma carte 4970 1012 3456 7894 ok'],
  ['ma carte 4111 1111 1111 1111 ok', 'card', `ma carte ${privateMask} ok`],
  ['4111-1111-1111-1111', 'card', privateMask],
  ['5555555555554444', 'card', privateMask],
  ['3782 822463 10005', 'card', privateMask],
  ['FR76 3000 6000 0112 3456 7890 189', 'iban', privateMask],
  ['iban fr7630006000011234567890189 merci', 'iban', `iban ${privateMask} merci`],
])('%j: %s', (text, kind, masked) => {
  expect(maskPrivate(text)).toEqual({ text: masked, found: kind ? [kind] : [] })
})

test.each([
  'appelle moi au 06 12 34 56 78',
  '+33 6 12 34 56 78',
  '0612345678 ou 0712345678',
  '06.12.34.56.78 / 07.98.76.54.32',
  'du 12/03/2024 au 14/05/2025',
  'de 2023-2024 à 2024-2025',
  'entre 2021 2022 2023 2024 2025',
  '1500 euros, 35 h, 12 clients, 300 colis',
  'je portais 25 kg 30 fois par jour',
  'commande 12 13 14 15 16 17 18',
  'tables 1 2 3 4 5 6 7 8 9 10 11 12 13',
  'siret 123 456 789 00012',
  '1000000',
  'le 15 le 17 le 18 le 112 le 3114',
])('%j is left as it is', (text) => {
  expect(maskPrivate(text)).toEqual({ text, found: [] })
})

const pad = (value: number, size: number) => String(value).padStart(size, '0')

const nir = fc
  .tuple(
    fc.constantFrom('1', '2'),
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.oneof(
      fc.integer({ min: 1, max: 95 }).map((d) => pad(d, 2)),
      fc.constantFrom('2A', '2B'),
    ),
    fc.integer({ min: 1, max: 990 }),
    fc.integer({ min: 1, max: 999 }),
    fc.constantFrom('', ' ', '.', '-'),
  )
  .map(([sex, year, month, department, town, order, separator]) => {
    const parts = [sex, pad(year, 2), pad(month, 2), department, pad(town, 3), pad(order, 3)]
    const number = BigInt(parts.join('').replace('2A', '19').replace('2B', '18'))
    return [...parts, pad(97 - Number(number % 97n), 2)].join(separator)
  })

const sentence = fc
  .array(
    fc.constantFrom('salut', 'mon num', 'voila', 'c', 'merci !', 'lidl', ',', '12 ans', '😂'),
    {
      maxLength: 6,
    },
  )
  .map((words) => words.join(' '))

test('a social security number is taken out wherever it stands', () => {
  fc.assert(
    fc.property(sentence, nir, sentence, (before, number, after) => {
      const { text, found } = maskPrivate(`${before} voici ${number} ok ${after}`)
      expect(found).toEqual(['nir'])
      expect(text).toBe(`${before} voici ${privateMask} ok ${after}`)
    }),
  )
})

test('a telephone number is never touched', () => {
  const phone = fc
    .tuple(
      fc.constantFrom('06', '07', '01', '+33 6', '00337', '+336'),
      fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 4, maxLength: 4 }),
      fc.constantFrom('', ' ', '.', '-'),
    )
    .map(([head, pairs, separator]) => [head, ...pairs.map((p) => pad(p, 2))].join(separator))
  fc.assert(
    fc.property(sentence, phone, sentence, (before, number, after) => {
      const text = `${before} appelle ${number} stp ${after}`
      expect(maskPrivate(text)).toEqual({ text, found: [] })
    }),
  )
})

test('20,000 digits are answered in time', () => {
  const started = performance.now()
  for (const piece of ['1', '1 ', '2A', 'fr76 ', '12-'])
    maskPrivate(piece.repeat(20_000 / piece.length))
  expect(performance.now() - started).toBeLessThan(2_000)
})
