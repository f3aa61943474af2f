import type { SignInWindowMessages } from '../../i18n/messages/messages.ts'
import type { OwnWindowStatus } from '../../sign-in/own-window.ts'
import './sign-in-window.css'

type WindowStatus = OwnWindowStatus | 'failed' | 'returned'

export interface WindowView {
  readonly show: (status: WindowStatus) => void
  /** Shows the status with a link instead of the button. */
  readonly showLink: (status: WindowStatus, address: string) => void
  readonly onPress: (press: () => void) => void
}

/** The states in which the agent can open the login page. */
const pressable: ReadonlySet<WindowStatus> = new Set(['ready', 'open', 'blocked'])

/** The look of our pages in a sign-in window: a title, one sentence, and at most one thing to press. */
export function createWindowView(root: HTMLElement, words: SignInWindowMessages): WindowView {
  const main = document.createElement('main')
  main.className = 'sign-in-window'
  const title = document.createElement('h1')
  title.textContent = words.title
  const sentence = document.createElement('p')
  sentence.setAttribute('role', 'status')
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = words.button
  button.hidden = true
  main.append(title, sentence, button)
  root.replaceChildren(main)
  document.title = words.title

  function show(status: WindowStatus) {
    sentence.textContent = words[status]
    const wasHidden = button.hidden
    button.hidden = !pressable.has(status)
    if (wasHidden && !button.hidden) button.focus()
  }

  return {
    show,
    showLink(status, address) {
      show(status)
      const link = document.createElement('a')
      link.href = address
      link.textContent = words.openPanel
      main.append(link)
    },
    onPress: (press) => button.addEventListener('click', press),
  }
}
