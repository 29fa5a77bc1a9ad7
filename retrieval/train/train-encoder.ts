import { type SubwordFeatures, subwordFeatures } from '../encoder/subword-features.ts'
import { contrast } from './contrast.ts'
import { descend, embedInto, type Model, startModel } from './model.ts'
import type { Pair, PairSet } from './pairs.ts'
import type { Random } from './seeded-random.ts'
import type { SmsNoise } from './sms-noise.ts'

export type TrainOptions = {
  readonly buckets: number
  readonly dimension: number
  readonly batch: number
  readonly epochs: number
  /** Adagrad step; falls in a straight line to a tenth of it. */
  readonly rate: number
  readonly temperature: number
  /** Chance that one side of a pair is typed as in an SMS. */
  readonly noisy: number
  /** Chance that a word of a side is left out. */
  readonly dropped: number
}

export const usualOptions: TrainOptions = {
  buckets: 65_536,
  dimension: 128,
  batch: 256,
  epochs: 4,
  rate: 0.2,
  temperature: 0.05,
  noisy: 0.15,
  dropped: 0.15,
}

export type TrainTools = {
  readonly random: Random
  readonly noise: SmsNoise
  onEpoch(loss: number): void
}

/**
 * Learns the table: batches hold pairs of one set, so that a job is told from other jobs and a
 * skill from other skills.
 */
export const trainEncoder = (
  sets: readonly PairSet[],
  options: TrainOptions,
  { random, noise, onEpoch }: TrainTools,
): Model => {
  const { buckets, dimension, batch: size } = options
  const features = new Map<string, SubwordFeatures>()
  for (const { pairs } of sets) {
    for (const text of pairs.flatMap(({ one, other }) => [one, other])) {
      if (!features.has(text)) features.set(text, subwordFeatures(text, buckets))
    }
  }
  const model = startModel([...features.values()], buckets, dimension, random)
  const vary = (text: string): SubwordFeatures => {
    const isNoisy = random.next() < options.noisy
    const isCut = random.next() < options.dropped
    if (!isNoisy && !isCut) return features.get(text) ?? subwordFeatures(text, buckets)
    const kept = isCut ? shortened(text, random) : text
    return subwordFeatures(isNoisy ? noise(kept) : kept, buckets)
  }
  const vectors = () => new Float32Array(size * dimension)
  const [ones, others, slopeOfOnes, slopeOfOthers] = [vectors(), vectors(), vectors(), vectors()]
  const total = options.epochs * batchesOf(sets, size, random).length
  let done = 0
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    let loss = 0
    const batches = batchesOf(sets, size, random)
    for (const pairs of batches) {
      const rate = options.rate * (1 - (0.9 * done++) / total)
      const left = pairs.map(({ one }) => vary(one))
      const right = pairs.map(({ other }) => vary(other))
      const leftNorms = left.map((text, place) => embedInto(model, text, ones, place * dimension))
      const rightNorms = right.map((text, place) =>
        embedInto(model, text, others, place * dimension),
      )
      const groups = numbered(pairs)
      loss += contrast({
        size,
        dimension,
        temperature: options.temperature,
        groups,
        ones,
        others,
        slopeOfOnes,
        slopeOfOthers,
      })
      left.forEach((text, place) => {
        descend(model, text, {
          unit: ones,
          slope: slopeOfOnes,
          at: place * dimension,
          norm: leftNorms[place] ?? 0,
          rate,
        })
      })
      right.forEach((text, place) => {
        descend(model, text, {
          unit: others,
          slope: slopeOfOthers,
          at: place * dimension,
          norm: rightNorms[place] ?? 0,
          rate,
        })
      })
    }
    onEpoch(loss / batches.length)
  }
  return model
}

const batchesOf = (
  sets: readonly PairSet[],
  size: number,
  random: Random,
): readonly (readonly Pair[])[] =>
  random.shuffled(
    sets.flatMap(({ pairs }) => {
      const mixed = random.shuffled(pairs)
      const count = Math.max(1, Math.floor(mixed.length / size))
      return Array.from({ length: count }, (_, batch) =>
        Array.from(
          { length: size },
          (_, place) => mixed[(batch * size + place) % mixed.length],
        ).filter((one) => one !== undefined),
      )
    }),
  )

const numbered = (pairs: readonly Pair[]): Int32Array => {
  const numbers = new Map<string, number>()
  return Int32Array.from(pairs, ({ group }) => {
    const known = numbers.get(group) ?? numbers.size
    numbers.set(group, known)
    return known
  })
}

/** Two thirds of the words, at least two. */
const shortened = (text: string, random: Random): string => {
  const words = text.split(/\s+/)
  if (words.length < 4) return text
  return words.filter(() => random.next() < 0.67).join(' ') || text
}
