import { expect, test } from 'vitest'
import { email, phone } from './contact.ts'

test.each([
  ['06 12 34 56 78', '+33612345678'],
  ['0612345678', '+33612345678'],
  ['mon num c 06.12.34.56.78', '+33612345678'],
  ['+33 6 12 34 56 78', '+33612345678'],
  ['0033612345678', '+33612345678'],
  ['+33(0)6 12 34 56 78', '+33612345678'],
  ['07-12-34-56-78 merci', '+33712345678'],
  ['01 23 45 67 89', '+33123456789'],
  ['+32 470 12 34 56', '+32470123456'],
  ['+221771234567', '+221771234567'],
  ['appelle 0712345678 stp', '+33712345678'],
  ['tel:0612345678', '+33612345678'],
  ['06 12345678', '+33612345678'],
  ['12/03/2024', undefined],
  ['1500 euros', undefined],
  ['061234567', undefined],
  ['06123456789', undefined],
  ['2 mois', undefined],
  ['', undefined],
  ['1 85 05 78 006 084 36', undefined],
  ['3114', undefined],
])('%j holds the number %s', (text, number) => {
  expect(phone(text)).toBe(number)
})

test.each([
  ['lina@gmail.com', 'lina@gmail.com'],
  ['Lina.B@Gmail.com', 'lina.b@gmail.com'],
  ['mon mail c lina-b@hotmail.fr merci', 'lina-b@hotmail.fr'],
  ['lina @ gmail.com', 'lina@gmail.com'],
  ['lina arobase gmail.com', 'lina@gmail.com'],
  ['lina arobase gmail point com', 'lina@gmail.com'],
  ['lina_93@live.fr.', 'lina_93@live.fr'],
  ['a+b@c.co.uk', 'a+b@c.co.uk'],
  ['<lina@gmail.com>', 'lina@gmail.com'],
  ['lina@orange.fr et 0612345678', 'lina@orange.fr'],
  ['l@x.fr', 'l@x.fr'],
  ['mail: yanis.k@outlook.com', 'yanis.k@outlook.com'],
  ['lina@gmail', undefined],
  ['@lina', undefined],
  ['lina.gmail.com', undefined],
  ['', undefined],
  ['@insta', undefined],
  ['jsp', undefined],
  ['lina@', undefined],
  ['@gmail.com', undefined],
])('%j holds the address %s', (text, address) => {
  expect(email(text)).toBe(address)
})
