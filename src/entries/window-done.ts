import { pagePath } from '../contract/page-paths.ts'
import { chooseLocale } from '../i18n/choose-locale.ts'

/** What is left of a sign-in's window that nobody closes: the page that opened it may be gone. */
export function showWindowDone(root: HTMLElement): void {
  const { signIn } = chooseLocale(navigator.languages).messages
  const link = document.createElement('a')
  link.href = pagePath
  link.textContent = signIn.openPanel
  const notice = document.createElement('p')
  notice.className = 'page-notice'
  notice.append(signIn.windowDone, ' ', link)
  root.replaceChildren(notice)
}
