import { hybridEncoder } from '../encoder/encoder.ts'
import { fitLexicalEncoder } from '../encoder/lexical-encoder.ts'
import { embeddedSkillIndex } from '../index/embedded-skill-index.ts'
import { makeCatalogue } from '../referentials/catalogue.ts'
import type { Referential, Starter } from '../referentials/referential.ts'
import { makeWording } from '../referentials/wording.ts'
import { makeLink } from './link.ts'
import type { Reader } from './reading.ts'

/** A garden and a kitchen, with labels of ours. */
export const aReferential = (): Referential => ({
  name: 'rome',
  version: '99',
  skills: [
    { code: '901', label: 'Tenir un potager', nature: 'macro' },
    { code: '902', label: 'Arroser des salades', nature: 'detailed', macro: '901' },
    { code: '903', label: 'Chasser les limaces', nature: 'detailed', macro: '901' },
    { code: '905', label: 'Procéder au rinçage de récipients', nature: 'detailed' },
    { code: '906', label: 'Empiler des récipients', nature: 'detailed' },
    { code: '908', label: 'Garder le sourire', nature: 'behaviour' },
  ],
  jobs: [
    {
      code: 'A1901',
      label: 'Gardien / Gardienne de potager',
      parent: 'A1901',
      definition: 'Soigne les légumes.',
      titles: ['Maraîcher / Maraîchère'],
      skills: [
        { code: '902', core: 'main' },
        { code: '903', core: 'other' },
        { code: '908', core: 'other' },
      ],
    },
    {
      code: 'G1902',
      label: 'Rinceur / Rinceuse de bols',
      parent: 'G1901',
      definition: '',
      titles: [],
      skills: [
        { code: '905', core: 'main' },
        { code: '906', core: 'other' },
      ],
    },
  ],
})

export const aStarter = (): Starter => ({
  skills: [
    {
      code: '905',
      label: 'Procéder au rinçage de récipients',
      cv: 'Rinçage de la vaisselle',
      plain: 'rincer la vaisselle',
      phrases: ['faire la plonge', 'rincer les bols'],
    },
  ],
  jobs: [],
  informal: [{ phrase: 'bosser à la cantine', codes: ['G1901'] }],
})

/** Hears one deed per comma, « deed: infinitive », and a role after « en tant que ». */
const aReader = (): Reader => ({
  findDeeds: (text) =>
    pieces(text).flatMap(({ start, end, said }) => {
      const words = /^j[e’] ?(.*)$/.exec(said)?.[1]
      return words === undefined ? [] : [{ start, end, text: said, words }]
    }),
  findRoles: (text) =>
    pieces(text).flatMap(({ start, end, said }) => {
      const role = /^en tant que (.*)$/.exec(said)?.[1]
      return role === undefined ? [] : [{ start, end, text: said, role }]
    }),
  saysNothing: (text) => /^(salut|\P{L}*)$/u.test(text),
  normalise: (text) => ({ text }),
})

const pieces = (text: string) =>
  Array.from(text.matchAll(/[^,]+/g), (match) => {
    const said = match[0].trim()
    const start = match.index + match[0].indexOf(said)
    return { said, start, end: start + said.length }
  })

export const aLink = async (
  referential: Referential | 'none' = aReferential(),
  starter: Starter = aStarter(),
) => {
  const catalogue = makeCatalogue(referential === 'none' ? undefined : referential, starter)
  const lexical = fitLexicalEncoder(catalogue.surfaces.map(({ text }) => text))
  const index = embeddedSkillIndex()
  const surfaces = catalogue.surfaces.map((one) => ({ ...one, sparse: lexical.encode(one.text) }))
  await index.replace('one', surfaces)
  const wordingOf = makeWording((words) => `Titre : ${words}`)
  return makeLink({
    catalogue,
    index,
    encoder: hybridEncoder(lexical),
    reader: aReader(),
    wordingOf,
  })
}
