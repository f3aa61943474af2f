import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { ContactSource } from '../../contacts/contact-source.ts'
import { pendingSource } from '../../contacts/pending-source.ts'
import { pendingSignIn } from '../../sign-in/pending-sign-in.ts'
import { loadAgain } from './load-again.ts'
import { PageAlone } from './page-alone.tsx'
import type { PageSetting } from './page-setting.ts'
import { SignedInPanel } from './signed-in-panel.tsx'

/** Shows the panel alone, as an app of the agent workspace. The workspace sends the contacts. */
export function showPage(root: HTMLElement, { basePath, config, messages, opening }: PageSetting): void {
  const source = pendingSource(openWorkspace(), 'workspace')
  createRoot(root).render(
    <StrictMode>
      <PageAlone title={config.title ?? messages.page.titleAlone}>
        <SignedInPanel
          basePath={basePath}
          signIn={pendingSignIn(opening)}

          source={source}
        />
      </PageAlone>
    </StrictMode>,
  )
}

/** Loaded late, with zod: the agent can type before the contacts are known. */
async function openWorkspace(): Promise<ContactSource> {
  const { createWorkspaceSource } = await loadAgain(() => import('../../contacts/workspace/source.ts'))
  return createWorkspaceSource()
}
