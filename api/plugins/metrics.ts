import type { FastifyInstance } from 'fastify'
import { Counter, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = {
  readonly registry: Registry
  /** Messages that came in, by channel, and whether they were new (`accepted`) or `known`. */
  messageAccepted(channel: string, outcome: string): void
  /** One turn played by the workers of this process; `seconds` from claim to commit. */
  turnPlayed(outcome: string, seconds: number): void
  /** One attempt to send, by channel and outcome. */
  messageSent(channel: string, outcome: string): void
  requestServed(method: string, route: string, status: number, seconds: number): void
}

/** One registry per application, so that two of them can live in one test process. */
export function makeMetrics(
  outboxCounts: () => Promise<{ readonly open: number; readonly dead: number }>,
): Metrics {
  const registry = new Registry()
  const registers = [registry]
  const accepted = new Counter({
    name: 'raconte_messages_accepted_total',
    help: 'Messages received, by channel and outcome (accepted, known).',
    labelNames: ['channel', 'outcome'],
    registers,
  })
  const sent = new Counter({
    name: 'raconte_messages_sent_total',
    help: 'Attempts to send a message, by channel and outcome.',
    labelNames: ['channel', 'outcome'],
    registers,
  })
  const turns = new Histogram({
    name: 'raconte_turn_seconds',
    help: 'Time to play one turn, in seconds.',
    labelNames: ['outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  })
  const requests = new Histogram({
    name: 'raconte_http_request_seconds',
    help: 'Time to answer an HTTP request, in seconds.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  new Gauge({
    name: 'raconte_outbox_jobs',
    help: 'Jobs of the outbox not finished (open) and given up (dead). NaN: the store is down.',
    labelNames: ['state'],
    registers,
    async collect() {
      const counts = await outboxCounts().catch(() => ({ open: Number.NaN, dead: Number.NaN }))
      this.set({ state: 'open' }, counts.open)
      this.set({ state: 'dead' }, counts.dead)
    },
  })
  return {
    registry,
    messageAccepted: (channel, outcome) => accepted.inc({ channel, outcome }),
    messageSent: (channel, outcome) => sent.inc({ channel, outcome }),
    turnPlayed: (outcome, seconds) => turns.observe({ outcome }, seconds),
    requestServed: (method, route, status, seconds) =>
      requests.observe({ method, route, status: String(status) }, seconds),
  }
}

/** Measures every request by its route template, never by its address, which may hold a token. */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    metrics.requestServed(request.method, route, reply.statusCode, reply.elapsedTime / 1000)
  })
}
