import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import twilio from 'twilio'

export type SentByUs = Readonly<Record<string, string>> & { readonly MessageSid: string }

/** How the emulator treats the next requests: an error, a bare HTTP status, silence or a reset. */
export type Fault =
  | { readonly kind: 'error'; readonly status: number; readonly code: number }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'silent' }
  | { readonly kind: 'reset' }

export type TwilioEmulator = {
  readonly url: string
  readonly accountSid: string
  readonly authToken: string
  /** What was accepted, in order. */
  readonly sent: readonly SentByUs[]
  /** Every request that reached us, accepted or not. */
  requests(): number
  break(fault: Fault | undefined): void
  /** Headers and body of a webhook as Twilio signs it; `url` is the public address, query included. */
  sign(url: string, form: Readonly<Record<string, string>>): SignedForm
  /** Posts a signed webhook to `url`; `publicUrl` when it differs, as behind a proxy. */
  deliver(
    url: string,
    form: Readonly<Record<string, string>>,
    publicUrl?: string,
  ): Promise<Response>
  close(): Promise<void>
}

type SignedForm = { readonly headers: Record<string, string>; readonly body: string }

/**
 * A Twilio of our own, over real HTTP: the part of the Messages API that we use, with the errors we
 * must survive, and webhooks signed by the SDK's own function.
 */
export async function openTwilioEmulator(): Promise<TwilioEmulator> {
  const accountSid = `AC${'1'.repeat(32)}`
  const authToken = 'emulator-auth-token'
  const sent: SentByUs[] = []
  let requests = 0
  let fault: Fault | undefined

  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      requests += 1
      if (fault) return misbehave(fault, response)
      const form = Object.fromEntries(new URLSearchParams(body))
      const problem = refusal(request, form, accountSid, authToken)
      if (problem) return answer(response, problem.status, { ...problem, message: 'refused' })
      const MessageSid = `SM${String(sent.length + 1).padStart(32, '0')}`
      sent.push({ ...form, MessageSid })
      answer(response, 201, { sid: MessageSid, status: 'queued', num_segments: '1' })
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo

  const sign = (url: string, form: Readonly<Record<string, string>>): SignedForm => ({
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': twilio.getExpectedTwilioSignature(authToken, url, { ...form }),
    },
    body: new URLSearchParams(form).toString(),
  })
  return {
    url: `http://127.0.0.1:${port}`,
    accountSid,
    authToken,
    sent,
    requests: () => requests,
    break(next) {
      fault = next
    },
    sign,
    deliver: (url, form, publicUrl = url) =>
      fetch(url, { method: 'POST', ...sign(publicUrl, form) }),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections()
        server.close(() => done())
      }),
  }
}

function refusal(
  request: IncomingMessage,
  form: Record<string, string>,
  accountSid: string,
  authToken: string,
): { readonly status: number; readonly code: number } | undefined {
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`
  if (request.headers.authorization !== expected) return { status: 401, code: 20003 }
  if (request.url !== `/2010-04-01/Accounts/${accountSid}/Messages.json`)
    return { status: 404, code: 20404 }
  if (!form.From && !form.MessagingServiceSid) return { status: 400, code: 21603 }
  if (!form.To) return { status: 400, code: 21604 }
  if (!form.Body) return { status: 400, code: 21602 }
  return form.Body.length > 1_600 ? { status: 400, code: 21617 } : undefined
}

function misbehave(fault: Fault, response: ServerResponse): void {
  if (fault.kind === 'silent') return
  if (fault.kind === 'reset') return void response.socket?.destroy()
  if (fault.kind === 'html') {
    response.writeHead(fault.status, { 'content-type': 'text/html' })
    return void response.end('<html>Bad gateway</html>')
  }
  answer(response, fault.status, { code: fault.code, status: fault.status, message: 'no' })
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}
