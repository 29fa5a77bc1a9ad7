import { type DestinationStream, type Logger, type LoggerOptions, pino } from 'pino'

export type { Logger } from 'pino'

/**
 * The log of the door and the workers: JSON lines with names of routes, figures, ids and kinds of
 * errors; never words, names, numbers or tokens of a person. The redaction is a second net: whoever
 * logs an object with such a field by mistake logs `[hidden]`.
 */
export function makeLog(level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: hidden.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[hidden]',
    },
    serializers: { err: describeError, error: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

const hidden = [
  'text',
  'body',
  'Body',
  'words',
  'From',
  'To',
  'from',
  'to',
  'address',
  'phone',
  'email',
  'firstName',
  'lastName',
  'token',
  'url',
  'returnPath',
  'authorization',
  'cookie',
]

/**
 * What may be said of an error: its kind, its code and where it was thrown. Not its message: those of
 * databases and models repeat what a person wrote.
 */
export function describeError(error: unknown): object {
  if (isClassName(error)) return { kind: error }
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const service =
    'service' in error && typeof error.service === 'string' ? error.service : undefined
  return {
    kind: error.name,
    ...(code && { code }),
    ...(service && { service }),
    at: whereThrown(error),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}

/** The workers log the name of an error alone; any other string might be its message. */
function isClassName(error: unknown): error is string {
  return typeof error === 'string' && /^[A-Z][A-Za-z]{1,40}$/.test(error)
}

function whereThrown(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim())
}
