import { UserManager } from 'oidc-client-ts'
import type { TaskClientOptions } from 'tasklink'

// Your own way of signing agents in; any will do that yields a token of the provider the proxy trusts.
const users = new UserManager({
  authority: 'https://login.example.com',
  client_id: 'tasklink-panel',
  redirect_uri: `${location.origin}${location.pathname}`,
  scope: 'openid profile',
})

/** The way to your proxy. It must know this page: ALLOWED_ORIGINS=https://desktop.example.com */
export const clientOptions: TaskClientOptions = {
  baseUrl: 'https://tasklink.example.com',
  token: async () => (await users.getUser())?.access_token,
  renewToken: async () => (await users.signinSilent()) !== null,
}

export async function signIn(): Promise<void> {
  if (new URLSearchParams(location.search).has('code')) {
    await users.signinCallback()
    history.replaceState(null, '', location.pathname)
  }
  if (!(await users.getUser())) await users.signinRedirect()
}
