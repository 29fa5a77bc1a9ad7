/** The mail with the link that opens the desk. */
export function loginMail({
  name,
  link,
  minutes,
}: {
  readonly name: string
  readonly link: string
  readonly minutes: number
}): { readonly subject: string; readonly text: string } {
  return {
    subject: 'Votre lien pour ouvrir Raconte',
    text: [
      `Bonjour ${name},`,
      '',
      'Voici votre lien pour ouvrir l’espace conseil de Raconte :',
      link,
      '',
      `Il sert une seule fois, pendant ${minutes} minutes.`,
      'Vous n’avez rien demandé ? Ignorez ce message : personne ne peut entrer sans ce lien.',
    ].join('\n'),
  }
}
