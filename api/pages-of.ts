import { makeDirectLineTokens, newConversationId } from '#bot/channels/direct-line/tokens.ts'
import type { Clock } from '#bot/ports/clock.ts'
import type { MemoryStores } from '#bot/ports/memory-stores.ts'
import type { OpenedSearch } from '#retrieval/index.ts'
import type { Pages } from './app.ts'
import { type ApiConfig, usesTwilio } from './config.ts'
import type { UseCases } from './make-use-cases.ts'
import { errorPage } from './pages/error-page.ts'
import { registerPages } from './pages/register-pages.ts'
import { tokens } from './tokens.ts'

/** The pages, given what they need of the house. */
export function pagesOf(house: {
  readonly config: ApiConfig
  readonly stores: MemoryStores
  readonly useCases: UseCases
  readonly search: Pick<OpenedSearch, 'findSkills' | 'search' | 'status'>
  readonly clock: Clock
  readonly isDevelopment: boolean
  /** The one that Direct Line signs its tokens with. */
  readonly secret: string
}): Pages {
  const { config, stores, useCases, search, clock, isDevelopment, secret } = house
  const { askBack, speakAsCounsellor, takeOver, handBack } = useCases
  const chatTokens = makeDirectLineTokens(secret, clock.now)
  return {
    errorPage: (status) => errorPage(status),
    register: (app) =>
      registerPages(app, {
        ...stores,
        config: {
          PUBLIC_URL: config.PUBLIC_URL,
          isDevelopment,
          isTelephoneDrawn: !usesTwilio(config),
        },
        clock,
        tokens,
        newChat() {
          const conversationId = newConversationId()
          return { conversationId, token: chatTokens.issue(conversationId) }
        },
        askBack,
        speakAsCounsellor,
        takeOver,
        handBack,
        findSkills: search.findSkills,
        link: search.search.link,
        searchStatus: search.status,
      }),
  }
}
