import { openDialogue } from '#bot/dialogue/open-dialogue.ts'
import type { TurnEvent } from '#bot/ports/conversation-store.ts'
import { memoryStores } from '#bot/ports/memory-stores.ts'
import type { Address, ChannelName } from '#bot/ports/message.ts'
import type { SkillSearch } from '#bot/ports/skill-search.ts'
import { composeDraft } from '#portfolio/compose-draft.ts'
import { approve, decide } from '#portfolio/review-draft.ts'
import { makeAcceptMessage } from './accept-message.ts'
import { makeAskBack } from './ask-back.ts'
import { makeNudge } from './nudge-the-silent.ts'
import { makeReceiveMessages } from './receive-messages.ts'
import type { Said, Stage } from './replay-transcript.fixture.ts'
import { makeHandBack, makeTakeOver } from './speak-as-counsellor.ts'
import { makeTellPerson } from './tell-person.ts'

/** The day every transcript begins: a Tuesday at noon in Paris, so that « cet été » reads the same for ever. */
const firstDay = new Date('2026-11-17T11:00:00Z')

/** The real use cases on memory adapters, with the real dialogue and search. */
export function transcriptStage(search: SkillSearch): Stage {
  let now = firstDay
  let count = 0
  const clock = { now: () => now }
  const ids = { next: () => `n${++count}` }
  const stores = memoryStores({ now: clock.now })
  const queue = { add: async () => undefined }
  const deps = { ...stores, dialogue: openDialogue(), queue, clock, ids, search }
  const acceptMessage = makeAcceptMessage(deps)
  const receiveMessages = makeReceiveMessages({
    ...deps,
    makeSpaceLink: async () => 'https://raconte.example/moi/abc',
  })
  const nudge = makeNudge(deps)
  const addresses: Record<string, Address> = {
    sms: { channel: 'sms', address: '+33639980001' },
    web: { channel: 'web', address: 'web-1' },
  }
  let personId: string | undefined

  /** What a turn said and noted, from the stores: the same that a person and a page would read. */
  async function since(act: () => Promise<unknown>): Promise<Said> {
    const before = personId ? await stores.conversations.events(personId) : []
    const threadBefore = personId ? await stores.thread.ofPerson(personId) : []
    await act()
    if (!personId) return { events: [], bubbles: [] }
    const events: readonly TurnEvent[] = (await stores.conversations.events(personId)).slice(
      before.length,
    )
    const thread = (await stores.thread.ofPerson(personId)).slice(threadBefore.length)
    return { events, bubbles: thread.filter((message) => message.author !== 'person') }
  }

  async function write(channel: ChannelName, texts: readonly string[]) {
    const to = addresses[channel]
    if (!to) throw new Error(`no address for ${channel}`)
    if (personId && !(await stores.people.atAddress(to))) await stores.people.link(personId, to)
    for (const text of texts) {
      const isPhoto = text === '[photo]'
      const accepted = await acceptMessage({
        ...to,
        externalId: `m${++count}`,
        text: isPhoto ? '' : text,
        attachments: isPhoto ? 1 : 0,
      })
      personId = accepted.personId
      now = new Date(now.getTime() + 2000)
    }
    now = new Date(now.getTime() + 10_000)
    if (personId) await receiveMessages(personId)
  }

  async function desk(action: string) {
    if (!personId) throw new Error('nobody wrote yet')
    if (action === 'prend la main') return makeTakeOver(deps)(personId)
    if (action === 'rend la main') return makeHandBack(deps)(personId)
    const draft = await assembled(personId)
    const [line] = draft.items
    const question = action.match(/^demande (.+)$/)?.[1]
    if (question && line) {
      return makeAskBack(deps)({
        draftId: draft.id,
        itemId: line.id,
        question,
        version: draft.version,
      })
    }
    if (action !== 'valide') throw new Error(`le bureau ne sait pas faire : ${action}`)
    const accepted = draft.items.reduce(
      (all, item) => decide(all, item.id, { kind: 'accept' }, now.toISOString()),
      draft,
    )
    await stores.drafts.save(
      { ...approve(accepted, now.toISOString()), version: draft.version + 1 },
      [],
    )
    await makeTellPerson(deps)({
      personId,
      step: 'cv-ready',
      values: { link: 'https://raconte.example/p/abc' },
      key: `cv:${draft.id}`,
    })
  }

  async function assembled(person: string) {
    const { conversation } = await stores.conversations.load(person)
    if (!conversation) throw new Error('no conversation')
    const previous = await stores.drafts.latestOf(person)
    const draft = composeDraft(conversation.record, {
      id: `d${++count}`,
      at: now.toISOString(),
      previous,
    })
    await stores.drafts.save(draft, [])
    return draft
  }

  async function pass(milliseconds: number) {
    const until = now.getTime() + milliseconds
    for (;;) {
      const job = (await stores.outbox.due(new Date(until), 100)).find(
        (due) => due.name === 'nudge',
      )
      if (job?.name !== 'nudge') break
      now = new Date(Math.max(now.getTime(), job.notBefore.getTime()))
      const nudged = await nudge(job.payload)
      if (nudged.outcome === 'wait') await stores.outbox.postpone(job.id, nudged.until)
      else await stores.outbox.done(job.id)
    }
    now = new Date(until)
  }

  return {
    write: (channel, texts) => since(() => write(channel, texts)),
    pass: (milliseconds) => since(() => pass(milliseconds)),
    desk: (action) => since(() => desk(action)),
  }
}
