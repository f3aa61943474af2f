import type { InitCcpOptions, OwnStreams } from './api.ts'

/** In CSS pixels; Streams' own size and the corner of the screen where absent. */
export interface LoginWindowPlace {
  readonly width?: number
  readonly height?: number
  readonly left?: number
  readonly top?: number
}

// The size that Streams uses: it shows the CCP's login page without scroll bars (2.28.2).
const usualPlace = { width: 433, height: 578, left: 0, top: 0 }

export const placeOf = (place: LoginWindowPlace | undefined) => ({ ...usualPlace, ...place })

// Streams' name for the window (2.28.2), so that it and we do not open two.
const windowName = 'connect::loginPopup'

const lookEveryMs = 1_000

/** The window in which the agent signs in to the CCP. */
export interface Login {
  /** Returns false if the browser blocked the window. */
  readonly open: () => boolean
  /** From here on, Streams loads the CCP again after the sign-in, and closes the window. */
  readonly follow: (streams: OwnStreams, options: InitCcpOptions) => void
}

interface LoginOptions {
  readonly ccpUrl: string
  readonly container: HTMLElement
  readonly loginUrl?: string
  readonly loginWindow?: LoginWindowPlace
}

export function createLogin({ ccpUrl, loginUrl, container, loginWindow }: LoginOptions): Login {
  const address = loginUrl ?? ccpUrl
  let opened: Window | null = null
  let reloadCcp: ((login: Window) => void) | undefined
  let windowOfStreams: (() => Window | null | undefined) | undefined

  function openWindow(): Window | null {
    const { width, height, left, top } = placeOf(loginWindow)
    const features = `popup,width=${width},height=${height},left=${left},top=${top}`
    opened = window.open(address, windowName, features)
    if (!opened) return null
    // The window keeps its opener: without it, the browser does not let Streams close the window after the sign-in.
    holdLock(address, opened)
    return opened
  }

  return {
    open() {
      // Bring a hidden window to the front, so that what the agent typed there is kept.
      const before = [opened, windowOfStreams?.()].find((login) => login && !login.closed)
      before?.focus()
      const login = before ?? openWindow()
      if (!login) return false
      reloadCcp?.(login)
      return true
    },
    follow({ core }, options) {
      let isExhausted = false
      core.onIframeRetriesExhausted?.(() => (isExhausted = true))
      windowOfStreams = () => core.loginWindow
      reloadCcp = (login) => {
        core.loginWindow = login
        // After its tenth attempt Streams does not reload the frame any more, even after `authenticate` (2.28.2). This resets
        // its counter.
        if (isExhausted) core.iframeRefreshTimeout = null
        isExhausted = false
        core.authenticate?.({ ...options, loginPopup: false }, container, core.upstream)
      }
    },
  }
}

/** Holds Streams' own lock while our window is open, so that Streams opens no second window in any tab (2.28.2). */
function holdLock(address: string, login: Window): void {
  // Absent on pages without TLS.
  if (!('locks' in navigator)) return
  void navigator.locks.request(`connect-login-popup-lock${address}`, { ifAvailable: true }, () =>
    closing(login),
  )
}

const closing = (login: Window) =>
  new Promise<void>((resolve) => {
    const looking = setInterval(() => {
      if (!login.closed) return
      clearInterval(looking)
      resolve()
    }, lookEveryMs)
  })
