import { expect, test } from 'vitest'
import { interleave, medianOf, ratioCell, timeCells, timed } from './harness.ts'

test('lanes take turns, and warm-up rounds are thrown away', async () => {
  const ran: string[] = []
  const lane = (name: string, ms: number) => ({
    name,
    run: async () => {
      ran.push(name)
      return [ms, ms]
    },
  })
  const [a, b] = await interleave([lane('a', 2), lane('b', 1)], { warmUps: 1, rounds: 2 })
  expect(ran.join('')).toBe('ababab')
  expect(a).toHaveLength(2)
  expect(timeCells(b ?? [])).toEqual(['1.00', '1.00', '1.00', '4'])
  expect(ratioCell(a ?? [], b ?? [], medianOf)).toBe('2.00× (2.00–2.00)')
})

test('a ratio is taken round by round, so that a slow moment weighs on both sides', () => {
  const rounds = (...walls: number[]) => walls.map((wall) => ({ samples: [], wall }))
  const cell = ratioCell(rounds(20, 200, 30), rounds(10, 100, 10), ({ wall }) => wall)
  expect(cell).toBe('2.00× (2.00–3.00)')
  expect(ratioCell([], [], medianOf)).toBe('–')
})

test('waiting takes time', async () => {
  expect(await timed(() => new Promise((done) => setTimeout(done, 20)))).toBeGreaterThan(15)
})
