import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { embeddedSkillIndex } from './embedded-skill-index.ts'
import { skillIndexContract } from './skill-index.contract.ts'
import { aQuery, indexed } from './surface.fixture.ts'

const aFile = () => join(mkdtempSync(join(tmpdir(), 'raconte-index-')), 'skills.snapshot')

skillIndexContract('in memory', async () => embeddedSkillIndex())
skillIndexContract('in memory with a snapshot', async () => embeddedSkillIndex(aFile()))

test('the next start finds the version again, and answers the same', async () => {
  const file = aFile()
  const first = embeddedSkillIndex(file)
  await first.replace('one', await indexed())
  const again = embeddedSkillIndex(file)
  expect(await again.holds('one')).toBe(true)
  const queries = [
    await aQuery('rincer', { meaning: true }),
    await aQuery('nappes', { kind: 'job' }),
  ]
  expect(await again.search(queries)).toEqual(await first.search(queries))
})

test.each([
  ['cut', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
  ['of something else', () => Buffer.from('bonjour tout le monde')],
  ['with a header that is not JSON', (bytes: Buffer) => Buffer.from(bytes).fill('x', 12, 40)],
])('a snapshot %s counts as none', async (_, damage) => {
  const file = aFile()
  await embeddedSkillIndex(file).replace('one', await indexed())
  writeFileSync(file, damage(readFileSync(file)))
  expect(await embeddedSkillIndex(file).holds('one')).toBe(false)
})

test('searching before anything is in place is our mistake', async () => {
  await expect(embeddedSkillIndex().search([await aQuery('plier')])).rejects.toThrow(/before/)
})
