import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useId, useMemo, useState, useSyncExternalStore } from 'react'
import { createSubmission } from '../client/submission.ts'
import type { TaskClient } from '../client/task-client.ts'
import type { ContactSource } from '../contacts/contact-source.ts'
import { chooseLocale } from '../i18n/choose-locale.ts'
import { createFormats } from '../i18n/format.ts'
import { PanelBoundary } from './panel-boundary.tsx'
import { useMe } from './panel-queries.ts'
import { PanelSettingContext, usePanelSetting } from './panel-setting.ts'
import { SessionNotice } from './session-notice.tsx'
import { TaskForm } from './task-form.tsx'

export interface TaskPanelProps {
  /** Where the current contact comes from. */
  readonly source: ContactSource
  /** The proxy that creates the task. */
  readonly client: TaskClient
  /** Languages the agent wants, best first; the browser's by default. */
  readonly locales?: readonly string[]
  /** IANA name of the agent's time zone; the browser's by default. */
  readonly timeZone?: string
  readonly now?: () => Date
}

const currentTime = () => new Date()

// A failed read says so and offers to try again; asking by itself would load a Connect that is already struggling.
const createQueries = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } } })

/** The panel: a task draft beside the CCP, from the contact in front of the agent to the created task. */
export function TaskPanel(props: TaskPanelProps) {
  const { source, client, locales = navigator.languages, now = currentTime } = props
  const timeZone = props.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone
  const [queries] = useState(createQueries)
  const setting = useMemo(() => {
    const { locale, messages } = chooseLocale(locales)
    return { client, messages, formats: createFormats(locale, timeZone), timeZone, now }
  }, [client, locales, timeZone, now])
  // What could not be read for want of a sign-in can be read now.
  useEffect(() => client.onSignedIn(() => void queries.invalidateQueries()), [client, queries])
  return (
    <PanelSettingContext value={setting}>
      <QueryClientProvider client={queries}>
        <PanelBoundary message={setting.messages.panel.crashed} retry={setting.messages.panel.reload}>
          <Panel source={source} />
        </PanelBoundary>
      </QueryClientProvider>
    </PanelSettingContext>
  )
}

function Panel({ source }: { readonly source: ContactSource }) {
  const { client, messages } = usePanelSetting()
  const headingId = useId()
  const session = useSyncExternalStore(source.subscribe, source.getSnapshot)
  const me = useMe()
  const [draftNumber, setDraftNumber] = useState(1)
  const submission = useMemo(
    () =>
      createSubmission({
        send: client.createTask,
        newToken: () => crypto.randomUUID(),
        wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
      }),
    [client],
  )
  const { status } = useSyncExternalStore(submission.subscribe, submission.getSnapshot)
  return (
    <section className="tl-panel" aria-labelledby={headingId}>
      <h2 id={headingId}>{messages.panel.title}</h2>
      <SessionNotice session={session} me={me.data} />
      {me.error && (
        <div className="tl-notice" data-tone="danger" role="alert">
          <p>{messages.failure.words(me.error.failure.code)}</p>
          <button type="button" onClick={() => void me.refetch()}>
            {messages.panel.retry}
          </button>
        </div>
      )}
      {/* For an agent whose focus has gone on to the CCP, where it is left alone. */}
      <span className="tl-visually-hidden" role="status">
        {status === 'created' ? messages.created.now : ''}
      </span>
      {/* Another draft is another form: nothing of the last one is left in it. */}
      <TaskForm
        key={draftNumber}
        session={session}
        submission={submission}
        isAskedFor={draftNumber > 1}
        onAnother={() => {
          submission.startOver()
          setDraftNumber(draftNumber + 1)
        }}
      />
    </section>
  )
}
