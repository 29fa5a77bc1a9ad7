import twilio from 'twilio'

/**
 * Whether Twilio signed this form for this address. `path` carries the query as it came, because
 * Twilio signs the whole address it was given; the host is ours, never the request's, so that a forged
 * `Host` or `X-Forwarded-Host` changes nothing. Every parameter counts, known or not.
 *
 * A parameter given twice is refused: the SDK drops equal repeats before signing, so that a doubled
 * `Body` would pass, and Twilio sends none.
 * https://www.twilio.com/docs/usage/security#validating-requests
 */
export function isSignedByTwilio(signed: {
  readonly authToken: string
  readonly publicUrl: string
  readonly path: string
  readonly signature: unknown
  readonly form: unknown
}): boolean {
  if (typeof signed.signature !== 'string' || signed.signature === '') return false
  const fields = Object.entries(signed.form ?? {})
  if (fields.some(([, value]) => typeof value !== 'string')) return false
  return twilio.validateRequest(
    signed.authToken,
    signed.signature,
    signed.publicUrl + signed.path,
    Object.fromEntries(fields),
  )
}
