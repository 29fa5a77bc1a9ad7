const timeZone = 'Europe/Paris'
const hour = new Intl.DateTimeFormat('fr-FR', { timeZone, hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('fr-FR', {
  timeZone,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})

/** An element with classes and children; strings become text, never markup. */
export function element(name, className, ...children) {
  const made = document.createElement(name)
  if (className) made.className = className
  made.append(...children.filter((child) => child !== undefined))
  return made
}

/** One bubble. `foot` is what stands under the words, after the hour. */
export function bubble({ author, name, text, at, foot = [] }) {
  const shown = author === 'person' ? text : typeset(text)
  const words = element('p', 'bubble-text', ...linked(shown))
  const who = element('p', 'bubble-author', name)
  const parts = [hour.format(at), ...foot].flatMap((part, index) => [
    ...(index > 0 ? [' · '] : []),
    element('span', '', part),
  ])
  const under = element('p', 'bubble-foot', ...parts)
  return element('div', `bubble by-${author}`, who, words, under)
}

/** Adds a bubble at the end, after the name of the day when it is the first of its day. */
export function append(log, made, at) {
  const name = day.format(at)
  if (log.dataset.day !== name) {
    log.dataset.day = name
    log.append(element('p', 'day', element('span', '', name)))
  }
  log.append(made)
}

/**
 * Runs a change and keeps the last words in sight, unless the reader went up to read again.
 * Whatever shrinks or fills the log goes through here.
 */
export function follow(log, change, isForced = false) {
  const wasAtEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 80
  change()
  if (isForced || wasAtEnd) log.scrollTop = log.scrollHeight
}

/** The robot writes for telephones, with typewriter signs; on a screen they become printed ones. */
export function typographic(text) {
  return text
    .replaceAll(/"([^"]*)"/g, '« $1 »')
    .replaceAll("'", '’')
    .replaceAll('...', '…')
}

/** French spacing, so that « and ? stay with their words. */
function typeset(text) {
  return text.replace(/ (?=[?!;:»%])/g, '\u00a0').replace(/« /g, '«\u00a0')
}

function linked(text) {
  // A full stop after an address ends the sentence, not the address.
  return text.split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)…])/).map((part, index) => {
    if (index % 2 === 0) return part
    const link = element('a', '', part)
    link.href = part
    return link
  })
}
