/**
 * A French mobile or landline number found in the message, in international form (`+33612345678`).
 * Numbers of other countries are kept when they begin with `+`. Checked for shape only.
 */
export function phone(text: string): string | undefined {
  const french =
    /(?<![\d+])(?:(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?|0)([1-9](?:[\s.-]?\d{2}){4})(?![\s.-]?\d)/.exec(
      text,
    )?.[1]
  if (french) return `+33${french.replace(/\D/g, '')}`
  const abroad = /(?<![\d+])\+(?!33)[1-9](?:[\s.-]?\d){7,13}(?!\d)/.exec(text)?.[0]
  return abroad && `+${abroad.replace(/\D/g, '')}`
}

/** An e-mail address found in the message, in lower case, at most 254 characters. */
export function email(text: string): string | undefined {
  const spoken = text
    .slice(0, 2_000)
    .replace(/\s*[([]?\b(?:arobase|arobaz|arobas)\b[)\]]?\s*/gi, '@')
    .replace(/(@[\w-]+)\s+point\s+(\w+)/gi, '$1.$2')
  const found =
    /[A-Za-z0-9](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_%+-])?\s?@\s?[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,4}\.[A-Za-z]{2,24}/.exec(
      spoken,
    )?.[0]
  const address = found?.replace(/\s/g, '').toLowerCase()
  return address && address.length <= 254 && !address.includes('..') ? address : undefined
}
