import { pagePath } from '../../contract/page-paths.ts'
import type { PanelConfig } from '../../contract/config/panel-config.ts'
import type { Language } from '../../i18n/load-language.ts'
import { authorizationClient } from '../../sign-in/oidc-sign-in.ts'
import { runOwnWindow } from '../../sign-in/own-window.ts'
import { returnAnswer } from '../../sign-in/return-answer.ts'
import { setPageLanguage } from './page-language.ts'
import { createWindowView, type WindowView } from './sign-in-window-view.ts'

export interface SignInWindowSetting {
  readonly root: HTMLElement
  readonly language: Promise<Language>
  readonly readConfig: () => Promise<PanelConfig>
  /** The path of the proxy's pages; nothing at the root of the origin. */
  readonly basePath: string
}

async function openView({ root, language }: SignInWindowSetting): Promise<WindowView> {
  const { loadSignInWindow, messages } = await language
  setPageLanguage(messages)
  return createWindowView(root, await loadSignInWindow())
}

/** Our own sign-in window: the agent opens the provider's login page from here if a frame on another site cannot. */
export async function showSignInWindow(setting: SignInWindowSetting): Promise<void> {
  const view = await openView(setting)
  try {
    const { signIn } = await setting.readConfig()
    const client = await authorizationClient({
      config: signIn,
      pagesAddress: `${location.origin}${setting.basePath}`,
    })
    const { openLoginPage } = runOwnWindow({ page: window, client, show: view.show })
    view.onPress(openLoginPage)
  } catch {
    view.show('failed')
  }
}

/** The window in which the provider's answer arrives. The panel closes it as soon as it has the answer. */
export async function showAnswerWindow(setting: SignInWindowSetting): Promise<void> {
  // The answer is sent before the words are loaded, because the panel waits for it.
  returnAnswer(window)
  const view = await openView(setting)
  view.showLink('returned', `${setting.basePath}${pagePath}`)
}
