import type { FastifyInstance } from 'fastify'

/** How long a request in progress may still take once we stop, in ms. */
const patience = 5_000

/**
 * Lets `close` end. Fastify lets go of idle connections once, at its beginning; one whose answer was on
 * its way then stays open as long as its client likes, and so would we.
 */
export function stopInTime(app: FastifyInstance): void {
  app.addHook('preClose', async () => {
    const { server } = app
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const all = setTimeout(() => server.closeAllConnections(), patience)
    server.once('close', () => {
      clearInterval(idle)
      clearTimeout(all)
    })
    if (!server.listening) {
      clearInterval(idle)
      clearTimeout(all)
    }
  })
}
