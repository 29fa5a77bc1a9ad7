import type { FastifyInstance } from 'fastify'
import type { WebSocket } from 'ws'
import { readWatermark } from '#bot/channels/direct-line/activity.ts'
import { followThread } from '#bot/channels/direct-line/stream.ts'
import { withWatermark } from './conversations.ts'
import { bearer, conversationOf, type DirectLineDeps, requireToken } from './direct-line-deps.ts'

/** A wake-up can get lost on its way between processes: look again now and then, in ms. */
const lookAgain = 10_000

/** 1011: something failed here. A client comes back with its watermark. */
const failure = 1011

/** The socket: everything after the watermark, then everything new, as activity sets. */
export function registerStream(app: FastifyInstance, deps: DirectLineDeps): void {
  const options = {
    websocket: true,
    preHandler: requireToken(deps),
    schema: { tags: ['direct-line'], summary: 'Read by WebSocket', security: bearer },
  } as const
  app.get('/conversations/:id/stream', options, (socket, request) => {
    const conversationId = conversationOf(deps, request)
    const after = readWatermark(withWatermark.parse(request.query).watermark) ?? 0
    follow(socket, deps, conversationId, after)
  })
}

function follow(
  socket: WebSocket,
  { thread, signals }: DirectLineDeps,
  conversationId: string,
  after: number,
): void {
  const read = (position: number) => thread.ofAddress('web', conversationId, position)
  const stream = followThread(
    { read },
    after,
    (set) => socket.send(JSON.stringify(set)),
    () => socket.close(failure),
  )
  const forget = signals.onMessage(({ channel, address }) => {
    if (channel === 'web' && address === conversationId) stream.wake()
  })
  const heartbeat = setInterval(() => {
    socket.ping()
    stream.wake()
  }, lookAgain)
  heartbeat.unref()
  const end = () => {
    clearInterval(heartbeat)
    forget()
    stream.stop()
  }
  socket.on('close', end)
  socket.on('error', end)
  stream.wake()
}
