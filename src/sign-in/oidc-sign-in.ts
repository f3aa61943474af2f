import {
  ErrorResponse,
  InMemoryWebStorage,
  UserManager,
  WebStorageStateStore,
  type User,
} from 'oidc-client-ts'
import { signedInPath } from '../contract/page-paths.ts'
import type { PanelConfig } from '../contract/reads.ts'
import type { AgentSignIn } from './agent-sign-in.ts'
import { createAgentSignIn, type SignedIn, type SignInWays } from './create-agent-sign-in.ts'
import { redirectStatePrefix } from './own-redirect.ts'
import { openSignInWindow, watchForClose } from './sign-in-window.ts'

export interface OidcSignInOptions {
  readonly config: PanelConfig['signIn']
  /** This page's origin. */
  readonly origin: string
}

interface Stores {
  readonly userStore: WebStorageStateStore
  readonly stateStore: WebStorageStateStore
}

const inMemory = () => new WebStorageStateStore({ store: new InMemoryWebStorage() })

/** Only what belongs to a redirect under way outlives the page; frames and popups answer the page that began. */
const forRedirect = () => new WebStorageStateStore({ prefix: redirectStatePrefix, store: sessionStorage })

function createUserManager({ config, origin }: OidcSignInOptions, stores: Stores): UserManager {
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
    ...stores,
    // Renewed by our own hand: an automatic renewal and the one that a refused request asks for must be the same one.
    automaticSilentRenew: false,
    // Another person's session is no failure to renew but news, and the page must hear it.
    validateSubOnSilentRenew: false,
  })
}

/** Ends a sign-in that came back in a popup or a hidden frame: tells the page that began it. */
export async function finishElsewhere(
  options: OidcSignInOptions,
  { isFramed }: { readonly isFramed: boolean },
): Promise<void> {
  const manager = createUserManager(options, { userStore: inMemory(), stateStore: inMemory() })
  await (isFramed ? manager.signinSilentCallback() : manager.signinPopupCallback())
}

/** Begins or ends the sign-in of this page. Never resolves while the browser is leaving for the identity provider. */
export async function openSignIn(
  options: OidcSignInOptions,
  page: { readonly isCallback: boolean; readonly isFramed: boolean },
): Promise<AgentSignIn> {
  const userStore = inMemory()
  const manager = createUserManager(options, { userStore, stateStore: inMemory() })
  const { ways, signedInOf } = waysOf(manager, options.config.bearer)
  const opened = (first: SignedIn | 'needed' | 'failed') => {
    const signIn = createAgentSignIn(ways, first)
    manager.events.addAccessTokenExpiring(() => void signIn.renew())
    // It was not renewed in time, because the provider did not answer or the machine was asleep.
    manager.events.addAccessTokenExpired(() => void signIn.renew())
    return signIn
  }

  if (page.isFramed) {
    // Providers refuse to show their page inside a frame; a session they already know needs no page.
    const answer = await ways.silently()
    return opened(typeof answer === 'object' ? answer : 'needed')
  }
  try {
    const redirecting = createUserManager(options, { userStore, stateStore: forRedirect() })
    if (!page.isCallback) {
      await redirecting.signinRedirect()
      return await new Promise(() => {})
    }
    await redirecting.signinRedirectCallback()
    const user = await manager.getUser()
    return opened((user && signedInOf(user)) ?? 'failed')
  } catch {
    return opened('failed')
  }
}

// RFC 6749, 4.1.2.1: the provider is in trouble, and has not decided about anybody.
const isUndecided = ({ error }: ErrorResponse) =>
  error === 'server_error' || error === 'temporarily_unavailable'

function waysOf(
  manager: UserManager,
  bearerKind: PanelConfig['signIn']['bearer'],
): { readonly ways: SignInWays; readonly signedInOf: (user: User) => SignedIn | undefined } {
  let hasRefreshToken = false
  let abandoned = new AbortController()

  function signedInOf(user: User): SignedIn | undefined {
    hasRefreshToken = user.refresh_token !== undefined
    const bearer = bearerKind === 'id-token' ? user.id_token : user.access_token
    if (bearer === undefined) return undefined
    const isIdTokenExpired = () => user.profile.exp * 1_000 <= Date.now()
    return {
      account: { issuer: user.profile.iss, subject: user.profile.sub },
      bearer,
      isExpired: () => user.expired === true || (bearerKind === 'id-token' && isIdTokenExpired()),
    }
  }

  async function silently() {
    try {
      // The only way that needs no cookie of the provider's in a frame, where the provider offers it.
      const renewed = hasRefreshToken ? await manager.signinSilent().catch(() => null) : null
      const signedIn = renewed && signedInOf(renewed)
      if (signedIn) return signedIn
      const user = await manager.signinSilent({ forceIframeAuth: true })
      return (user && signedInOf(user)) ?? 'refused'
    } catch (error) {
      return error instanceof ErrorResponse && !isUndecided(error) ? 'refused' : 'unanswered'
    }
  }

  return {
    signedInOf,
    ways: {
      silently,
      inWindow: async (onClosed) => {
        abandoned.abort()
        const name = `sign-in-${crypto.randomUUID()}`
        // Opened here and not by the library, which does not tell a window that was blocked from one that was closed.
        const opened = openSignInWindow(name)
        if (!opened) return 'window-blocked'
        abandoned = new AbortController()
        const stopWatching = watchForClose(opened, onClosed)
        try {
          const user = await manager.signinPopup({ popupWindowTarget: name, popupSignal: abandoned.signal })
          return signedInOf(user) ?? 'failed'
        } catch {
          return 'failed'
        } finally {
          stopWatching()
        }
      },
    },
  }
}
