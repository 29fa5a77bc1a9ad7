/** « +33639981234 » as a French reader expects it: « 06 39 98 12 34 ». Others stay international. */
export function frenchPhone(address: string): string {
  const national = address.match(/^\+33(\d)(\d{8})$/)
  if (!national) return address
  return `0${national[1]} ${national[2]?.match(/../g)?.join(' ')}`
}
