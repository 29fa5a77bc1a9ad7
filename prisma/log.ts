/** The part of pino that this room needs. Says what happened, never whose message it was. */
export type Log = {
  readonly info: (message: string) => void
  readonly warn: (message: string) => void
}

export const silent: Log = { info: () => undefined, warn: () => undefined }
