import type { FastifyInstance } from 'fastify'

export type Seen = {
  readonly status: number
  readonly html: string
  readonly location: string | undefined
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly bytes: Buffer
}

/** A browser without JavaScript: keeps cookies, follows nothing by itself, fills forms in. */
export function aBrowser(app: FastifyInstance) {
  const cookies = new Map<string, string>()
  let last: Seen | undefined

  async function ask(method: 'GET' | 'POST', url: string, fields?: Record<string, string>) {
    const response = await app.inject({
      method,
      url,
      headers: {
        accept: 'text/html',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(fields && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(fields && { payload: new URLSearchParams(fields).toString() }),
    })
    for (const { name, value } of response.cookies) cookies.set(name, value)
    const { statusCode: status, headers, body: html, rawPayload: bytes } = response
    const location = headers.location
    last = { status, html, headers, bytes, location }
    return last
  }

  return {
    cookies,
    open: (url: string) => ask('GET', url),
    /** Posts a form of the page on screen, with the CSRF token it carries. */
    submit: (url: string, fields: Record<string, string> = {}) =>
      ask('POST', url, { _csrf: csrfOf(last?.html ?? ''), ...fields }),
    /** Posts from nowhere: no page was opened, no token is known. */
    forge: (url: string, fields: Record<string, string> = {}) => ask('POST', url, fields),
  }
}

function csrfOf(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
}

/** What a reader sees: no tags, no repeated spaces. */
export function textOf(html: string): string {
  return html
    .replace(/<head>[\s\S]*?<\/head>/, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/[\s\u00a0]+/g, ' ')
}
