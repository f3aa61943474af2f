import { isSafeAddress } from '../../core/text/safe-address.ts'
import type { ContactSource } from '../contact-source.ts'
import { shareSource } from '../shared-source.ts'
import type { InitCcpOptions, OwnStreams } from './api.ts'
import { createLogin, type Login, type LoginWindowPlace, placeOf } from './login.ts'
import { createStreamsSession, type StreamsSession } from './session.ts'

// The global that Streams adds to the page; absent before it is loaded.
declare const connect: OwnStreams | undefined

export interface StreamsOwnerOptions {
  /** The CCP's address, `https://<alias>.my.connect.aws/ccp-v2/`. */
  readonly ccpUrl: string
  /** Holds the frame of the CCP. It must stay in its place: a frame that is moved reloads and drops the call. */
  readonly container: HTMLElement
  readonly softphone: {
    /** Whether this page plays the audio of calls; only one CCP of an agent may do that. */
    readonly allowFramedSoftphone: boolean
  }
  /** How long the CCP may take to answer before the session is `not-answering`; 15 seconds when absent. */
  readonly loadTimeoutMs?: number
  /** Where agents of a SAML instance sign in; the CCP's own login page when absent. */
  readonly loginUrl?: string
  /** Whether the sign-in window opens by itself too, not only by the panel's button; true when absent. */
  readonly loginPopup?: boolean
  /** Size and place of the sign-in window. */
  readonly loginWindow?: LoginWindowPlace
  readonly loadStreams?: () => Promise<OwnStreams>
}

const defaultLoadTimeoutMs = 15_000

interface PageCcp {
  readonly options: StreamsOwnerOptions
  readonly session: StreamsSession
}

// Streams keeps one CCP per page in globals: it ignores a second `initCCP`, and removing the first breaks both (2.28.2).
let ccpOfThisPage: PageCcp | undefined

/**
 * The contacts of a CCP that this page embeds. The CCP starts with the first call and stays as long as the page.
 * Later calls for the same container and address, such as those of React's StrictMode, share that CCP.
 */
export function createStreamsOwner(options: StreamsOwnerOptions): ContactSource {
  return shareSource(startOnce(options).session, 'ccp')
}

function startOnce(options: StreamsOwnerOptions): PageCcp {
  if (ccpOfThisPage) {
    const { container, ccpUrl } = ccpOfThisPage.options
    if (container !== options.container || ccpUrl !== options.ccpUrl) {
      throw new Error(
        'This page already embeds a CCP elsewhere or from another address, and can hold only one.',
      )
    }
    return ccpOfThisPage
  }
  checkAddresses(options)
  const login = createLogin(options)
  const started = { options, session: createStreamsSession(login.open) }
  ccpOfThisPage = started
  void start(started, login)
  return started
}

// A frame or window with a `javascript:` address would run code in this page.
function checkAddresses({ ccpUrl, loginUrl = ccpUrl }: StreamsOwnerOptions): void {
  const wrong = [!isSafeAddress(ccpUrl) && 'ccpUrl', !isSafeAddress(loginUrl) && 'loginUrl'].find(Boolean)
  if (!wrong) return
  throw new TypeError(
    `createStreamsOwner(): \`${wrong}\` must be a whole https:// address; http:// only for localhost.`,
  )
}

function initOptions(options: StreamsOwnerOptions): InitCcpOptions {
  return {
    ccpUrl: options.ccpUrl,
    ...(options.loginUrl === undefined ? {} : { loginUrl: options.loginUrl }),
    loginPopup: options.loginPopup ?? true,
    loginPopupAutoClose: true,
    loginOptions: placeOf(options.loginWindow),
    softphone: { ...options.softphone },
    ccpLoadTimeout: options.loadTimeoutMs ?? defaultLoadTimeoutMs,
    iframeTitle: 'Contact Control Panel',
  }
}

async function start({ options, session }: PageCcp, login: Login): Promise<void> {
  try {
    const streams = await (options.loadStreams ?? importStreams)()
    streams.getLog().setEchoLevel(streams.LogLevel.ERROR)
    streams.core.initCCP(options.container, initOptions(options))
    login.follow(streams, initOptions(options))
    session.follow(streams)
  } catch (failure) {
    // The chunk did not arrive, or Streams refused to start; the next source may try again.
    ccpOfThisPage = undefined
    session.giveUp()
    reportError(failure)
  }
}

async function importStreams(): Promise<OwnStreams> {
  // A second copy of Streams would reset the state of the first.
  if (typeof connect === 'undefined') await import('amazon-connect-streams')
  if (typeof connect === 'undefined') throw new Error('amazon-connect-streams did not define `connect`.')
  return connect
}
