import { expect, test } from 'vitest'
import { fileName } from './send-cv-file.ts'

test.each([
  ['Léa Noël', `filename="CV-Lea-Noel.pdf"; filename*=UTF-8''CV-L%C3%A9a-No%C3%ABl.pdf`],
  ['../../etc/passwd', `filename="CV-etc-passwd.pdf"; filename*=UTF-8''CV-etc-passwd.pdf`],
  [
    'a"; filename="x.exe\r\nSet-Cookie: y',
    `filename="CV-a-filename-x-exe-Set-Cookie-y.pdf"; filename*=UTF-8''CV-a-filename-x-exe-Set-Cookie-y.pdf`,
  ],
  ['', `filename="CV.pdf"; filename*=UTF-8''CV.pdf`],
  ['Юлия', `filename="CV.pdf"; filename*=UTF-8''CV-%D0%AE%D0%BB%D0%B8%D1%8F.pdf`],
])('the file of %j is called %s', (name, expected) => {
  expect(fileName(name, 'pdf')).toBe(expected)
})
