import { StrictMode, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import type { HostMessages } from '../../contacts/host/messages.ts'
import { pendingMessages } from '../../contacts/host/pending-messages.ts'
import { pendingSignIn } from '../../sign-in/pending-sign-in.ts'
import type { PanelEvents } from '../../widget/host/panel-events.ts'
import { loadAgain } from './load-again.ts'
import { PageAlone } from './page-alone.tsx'
import type { PageSetting } from './page-setting.ts'
import { SignedInPanel, type SignedInPanelProps } from './signed-in-panel.tsx'

/** Shows the panel alone. The page around it sends the contacts and its rules about the fields. */
export function showPage(root: HTMLElement, { basePath, config, messages, opening }: PageSetting): void {
  const { source, fields, tell } = pendingMessages(openHost(config.hostOrigins))
  const events = {
    onTaskCreated: (task) => tell({ type: 'task-created', ...task }),
    onMessageAccepted: (message) => tell({ type: 'message-accepted', ...message }),
    onFailure: ({ code, outcome }) => tell({ type: 'failure', code, outcome }),
    onDraftChanged: (draft) => tell({ type: 'draft-changed', ...draft }),
  } satisfies PanelEvents
  createRoot(root).render(
    <StrictMode>
      <PageAlone title={config.title ?? messages.page.titleAlone}>
        <HostedPanel
          basePath={basePath}
          signIn={pendingSignIn(opening)}

          source={source}
          events={events}
          told={fields}
        />
      </PageAlone>
    </StrictMode>,
  )
}

/** Loaded late, with zod: the agent can type before the contacts are known. */
async function openHost(origins: readonly string[]): Promise<HostMessages> {
  const { createHostMessages } = await loadAgain(() => import('../../contacts/host/messages.ts'))
  return createHostMessages({ page: window, origins })
}

interface HostedPanelProps extends Omit<SignedInPanelProps, 'fields'> {
  readonly told: HostMessages['fields']
}

function HostedPanel({ told, ...panel }: HostedPanelProps) {
  return <SignedInPanel {...panel} fields={useSyncExternalStore(told.subscribe, told.getSnapshot)} />
}
