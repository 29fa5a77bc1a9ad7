import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder'

export type BotFrameworkCredentials = {
  readonly appId: string
  readonly appPassword: string
  readonly appType: 'MultiTenant' | 'SingleTenant'
  readonly tenantId?: string
}

/**
 * The SDK's adapter, which checks who calls and signs what we send. It holds no state of ours: its own
 * loses updates (RELIABILITY.md, finding 1). Without a password it would believe anybody.
 */
export function openBotFrameworkAdapter(credentials: BotFrameworkCredentials): CloudAdapter {
  const { appId, appPassword, appType, tenantId } = credentials
  if (appId === '' || appPassword === '') throw new Error('Bot Framework without credentials')
  return adapterFor({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppType: appType,
    ...(tenantId && { MicrosoftAppTenantId: tenantId }),
  })
}

/** Believes anybody, as the Bot Framework Emulator needs it: for tests, never behind a route. */
export function openUnprotectedAdapter(): CloudAdapter {
  return adapterFor({})
}

function adapterFor(
  settings: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0],
): CloudAdapter {
  return new CloudAdapter(new ConfigurationBotFrameworkAuthentication(settings))
}
