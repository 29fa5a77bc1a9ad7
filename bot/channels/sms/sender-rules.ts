/**
 * Whether a number may send the SMS of an automated system in France. Answers what is wrong, in
 * French for whoever starts the service, or `undefined` when the sender may be used.
 *
 * Since 1 January 2023 numbers in 06 and 07 are for people: an automated system may not send from
 * them (Arcep, décision 2022-1583; DOMAIN.md § 4.2). Two-way senders are numbers in 09 37, 09 38 and
 * 09 39, or short codes. A sender in letters cannot be answered, and ours is a conversation.
 */
export function checkSender(sender: string): string | undefined {
  const compact = sender.replace(/[\s.\-()]/g, '')
  if (/^(\+33|0033|33|0)0?[67]\d*$/.test(compact)) {
    return (
      'est un numéro en 06 ou 07. Depuis le 1er janvier 2023, ces numéros sont réservés aux ' +
      'échanges entre personnes : un système automatisé ne peut pas envoyer de SMS avec ' +
      '(décision Arcep 2022-1583). Prendre un numéro en 09 37, 09 38 ou 09 39, ou un numéro court.'
    )
  }
  if (/^\+[1-9]\d{6,14}$/.test(compact) || /^\d{3,8}$/.test(compact)) return undefined
  if (/[a-z]/i.test(compact)) {
    return (
      'est un expéditeur en lettres : on ne peut pas lui répondre. Prendre un numéro en 09 37, ' +
      '09 38 ou 09 39, ou un numéro court.'
    )
  }
  return "n'est pas un numéro : l'écrire avec l'indicatif, par exemple +33937000000, ou donner un numéro court."
}
