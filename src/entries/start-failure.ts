import { chooseLocale } from '../i18n/choose-locale.ts'

/** Says that the page cannot start; the words are all there is to show. */
export function showStartFailure(root: HTMLElement): void {
  const { messages } = chooseLocale(navigator.languages)
  const retry = document.createElement('button')
  retry.textContent = messages.panel.retry
  retry.addEventListener('click', () => location.reload())
  const notice = document.createElement('p')
  notice.setAttribute('role', 'alert')
  notice.className = 'page-failure'
  notice.append(messages.page.configFailed, ' ', retry)
  root.replaceChildren(notice)
}
