export type Random = {
  /** 0 included, 1 excluded. */
  next(): number
  /** An integer from 0 to `end` excluded. */
  below(end: number): number
  /** Normal law, mean 0, deviation 1. */
  normal(): number
  pick<One>(from: readonly One[]): One | undefined
  shuffled<One>(from: readonly One[]): One[]
}

/** The same numbers for the same seed on every machine: mulberry32, by Tommy Ettinger (public domain). */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let value = Math.imul(state ^ (state >>> 15), state | 1)
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61)
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (end: number): number => Math.floor(next() * end)
  return {
    next,
    below,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (from) => from[below(from.length)],
    shuffled: (from) => {
      const copy = [...from]
      for (let place = copy.length - 1; place > 0; place--) {
        const other = below(place + 1)
        const held = copy[place]
        const swapped = copy[other]
        if (held === undefined || swapped === undefined) continue
        copy[place] = swapped
        copy[other] = held
      }
      return copy
    },
  }
}
