import { describe, expect, test } from 'vitest'
import { findRoles } from './roles.ts'
import { saysNothing } from './says-nothing.ts'

describe('the trade somebody names', () => {
  test.each([
    ['caissier chez Lidl', ['caissier']],
    ["j'étais serveuse", ['serveuse']],
    ['jété serveu', ['serveur']],
    ['je suis apprenti maçon', ['apprenti', 'maçon']],
    ['ma mère est infirmière', []],
    ["c'est le boulanger qui vend", []],
    ['je veux devenir coiffeuse', []],
    ['chez un boulanger', []],
    ['femme de ménage chez des particuliers', ['femme de ménage']],
    ['jsuis aide a domicile', ['aide à domicile']],
  ])('« %s »', (raw, roles) => {
    expect(findRoles(raw).map(({ role }) => role)).toEqual(roles)
  })

  test('is quoted as typed', () => {
    expect(findRoles('jété serveu 2 moi')).toEqual([
      { start: 5, end: 11, text: 'serveu', role: 'serveur' },
    ])
  })
})

describe('a message that tells nothing', () => {
  test.each([
    'jsp',
    'rien',
    'salut',
    '?',
    'lol',
    'mdr',
    '',
    '😀',
    'ok',
    'je veux devenir infirmière',
    'tu fais quoi ?',
    'jai jamais travaillé',
    'mon père répare des voitures',
    'euh attends',
  ])('« %s »', (raw) => {
    expect(saysNothing(raw)).toBe(true)
  })

  test.each([
    'caissier chez Lidl',
    'la plonge',
    '2 mois chez quick',
    'stage en ehpad',
    'jfesé le ménage',
  ])('is not « %s »', (raw) => {
    expect(saysNothing(raw)).toBe(false)
  })
})
