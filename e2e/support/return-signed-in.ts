import type { Page } from '@playwright/test'
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts'
import { readPanelConfig } from '../../src/client/panel-config.ts'
import { signedInPath } from '../../src/contract/page-paths.ts'
import { redirectStatePrefix } from '../../src/sign-in/own-redirect.ts'

/** A page of the panel that has gone to the identity provider. */
export interface LeftPage {
  /** Brings the browser back with the provider's answer, which that page waits for. */
  readonly returnTo: (page: Page) => Promise<void>
}

/**
 * Starts sign-ins as the panel's page does, but without loading that page: each test would load it only to leave it for the
 * provider. The sign-in specs, and specs that open the address themselves, use the real page.
 */
export async function createLeftPage(panelOrigin: string): Promise<LeftPage> {
  const { signIn } = await readPanelConfig(panelOrigin, fetch)
  const store = new InMemoryWebStorage()
  const client = new OidcClient({
    authority: signIn.issuer,
    client_id: signIn.clientId,
    redirect_uri: `${panelOrigin}${signedInPath}`,
    scope: signIn.scope,
    extraQueryParams: { audience: signIn.audience },
    stateStore: new WebStorageStateStore({ prefix: redirectStatePrefix, store }),
  })
  return {
    returnTo: async (page) => {
      const { url, state } = await client.createSigninRequest({ request_type: 'si:r' })
      const key = `${redirectStatePrefix}${state.id}`
      const kept = { key, state: state.id, value: store.getItem(key) ?? '' }
      await page.addInitScript(({ key: name, state: id, value }) => {
        if (new URLSearchParams(location.search).get('state') === id) sessionStorage.setItem(name, value)
      }, kept)
      await page.goto(url)
    },
  }
}
