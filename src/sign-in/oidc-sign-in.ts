import { InMemoryWebStorage, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts'
import { signedInPath } from '../contract/page-paths.ts'
import type { PanelConfig } from '../contract/reads.ts'
import type { AgentSignIn, SignInState } from './agent-sign-in.ts'

export interface OidcSignInOptions {
  readonly config: PanelConfig['signIn']
  /** This page's origin. */
  readonly origin: string
}

function createUserManager({ config, origin }: OidcSignInOptions): UserManager {
  const redirectUri = `${origin}${signedInPath}`
  return new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: redirectUri,
    popup_redirect_uri: redirectUri,
    silent_redirect_uri: redirectUri,
    scope: 'openid profile',
    // Providers with several APIs must be told which one the token is for; the others pass over this parameter.
    ...(config.bearer === 'access-token' ? { extraQueryParams: { audience: config.audience } } : {}),
    userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }),
    // Only the state of a sign-in under way outlives the page: it must survive the redirect.
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: true,
  })
}

/** Ends a sign-in that came back in a popup or a hidden frame: tells the page that began it. */
export async function finishElsewhere(options: OidcSignInOptions): Promise<void> {
  await createUserManager(options).signinCallback()
}

/** Begins or ends the sign-in of this page. Never resolves while the browser is leaving for the identity provider. */
export async function openSignIn(
  options: OidcSignInOptions,
  page: { readonly isCallback: boolean; readonly isFramed: boolean },
): Promise<AgentSignIn> {
  const manager = createUserManager(options)
  if (page.isCallback) {
    const user = await manager.signinRedirectCallback().catch(() => undefined)
    return createAgentSignIn(manager, options.config.bearer, user ? 'signed-in' : 'failed')
  }
  if (page.isFramed) {
    // Providers refuse to show their page inside a frame; a session they already know needs no page.
    const user = await manager.signinSilent().catch(() => null)
    return createAgentSignIn(manager, options.config.bearer, user ? 'signed-in' : 'needed')
  }
  try {
    await manager.signinRedirect()
  } catch {
    return createAgentSignIn(manager, options.config.bearer, 'failed')
  }
  return new Promise(() => {})
}

function createAgentSignIn(
  manager: UserManager,
  bearer: PanelConfig['signIn']['bearer'],
  status: SignInState['status'],
): AgentSignIn {
  let state: SignInState = { status }
  const listeners = new Set<() => void>()
  function become(next: SignInState['status']) {
    if (state.status === next) return
    state = { status: next }
    for (const listener of listeners) listener()
  }
  manager.events.addUserLoaded(() => become('signed-in'))
  manager.events.addAccessTokenExpired(() => become('ended'))

  const tokenOf = (user: User) => (bearer === 'id-token' ? user.id_token : user.access_token)
  let renewal: Promise<boolean> | undefined
  const renewOnce = async () => {
    const user = await manager.signinSilent().catch(() => null)
    renewal = undefined
    if (user) become('signed-in')
    else if (state.status === 'signed-in') become('ended')
    return user !== null
  }
  return {
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    getSnapshot: () => state,
    token: async () => {
      const user = await manager.getUser()
      return user && user.expired !== true ? tokenOf(user) : undefined
    },
    renew: () => (renewal ??= renewOnce()),
    signIn: async () => {
      become('signing-in')
      const user = await manager.signinPopup().catch(() => undefined)
      become(user ? 'signed-in' : 'failed')
    },
  }
}
