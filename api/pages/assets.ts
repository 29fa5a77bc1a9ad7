import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'

const scripts = [
  'chat.browser.js',
  'direct-line.browser.js',
  'bubbles.browser.js',
  'device.browser.js',
  'telephone.browser.js',
  'desk.browser.js',
] as const
const sheets = [
  'tokens',
  'base',
  'shell',
  'forms',
  'cards',
  'chat',
  'menu',
  'bubbles',
  'telephone',
  'desk',
  'trial',
  'review',
  'review-parts',
  'space',
  'sheet',
  'print',
]

type AssetName = (typeof scripts)[number] | 'raconte.css' | 'logo.svg'

const texts = new Map<string, string>([
  ...scripts.map((name) => [name, read(`assets/${name}`)] as const),
  ['raconte.css', sheets.map((sheet) => read(`styles/${sheet}.css`)).join('\n')],
  ['logo.svg', read('assets/logo.svg')],
])

/** One fingerprint for the whole set, so that a script may import its neighbour by a plain `./name`. */
const fingerprint = createHash('sha256')
  .update(JSON.stringify([...texts]))
  .digest('base64url')
  .slice(0, 12)

export function assetUrl(name: AssetName): string {
  return `/assets/${fingerprint}/${name}`
}

/** Serves scripts, style and logo from memory, compressed once, cached for a year by their fingerprint. */
export function registerAssets(app: FastifyInstance): void {
  const prepared = new Map([...texts].map(([name, text]) => [name, compressed(text)]))
  const address = z.object({ fingerprint: z.string(), name: z.string() })

  app.get('/assets/:fingerprint/:name', async (request, reply) => {
    const asked = address.parse(request.params)
    const asset = prepared.get(asked.name)
    if (!asset) return reply.code(404).type('text/plain').send('')
    const accepts = request.headers['accept-encoding'] ?? ''
    const encoding = accepts.includes('br') ? 'br' : accepts.includes('gzip') ? 'gzip' : 'identity'
    const isCurrent = asked.fingerprint === fingerprint
    return reply
      .headers({
        'content-type': contentType(asked.name),
        'cache-control': isCurrent ? 'public, max-age=31536000, immutable' : 'no-store',
        vary: 'accept-encoding',
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      })
      .send(asset[encoding])
  })
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

function compressed(text: string) {
  const identity = Buffer.from(text)
  return { identity, gzip: gzipSync(identity), br: brotliCompressSync(identity) }
}

function contentType(name: string): string {
  if (name.endsWith('.css')) return 'text/css; charset=utf-8'
  return name.endsWith('.svg') ? 'image/svg+xml' : 'text/javascript; charset=utf-8'
}
