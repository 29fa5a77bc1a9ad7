/** Why it does not start, for whoever typed the command: a sentence, never a stack. */
export function whyNot(error: unknown): string {
  if (!(error instanceof Error)) return 'Raconte ne démarre pas.'
  const code = 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') {
    return 'Ce port est déjà pris par un autre programme : en choisir un autre, par exemple PORT=3001.'
  }
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
    return `Impossible d’écouter à cette adresse (${code}) : vérifier HOST et PORT.`
  }
  return error.message
}
