import { append, bubble, element, follow, typographic } from './bubbles.browser.js'
import { device } from './device.browser.js'
import { openDirectLine } from './direct-line.browser.js'

const page = document.querySelector('[data-chat]')
const log = page.querySelector('[data-log]')
const form = page.querySelector('form')
const field = form.querySelector('textarea')
const state = page.querySelector('[data-state]')
const chips = page.querySelector('[data-chips]')
const dots = page.querySelector('[data-dots]')
const names = { moi: 'Toi', conseiller: 'Conseil' }
const draftKey = 'raconte.brouillon'

/** Bubbles by the server’s id, and ours by the id they were sent under. */
const shown = new Map()
const mine = new Map()
let dotsTimer

page.hidden = false
log.setAttribute('aria-busy', 'true')

const line = openDirectLine({
  onActivity: show,
  onState(now) {
    log.removeAttribute('aria-busy')
    if (now === 'offline') hideDots()
    follow(log, () => {
      state.textContent =
        now === 'online' ? '' : 'Pas de réseau. Ton message partira dès que ça revient.'
    })
  },
  onSent(id, activityId) {
    if (!mine.has(id)) return
    confirm(mine.get(id), activityId)
    if (log.lastElementChild === mine.get(id)) showDots()
  },
  onUnsent({ id }) {
    mine.get(id)?.classList.add('is-refused')
    state.textContent =
      'Un message n’est pas passé : il est trop long. Envoie-le en plusieurs fois.'
    hideDots()
  },
})

for (const { id, text } of line.waiting()) showMine(id, text)
field.value = device.recall(draftKey) ?? ''
resize()
const isTouch = matchMedia('(pointer: coarse)').matches
if (!isTouch) field.focus()

function show(activity) {
  if (activity.type === 'typing') return showDots()
  if (activity.type !== 'message' || !activity.text || shown.has(activity.id)) return
  const at = new Date(activity.timestamp)
  const isMine = activity.from.role === 'user'
  const own = isMine && ownBubble(activity)
  if (own) return confirm(own, activity.id)
  const author = isMine ? 'person' : activity.from.id === 'conseiller' ? 'counsellor' : 'robot'
  const name = isMine ? names.moi : (names[activity.from.id] ?? 'Robot')
  const draw = () => {
    const text = author === 'robot' ? typographic(activity.text) : activity.text
    const made = bubble({ author, name, text, at })
    shown.set(activity.id, made)
    append(log, made, at)
    for (const waiting of log.querySelectorAll('.is-waiting')) log.append(waiting)
    if (!isMine) hideDots()
    offer(isMine ? [] : (activity.suggestedActions?.actions ?? []))
  }
  follow(log, draw, log.getAttribute('aria-busy') === 'true')
}

/** The bubble drawn when we said it: by its id when the server knows it already, else by its words. */
function ownBubble(activity) {
  const id = activity.channelData?.clientActivityID
  const waiting = [...mine.values()].filter((made) => made.classList.contains('is-waiting'))
  return mine.get(id) ?? waiting.find((made) => made.dataset.said === activity.text)
}

/** The server has it. What came in before its answer, and was drawn as somebody else’s, goes away. */
function confirm(made, activityId) {
  made.classList.remove('is-waiting')
  const twin = shown.get(activityId)
  if (twin !== made) twin?.remove()
  shown.set(activityId, made)
}

function showMine(id, text) {
  const at = new Date()
  const made = bubble({ author: 'person', name: names.moi, text, at })
  made.classList.add('is-waiting')
  made.dataset.said = text
  mine.set(id, made)
  follow(log, () => append(log, made, at), true)
}

function say(text) {
  const words = text.trim()
  if (!words) return
  offer([])
  showMine(line.say(words), words)
  showDots()
}

function offer(actions) {
  chips.replaceChildren(
    ...actions.map(({ title, value }) => {
      const chip = element('button', 'chip', title)
      chip.type = 'button'
      chip.onclick = () => {
        say(String(value))
        if (!isTouch) field.focus()
      }
      return chip
    }),
  )
  chips.hidden = actions.length === 0
}

function showDots() {
  follow(log, () => {
    dots.hidden = false
  })
  clearTimeout(dotsTimer)
  dotsTimer = setTimeout(hideDots, 12_000)
}

function hideDots() {
  dots.hidden = true
  clearTimeout(dotsTimer)
}

function resize() {
  field.style.height = 'auto'
  field.style.height = `${Math.min(field.scrollHeight + 2, 160)}px`
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  say(field.value)
  field.value = ''
  device.forget(draftKey)
  resize()
})

field.addEventListener('input', () => {
  device.remember(draftKey, field.value)
  resize()
})

field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  form.requestSubmit()
})

const dialog = page.querySelector('dialog')
page.querySelector('[data-leave]').onclick = () => {
  page.querySelector('details').open = false
  dialog.showModal()
}
dialog.addEventListener('close', () => {
  if (dialog.returnValue !== 'oui') return
  line.leave()
  device.forget(draftKey)
  location.reload()
})
addEventListener('click', ({ target }) => {
  const menu = page.querySelector('details')
  if (!menu.contains(target)) menu.open = false
})
