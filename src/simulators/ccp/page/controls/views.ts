import type { Closed } from '../session/door.ts'
import { element } from './element.ts'

const closedWords = {
  'signed-out': { heading: 'Signed out', text: 'Sign in to receive contacts.', reopen: 'Sign in' },
  expired: {
    heading: 'Session expired',
    text: 'Sign in again to go on with your contacts.',
    reopen: 'Sign in',
  },
  denied: {
    heading: 'Access denied',
    text: 'The page around this one may not embed the Contact Control Panel.',
    reopen: 'Allow it again',
  },
} satisfies Record<Closed, { readonly heading: string; readonly text: string; readonly reopen: string }>

export function showAtWork() {
  element('agent', HTMLDivElement).hidden = false
  element('at-work', HTMLElement).hidden = false
}

/** Shows why the CCP is closed, with a button that opens it again. */
export function showClosed(why: Closed, reopen: () => Promise<void>) {
  const words = closedWords[why]
  element('agent', HTMLDivElement).hidden = true
  element('at-work', HTMLElement).hidden = true
  element('closed', HTMLElement).hidden = false
  element('closed-heading', HTMLHeadingElement).textContent = words.heading
  element('closed-text', HTMLParagraphElement).textContent = words.text
  const button = element('reopen', HTMLButtonElement)
  button.textContent = words.reopen
  button.addEventListener('click', () => void reopen())
}

export function showNotice(text: string) {
  element('notice', HTMLParagraphElement).textContent = text
}
