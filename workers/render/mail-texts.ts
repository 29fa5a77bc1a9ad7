import type { Mail } from '#bot/ports/mail.ts'

type Words = Pick<Mail, 'subject' | 'text'>

/** « À relire ». Names nobody but by the first name, and says nothing of what was told. */
export function reviewMail(firstName: string | undefined, link: string): Words {
  const who = firstName ?? 'Une personne'
  return {
    subject: `CV à relire : ${who}`,
    text: `Bonjour,

${who} a terminé son récit et envoyé son CV. Il attend votre relecture :
${link}

Rien ne sera montré à un employeur avant votre accord.

Raconte`,
  }
}

/** What was written stays on the desk: mail boxes are no place for it. */
export function alertMail(firstName: string | undefined, round: number, link: string): Words {
  const who = firstName ?? 'une personne'
  const rank = round === 0 ? 'Alerte' : `Rappel ${round}`
  return {
    subject: `${rank} : ${who} a peut-être besoin de quelqu’un maintenant`,
    text: `Bonjour,

Un message de ${who} peut signaler un danger. Lisez-le et contactez cette personne :
${link}

Quand vous vous en occupez, indiquez-le sur cette page. Sans réponse, ce message revient
toutes les 15 minutes. En cas de danger immédiat : 15 (Samu), 17 (police) ou 112.

Raconte`,
  }
}
