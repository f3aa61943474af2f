import { readPanelConfig } from '../client/panel-config.ts'
import { embedPath, pagePath, signedInPath, workspacePath } from '../contract/page-paths.ts'
import { isOwnRedirect } from '../sign-in/own-redirect.ts'
import { showStartFailure } from './start-failure.ts'
import { showWindowDone } from './window-done.ts'
import '../widget/task-panel.css'
import './page.css'

/** The pages that belong in a frame, by their addresses; every other address is the CCP's and the panel's common page. */
const importFramedPage = {
  [embedPath]: () => import('./embed-page.tsx'),
  [workspacePath]: () => import('./workspace-page.tsx'),
}[location.pathname]

/**
 * What index.html loads: the way to the identity provider, the end of a sign-in that began elsewhere, or the page. It is
 * small, because on the way to the provider nothing else is needed.
 */
async function start(root: HTMLElement): Promise<void> {
  const isCallback = location.pathname === signedInPath
  const isFramed = window.parent !== window
  const isElsewhere = isCallback && (isFramed || !isOwnRedirect(location.search, sessionStorage))
  // The page is fetched beside the rest: it will be wanted, now or after the provider sent the browser back.
  const page = isElsewhere ? undefined : (importFramedPage ?? (() => import('./page.tsx')))()
  const [config, { finishElsewhere, openSignIn }] = await Promise.all([
    readPanelConfig('', fetch),
    import('../sign-in/oidc-sign-in.ts'),
  ])
  const options = { config: config.signIn, origin: location.origin }
  if (!page) {
    // Where nobody waits for the answer any more, the window has done its part all the same.
    await finishElsewhere(options, { isFramed }).catch(() => {})
    if (!isFramed) showWindowDone(root)
    return
  }

  // Whoever left a page that belongs in a frame would come back to another one.
  const mayLeave = !isFramed && !importFramedPage
  const opening = openSignIn(options, { isCallback, isFramed: !mayLeave })
  // The browser is leaving for the provider; only when that fails is there a page to show.
  if (!isCallback && mayLeave) await opening
  const { showPage } = await page
  showPage(root, config, opening)
  // The answer of the provider has been used up; a reload must not send it again.
  if (isCallback) void opening.finally(() => history.replaceState(null, '', pagePath))
}

const root = document.getElementById('page')
if (root) start(root).catch(() => showStartFailure(root))
