import { append, bubble, follow } from './bubbles.browser.js'
import { device, newId } from './device.browser.js'

const page = document.querySelector('[data-telephone]')
const log = page.querySelector('[data-log]')
const form = page.querySelector('[data-write]')
const field = form.querySelector('textarea')
const state = page.querySelector('[data-state]')
const picker = page.querySelector('[data-number]')
const shownNumber = page.querySelector('[data-shown-number]')
const keptAs = 'raconte.telephone'

const states = {
  queued: 'en attente',
  sending: 'envoi',
  failed: 'non remis',
  unknown: 'remise incertaine',
}
/** GSM 03.38, for the name of the encoding under a bubble. The count of segments is the server’s. */
const gsm =
  /^[@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà€[\]{}|^~\\\f]*$/

let number = device.recall(keptAs) ?? randomNumber()
let after = 0
let timer
/** Bubbles by message, and the positions of those that are still leaving: they are read again. */
let drawn = new Map()
let leaving = new Map()

page.hidden = false
choose(number)

function randomNumber() {
  return `+3363998${Math.floor(1000 + Math.random() * 9000)}`
}

function choose(next) {
  number = next
  device.remember(keptAs, number)
  picker.value = number.slice(-4)
  shownNumber.textContent = number.replace(
    /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/,
    '+33 $1 $2 $3 $4 $5',
  )
  after = 0
  drawn = new Map()
  leaving = new Map()
  delete log.dataset.day
  log.replaceChildren()
  poll()
}

async function poll() {
  clearTimeout(timer)
  const asked = number
  try {
    const from = Math.min(after, ...[...leaving.values()].map((position) => position - 1))
    const query = new URLSearchParams({ number, after: String(from) })
    const response = await fetch(`/telephone/messages?${query}`, {
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error('refused')
    const { messages } = await response.json()
    if (asked !== number) return
    for (const message of messages) show(message)
    state.textContent = ''
  } catch {
    state.textContent = 'Pas de réseau : le serveur ne répond pas.'
  }
  timer = setTimeout(poll, document.hidden ? 10_000 : 1_500)
}

function show(message) {
  after = Math.max(after, message.position)
  const isLeaving = message.delivery === 'queued' || message.delivery === 'sending'
  if (isLeaving) leaving.set(message.id, message.position)
  else leaving.delete(message.id)
  if (!message.text && message.author === 'person') return
  const at = new Date(message.at)
  const isMine = message.author === 'person'
  const text = isMine ? message.text : carried(withChoices(message))
  const foot = isMine ? [] : cost(message, text)
  const made = bubble({
    author: message.author,
    name: isMine ? 'Moi' : message.author === 'counsellor' ? 'Conseil' : 'Robot',
    text,
    at,
    foot,
  })
  const before = drawn.get(message.id)
  drawn.set(message.id, made)
  if (!before) follow(log, () => append(log, made, at), isMine)
  else if (before.textContent !== made.textContent) before.replaceWith(made)
  else drawn.set(message.id, before)
}

/** « 1 SMS · 132 caractères · GSM-7 » */
function cost({ segments, delivery }, text) {
  return [
    segments && `${segments} SMS`,
    `${text.length} caractères`,
    gsm.test(text) ? 'GSM-7' : 'UCS-2',
    states[delivery],
  ].filter(Boolean)
}

/** What a text message makes of printed signs, as `bot/french/gsm-7.ts` does before it leaves. */
function carried(text) {
  const signs = text
    .replaceAll(/«\s*|\s*»|[“”„]/g, '"')
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[–—•·]/g, '-')
    .replaceAll('…', '...')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .replaceAll(/[ \u00a0\u202f]/g, ' ')
  const bare = (sign) => (gsm.test(sign) ? sign : sign.normalize('NFD').replaceAll(/\p{M}/gu, ''))
  return Array.from(signs, bare).join('')
}

/** The numbers under a message, as a text message carries them. */
function withChoices({ text, choices = [] }) {
  const numbered = choices.map((choice, index) => `${index + 1} ${choice}`)
  const row = numbered.join(' ')
  return [text, ...(row.length <= 40 ? [row] : numbered)].filter(Boolean).join('\n')
}

async function send(text, id) {
  form.querySelector('button').disabled = true
  try {
    const response = await fetch('/telephone/messages', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ from: number, text, id }),
      signal: AbortSignal.timeout(10_000),
    })
    if (!response.ok) throw new Error('refused')
    field.value = ''
    delete form.dataset.id
    poll()
  } catch {
    state.textContent = 'Le message n’est pas parti. Il est gardé : renvoie-le.'
  }
  form.querySelector('button').disabled = false
  field.focus()
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const text = field.value.trim()
  if (!text) return
  form.dataset.id ??= newId()
  send(text, form.dataset.id)
})
field.addEventListener('input', () => delete form.dataset.id)
field.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  form.requestSubmit()
})
page.querySelector('[data-choose]').addEventListener('submit', (event) => {
  event.preventDefault()
  if (/^\d{4}$/.test(picker.value)) choose(`+3363998${picker.value}`)
})
page.querySelector('[data-random]').onclick = () => choose(randomNumber())
