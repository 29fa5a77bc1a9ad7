import { device } from './device.browser.js'

/** The desk from the keyboard, and decisions without a page load. Every form also works without this. */
const switchKey = 'raconte.clavier'
const announcer = document.body.appendChild(document.createElement('p'))
announcer.className = 'visually-hidden'
announcer.setAttribute('role', 'status')

const items = () => [...document.querySelectorAll('[data-item]')]
const current = () =>
  document.activeElement?.closest('[data-item]') ?? document.querySelector('.is-current')

function go(item) {
  if (!item) return
  for (const other of document.querySelectorAll('.is-current, mark.is-on')) {
    other.classList.remove('is-current', 'is-on')
  }
  item.classList.add('is-current')
  for (const mark of document.querySelectorAll(`mark[data-items~="${CSS.escape(item.id)}"]`)) {
    mark.classList.add('is-on')
  }
}

function move(step) {
  const all = items()
  const at = all.indexOf(current())
  const next = all[at === -1 ? 0 : Math.max(0, Math.min(all.length - 1, at + step))]
  next?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: 'center' })
}

/** Opens a form of the current item, or presses its button. */
function act(kind) {
  const target = current()?.querySelector(`[data-do="${kind}"]`)
  if (!target) return
  if (target instanceof HTMLFormElement) return target.requestSubmit()
  for (const other of target.parentElement.querySelectorAll('details[open]')) other.open = false
  target.open = true
  target.querySelector('input:not([type="hidden"]), textarea')?.focus({ preventScroll: true })
  target.scrollIntoView({ block: 'nearest' })
}

const keys = {
  j: () => move(1),
  k: () => move(-1),
  a: () => act('accept'),
  e: () => act('edit'),
  r: () => act('refuse'),
  q: () => act('ask'),
  u: () => act('undo'),
  v: () => document.querySelector('.approve-bar .primary:enabled')?.focus(),
  '?': () => {
    const help = document.querySelector('[data-keys]')
    if (help) help.open = !help.open
  },
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const isTyping = event.target.closest(
    'input:not([type="radio"], [type="checkbox"]), textarea, select',
  )
  if (event.key === 'Escape') return close(event.target)
  if (isTyping || device.recall(switchKey) === 'non' || !keys[event.key]) return
  if (!document.querySelector('[data-review]')) return
  event.preventDefault()
  keys[event.key]()
})

function close(target) {
  const open = target.closest('details[open]') ?? document.querySelector('[data-keys][open]')
  if (!open) return
  open.open = false
  ;(open.closest('[data-item]') ?? open.querySelector('summary')).focus()
}

document.addEventListener('focusin', ({ target }) => {
  const item = target.closest('[data-item]')
  if (item) go(item)
})
document.addEventListener('pointerover', ({ target }) => {
  const item = target.closest?.('[data-item]')
  if (item && !document.activeElement?.closest('[data-item]')) go(item)
})

/** Sends a decision and puts the new page in place, so that the reader stays where they are. */
document.addEventListener('submit', async (event) => {
  const form = event.target
  if (!form.matches('[data-swap]')) return
  event.preventDefault()
  const at = form.closest('[data-item]')?.id
  const data = new URLSearchParams(new FormData(form))
  const isGet = form.method === 'get'
  const address = form.action.split('#')[0]
  try {
    const response = isGet
      ? await fetch(`${address}?${data}`)
      : await fetch(address, { method: 'POST', body: data, headers: { accept: 'text/html' } })
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html'))
      throw new Error('no page')
    const next = new DOMParser().parseFromString(await response.text(), 'text/html')
    if (!next.querySelector('[data-review]')) return location.assign(response.url)
    document.querySelector('main').replaceWith(document.adoptNode(next.querySelector('main')))
    start()
    land(at, isGet)
  } catch {
    HTMLFormElement.prototype.submit.call(form)
  }
})

/** After a decision: the notice or the field to correct, else the next item that waits. */
function land(at, isSearch) {
  const notice = document.querySelector('main [role="alert"]')
  announcer.textContent =
    notice?.textContent ?? document.querySelector('#manque')?.textContent ?? ''
  const wrong = document.querySelector('main [aria-invalid]')
  if (wrong) return wrong.focus()
  const here = at && document.getElementById(at)
  if (notice) return notice.scrollIntoView({ block: 'center' })
  if (!here) return
  if (isSearch) return here.querySelector('.found button, .replace input[type="search"]')?.focus()
  const after = items().slice(items().indexOf(here))
  const next = after.find((item) => item.dataset.verdict === 'pending') ?? here
  next.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'center' })
}

function start() {
  const box = document.querySelector('[data-keys-on]')
  if (!box) return
  box.checked = device.recall(switchKey) !== 'non'
  box.onchange = () => device.remember(switchKey, box.checked ? 'oui' : 'non')
}

start()
