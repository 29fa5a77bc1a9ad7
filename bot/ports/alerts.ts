import type { Alert } from './conversation-store.ts'

export type OpenAlert = Alert & {
  readonly structureId: string
  readonly firstName?: string
  readonly acknowledged?: { readonly by: string; readonly at: Date }
}

export interface Alerts {
  find(alertId: string): Promise<OpenAlert | undefined>
  openOf(structureId: string): Promise<readonly OpenAlert[]>
  /** The first to acknowledge is the one named. */
  acknowledge(alertId: string, counsellorId: string, at: Date): Promise<void>
}
