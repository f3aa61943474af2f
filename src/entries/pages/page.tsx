import { StrictMode, useEffect, useRef, useState } from 'react'
import { createRoot } from 'react-dom/client'
import type { ContactSource } from '../../contacts/contact-source.ts'
import { pendingSource } from '../../contacts/pending-source.ts'
import type { PanelConfig } from '../../contract/config/panel-config.ts'
import type { Messages } from '../../i18n/messages/messages.ts'
import type { AgentSignIn } from '../../sign-in/agent-sign-in.ts'
import { pendingSignIn } from '../../sign-in/pending-sign-in.ts'
import { loadAgain } from './load-again.ts'
import type { PageSetting } from './page-setting.ts'
import { PanelBoundary } from '../../widget/panel-boundary.tsx'
import { PageViews } from './page-views.tsx'
import { SignedInPanel } from './signed-in-panel.tsx'

/** Shows the CCP and the panel side by side, while the sign-in is still under way. */
export function showPage(root: HTMLElement, { basePath, config, messages, opening }: PageSetting): void {
  createRoot(root).render(
    <StrictMode>
      <Page basePath={basePath} config={config} messages={messages} signIn={pendingSignIn(opening)} />
    </StrictMode>,
  )
}

interface PageProps {
  readonly basePath: string
  readonly config: PanelConfig
  readonly messages: Messages
  readonly signIn: AgentSignIn
}

function Page({ basePath, config, messages, signIn }: PageProps) {
  const ccpRef = useRef<HTMLDivElement>(null)
  const [source, setSource] = useState<ContactSource>()

  useEffect(() => {
    if (!ccpRef.current) return undefined
    const opened = pendingSource(openCcp(config, ccpRef.current), 'ccp')
    setSource(opened)
    return opened.close
  }, [config])

  return (
    <PageViews
      labels={{
        title: config.title ?? messages.page.title,
        views: messages.page.views,
        ccp: messages.page.ccp,
        task: messages.page.task,
      }}
      ccp={<div className="page-ccp-frame" ref={ccpRef} />}
      // If the panel or the sign-in crashes, the CCP must stay in the page. Otherwise a call would drop.
      task={
        <PanelBoundary>
          <SignedInPanel basePath={basePath} signIn={signIn} source={source} />
        </PanelBoundary>
      }
    />
  )
}

/** Loaded after the panel: Streams is the largest part of the page, and the agent can type without it. */
async function openCcp({ ccpUrl, loginUrl }: PanelConfig, container: HTMLElement): Promise<ContactSource> {
  const [{ createStreamsOwner }, { guardLeaving }] = await loadAgain(() =>
    Promise.all([import('../../contacts/streams/owner.ts'), import('./leave-guard.ts')]),
  )
  const source = createStreamsOwner({
    ccpUrl,
    ...(loginUrl === undefined ? {} : { loginUrl }),
    container,
    softphone: { allowFramedSoftphone: true },
  })
  return guardLeaving(source)
}
