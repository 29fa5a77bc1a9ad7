/** What this device remembers. A browser that refuses (private mode, cookies off) forgets, and goes on. */
export const device = {
  recall(key) {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  },
  remember(key, value) {
    try {
      localStorage.setItem(key, value)
    } catch {}
  },
  forget(key) {
    try {
      localStorage.removeItem(key)
    } catch {}
  },
}

/** 128 bits. `crypto.randomUUID` is missing on plain http, which is how a phone reaches a laptop. */
export function newId() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('-')
}
