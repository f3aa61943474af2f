import { readPanelConfig } from '../client/panel-config.ts'
import { pagePath, signedInPath } from '../contract/page-paths.ts'
import { showPage, showStartFailure } from './page.tsx'

/** What index.html loads: a page beside the CCP, or the end of a sign-in that began in such a page. */
async function start(root: HTMLElement): Promise<void> {
  const config = await readPanelConfig('', fetch)
  const { finishElsewhere, openSignIn } = await import('../sign-in/oidc-sign-in.ts')
  const signInOptions = { config: config.signIn, origin: location.origin }
  const isCallback = location.pathname === signedInPath
  const isFramed = window.parent !== window
  if (isCallback && (isFramed || window.opener !== null)) return finishElsewhere(signInOptions)
  const signIn = await openSignIn(signInOptions, { isCallback, isFramed })
  if (!signIn) return
  // The answer of the identity provider has been used up; a reload must not send it again.
  if (isCallback) history.replaceState(null, '', pagePath)
  showPage(root, config, signIn)
}

const root = document.getElementById('page')
if (root) start(root).catch(() => showStartFailure(root))
