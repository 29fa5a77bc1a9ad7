/**
 * A service we rely on did not answer. The person did nothing wrong, and trying again may work:
 * the API answers 503, a worker retries with back-off, the assistant apologises and keeps its place.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable'
  readonly service: string

  constructor(service: string, cause?: unknown) {
    super(`${service} is unavailable`, { cause })
    this.service = service
  }
}

/** Somebody asked for what is not theirs. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/** Somebody asked for what does not exist, or no longer. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}
