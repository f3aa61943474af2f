import type { INavigator, IWindow, NavigateParams, NavigateResponse } from 'oidc-client-ts'
import type { WindowEvents } from './create-agent-sign-in.ts'
import { isSandboxed } from './sandbox.ts'
import { openSignInChannel, readWindowMessage, stateOf, type WindowMessage } from './window-messages.ts'

const features = 'popup,width=480,height=640'
const lookEveryMs = 500

/** The windows in which the agent signs in, one at a time. */
export interface SignInWindows {
  /**
   * Opens a window, and closes the one before. `continued`: the window belongs to the running sign-in, whose first window was
   * cut off.
   */
  readonly open: (on: WindowEvents) => 'blocked' | 'opened' | 'continued'
  /** The navigator through which the library uses the window. */
  readonly navigator: INavigator
}

interface OpenedWindow {
  readonly window: Window
  /** Whether it shows our own page, which opens the provider's page in another window. */
  readonly isOwn: boolean
  readonly stopWatching: () => void
}

/**
 * The window shows the provider's page, which takes one press. A login page with the opener policy `same-origin` cuts this
 * window off: it then looks closed, and its answer cannot reach a frame of another site. After such a loss the agent's next
 * press opens our own page at `ownAddress`. It shares a storage partition with the window where the answer arrives, and it
 * keeps its opener. If an answer has arrived already, our own page passes it on. Otherwise a second press there opens the
 * provider's page. Our own page does not come first, because with most providers one press is enough and the panel cannot know
 * the policy of a provider before.
 */
export function createSignInWindows(ownAddress: string): SignInWindows {
  let shown: OpenedWindow | undefined
  let underWay: AbortController | undefined
  let isCutOff = false
  let hearsChannel = false

  function close() {
    shown?.stopWatching()
    shown?.window.close()
    shown = undefined
  }

  function abandon() {
    underWay?.abort()
    underWay = undefined
  }

  function open(on: WindowEvents): 'blocked' | 'opened' | 'continued' {
    const isOwn = isCutOff && !hearsChannel
    close()
    if (!isOwn) abandon()
    // A new name each time: a window of a known name might stay behind others.
    const opened = window.open(isOwn ? ownAddress : '', `sign-in-${crypto.randomUUID()}`, features)
    if (opened === null || opened.closed) return 'blocked'
    const isBound = !isOwn && isSandboxed(opened.document)
    const stopWatching = watchForClose(opened, () => {
      // In a sandbox our own window would be no help: it could not show such a login page either.
      isCutOff = !isBound
      on.closed()
      if (isBound) on.sandboxed()
    })
    shown = { window: opened, isOwn, stopWatching }
    if (isBound) on.sandboxed()
    return underWay ? 'continued' : 'opened'
  }

  async function navigate(
    { url: address, state = '' }: NavigateParams,
    request: AbortController,
  ): Promise<NavigateResponse> {
    const channel = openSignInChannel(state)
    const isAnswer = (message: WindowMessage | undefined) =>
      message?.tasklinkSignIn === 'answer' && stateOf(message.url) === state
    if (shown?.isOwn === false) shown.window.location.replace(address)
    try {
      const url = await new Promise<string>((resolve, reject) => {
        const hearWindow = (message: WindowMessage | undefined) => {
          if (message?.tasklinkSignIn === 'ready' && shown?.isOwn) {
            const reply: WindowMessage = { tasklinkSignIn: 'open', address }
            shown.window.postMessage(reply, location.origin)
          }
          if (message?.tasklinkSignIn !== 'answer' || !isAnswer(message)) return
          if (shown?.isOwn === false) isCutOff = false
          resolve(message.url)
        }
        const hearChannel = (message: WindowMessage | undefined) => {
          // The channel reaches this panel, so the answer will reach it too and our own page is not needed.
          if (message) hearsChannel = true
          if (message?.tasklinkSignIn === 'wanted' && shown?.isOwn) shown.window.location.replace(address)
          if (message?.tasklinkSignIn === 'answer' && isAnswer(message)) resolve(message.url)
        }
        const fromWindow = ({ source, origin, data }: MessageEvent) => {
          if (origin === location.origin && source === shown?.window) hearWindow(readWindowMessage(data))
        }
        window.addEventListener('message', fromWindow, { signal: request.signal })
        channel.hear((data) => hearChannel(readWindowMessage(data)))
        request.signal.addEventListener('abort', () => reject(new Error('The agent began anew.')))
      })
      const taken: WindowMessage = { tasklinkSignIn: 'taken' }
      channel.post(taken)
      close()
      return { url }
    } finally {
      request.abort()
      channel.close()
      if (underWay === request) underWay = undefined
    }
  }

  function prepare(): IWindow {
    const request = new AbortController()
    underWay = request
    return {
      navigate: (params) => navigate(params, request),
      // The library closes the window of a sign-in that failed, also when the agent has begun another.
      close: () => {
        if (underWay === request) close()
      },
    }
  }
  return { open, navigator: { prepare: async () => prepare(), callback: async () => {} } }
}

/** Calls back once if the window closes before it answers. Polls, because there is no event. Returns how to stop. */
function watchForClose(opened: Window, onClosed: () => void): () => void {
  const looking = setInterval(() => {
    if (!opened.closed) return
    clearInterval(looking)
    onClosed()
  }, lookEveryMs)
  return () => clearInterval(looking)
}
