import { readPanelConfig } from '../client/panel-config.ts'
import { pagePath, signedInPath } from '../contract/page-paths.ts'
import { showStartFailure } from './start-failure.ts'

/**
 * What index.html loads: the way to the identity provider, the end of a sign-in that began elsewhere, or the page. It is
 * small, because on the way to the provider nothing else is needed.
 */
async function start(root: HTMLElement): Promise<void> {
  const isCallback = location.pathname === signedInPath
  const isFramed = window.parent !== window
  const isElsewhere = isCallback && (isFramed || window.opener !== null)
  // The page is fetched beside the rest: it will be wanted, now or after the provider sent the browser back.
  const page = isElsewhere ? undefined : import('./page.tsx')
  const [config, { finishElsewhere, openSignIn }] = await Promise.all([
    readPanelConfig('', fetch),
    import('../sign-in/oidc-sign-in.ts'),
  ])
  const options = { config: config.signIn, origin: location.origin }
  if (!page) return finishElsewhere(options)

  const opening = openSignIn(options, { isCallback, isFramed })
  // The browser is leaving for the provider; only when that fails is there a page to show.
  if (!isCallback && !isFramed) await opening
  const { showPage } = await page
  showPage(root, config, opening)
  // The answer of the provider has been used up; a reload must not send it again.
  if (isCallback) void opening.finally(() => history.replaceState(null, '', pagePath))
}

const root = document.getElementById('page')
if (root) start(root).catch(() => showStartFailure(root))
