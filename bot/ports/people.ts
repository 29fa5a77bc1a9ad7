import type { Address } from './message.ts'

/** A person as lists show them. */
export type PersonCard = {
  readonly id: string
  readonly structureId: string
  readonly firstName?: string
  readonly stage: string
  readonly mode: string
  readonly createdAt: Date
  readonly lastWroteAt?: Date
  readonly addresses: readonly Address[]
  readonly hasOptedOut: boolean
}

export interface People {
  find(personId: string): Promise<PersonCard | undefined>
  atAddress(address: Address): Promise<PersonCard | undefined>
  /** One person, one more address: what is written there joins the same conversation. `'taken'`: somebody else's. */
  link(personId: string, address: Address): Promise<'linked' | 'taken'>
  ofStructure(structureId: string, search: string, limit: number): Promise<readonly PersonCard[]>
  /** Notes an opt-out or its end, with where it came from. Kept after erasure as proof, by hash. */
  setOptOut(address: Address, isOut: boolean, source: string): Promise<void>
  /** Deletes every row about this person, and the names in kept rows. `false`: nobody by that id. */
  erase(personId: string): Promise<boolean>
}
