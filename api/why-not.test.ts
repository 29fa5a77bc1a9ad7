import { expect, test } from 'vitest'
import { Unavailable } from '#portfolio/errors.ts'
import { whyNot } from './why-not.ts'

test.each([
  ['database', 'DATABASE_URL'],
  ['redis', 'REDIS_URL'],
  ['postgres queue', 'DATABASE_URL'],
])('whoever starts without %s is told what to look at', (service, setting) => {
  const said = whyNot(new Unavailable(service, new Error('postgres://someone:s3cret@host')))
  expect(said).toContain(setting)
  expect(said).not.toContain('s3cret')
})

test('a port already taken is told with a way out', () => {
  const taken = Object.assign(new Error('listen'), { code: 'EADDRINUSE' })
  expect(whyNot(taken)).toContain('PORT=3001')
})
