import { loadLanguage, wordsMissing } from '../../i18n/load-language.ts'
import { setPageLanguage } from './page-language.ts'

async function failureWords() {
  try {
    const { messages } = await loadLanguage(navigator.languages)
    setPageLanguage(messages)
    return { text: messages.page.configFailed, retry: messages.panel.retry }
  } catch {
    return wordsMissing
  }
}

/** Says that the page cannot start; nothing else is shown. */
export async function showStartFailure(root: HTMLElement): Promise<void> {
  const words = await failureWords()
  const retry = document.createElement('button')
  retry.textContent = words.retry
  retry.addEventListener('click', () => location.reload())
  const notice = document.createElement('p')
  notice.setAttribute('role', 'alert')
  notice.className = 'page-failure'
  notice.append(words.text, ' ', retry)
  root.replaceChildren(notice)
}
