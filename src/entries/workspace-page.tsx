import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createWorkspaceSource } from '../contacts/workspace/source.ts'
import type { PanelConfig } from '../contract/reads.ts'
import type { AgentSignIn } from '../sign-in/agent-sign-in.ts'
import { pendingSignIn } from '../sign-in/pending-sign-in.ts'
import { PageAlone } from './page-alone.tsx'
import { SignedInPanel } from './signed-in-panel.tsx'

/** Shows the panel alone, as an app of the agent workspace, which tells the contacts. */
export function showPage(root: HTMLElement, _config: PanelConfig, opening: Promise<AgentSignIn>): void {
  const source = createWorkspaceSource()
  createRoot(root).render(
    <StrictMode>
      <PageAlone>
        <SignedInPanel signIn={pendingSignIn(opening)} source={source} />
      </PageAlone>
    </StrictMode>,
  )
}
