import { expect, test } from 'vitest'
import { remark } from './remark.ts'

test.each([
  ['jai rien fait dans ma vie', 'nothing-done'],
  ['nan vraiment rien', 'nothing-done'],
  ['j’ai jamais travaillé', 'nothing-done'],
  ['aucune expérience', 'nothing-done'],
  ['je sers à rien', 'nothing-done'],
  ['jai 19 ans jabite 12 rue des lilas a roubaix', 'private'],
  ['je suis musulman', 'private'],
  ['je cherche un taf', 'wish'],
  ['je veux devenir infirmière', 'wish'],
  ['jaimerais un stage', 'wish'],
  ['jsp', undefined],
  ['je faisais la plonge', undefined],
  ['', undefined],
])('« %s » is a remark: %s', (text, kind) => {
  expect(remark(text)).toBe(kind)
})
