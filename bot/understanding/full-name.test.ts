import { expect, test } from 'vitest'
import { fullName, nameInSentence } from './full-name.ts'

test.each<[string, string | undefined, string?]>([
  ['Lina', 'Lina'],
  ['lina', 'Lina'],
  ['LINA', 'Lina'],
  ['lina benali', 'Lina', 'Benali'],
  ['Lina BENALI', 'Lina', 'Benali'],
  ['moi c lina', 'Lina'],
  ["moi c'est lina benali", 'Lina', 'Benali'],
  ["je m'appelle Yanis", 'Yanis'],
  ['jm appelle yanis', 'Yanis'],
  ["j'mappelle Yanis Kone", 'Yanis', 'Kone'],
  ['mappel yanis', 'Yanis'],
  ["mon prénom c'est Inès", 'Inès'],
  ['mon prenom est ines', 'Ines'],
  ['mon nom c dupont', 'Dupont'],
  ['prénom : Lina nom : Benali', 'Lina', 'Benali'],
  ['lina, benali', 'Lina', 'Benali'],
  ['marie-ange n’diaye', 'Marie-Ange', 'N’Diaye'],
  ["MARIE-ANGE N'DIAYE", 'Marie-Ange', "N'Diaye"],
  ['Zoë Müller', 'Zoë', 'Müller'],
  ['Łukasz Nowak', 'Łukasz', 'Nowak'],
  ['Šárka Nováková', 'Šárka', 'Nováková'],
  ['Ñusta', 'Ñusta'],
  ['Jean de La Fontaine', 'Jean', 'de La Fontaine'],
  ['Mohamed el Amrani', 'Mohamed', 'el Amrani'],
  ['Karim ben Youssef', 'Karim', 'ben Youssef'],
  ['alors moi cest Tom', 'Tom'],
  ['je suis Tom Petit', 'Tom', 'Petit'],
  ['Lina merci', 'Lina'],
  ['Lina Benali stp', 'Lina', 'Benali'],
  ['Lina.', 'Lina'],
  ['Abdoul-Karim', 'Abdoul-Karim'],
  ['Nguyen Thi Minh Anh', 'Nguyen', 'Thi Minh Anh'],
  ['ok lina', 'Lina'],
  ['D’Angelo', 'D’Angelo'],
  ['oui', undefined],
  ['non', undefined],
  ['jsp', undefined],
  ['pourquoi ?', undefined],
  ['je sais pas', undefined],
  ['jfesé la plonge o resto', undefined],
  ['12', undefined],
  ['Lina2', undefined],
  ['<b>Lina</b>', undefined],
  ['', undefined],
  ['passer', undefined],
  ['tout', undefined],
  ['seule', undefined],
  ['re', undefined],
  ['c fini ?', undefined],
  ['j’ai travaillé chez Lidl pendant deux mois', undefined],
])('hears « %s »', (text, first, last) => {
  const expected = first ? { first, ...(last && { last }) } : undefined
  expect(fullName(text)).toEqual(expected)
})

test.each<[string, string | undefined, string?]>([
  ['mon nom c’est Sofiane Haddad, j’ai fait un stage', 'Sofiane', 'Haddad'],
  ['salut je m’appelle lina et je garde des enfants', 'Lina'],
  ['change mon nom c Léa Moreau-Petit', 'Léa', 'Moreau-Petit'],
  ['mon prénom c Tom', 'Tom'],
  ['je suis fatigué', undefined],
  ['mon chef s’appelle Karim', undefined],
])('hears the name inside « %s »', (text, first, last) => {
  const expected = first ? { first, ...(last && { last }) } : undefined
  expect(nameInSentence(text)).toEqual(expected)
})
