import { expect, test } from 'vitest'
import { isEmojiOnly, isForeign, isTired, pushesBack, takesBack } from './mood.ts'

test.each([
  ['jsp', true],
  ['jsp mdr', true],
  ['?', true],
  ['??', true],
  ['...', true],
  ['bof', true],
  ['je sais pas', true],
  ['jsais pas', true],
  ['chais pas', true],
  ['aucune idée', true],
  ['flemme', true],
  ['flm', true],
  ['pff', true],
  ['mouais', true],
  ['rien', true],
  ['rien de spécial', true],
  ['trop long', true],
  ["c'est long", true],
  ['encore', true],
  ['jcomprends pas', true],
  ['euh', true],
  ['hmm', true],
  ['g la flemme', true],
  ['x', true],
  ['nsp', true],
  ['oui', false],
  ['non', false],
  ['1', false],
  ['2', false],
  ['stop', false],
  ['Lina', false],
  ['lidl', false],
  ['jfesais la plonge', false],
  ['ok', false],
  ['caisse', false],
  ['👍', false],
  ['2 mois', false],
  ['', false],
  ['aide', false],
  ['13', false],
])('%j is a tired answer: %s', (text, expected) => {
  expect(isTired(text)).toBe(expected)
})

test.each([
  ['I worked in a restaurant', true],
  ['hello my name is John', true],
  ["i don't speak french", true],
  ['yo trabajo en una cocina', true],
  ['no hablo frances, soy de espana', true],
  ['أنا أعمل في مطعم', true],
  ['я работал в ресторане', true],
  ['我在餐馆工作', true],
  ['ich habe in einem restaurant gearbeitet', true],
  ['ho lavorato in un ristorante', true],
  ['eu trabalhei no restaurante com minha tia', true],
  ['am lucrat la restaurant cu', true],
  ['jfesais la plonge', false],
  ["j'ai fait un job d'été", false],
  ['je suis manager', false],
  ['check les stocks', false],
  ['oui', false],
  ['ok', false],
  ['Lina', false],
  ["c'est mon taf", false],
  ['service civique', false],
  ['do it', false],
  ["j'ai bossé au fast food", false],
  ['on a fait un escape game', false],
  ['moi c Mohamed', false],
  ['no', false],
  ['un stage dans un restaurant', false],
  ['la caisse', false],
])('%j is in another language: %s', (text, expected) => {
  expect(isForeign(text)).toBe(expected)
})

test.each([
  ['👍', true],
  ['😂😂', true],
  ['❤️', true],
  ['🇫🇷', true],
  ['👨‍👩‍👧', true],
  ['😂 !', true],
  ['ok 👍', false],
  ['1', false],
  ['oui', false],
  ['', false],
  ['!', false],
  ['12', false],
])('%j is emoji only: %s', (text, expected) => {
  expect(isEmojiOnly(text)).toBe(expected)
})

test.each([
  ['c pas tes affaires', true],
  ['ça te regarde pas', true],
  ['je tai deja dit', true],
  ['tu me soules avec tes questions', true],
  ['ta gueule', true],
  ['jveux pas le dire', true],
  ['lache moi', true],
  ['jfesais la plonge', false],
  ['le chef me soulait', false],
  ['jsp', false],
  ['', false],
])('« %s » refuses the question: %s', (text, isRefusal) => {
  expect(pushesBack(text)).toBe(isRefusal)
})

test.each([
  ['nan jrigole jai bossé au mcdo', true],
  ['je déconne', true],
  ['c’était une blague', true],
  ['on rigolait bien avec l’équipe', false],
  ['mdr', false],
  ['', false],
])('« %s » takes back a joke: %s', (text, isTakenBack) => {
  expect(takesBack(text)).toBe(isTakenBack)
})

test.each([
  ['jsp depuis longtemps', true],
  ['je sais plus trop', true],
  ['je sais plus mais je faisais la plonge et la vaisselle', false],
])('« %s » says enough was asked: %s', (text, tired) => {
  expect(isTired(text)).toBe(tired)
})
