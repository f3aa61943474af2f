import { readPanelConfig } from '../client/panel-config.ts'
import { loadLanguage } from '../i18n/load-language.ts'
import {
  basePathOf,
  embedPath,
  pageOf,
  pagePath,
  signedInPath,
  signInPath,
  workspacePath,
} from '../contract/page-paths.ts'
import { returnToTab } from '../sign-in/own-redirect.ts'
import { followDeployments } from './pages/new-deployment.ts'
import { setPageLanguage } from './pages/page-language.ts'
import { showStartFailure } from './pages/start-failure.ts'
import { refuseStrayFiles } from './pages/stray-files.ts'
import './pages/page.css'

const pathname = pageOf(location.pathname)
const basePath = basePathOf(location.pathname)

/** The pages for a frame, by path. Every other path shows the page with the CCP and the panel. */
const importFramedPage = {
  [embedPath]: () => import('./pages/embed-page.tsx'),
  [workspacePath]: () => import('./pages/workspace-page.tsx'),
}[pathname]

const readConfig = () => readPanelConfig(basePath, fetch)

/**
 * The start of index.html: goes to the identity provider, ends a sign-in that began elsewhere, or shows the page. It is small,
 * so that the browser goes to the provider without loading the panel.
 */
async function start(root: HTMLElement): Promise<void> {
  const isCallback = pathname === signedInPath
  const isFramed = window.parent !== window
  const returned = isCallback && !isFramed ? returnToTab(location.search, sessionStorage) : undefined
  // The first answer was used up. The agent wants the panel, which begins a sign-in that the provider answers at once.
  if (returned === 'own-again') return location.replace(`${basePath}${pagePath}`)
  const isElsewhere = isCallback && returned !== 'own'
  const language = loadLanguage(navigator.languages)
  if (pathname === signInPath || (isElsewhere && !isFramed)) {
    const { showSignInWindow, showAnswerWindow } = await import('./pages/sign-in-windows.ts')
    return (isCallback ? showAnswerWindow : showSignInWindow)({ root, readConfig, language, basePath })
  }
  // Fetched early: the page is needed now, or after the provider has sent the browser back.
  const page = isElsewhere ? undefined : (importFramedPage ?? (() => import('./pages/page.tsx')))()
  const [config, { finishInFrame, openSignIn }, { messages }] = await Promise.all([
    readConfig(),
    import('../sign-in/oidc-sign-in.ts'),
    language,
  ])
  const options = { config: config.signIn, pagesAddress: `${location.origin}${basePath}` }
  if (!page) return finishInFrame(options)

  // A page for a frame must not go to the provider, because the provider sends the browser back to the other page.
  const mayLeave = !isFramed && !importFramedPage
  const opening = openSignIn(options, { isCallback, isFramed: !mayLeave })
  // The browser goes to the provider. The page is shown only if that fails.
  if (!isCallback && mayLeave) await opening
  const { showPage } = await page
  document.title = config.title ?? document.title
  setPageLanguage(messages)
  showPage(root, { basePath, config, messages, opening })
  // The answer of the provider has been used up; a reload must not send it again.
  if (isCallback) void opening.finally(() => history.replaceState(null, '', `${basePath}${pagePath}`))
}

followDeployments()
refuseStrayFiles(window)
const root = document.getElementById('page')
if (root) start(root).catch(() => showStartFailure(root))
