import type { Page } from '@playwright/test'
import { InMemoryWebStorage, OidcClient, WebStorageStateStore } from 'oidc-client-ts'
import { readPanelConfig } from '../../src/client/panel-config.ts'
import { signedInPath } from '../../src/contract/page-paths.ts'
import { redirectStatePrefix } from '../../src/sign-in/own-redirect.ts'

/** A page of the panel that went to the identity provider. */
export interface LeftPage {
  /** Brings the browser back with the provider's answer, which that page waits for. */
  readonly returnTo: (page: Page) => Promise<void>
}

/**
 * Begins sign-ins as the panel's page does, but without that page: each test would load and run it only to leave it for
 * the provider. The specs of the sign-in, and those that open the address themselves, take the whole way.
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
