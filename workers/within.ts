import { Unavailable } from '#portfolio/errors.ts'

/** The promise, or `Unavailable` after `ms`. What was asked goes on; nobody waits for it any more. */
export async function within<T>(ms: number, service: string, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unavailable(service)), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
