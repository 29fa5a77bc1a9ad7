import type { FastifyReply } from 'fastify'
import type { StoredFile } from '#bot/ports/files.ts'

const types: Readonly<Record<StoredFile['format'], string>> = {
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/**
 * Sends one rendered file. PDF and Word are downloads; HTML and text open in the browser, the HTML
 * under a policy of its own: its styles apply, no script ever runs, nothing is fetched.
 */
export function sendCvFile(reply: FastifyReply, file: StoredFile, name: string): FastifyReply {
  const isDownload = file.format === 'pdf' || file.format === 'docx'
  const disposition = isDownload ? 'attachment' : 'inline'
  return reply
    .headers({
      'content-type': types[file.format],
      'content-disposition': `${disposition}; ${fileName(name, file.format)}`,
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'x-content-type-options': 'nosniff',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; frame-ancestors 'self'; sandbox allow-modals",
    })
    .send(Buffer.from(file.bytes))
}

/** `filename="CV-Lea-Noel.pdf"; filename*=UTF-8''CV-L%C3%A9a-No%C3%ABl.pdf` : letters, digits and hyphens only. */
export function fileName(name: string, format: string): string {
  const words = name.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? []
  const full = ['CV', ...words].join('-').slice(0, 60)
  const plain = full
    .normalize('NFD')
    .replace(/[^A-Za-z0-9-]/g, '')
    .replace(/-+$/, '')
  return `filename="${plain}.${format}"; filename*=UTF-8''${encodeURIComponent(full)}.${format}`
}
