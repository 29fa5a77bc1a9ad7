import { describe, expect, it } from 'vitest'
import { NotFound, Unavailable } from '#portfolio/errors.ts'
import { safeError, withSafeErrors } from './database-errors.ts'

const anError = (fields: object, message = 'Lina a écrit au +33639980001') =>
  Object.assign(new Error(message), fields)

describe('an error of the database', () => {
  it.each([
    [{ code: 'P1001' }],
    [{ code: 'P2024' }],
    [{ code: 'ECONNREFUSED' }],
    [{ code: 'P2010', meta: { driverAdapterError: { cause: { originalCode: '57P01' } } } }],
    [{ cause: anError({ code: '40P01' }) }],
  ])('may be tried again when the server was away or busy: %j', (fields) => {
    expect(safeError(anError(fields))).toBeInstanceOf(Unavailable)
  })

  it.each([
    'Connection terminated unexpectedly',
    'Client has encountered a connection error and is not queryable',
    'timeout exceeded when trying to connect',
    'Cannot use a pool after calling end on the pool',
  ])('may be tried again when the driver has no code for it: %s', (message) => {
    expect(safeError(new Error(message))).toBeInstanceOf(Unavailable)
  })

  it.each([[{ code: 'P2002' }], [{ code: '23505' }], [{}]])(
    'is our fault otherwise: %j',
    (fields) => {
      expect(safeError(anError(fields))).not.toBeInstanceOf(Unavailable)
    },
  )

  it('keeps the code and loses the words', () => {
    const error = safeError(anError({ code: '23505', detail: 'Key (address)=(+33639980001)' }))
    expect(error).toMatchObject({ message: 'database error 23505' })
    expect(JSON.stringify(error) + String(error)).not.toMatch(/Lina|336/)
  })

  it('leaves alone what a store says on purpose', () => {
    const notFound = new NotFound('no such draft')
    expect(safeError(notFound)).toBe(notFound)
  })

  it('is made safe whatever the method', async () => {
    const store = withSafeErrors({
      find: async () => {
        throw anError({ code: 'ECONNRESET' })
      },
      count: async (n: number) => n + 1,
    })
    await expect(store.find()).rejects.toThrow('database is unavailable')
    expect(await store.count(1)).toBe(2)
  })
})
