import { findDanger } from '#bot/safety/find-danger.ts'
import { command } from '#bot/understanding/command.ts'

type Words = { readonly text: string; readonly optOut?: string | undefined }

/** Danger and STOP do not wait for the rest of a thought. */
export function isUrgent({ text, optOut }: Words): boolean {
  return Boolean(optOut) || command(text) === 'stop' || (findDanger(text)?.level ?? 0) >= 2
}
