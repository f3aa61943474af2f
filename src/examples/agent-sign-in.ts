import { UserManager } from 'oidc-client-ts'
import type { TaskClientOptions } from 'tasklink'

// Replace this with your own sign-in. It must yield a token of the identity provider that the proxy trusts.
const users = new UserManager({
  authority: 'https://login.example.com',
  client_id: 'tasklink-panel',
  redirect_uri: `${location.origin}${location.pathname}`,
  scope: 'openid profile',
})

/** The connection to your proxy. Allow this page's origin there: ALLOWED_ORIGINS=https://desktop.example.com */
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
