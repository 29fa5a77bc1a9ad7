import { expect, test } from 'vitest'
import { tokens } from '#api/tokens.ts'
import { memoryStores } from '#bot/ports/memory-stores.ts'
import { AdminRefusal, runAdmin } from './run-admin.ts'

const now = new Date('2026-11-02T10:00:00Z')
const place = { publicUrl: 'https://raconte.example.org', now }

test('a structure, a counsellor, and a link that lets them in once', async () => {
  const stores = memoryStores()
  const made = await runAdmin(['create-structure', 'Mission locale', 'du Nord'], stores, place)
  const structure = made.replace('Structure créée : ', '')
  const said = await runAdmin(
    ['create-counsellor', 'Nadia@Example.org', '--structure', structure],
    stores,
    place,
  )
  expect(said).toMatch(/^Compte créé : ./)

  const link = await runAdmin(['login-link', 'nadia@example.org'], stores, place)
  const token = link.replace('https://raconte.example.org/conseil/entrer/', '')
  expect(await stores.accounts.redeemLoginToken(tokens.hash(token), now)).toMatchObject({
    email: 'nadia@example.org',
    structureId: structure,
  })
  expect(await stores.accounts.redeemLoginToken(tokens.hash(token), now)).toBeUndefined()
  expect(await runAdmin(['structures'], stores, place)).toContain('Mission locale du Nord')
})

test('a link is dead after fifteen minutes', async () => {
  const stores = memoryStores()
  const structure = await stores.accounts.createStructure('Nord', false)
  await runAdmin(['create-counsellor', 'n@example.org', '--structure', structure.id], stores, place)
  const link = await runAdmin(['login-link', 'n@example.org'], stores, place)
  const later = new Date(now.getTime() + 15 * 60_000 + 1_000)
  const hash = tokens.hash(link.split('/').at(-1) ?? '')
  expect(await stores.accounts.redeemLoginToken(hash, later)).toBeUndefined()
})

test('a person is erased by id or by number, and the audit log says so without a name', async () => {
  const stores = memoryStores()
  for (const address of ['+33639980001', '+33639980002']) {
    const message = { channel: 'sms', address, externalId: address, text: 'slt' } as const
    await stores.inbox.accept({ ...message, attachments: 0, masked: [], receivedAt: now }, now)
  }
  const first = await stores.people.atAddress({ channel: 'sms', address: '+33639980001' })
  expect(await runAdmin(['erase', first?.id ?? ''], stores, place)).toBe('Tout est effacé.')
  expect(await runAdmin(['erase', '+33 6 39 98 00 02'], stores, place)).toBe('Tout est effacé.')
  expect(await stores.people.atAddress({ channel: 'sms', address: '+33639980002' })).toBeUndefined()
  expect(await stores.auditLog.ofPerson(first?.id ?? '')).toMatchObject([
    { actor: 'admin', action: 'erased' },
  ])
})

test.each([
  [[]],
  [['dance']],
  [['toString']],
  [['create-structure']],
  [['create-counsellor', 'n@example.org']],
  [['create-counsellor', 'not-an-email', '--structure', 'x']],
  [['create-counsellor', 'n@example.org', '--structure', 'nobody']],
  [['create-counsellor', 'n@example.org', '--structure', 'x', '--role', 'king']],
  [['login-link', 'nobody@example.org']],
  [['erase', 'nobody']],
  [['erase', '+33639980009']],
  [['create-structure', '--unknown', 'x']],
])('%j is refused with a sentence', async (args) => {
  await expect(runAdmin(args, memoryStores(), place)).rejects.toThrow(AdminRefusal)
})
