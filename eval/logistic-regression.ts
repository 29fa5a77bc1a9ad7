export type Example = {
  readonly features: readonly number[]
  /** Wanted probability, 0-1. */
  readonly target: number
}

export type Logistic = { readonly intercept: number; readonly weights: readonly number[] }

const rounds = 60
const ridge = 1
const longestStep = 1

/**
 * Logistic regression by Newton's method with a ridge penalty (not on the intercept). Steps are
 * shortened so that a feature which separates perfectly cannot send the weights to infinity.
 */
export const fitLogistic = (examples: readonly Example[]): Logistic => {
  const size = (examples[0]?.features.length ?? 0) + 1
  let model: number[] = [-3, ...Array.from({ length: size - 1 }, () => 0)]
  for (let round = 0; round < rounds; round++) {
    const step = solve(...derivatives(examples, model))
    const longest = Math.max(...step.map(Math.abs))
    const scale = longest > longestStep ? longestStep / longest : 1
    model = model.map((value, place) => value - scale * (step[place] ?? 0))
    if (longest < 1e-6) break
  }
  const [intercept = 0, ...weights] = model
  return { intercept, weights }
}

const derivatives = (
  examples: readonly Example[],
  model: readonly number[],
): [number[][], number[]] => {
  const size = model.length
  const curvature = Array.from({ length: size }, () => new Float64Array(size))
  const slope = new Float64Array(size)
  for (const { features, target } of examples) {
    const inputs = [1, ...features]
    const sum = inputs.reduce((total, input, place) => total + input * (model[place] ?? 0), 0)
    const chance = 1 / (1 + Math.exp(-sum))
    for (let row = 0; row < size; row++) {
      const input = inputs[row] ?? 0
      if (input === 0) continue
      slope[row] = (slope[row] ?? 0) + (chance - target) * input
      const line = curvature[row]
      for (let column = 0; line !== undefined && column < size; column++) {
        line[column] = (line[column] ?? 0) + chance * (1 - chance) * input * (inputs[column] ?? 0)
      }
    }
  }
  const penalised = (place: number) => (place === 0 ? 1e-6 : ridge)
  return [
    curvature.map((line, row) =>
      [...line].map((value, column) => value + (row === column ? penalised(row) : 0)),
    ),
    [...slope].map((value, place) => value + (place === 0 ? 0 : ridge * (model[place] ?? 0))),
  ]
}

/** Gauss-Jordan elimination with pivoting. */
const solve = (matrix: number[][], right: number[]): number[] => {
  const lines = matrix.map((line, row) => [...line, right[row] ?? 0])
  for (let column = 0; column < lines.length; column++) {
    const candidates = lines.slice(column)
    const best =
      column +
      candidates.reduce(
        (top, line, place) =>
          Math.abs(line[column] ?? 0) > Math.abs(candidates[top]?.[column] ?? 0) ? place : top,
        0,
      )
    const pivot = lines[best] ?? []
    lines[best] = lines[column] ?? []
    lines[column] = pivot
    for (const [row, line] of lines.entries()) {
      if (row === column) continue
      const factor = (line[column] ?? 0) / (pivot[column] ?? 1)
      lines[row] = line.map((value, place) => value - factor * (pivot[place] ?? 0))
    }
  }
  return lines.map((line, row) => (line.at(-1) ?? 0) / (line[row] ?? 1))
}
