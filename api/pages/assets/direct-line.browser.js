import { device, newId } from './device.browser.js'

const api = '/v3/directline'
const keptAs = 'raconte.chat'

/**
 * A client of Direct Line 3.0: HTTP to say, WebSocket to hear, and a place in `localStorage` so that a
 * reload goes on where it was. What is said stays in a list until the server has it; each message
 * carries an id of its own, so that sending again never says it twice.
 */
export function openDirectLine({ onActivity, onState, onSent, onUnsent }) {
  let { conversationId, token, unsent = [] } = read()
  let watermark = ''
  let socket
  let tries = 0
  let isSending = false
  let isEmpty = true
  let isOver = false
  let retry

  const keep = () => {
    if (!isOver) device.remember(keptAs, JSON.stringify({ conversationId, token, unsent }))
  }
  const later = (run) => {
    clearTimeout(retry)
    retry = setTimeout(run, Math.min(30_000, 500 * 2 ** tries++) * (0.75 + Math.random() / 2))
  }

  async function call(method, path, body) {
    const response = await fetch(api + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(15_000),
    })
    if (!response.ok) throw Object.assign(new Error('refused'), { status: response.status })
    return response.json()
  }

  /** A fresh token for the conversation we have, else a new conversation. */
  async function authorize() {
    if (token) {
      try {
        ;({ token } = await call('POST', '/tokens/refresh'))
        return keep()
      } catch (error) {
        if (error.status !== 401 && error.status !== 403 && error.status !== 404) throw error
      }
    }
    token = undefined
    ;({ conversationId, token } = await call('POST', '/tokens/generate'))
    watermark = ''
    isEmpty = true
    keep()
  }

  async function connect() {
    if (isOver) return
    try {
      await authorize()
      await catchUp()
      if (isEmpty) greet()
      const path = `/conversations/${conversationId}?watermark=${watermark}`
      const { streamUrl } = await call('GET', path)
      listen(streamUrl)
      flush()
    } catch {
      onState('offline')
      later(connect)
    }
  }

  /** Nobody has spoken yet, here or since everything was erased: says that somebody came. */
  function greet() {
    if (unsent[0]?.type === 'event') return
    unsent = [{ type: 'event', name: 'start', id: newId() }, ...unsent]
    keep()
  }

  /** Everything after the watermark, page by page. Also how one hears when sockets are blocked. */
  async function catchUp() {
    for (;;) {
      const path = `/conversations/${conversationId}/activities?watermark=${watermark}`
      const set = await call('GET', path)
      hear(set)
      if (set.activities.length === 0) return onState('online')
    }
  }

  function hear(set) {
    if (set.watermark) watermark = set.watermark
    if (set.activities.length > 0) isEmpty = false
    for (const activity of set.activities) {
      const own = activity.channelData?.clientActivityID
      if (own) forget(own)
      onActivity(activity)
    }
  }

  function listen(streamUrl) {
    const current = new WebSocket(streamUrl)
    socket?.close()
    socket = current
    current.onopen = () => {
      tries = 0
      onState('online')
    }
    current.onmessage = ({ data }) => data && hear(JSON.parse(data))
    current.onclose = () => {
      if (socket === current && !isOver) later(connect)
    }
  }

  function forget(id) {
    unsent = unsent.filter((one) => one.id !== id)
    keep()
  }

  /** Says what waits, in order, one at a time. */
  async function flush() {
    if (isSending || !conversationId) return
    isSending = true
    try {
      for (let next = unsent[0]; next && !isOver; next = unsent[0]) {
        const { id, ...words } = next
        const body = {
          ...words,
          from: { id: 'moi' },
          locale: 'fr-FR',
          channelData: { clientActivityID: id },
        }
        try {
          const path = `/conversations/${conversationId}/activities`
          onSent(id, (await call('POST', path, body)).id)
          onState('online')
        } catch (error) {
          if (error.status === 400 || error.status === 413) onUnsent(next)
          else throw error
        }
        forget(id)
      }
    } catch {
      onState('offline')
      later(connect)
    }
    isSending = false
  }

  addEventListener('online', () => {
    tries = 0
    connect()
  })
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && socket?.readyState !== 1) connect()
  })
  setInterval(() => authorize().catch(() => {}), 15 * 60_000)
  connect()

  return {
    /** Messages that the server does not have yet. */
    waiting: () => unsent.filter((one) => one.type === 'message'),
    /** Answers the id under which the message comes back. */
    say(text) {
      const id = newId()
      unsent = [...unsent, { type: 'message', text, id }]
      keep()
      flush()
      return id
    },
    /** Takes everything off this device. */
    leave() {
      isOver = true
      device.forget(keptAs)
      socket?.close()
    },
  }
}

function read() {
  const given = handedOver()
  try {
    return { ...JSON.parse(device.recall(keptAs)), ...given }
  } catch {
    return given ?? {}
  }
}

/**
 * A conversation that `/moi/chat` opened for this browser, behind the `#` of the address, which is
 * cleaned. From another site it counts for nothing: it would make somebody write where others read.
 */
function handedOver() {
  const given = new URLSearchParams(location.hash.slice(1))
  const [conversationId, token] = [given.get('conversation'), given.get('token')]
  if (!conversationId || !token) return undefined
  history.replaceState(null, '', location.pathname)
  if (!document.referrer.startsWith(`${location.origin}/moi`)) return undefined
  const made = { conversationId, token, unsent: [] }
  device.remember(keptAs, JSON.stringify(made))
  return made
}
