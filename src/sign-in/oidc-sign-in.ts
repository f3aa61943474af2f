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

/** Only the state of a redirect must outlive the page: frames and popups answer the page that opened them. */
const forRedirect = () => new WebStorageStateStore({ prefix: redirectStatePrefix, store: sessionStorage })

function createUserManager({ config, origin }: OidcSignInOptions, stores: Stores): UserManager {
  const redirectUri = `${origin}${signedInPath}`
  return new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: redirectUri,
    popup_redirect_uri: redirectUri,
    silent_redirect_uri: redirectUri,
    scope: config.scope,
    // A provider with several APIs needs to know which one the token is for; other providers ignore this parameter.
    ...(config.bearer === 'access-token' ? { extraQueryParams: { audience: config.audience } } : {}),
    ...stores,
    // `createAgentSignIn` renews, so that a timed renewal and the renewal after a refused request are the same one.
    automaticSilentRenew: false,
    // When another person is signed in now, the page must learn that; it is not a failed renewal.
    validateSubOnSilentRenew: false,
  })
}

/** Ends a sign-in in a popup or a hidden frame: sends the answer to the page that began it. */
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
    // It was not renewed in time: the provider did not answer, or the machine was asleep.
    manager.events.addAccessTokenExpired(() => void signIn.renew())
    return signIn
  }

  if (page.isFramed) {
    // Providers refuse to show their page in a frame. An existing session with the provider needs no page.
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

// RFC 6749, 4.1.2.1: errors of the provider itself, which say nothing about the agent.
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
      // A refresh token, where the provider gives one, needs no cookie in a frame.
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
        // Opened here, because the library cannot tell a blocked window from a closed one.
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
