import { once } from 'node:events'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import type { Mail } from '#bot/ports/mail.ts'
import { Unavailable } from '#portfolio/errors.ts'
import { mailConfig } from './config.ts'
import { MailRefused, smtpMailSender } from './smtp-mail-sender.ts'

const open: Server[] = []
const sockets = new Set<Socket>()
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done))))
})

/** The few words of SMTP that a client needs. `answers` replaces the answer to a command. */
async function anSmtpServer(answers: Readonly<Record<string, string>> = {}) {
  const received: string[] = []
  const server = createServer((socket) => {
    sockets.add(socket)
    let isData = false
    socket.on('error', () => {})
    socket.write('220 test\r\n')
    socket.on('data', (chunk) => {
      const said = chunk.toString()
      if (isData) {
        received.push(said)
        if (said.includes('\r\n.\r\n')) {
          isData = false
          socket.write('250 kept\r\n')
        }
        return
      }
      for (const line of said.split('\r\n').filter(Boolean)) {
        const command = line.slice(0, 4).toUpperCase()
        isData = command === 'DATA' && !answers.DATA
        socket.write(`${answers[command] ?? (isData ? '354 go' : '250 ok')}\r\n`)
      }
    })
  })
  open.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('a server that listens has a port')
  return { received, SMTP_URL: `smtp://127.0.0.1:${address.port}?ignoreTLS=true` }
}

function aMail(over: Partial<Mail> = {}): Mail {
  return {
    id: 'review:p:1:c',
    to: 'ana@ml.fr',
    subject: 'CV à relire : Inès',
    text: 'Bonjour,\n\nUn CV attend.',
    createdAt: new Date(0),
    ...over,
  }
}

const MAIL_FROM = 'Raconte <raconte@ml.fr>'

test('a mail arrives as it was written, under the same name each time', async () => {
  const { SMTP_URL, received } = await anSmtpServer()
  const sender = smtpMailSender({ SMTP_URL, MAIL_FROM })
  await sender.send(aMail())
  await sender.send(aMail())
  sender.close()
  const ids = received.map((mail) => /^Message-ID: (.*)$/im.exec(mail)?.[1])
  expect(ids).toHaveLength(2)
  expect(ids[0]).toMatch(/^<\w{32}@raconte>/)
  expect(ids[1]).toBe(ids[0])
  expect(received[0]).toContain('To: ana@ml.fr')
  expect(received[0]).toContain('From: Raconte <raconte@ml.fr>')
  expect(received[0]).toContain('Un CV attend.')
})

test('a line break in a subject makes no second header', async () => {
  const { SMTP_URL, received } = await anSmtpServer()
  const sender = smtpMailSender({ SMTP_URL, MAIL_FROM })
  await sender.send(aMail({ subject: 'Inès\r\nBcc: spy@evil.test' }))
  sender.close()
  expect(received.join()).not.toMatch(/^Bcc:/m)
})

test('a server that is busy or gone may be asked again', async () => {
  const busy = await anSmtpServer({ RCPT: '450 later' })
  await expect(smtpMailSender({ ...busy, MAIL_FROM }).send(aMail())).rejects.toThrow(Unavailable)
  const gone = { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM }
  await expect(smtpMailSender(gone).send(aMail())).rejects.toThrow(Unavailable)
})

test('an address that the server refuses is not asked again, and is not in the error', async () => {
  const { SMTP_URL } = await anSmtpServer({ RCPT: '550 no such box ana@ml.fr' })
  const failed = await smtpMailSender({ SMTP_URL, MAIL_FROM })
    .send(aMail())
    .catch((error: unknown) => error)
  expect(failed).toBeInstanceOf(MailRefused)
  expect(String(failed)).not.toContain('ana')
})

test('the address of the mail server is optional and checked', () => {
  expect(mailConfig.parse({})).toEqual({ MAIL_FROM: 'Raconte <raconte@localhost>' })
  expect(mailConfig.safeParse({ SMTP_URL: 'smtps://u:p@h:465' }).success).toBe(true)
  expect(mailConfig.safeParse({ SMTP_URL: 'http://h' }).success).toBe(false)
})
