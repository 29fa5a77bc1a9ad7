/** The open question: whatever comes next is first heard as its answer. */
export type Asked = {
  /** A step id of `bot/dialogue/*.yaml`. A promise: somebody may be waiting on it for weeks. */
  readonly step: string
  readonly experienceId?: string
  /** In the order of the numbers shown. */
  readonly claimIds?: readonly string[]
  /** A counsellor's question about one item of a draft. */
  readonly about?: CounsellorQuestion
  readonly at: string
}

export type CounsellorQuestion = {
  readonly draftId: string
  readonly itemId: string
  readonly question: string
}

/**
 * Where a conversation stands, between two messages that may be weeks apart.
 *
 * `stage` says how far the person is, `mode` whether the robot may speak.
 */
export type Interview = {
  readonly stage: 'new' | 'consent' | 'telling' | 'recap' | 'sent'
  readonly mode: 'running' | 'paused' | 'stopped' | 'danger' | 'taken-over'
  readonly address: 'tu' | 'vous'
  readonly asked?: Asked
  /** The experience being told. */
  readonly current?: string
  /** How often each step was asked, by `step` or `step:experienceId`: picks another wording. */
  readonly tries: Readonly<Record<string, number>>
  /** In a row. Two: offer choices. Three: offer a human. */
  readonly misunderstood: number
  /** The last bubble, so that the same sentence never goes out twice in a row. */
  readonly lastSaid?: string
  /** Told before consent: heard only once the person has agreed. */
  readonly heldBack: readonly { readonly messageId: string; readonly text: string }[]
  /** Questions of the counsellor waiting for their turn. */
  readonly waiting: readonly CounsellorQuestion[]
  /** ISO dates of the nudges sent since the person last wrote. */
  readonly nudges: readonly string[]
  /** Keys of sentences told from outside a turn (a CV that is ready): each goes out once. */
  readonly told: readonly string[]
  /** How many messages the person wrote. */
  readonly heard: number
}

export const newInterview: Interview = {
  stage: 'new',
  mode: 'running',
  address: 'tu',
  tries: {},
  misunderstood: 0,
  heldBack: [],
  waiting: [],
  nudges: [],
  told: [],
  heard: 0,
}
