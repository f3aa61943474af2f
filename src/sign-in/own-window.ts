import { isAuthorizationAddress, type AuthorizationClient } from './authorization-address.ts'
import { openSignInChannel, readWindowMessage, stateOf, type WindowMessage } from './window-messages.ts'

export type OwnWindowStatus =
  /** The panel has not sent the address of the login page yet. */
  | 'starting'
  /** The agent can open the login page. */
  | 'ready'
  /** The login page is open. */
  | 'open'
  /** The browser blocked the login page. */
  | 'blocked'
  /** No panel waits for this window. */
  | 'done'

const features = 'popup,width=480,height=640'
const lookEveryMs = 500

/** A panel answers at once. If the page was opened by its address, no panel answers. */
const panelAnswerMs = 5_000

export interface OwnWindowOptions {
  /** The window of this page. */
  readonly page: Window
  readonly client: AuthorizationClient
  readonly show: (status: OwnWindowStatus) => void
}

/**
 * Our own sign-in window: opens the provider's login page at a press, and passes its answer on to the panel. It takes an
 * address only from a panel of this origin that opened it, and sends the answer only there. A page of another origin that
 * opens it can neither choose the address nor receive the answer. The panel keeps the nonce and the code verifier, and
 * checks the state again.
 */
export function runOwnWindow({ page, client, show }: OwnWindowOptions): {
  readonly openLoginPage: () => void
} {
  const opener: Window | null = page.opener
  if (opener === null || page.parent !== page) {
    show('done')
    return { openLoginPage: () => {} }
  }
  const { origin } = page.location
  let address: string | undefined
  let loginPage: Window | null = null
  const post = (message: WindowMessage) => opener.postMessage(message, origin)

  function begin(ofPanel: string, state: string) {
    address = ofPanel
    const channel = openSignInChannel(state)
    const hear = (data: unknown) => {
      const message = readWindowMessage(data)
      if (message?.tasklinkSignIn !== 'answer' || stateOf(message.url) !== state) return
      post(message)
      const taken: WindowMessage = { tasklinkSignIn: 'taken' }
      channel.post(taken)
      loginPage?.close()
    }
    channel.hear(hear)
    page.addEventListener('message', (event) => {
      if (event.origin === origin && event.source === loginPage) hear(event.data)
    })
    const wanted: WindowMessage = { tasklinkSignIn: 'wanted' }
    channel.post(wanted)
    show('ready')
  }

  page.addEventListener('message', (event) => {
    if (event.origin !== origin || event.source !== opener || address !== undefined) return
    const message = readWindowMessage(event.data)
    if (message?.tasklinkSignIn !== 'open' || !isAuthorizationAddress(message.address, client)) return
    const state = stateOf(message.address)
    if (state !== undefined) begin(message.address, state)
  })

  show('starting')
  const startMs = performance.now()
  const look = () => {
    const isLate = performance.now() - startMs > panelAnswerMs
    if (opener.closed || (address === undefined && isLate)) {
      clearInterval(looking)
      address = undefined
      show('done')
    } else if (address === undefined) {
      // Posted again, because the panel may still be preparing the address.
      post({ tasklinkSignIn: 'ready' })
    }
  }
  const looking = setInterval(look, lookEveryMs)
  look()

  return {
    openLoginPage() {
      if (address === undefined) return
      loginPage?.close()
      loginPage = page.open(address, '_blank', features)
      show(loginPage === null ? 'blocked' : 'open')
    },
  }
}
