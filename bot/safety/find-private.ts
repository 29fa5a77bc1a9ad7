export type PrivateKind = 'nir' | 'card' | 'iban'

/** What stands in a stored message where a number nobody should have sent us was. */
export const privateMask = '[information personnelle retirée]'

/**
 * Takes out of a message the numbers that must never be kept: social security number (NIR, 15
 * digits with the right key, or 13), payment card (13-19 digits that pass the Luhn check), IBAN with
 * the right check digits. To be called before anything is stored. Telephone numbers, dates, prices
 * and quantities are left as they are. `found` lists each kind once.
 */
export function maskPrivate(text: string): {
  readonly text: string
  readonly found: readonly PrivateKind[]
} {
  const found = new Set<PrivateKind>()
  const masked = [ibanRun, digitRun].reduce(
    (done, run) => done.replace(run, (piece) => maskRun(piece, found)),
    text,
  )
  return { text: masked, found: [...found] }
}

const ibanRun = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?:[ \u00a0.-]?[A-Za-z0-9]{1,4}){3,8}/gu
/** Digits with at most three separators between two of them; 2A and 2B are in Corsica. */
const digitRun =
  /(?<![\p{L}\p{N}])\d(?:[ \u00a0\u202f.\-_]{0,3}(?:\d|(?<=2)[ABab](?=[ \u00a0.-]*\d))){12,60}/gu

/** Masks what it finds in one run, beginning only where a group of characters begins. */
function maskRun(run: string, found: Set<PrivateKind>): string {
  const groups = [...run.matchAll(/[A-Za-z0-9]+/g)].map(({ 0: letters, index }) => ({
    letters: letters.toUpperCase(),
    start: index,
    end: index + letters.length,
  }))
  let masked = ''
  let kept = 0
  for (let from = 0; from < groups.length; from += 1) {
    const hit = hitAt(groups.slice(from).map(({ letters }) => letters))
    const [first, last] = [groups[from], hit && groups[from + hit.groups - 1]]
    if (!hit || !first || !last) continue
    found.add(hit.kind)
    masked += run.slice(kept, first.start) + privateMask
    kept = last.end
    from += hit.groups - 1
  }
  return masked + run.slice(kept)
}

type Hit = { readonly kind: PrivateKind; readonly groups: number }

function hitAt(groups: readonly string[]): Hit | undefined {
  for (let count = Math.min(groups.length, 20); count > 0; count -= 1) {
    const taken = groups.slice(0, count)
    const kind = kindOf(
      taken.join(''),
      taken.map(({ length }) => length),
    )
    if (kind) return { kind, groups: count }
  }
  return undefined
}

function kindOf(all: string, sizes: readonly number[]): PrivateKind | undefined {
  if (isIban(all)) return 'iban'
  if (isNirWithKey(all) || (isNir(all) && isCutLikeNir(sizes))) return 'nir'
  return isCard(all) && isCutLikeCard(sizes) ? 'card' : undefined
}

/** Sex, year, month (or the special months of INSEE), department, town, order, and a key or none. */
const nirShape = /^[12378]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{6}(?:\d{2})?$/

function isNir(all: string): boolean {
  return all.length === 13 && /^[12]/.test(all) && nirShape.test(all)
}

function isNirWithKey(all: string): boolean {
  if (all.length !== 15 || !nirShape.test(all)) return false
  const number = all.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - Number(BigInt(number) % 97n) === Number(all.slice(13))
}

/** Without a key, only the usual cuts (1 85 05 78 006 084) tell a NIR from a row of numbers. */
function isCutLikeNir(sizes: readonly number[]): boolean {
  const usual = new Set([1, 3, 5, 7, 10, 13])
  let place = 0
  return sizes.every((size) => {
    place += size
    return usual.has(place)
  })
}

/** Cards met in France begin with 2 to 6. */
function isCard(all: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(all)) return false
  const sum = [...all].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

/** One block, blocks of four, or 4-6-5: two school years side by side are not a card. */
function isCutLikeCard(sizes: readonly number[]): boolean {
  if (sizes.length === 1 || sizes.join('-') === '4-6-5') return true
  return sizes.length >= 4 && sizes.slice(0, -1).every((size) => size === 4)
}

function isIban(all: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{10,30}$/.test(all)) return false
  const digits = [...all.slice(4), ...all.slice(0, 4)].map((c) => Number.parseInt(c, 36)).join('')
  return BigInt(digits) % 97n === 1n
}
