import type { People } from '#bot/ports/people.ts'
import type { Handler } from '../handlers.ts'

export type EraseDeps = { readonly people: Pick<People, 'erase'> }

/** Deletes all about a person. Somebody who is already gone is a success. */
export function makeErase({ people }: EraseDeps): Handler<'erase'> {
  return async ({ personId }) => {
    await people.erase(personId)
    return undefined
  }
}
