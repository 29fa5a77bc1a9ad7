import { html } from './html.ts'
import { layout } from './layout.ts'

type Words = { readonly title: string; readonly text: string }

const words: Readonly<Record<number, Words>> = {
  400: {
    title: 'Demande incomprise',
    text: 'La page a reçu quelque chose d’inattendu. Revenir en arrière et réessayer.',
  },
  403: {
    title: 'Accès refusé',
    text: 'Cette page n’est pas ouverte à ce compte, ou le formulaire a trop attendu. Recharger la page et réessayer.',
  },
  404: { title: 'Page introuvable', text: 'L’adresse est fausse, ou la page n’existe plus.' },
  413: { title: 'Envoi trop lourd', text: 'Ce qui a été envoyé dépasse la taille acceptée.' },
  429: { title: 'Trop de demandes', text: 'Attendre une minute, puis réessayer.' },
  500: { title: 'Une erreur de notre côté', text: 'Rien n’est perdu. Réessayer dans un instant.' },
  503: {
    title: 'Service momentanément indisponible',
    text: 'Un service ne répond pas. Rien n’est perdu. Réessayer dans un instant.',
  },
}

/**
 * The page for an HTTP error, as a whole document. `message` replaces our own sentence: give it only
 * words meant for the reader, never the message of an exception.
 */
export function errorPage(status: number, message?: string): string {
  const known = words[status] ?? words[status < 500 ? 400 : 500]
  const title = known?.title ?? 'Erreur'
  return layout({
    title,
    main: html`<div class="notice-page">
      <p class="notice-code">Erreur ${status}</p>
      <h1>${title}</h1>
      <p>${message ?? known?.text}</p>
      <p class="row"><a class="button" href="/">Aller au chat</a><a class="button" href="/conseil">Aller à l’espace conseil</a></p>
    </div>`,
  })
}
