import { StrictMode, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { createTaskClient } from '../client/task-client.ts'
import type { ContactSource } from '../contacts/contact-source.ts'
import { createStreamsOwner } from '../contacts/streams-owner.ts'
import type { PanelConfig } from '../contract/reads.ts'
import { chooseLocale } from '../i18n/choose-locale.ts'
import type { AgentSignIn } from '../sign-in/agent-sign-in.ts'
import { TaskPanel } from '../widget/task-panel.tsx'
import { PageViews } from './page-views.tsx'
import { SignInNotice } from './sign-in-notice.tsx'
import '../widget/task-panel.css'
import './page.css'

/** Shows the CCP and the panel side by side. */
export function showPage(root: HTMLElement, config: PanelConfig, signIn: AgentSignIn): void {
  createRoot(root).render(
    <StrictMode>
      <Page config={config} signIn={signIn} />
    </StrictMode>,
  )
}

/** Says that the page cannot start; the words are all there is to show. */
export function showStartFailure(root: HTMLElement): void {
  const { messages } = chooseLocale(navigator.languages)
  const retry = document.createElement('button')
  retry.textContent = messages.panel.retry
  retry.addEventListener('click', () => location.reload())
  const notice = document.createElement('p')
  notice.setAttribute('role', 'alert')
  notice.className = 'page-failure'
  notice.append(messages.page.configFailed, ' ', retry)
  root.replaceChildren(notice)
}

function Page({ config, signIn }: { readonly config: PanelConfig; readonly signIn: AgentSignIn }) {
  const { messages } = chooseLocale(navigator.languages)
  const ccpRef = useRef<HTMLDivElement>(null)
  const [source, setSource] = useState<ContactSource>()
  const signInState = useSyncExternalStore(signIn.subscribe, signIn.getSnapshot)
  const client = useMemo(
    () =>
      createTaskClient({
        baseUrl: '',
        fetch: (...request) => fetch(...request),
        token: signIn.token,
        renewToken: signIn.renew,
      }),
    [signIn],
  )

  useEffect(() => {
    if (!ccpRef.current) return undefined
    const opened = createStreamsOwner({
      ccpUrl: config.ccpUrl,
      container: ccpRef.current,
      softphone: { allowFramedSoftphone: true },
    })
    setSource(opened)
    return opened.close
  }, [config.ccpUrl])

  return (
    <PageViews
      labels={{
        title: messages.page.title,
        views: messages.page.views,
        ccp: messages.page.ccp,
        task: messages.page.task,
      }}
      ccp={<div className="page-ccp-frame" ref={ccpRef} />}
      task={
        <>
          <SignInNotice state={signInState} words={messages.signIn} onSignIn={() => void signIn.signIn()} />
          {source && <TaskPanel source={source} client={client} />}
        </>
      }
    />
  )
}
