/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
export const fnv1a = (text: string): number => {
  let value = 0x811c9dc5
  for (let place = 0; place < text.length; place++) {
    value = Math.imul(value ^ text.charCodeAt(place), 0x01000193)
  }
  return value >>> 0
}
