import { openSignInChannel, readWindowMessage, stateOf, type WindowMessage } from './window-messages.ts'

/**
 * Sends the provider's answer to the panel that began the sign-in, from the window where the answer arrived. An opener of
 * another origin does not receive it, and only a page that knows the state can open the channel.
 */
export function returnAnswer(page: Window): void {
  const { href: url, origin } = page.location
  const state = stateOf(url)
  if (state === undefined) return
  const answer: WindowMessage = { tasklinkSignIn: 'answer', url }
  page.opener?.postMessage(answer, origin)
  const channel = openSignInChannel(state)
  channel.hear((data) => {
    const message = readWindowMessage(data)?.tasklinkSignIn
    // The panel could not hear this window, and has opened its own one.
    if (message === 'wanted') channel.post(answer)
    if (message === 'taken') page.close()
  })
  channel.post(answer)
}
