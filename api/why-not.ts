import { Unavailable } from '#portfolio/errors.ts'

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
  if (error instanceof Unavailable) return unavailable[error.service] ?? error.message
  return error.message
}

/** By the name of the service; what to look at first. */
const unavailable: Readonly<Record<string, string>> = {
  database:
    'La base de données ne répond pas : vérifier que PostgreSQL tourne et que DATABASE_URL donne la bonne adresse.',
  redis:
    'Redis ne répond pas, ou refuse : vérifier qu’il tourne, et l’adresse et le mot de passe de REDIS_URL.',
  'postgres queue':
    'La file des tâches ne s’ouvre pas dans PostgreSQL : vérifier DATABASE_URL et les droits de cet utilisateur (il crée un schéma).',
}
