import type { Accounts } from '#bot/ports/accounts.ts'

/**
 * A first structure with one counsellor, marked as a demonstration, when the base holds no structure
 * at all. `undefined` when there is one already.
 */
export async function seedDemo({
  accounts,
}: {
  readonly accounts: Accounts
}): Promise<{ counsellorEmail: string } | undefined> {
  if (await accounts.defaultStructure()) return undefined
  const structure = await accounts.createStructure('Mission locale de démonstration', true)
  const counsellor = await accounts.createCounsellor({
    email: 'demo@raconte.example',
    name: 'Camille Démo',
    role: 'counsellor',
    structureId: structure.id,
  })
  return typeof counsellor === 'string' ? undefined : { counsellorEmail: counsellor.email }
}
