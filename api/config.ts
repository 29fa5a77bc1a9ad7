import { isIP } from 'node:net'
import { z } from 'zod'
import { checkSender } from '#bot/channels/sms/sender-rules.ts'

const onOff = (byDefault: 'on' | 'off') =>
  z.enum(['on', 'off'], { error: 'vaut on ou off' }).default(byDefault)
const url = (example: string) =>
  z.url({ protocol: /^https?$/, error: `est une adresse comme ${example}` })

/**
 * What the door needs to know, before rules that hold between two settings. Everything has a default
 * fit for a laptop; a secret is required only when another variable switches on what needs it.
 */
export const apiSettings = z.object({
  PORT: z.coerce
    .number({ error: 'est un nombre de 0 à 65535' })
    .int({ error: 'est un nombre entier' })
    .min(0, { error: 'est un nombre de 0 à 65535' })
    .max(65_535, { error: 'est un nombre de 0 à 65535' })
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: url('https://raconte.example.org').optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'vaut fatal, error, warn, info, debug ou silent',
    })
    .default('warn'),
  ROLE: z.enum(['all', 'api', 'workers'], { error: 'vaut all, api ou workers' }).default('all'),
  DEMO: onOff('on'),
  SESSION_SECRET: z.string().min(32, { error: 'fait au moins 32 caractères' }).optional(),
  TRUST_PROXY: z
    .string()
    .refine((proxies) => proxies.split(',').every((one) => isProxy(one.trim())), {
      error: 'liste des adresses ou réseaux, comme 10.0.0.0/8,127.0.0.1, ou loopback',
    })
    .optional(),
  RATE_LIMIT: z.coerce
    .number({ error: 'est un nombre' })
    .int({ error: 'est un nombre entier' })
    .min(60, { error: 'est au moins 60' })
    .default(3_000),
  TWILIO_ACCOUNT_SID: z
    .string()
    .regex(/^AC[0-9a-zA-Z]{32}$/, { error: 'commence par AC, puis 32 caractères' })
    .optional(),
  TWILIO_AUTH_TOKEN: z.string().min(1).optional(),
  TWILIO_FROM: z
    .string()
    .superRefine((sender, ctx) => {
      const wrong = checkSender(sender)
      if (wrong !== undefined) ctx.addIssue({ code: 'custom', message: wrong })
    })
    .optional(),
  TWILIO_MESSAGING_SERVICE_SID: z
    .string()
    .regex(/^MG[0-9a-zA-Z]{32}$/, { error: 'commence par MG, puis 32 caractères' })
    .optional(),
  TWILIO_API_URL: url('https://api.twilio.com').default('https://api.twilio.com'),
  MICROSOFT_APP_ID: z.string().optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TENANT_ID: z.string().optional(),
  MICROSOFT_APP_TYPE: z
    .enum(['MultiTenant', 'SingleTenant'], { error: 'vaut MultiTenant ou SingleTenant' })
    .default('MultiTenant'),
})

/** What `proxy-addr` reads: an address, a network, or the name of one. */
function isProxy(place: string): boolean {
  if (/^(loopback|linklocal|uniquelocal)$/.test(place)) return true
  const [address = '', bits, ...more] = place.split('/')
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1
  const isLength = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= longest)
  return longest > 0 && isLength && more.length === 0
}

type Settings = z.infer<typeof apiSettings>

/** What one setting asks of another: name, what is wrong, and when. */
const rules: readonly {
  readonly name: keyof Settings
  readonly error: string
  readonly isBroken: (s: Settings) => boolean
}[] = [
  {
    name: 'TWILIO_AUTH_TOKEN',
    error: 'manque : TWILIO_ACCOUNT_SID est donné, il faut aussi ce secret',
    isBroken: (s) => s.TWILIO_ACCOUNT_SID !== undefined && s.TWILIO_AUTH_TOKEN === undefined,
  },
  {
    name: 'TWILIO_ACCOUNT_SID',
    error: 'manque : TWILIO_AUTH_TOKEN est donné, il faut aussi le compte',
    isBroken: (s) => s.TWILIO_ACCOUNT_SID === undefined && s.TWILIO_AUTH_TOKEN !== undefined,
  },
  {
    name: 'TWILIO_FROM',
    error: 'manque : donner TWILIO_FROM ou TWILIO_MESSAGING_SERVICE_SID',
    isBroken: (s) =>
      s.TWILIO_ACCOUNT_SID !== undefined &&
      s.TWILIO_FROM === undefined &&
      s.TWILIO_MESSAGING_SERVICE_SID === undefined,
  },
  {
    name: 'MICROSOFT_APP_PASSWORD',
    error: 'va avec MICROSOFT_APP_ID : donner les deux, ou aucun',
    isBroken: (s) =>
      (s.MICROSOFT_APP_ID === undefined) !== (s.MICROSOFT_APP_PASSWORD === undefined),
  },
  {
    name: 'MICROSOFT_APP_TENANT_ID',
    error: 'manque : MICROSOFT_APP_TYPE vaut SingleTenant',
    isBroken: (s) =>
      s.MICROSOFT_APP_TYPE === 'SingleTenant' && s.MICROSOFT_APP_TENANT_ID === undefined,
  },
]

/** `when` always: a wrong PORT must not hide a missing secret. */
const checkedSettings = rules.reduce(
  (schema, rule) =>
    schema.refine((settings) => !rule.isBroken(settings), {
      path: [rule.name],
      error: rule.error,
      when: () => true,
    }),
  apiSettings,
)

/** The settings of the door, checked; `PUBLIC_URL` without a final slash. */
export const apiConfig = checkedSettings.transform((settings) => ({
  ...settings,
  PUBLIC_URL: (settings.PUBLIC_URL ?? `http://localhost:${settings.PORT}`).replace(/\/+$/, ''),
}))

export type ApiConfig = z.infer<typeof apiConfig>

/** Whether SMS leave through Twilio; otherwise the telephone drawn at `/telephone` is the channel. */
export function usesTwilio(
  config: Pick<ApiConfig, 'TWILIO_ACCOUNT_SID' | 'TWILIO_AUTH_TOKEN'>,
): boolean {
  return config.TWILIO_ACCOUNT_SID !== undefined && config.TWILIO_AUTH_TOKEN !== undefined
}
