import { expect, test } from 'vitest'
import { choice } from './choice.ts'

test.each<[string, number, readonly number[] | undefined]>([
  ['la 2 et la 3', 3, [1, 2]],
  ['1 3', 3, [0, 2]],
  ['1,3', 3, [0, 2]],
  ['1, 2 et 3', 3, [0, 1, 2]],
  ['13', 3, [0, 2]],
  ['tt', 3, [0, 1, 2]],
  ['tout', 3, [0, 1, 2]],
  ['toutes', 2, [0, 1]],
  ['ttes', 3, [0, 1, 2]],
  ['toutes sauf la 1', 3, [1, 2]],
  ['tt sauf la 2', 3, [0, 2]],
  ['tout sauf la première', 3, [1, 2]],
  ['sauf la 3', 3, [0, 1]],
  ['aucune', 3, []],
  ['aucun', 2, []],
  ['rien', 3, []],
  ['rien du tout', 3, []],
  ['non', 3, []],
  ['les deux', 2, [0, 1]],
  ['les 2', 2, [0, 1]],
  ['les trois', 3, [0, 1, 2]],
  ['les deux premières', 3, [0, 1]],
  ['les 2 derniers', 3, [1, 2]],
  ['les quatre premiers', 3, undefined],
  ['les deux', 3, undefined],
  ['la première', 3, [0]],
  ['le premier', 2, [0]],
  ['la 1ère', 3, [0]],
  ['la 2eme', 3, [1]],
  ['la deuxième', 3, [1]],
  ['le dernier', 3, [2]],
  ['la dernière', 4, [3]],
  ['1 et 2 stp', 3, [0, 1]],
  ['2', 3, [1]],
  ['deux', 3, [1]],
  ['4', 3, undefined],
  ['1 4', 3, undefined],
  ['la une et la trois', 3, [0, 2]],
  ['1-3', 3, [0, 2]],
  ['1/2', 3, [0, 1]],
  ['1+3', 3, [0, 2]],
  ['3 1', 3, [0, 2]],
  ['je prends la 2', 3, [1]],
  ["la 2 c'est bon", 3, [1]],
  ['oui la 1', 3, [0]],
  ['toutes les trois', 3, [0, 1, 2]],
  ['jfesais la plonge', 3, undefined],
  ['', 3, undefined],
  ['👍', 3, undefined],
  ['10', 12, [9]],
  ['1 et 12', 12, [0, 11]],
  ['1 2 pas la 3', 3, [0, 1]],
])('%j among %i picks %j', (text, count, picked) => {
  expect(choice(text, count)).toEqual(picked)
})

const labels = ['encaisser', 'servir à table', 'faire une pause']

test.each<[string, readonly number[] | undefined]>([
  ['servir a table', [1]],
  ['Encaisser', [0]],
  ['encaisser et servir à table', [0, 1]],
  ['pause', [2]],
  ['une pause', [2]],
  ['le ménage', undefined],
])('%j picks the label %j', (text, picked) => {
  expect(choice(text, 3, labels)).toEqual(picked)
})
