import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readDialogue } from './dialogue.ts'
import { openDialogue } from './open-dialogue.ts'
import { stepIds } from './steps.ts'

const folder = new URL('./', import.meta.url)
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, content: readFileSync(new URL(name, folder), 'utf8') }))

/** The real dialogue with one more file: what a counsellor sees after a slip. */
function problemsWith(content: string): readonly string[] {
  const read = readDialogue([...files, { name: 'essai.yaml', content }])
  return 'problems' in read ? read.problems : []
}

test('every sentence the engine may ask for is written, and follows the house rules', () => {
  expect(openDialogue().size).toBe(stepIds.length)
})

test.each([
  [
    'an unknown step',
    '- id: helo\n  tu: [Salut.]',
    'essai.yaml, ligne 1 : l’étape « helo » n’est demandée par personne.',
  ],
  [
    'a step written twice',
    '- id: tell\n  tu: [Raconte.]',
    'L’étape « tell » est écrite deux fois.',
  ],
  [
    'a long sentence',
    '- id: tell\n  tu: [Je voudrais bien savoir si tu as un jour fait une petite chose utile.]',
    '14 mots, 12 au plus',
  ],
  ['two questions', '- id: tell\n  tu: [Tu as fait quoi ? Et où ?]', 'deux questions à la fois'],
  [
    'a school word',
    '- id: tell\n  tu: [Quelles sont tes compétences ?]',
    'le mot « compétences » ne va pas',
  ],
  [
    'a word that makes light',
    '- id: tell\n  tu: [Dis juste un truc.]',
    'le mot « juste » ne va pas',
  ],
  ['a letter outside of GSM-7', "- id: tell\n  tu: [C'est ça.]", '« ç » double le prix d’un SMS'],
  ['an unknown filling', '- id: tell\n  tu: ["Salut {nom}."]', 'je ne sais pas remplir {nom}'],
  [
    'a message of two SMS',
    `- id: tell\n  tu: ["${'Dis un mot. '.repeat(20)}"]`,
    '2 SMS une fois rempli, 1 au plus',
  ],
  ['a typing slip in the YAML', '- id: tell\n  tu: [oups', 'ce fichier n’est pas lisible'],
  ['an unknown key', '- id: tell\n  tu: [Raconte.]\n  suite: fin', 'Unrecognized key'],
])('explains %s', (_, content, problem) => {
  expect(problemsWith(content).join('\n')).toContain(problem)
})

test('says all problems at once, each with its line', () => {
  const problems = problemsWith('- id: helo\n  tu: [Salut.]\n\n- id: hola\n  tu: [Salut.]\n')
  expect(problems).toEqual([
    'essai.yaml, ligne 1 : l’étape « helo » n’est demandée par personne.',
    'essai.yaml, ligne 4 : l’étape « hola » n’est demandée par personne.',
  ])
})

test('says which sentence is missing', () => {
  const read = readDialogue(files.filter((file) => file.name !== 'recap.yaml'))
  expect('problems' in read && read.problems).toContain('Il manque l’étape « recap ».')
})
