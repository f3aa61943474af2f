import {
  ErrorResponse,
  InMemoryWebStorage,
  User,
  UserManager,
  WebStorageStateStore,
  type INavigator,
} from 'oidc-client-ts'
import { signedInPath, signInPath } from '../contract/page-paths.ts'
import type { PanelConfig } from '../contract/config/panel-config.ts'
import type { AgentSignIn } from './agent-sign-in.ts'
import type { AuthorizationClient } from './authorization-address.ts'
import { browserSiblings } from './browser-siblings.ts'
import { createAgentSignIn, type SignInWays } from './create-agent-sign-in.ts'
import { redirectStatePrefix } from './own-redirect.ts'
import { noSiblings } from './siblings.ts'
import type { SignedIn } from './signed-in.ts'
import { createSignInWindows, type SignInWindows } from './sign-in-window.ts'

export interface OidcSignInOptions {
  readonly config: PanelConfig['signIn']
  /** The address of the proxy's pages, `https://tasklink.example.com` or `https://example.com/tasklink`. */
  readonly pagesAddress: string
}

interface ManagerParts {
  readonly userStore: WebStorageStateStore
  readonly stateStore: WebStorageStateStore
  /** Used instead of the library's own windows. */
  readonly windows?: INavigator
}

const inMemory = () => new WebStorageStateStore({ store: new InMemoryWebStorage() })

/** Only a redirect must store its state for the next page. Frames and windows answer the page that opened them. */
const forRedirect = () => new WebStorageStateStore({ prefix: redirectStatePrefix, store: sessionStorage })

const redirectUriOf = ({ pagesAddress }: OidcSignInOptions) => `${pagesAddress}${signedInPath}`

function createUserManager(options: OidcSignInOptions, parts: ManagerParts): UserManager {
  const { config } = options
  const redirectUri = redirectUriOf(options)
  const { windows, ...stores } = parts
  const settings = {
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: redirectUri,
    popup_redirect_uri: redirectUri,
    silent_redirect_uri: redirectUri,
    scope: config.scope,
    // A provider with several APIs needs to know which one the token is for; other providers ignore this parameter.
    ...(config.bearer === 'access-token' ? { extraQueryParams: { audience: config.audience } } : {}),
    ...stores,
    // `createAgentSignIn` renews instead, so that a timed renewal and one after a refused request are one request if they come together.
    automaticSilentRenew: false,
    // If another person is signed in at the provider now, the page must see it as a new account and not as a failed renewal.
    validateSubOnSilentRenew: false,
  }
  return new UserManager(settings, undefined, windows)
}

/** Ends a sign-in in a hidden frame: sends the answer to the page that began it. */
export async function finishInFrame(options: OidcSignInOptions): Promise<void> {
  const manager = createUserManager(options, { userStore: inMemory(), stateStore: inMemory() })
  await manager.signinSilentCallback()
}

/** The facts by which an address of the provider's login page is recognized. */
export async function authorizationClient(options: OidcSignInOptions): Promise<AuthorizationClient> {
  const manager = createUserManager(options, { userStore: inMemory(), stateStore: inMemory() })
  return {
    endpoint: await manager.metadataService.getAuthorizationEndpoint(),
    clientId: options.config.clientId,
    redirectUri: redirectUriOf(options),
  }
}

/** Begins or ends the sign-in of this page. Never resolves while the browser is leaving for the identity provider. */
export async function openSignIn(
  options: OidcSignInOptions,
  page: { readonly isCallback: boolean; readonly isFramed: boolean },
): Promise<AgentSignIn> {
  const userStore = inMemory()
  const windows = createSignInWindows(`${options.pagesAddress}${signInPath}`)
  const manager = createUserManager(options, {
    userStore,
    stateStore: inMemory(),
    windows: windows.navigator,
  })
  const { issuer, clientId, bearer } = options.config
  const { ways, signedInOf } = waysOf({ manager, windows, bearerKind: bearer })
  const restore = (shareable: string, obtainedAtMs: number) => {
    try {
      return signedInOf(User.fromStorageString(shareable), obtainedAtMs)
    } catch {
      // Another version of the panel may share another format.
      return undefined
    }
  }
  const opened = (first: SignedIn | 'ask' | 'failed') => {
    const siblings = page.isFramed
      ? browserSiblings({ name: `tasklink.sign-in ${issuer} ${clientId}`, restore })
      : noSiblings
    const signIn = createAgentSignIn(ways, first, siblings)
    manager.events.addAccessTokenExpiring(() => void signIn.renew())
    // The token expired before it was renewed: the provider did not answer, or the computer was asleep.
    manager.events.addAccessTokenExpired(() => void signIn.renew())
    return signIn
  }

  // Providers refuse to show their page in a frame. An existing session with the provider needs no page.
  if (page.isFramed) return opened('ask')
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

interface WaysParts {
  readonly manager: UserManager
  readonly windows: SignInWindows
  readonly bearerKind: PanelConfig['signIn']['bearer']
}

function waysOf({ manager, windows, bearerKind }: WaysParts): {
  readonly ways: SignInWays
  readonly signedInOf: (user: User, obtainedAtMs?: number) => SignedIn | undefined
} {
  function signedInOf(user: User, obtainedAtMs = Date.now()): SignedIn | undefined {
    const bearer = bearerKind === 'id-token' ? user.id_token : user.access_token
    if (bearer === undefined) return undefined
    const isIdTokenExpired = () => user.profile.exp * 1_000 <= Date.now()
    return {
      account: { issuer: user.profile.iss, subject: user.profile.sub },
      bearer,
      isExpired: () => user.expired === true || (bearerKind === 'id-token' && isIdTokenExpired()),
      obtainedAtMs,
      shareable: user.toStorageString(),
    }
  }

  let underWay: Promise<SignedIn | 'failed'> = Promise.resolve('failed')

  async function signInInWindow() {
    try {
      return signedInOf(await manager.signinPopup()) ?? 'failed'
    } catch {
      return 'failed'
    }
  }

  async function silently(held: SignedIn | undefined) {
    try {
      // An answer that came too late may have replaced the stored sign-in.
      if (held) await manager.storeUser(User.fromStorageString(held.shareable))
      // A refresh token, where the provider gives one, needs no cookie in a frame.
      const hasRefreshToken = (await manager.getUser())?.refresh_token !== undefined
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
      keep: (signedIn) => {
        // The library starts its timers for the expiry when it loads a user.
        void manager.storeUser(User.fromStorageString(signedIn.shareable)).then(() => manager.getUser())
      },
      inWindow: async (on) => {
        const opened = windows.open(on)
        if (opened === 'blocked') return 'window-blocked'
        if (opened === 'opened') underWay = signInInWindow()
        return underWay
      },
    },
  }
}
