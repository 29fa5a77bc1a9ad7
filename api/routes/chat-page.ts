import type { FastifyInstance } from 'fastify'
import { chatPage } from '../pages/chat-page.ts'
import { sendPage } from '../pages/send-page.ts'

export function registerChatPage(app: FastifyInstance): void {
  const page = chatPage()
  app.get('/', async (_request, reply) => sendPage(reply, page))
}
