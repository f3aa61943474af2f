import type { PanelConfig } from '../contract/config/panel-config.ts'
import type { AppConfiguration } from './environment.ts'

/** The settings that the proxy gives the panel's page before an agent signs in. */
export function panelConfigOf(configuration: AppConfiguration, version: string): PanelConfig {
  const { panelTitle, ccpUrl, loginUrl, issuer, clientId, audience, scope, frameAncestors } = configuration
  // If tokens for the proxy have the panel’s client id as their audience, they are ID tokens.
  const bearer = audience === clientId ? 'id-token' : 'access-token'
  // A wildcard allows a page to embed the panel, but only an exact origin may send it the contact.
  const hostOrigins = frameAncestors.filter((source) => source !== "'self'" && !source.includes('*'))
  return {
    version,
    ...(panelTitle === undefined ? {} : { title: panelTitle }),
    ccpUrl,
    ...(loginUrl === undefined ? {} : { loginUrl }),
    hostOrigins,
    signIn: { issuer, clientId, audience, scope, bearer },
  }
}
