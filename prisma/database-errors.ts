import { NotFound, Unavailable } from '#portfolio/errors.ts'

/**
 * The same store, whose failures are safe to log and say whether trying again may help: a database
 * that does not answer becomes `Unavailable`; anything else becomes an error that names the code only,
 * because the messages of Prisma and PostgreSQL quote what people wrote.
 */
export function withSafeErrors<Store extends object>(store: Store): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const member: unknown = Reflect.get(target, name, receiver)
      if (typeof member !== 'function') return member
      return async (...args: unknown[]) => {
        try {
          return await member.apply(target, args)
        } catch (error) {
          throw safeError(error)
        }
      }
    },
  })
}

/** Prisma: unreachable, timed out, closed, pool exhausted, transaction lost, deadlock. */
const prismaCodes = /^(P1001|P1002|P1008|P1011|P1017|P2024|P2028|P2034)$/

/** PostgreSQL: connection lost, too many, shutting down, serialisation or deadlock; and Node's own. */
const otherCodes =
  /^(08...|53300|57P0[123]|57014|55P03|40001|40P01|E(CONN\w+|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN)|ENOTFOUND)$/

const closedWords =
  /(connection|socket|client) .*(terminated|closed|ended|timeout|not queryable)|timeout exceeded|server has closed|ConnectionClosed|DatabaseNotReachable|Can't reach|cannot use a pool/i

export function safeError(error: unknown): unknown {
  if (error instanceof Unavailable || error instanceof NotFound) return error
  const chain = causes(error)
  const codes = chain.map(({ code }) => code).filter((code) => code !== '')
  const cause = new Error(`database error ${codes.join(' ') || 'without a code'}`)
  const isDown =
    codes.some((code) => prismaCodes.test(code) || otherCodes.test(code)) ||
    chain.some(({ message }) => closedWords.test(message))
  return isDown ? new Unavailable('database', cause) : cause
}

type Link = { code: string; message: string }

/** Every code on the way down: Prisma wraps the adapter, which wraps PostgreSQL. */
function causes(error: unknown, depth = 0): Link[] {
  if (typeof error !== 'object' || error === null || depth > 6) return []
  const read = (name: string): unknown => Reflect.get(error, name)
  const codes = [read('code'), read('originalCode'), read('errorCode')]
  const code = codes.find((one) => typeof one === 'string' && /^\w{1,20}$/.test(one))
  const message = read('message')
  const link = {
    code: typeof code === 'string' ? code : '',
    message: typeof message === 'string' ? message : '',
  }
  const below = [read('cause'), read('meta'), read('driverAdapterError')]
  return [link, ...below.flatMap((one) => causes(one, depth + 1))]
}
