import { pagePath } from '../contract/page-paths.ts'
import type { Messages } from '../i18n/messages.ts'

/** Shown in the window of a sign-in when the page that opened it is gone and cannot close it. */
export function showWindowDone(root: HTMLElement, words: Messages['signIn']): void {
  const link = document.createElement('a')
  link.href = pagePath
  link.textContent = words.openPanel
  const notice = document.createElement('p')
  notice.className = 'page-notice'
  notice.append(words.windowDone, ' ', link)
  root.replaceChildren(notice)
}
