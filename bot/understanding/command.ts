import { plain } from './plain.ts'

export type Command =
  | 'stop'
  | 'resume'
  | 'help'
  | 'pause'
  | 'where-am-i'
  | 'back'
  | 'erase'
  | 'human'
  | 'skip'
  | 'correct'
  | 'my-rights'
  | 'restart'

/**
 * The order that a whole message gives, whatever its case, accents, punctuation or « stp ». A longer
 * sentence gives no order. `stop` holds the French spellings and Twilio's English ones
 * (https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out).
 */
export function command(text: string): Command | undefined {
  if (/^\s*\?{1,3}\s*$/.test(text)) return 'help'
  const words = plain(text)
  return commands.get(words) ?? commands.get(words.replace(politeness, ''))
}

/** « stop » inside a longer sentence: not an order, but worth asking « tu veux arrêter les messages ? ». */
export function mentionsStop(text: string): boolean {
  return (
    command(text) !== 'stop' &&
    /(?<! (?:jai|ai|g|a|as|ont|avais|avait|javais|jav|me suis|suis)) (?:stop|stoppe|stopper|arrete|arreter|arret|desabonner|desinscrire) /.test(
      ` ${plain(text)} `,
    )
  )
}

const politeness = /(?: (?:stp|svp|s il te plait|s il vous plait|merci|mrc))+$/

const spellings: Readonly<Record<Command, string>> = {
  stop: 'stop|stopp|stop stop|stop sms|stopsms|sms stop|stop tout|stop all|stopall|arret|arrete|arretes|arretez|arreter|aret|arete|areter|arrete tout|arreter tout|stop messages|stop les messages|desabonner|desabonne|me desabonner|desabonnement|desabo|desinscrire|desinscription|me desinscrire|desinscrit|desinscris moi|desabonne moi|ne plus recevoir|ne plus recevoir de messages|ne plus recevoir de sms|plus de message|plus de messages|plus de sms|unsubscribe|end|quit|revoke|optout|opt out|cancel|stop it|fin des messages',
  resume:
    'start|unstop|reprendre|reprend|reprends|reprendr|oui reprendre|on reprend|je reprends|jreprends|je veux reprendre|jveux reprendre|on continue|continuer|reactiver|redemarrer les messages|me revoila|je suis de retour|jsuis de retour|jsui la|recommence les messages',
  help: 'aide|aidé|help|info|infos|aider|aide moi|a l aide|besoin d aide|j ai besoin d aide|jai besoin d aide|jai besoin daide|comment ca marche|comment sa marche|menu|commandes|mode d emploi',
  pause:
    'pause|poz|pose|plus tard|plutard|plu tard|on continue plus tard|je continue plus tard|jcontinue plus tard|apres|pas maintenant|pa maintenant|pas mtn|pa mtn|a plus|a plus tard|apluss|aplus|je reviens|jreviens|jrv|je dois y aller|jdois y aller|jdoi y aler|faut que j y aille|je te reponds plus tard|une pause|faire une pause|on fait une pause|demain|on verra demain|la suite demain|je suis occupe|jsuis occupe|pas le temps|pa le temps|j ai pas le temps|jai pas le temps|g pa le temps',
  'where-am-i':
    'ou j en suis|ou jen suis|ou jen sui|ou jensui|ou j en sui|ou g en suis|ou gen suis|ou en suis je|j en suis ou|jen suis ou|jensuis ou|jen sui ou|on en est ou|on en e ou|ou on en est|ou est ce que j en suis|ou esque jen suis|ou sa en est|ou ca en est|ca en est ou|sa en est ou|recap|recapitule|resume|mon cv|voir mon cv|montre mon cv|montre moi mon cv|mon avancement|avancement|il reste quoi',
  back: 'retour|retourner|revenir|revenir en arriere|retour en arriere|en arriere|arriere|precedent|precedente|question precedente|question d avant|annule|annuler|back|undo|retourne|reviens',
  erase:
    'effacer|efface|effacez|eface|efface tout|effacer tout|efface mes donnees|effacer mes donnees|supprimer|supprime|suprimer|suprime|supprime tout|supprimer tout|suprime tou|suprime tout|suprimer tout|supprime mes donnees|supprimer mes donnees|supprimer mon compte|supprime mon compte|oublie moi|oubliez moi|tout effacer|tout supprimer|delete',
  human:
    'humain|humin|un humain|conseiller|conseillere|conseyer|conseillé|mon conseiller|ma conseillere|un conseiller|une conseillere|parler a quelqu un|parler a quelquun|parler a qqn|parler a kelkun|je veux parler a quelqu un|je veux parler a quelquun|jveux parler a quelqu un|jveux parler a quelquun|jveux parler a qqn|jveu parlé a kelkun|jveu parler a kelkun|je veux parler a un humain|jveux parler a un humain|je veux parler a mon conseiller|je veux parler a ma conseillere|jveux parler a mon conseiller|parler a un humain|parler a un conseiller|parler a mon conseiller|une vraie personne|je veux une vraie personne|je veux un humain|quelqu un de vrai|appelez moi|appelle moi|rappelez moi|rappelle moi',
  skip: 'passer|passé|passe|pass|je passe|jpasse|jpass|on passe|skip|next|suivant|suivante|question suivante|la suivante|kestion suivante|question suivant|autre question|une autre question|change de question|la suite|suite|prochaine question|je prefere pas repondre|jprefere pas repondre|je veux pas repondre|jveux pas repondre|je ne veux pas repondre|pas envie de repondre|jveu pa repondre|joker',
  correct:
    'corriger|corrige|corigé|coriger|correction|corection|je veux corriger|jveux corriger|modifier|modifie|je veux modifier|jveux modifier|changer|je veux changer un truc|jveux changer un truc|c pas bon|c pa bon|cest pas bon|c est pas bon|ya une erreur|il y a une erreur|y a une erreur|erreur|je me suis trompe|jme suis trompe|jme sui trompé|rectifier',
  'my-rights':
    'moi|mon espace|mon compte|mes droits|mes droit|droits|mes donnees|mes donnée|rgpd|cnil|confidentialite|vie privee|qui lit|qui lit mes messages|qui voit mes messages|qui a vu|qui a lu|qui peut lire|c est qui qui lit|qui voit|qui lit ca|mes infos',
  restart:
    'recommencer|recommence|recomencer|recommencer a zero|recommencer au debut|on recommence|tout recommencer|je veux recommencer|jveux recommencer|depuis le debut|reset|restart|repartir a zero|on repart a zero|nouveau depart',
}

const commands = new Map<string, Command>(
  (Object.keys(spellings) as Command[]).flatMap((name) =>
    spellings[name].split('|').map((said) => [plain(said), name] as const),
  ),
)
