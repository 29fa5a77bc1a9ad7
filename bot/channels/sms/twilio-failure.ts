import type { Sent } from '#bot/ports/channel.ts'

/**
 * What an error of Twilio's API, or of the way to it, says about the message (DOMAIN.md § 4.4).
 * Providers have no idempotency key for SMS: whatever may have left is `unknown`, never sent again.
 */
export function whatBecameOf(error: unknown): Sent {
  const { code, status } = marksOf(error)
  if (code === '21610') return { outcome: 'opted-out' }
  if (code !== undefined && toTryAgain.has(code)) return { outcome: 'retry', code }
  if (code !== undefined && neverConnected.has(code)) return { outcome: 'retry', code }
  if (status === undefined) return { outcome: 'unknown', code: code ?? 'no-answer' }
  const shown = code ?? String(status)
  if (status === 429) return { outcome: 'retry', code: shown }
  if (status === 401) return { outcome: 'retry', code: shown }
  if (status >= 400 && status < 500) return { outcome: 'failed', code: shown }
  return { outcome: 'unknown', code: shown }
}

/**
 * Refused before anything left, and worth another try: too many requests (20429), queue overflow
 * (30001, 21611), and a wrong secret (20003), which an operator can repair meanwhile.
 */
const toTryAgain = new Set(['20429', '30001', '21611', '20003'])

/** Errors of the network in which no request was written. A reset comes too late to be sure. */
const neverConnected = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
])

/** Twilio's numeric code or the network's, and the HTTP status when there was an answer. */
function marksOf(error: unknown): { readonly code?: string; readonly status?: number } {
  if (typeof error !== 'object' || error === null) return {}
  const code = 'code' in error ? error.code : undefined
  const status = 'status' in error ? error.status : undefined
  return {
    ...((typeof code === 'string' || (typeof code === 'number' && code > 0)) && {
      code: String(code),
    }),
    ...(typeof status === 'number' && { status }),
  }
}
