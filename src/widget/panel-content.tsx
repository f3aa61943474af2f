import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useHeldLetters } from './controls/focus/hold-letters.ts'
import { endOutside } from '../core/listeners/call-outside.ts'
import type { FieldRules } from '../core/task/task-parts.ts'
import { browserDrafts } from '../drafts/browser-storage/browser-drafts.ts'
import { frontOf } from '../drafts/desk/desk.ts'
import { wordsMissing } from '../i18n/load-language.ts'
import { LoadFailure, PanelBoundary } from './panel-boundary.tsx'
import { usePanelClock } from './setting/panel-clock.ts'
import { usePanelEvents } from './host/panel-events.ts'
import { createQueries, readSignedIn, useMe } from './setting/panel-queries.ts'
import { PanelSettingContext, usePanelSetting } from './setting/panel-setting.ts'
import { Late, LateContext } from './late/late.tsx'
import { TaskForm } from './form/task-form.tsx'
import { createLeftSearch, LeftSearchContext } from './fields/destination/left-search.ts'
import { messageModeLoader } from './message/mode/load-message-mode.ts'
import { MessageModeContext } from './message/mode/message-mode-context.ts'
import { PartsHolder } from './notices/notices-place.tsx'
import type { TaskPanelProps } from './host/task-panel-props.ts'
import { useDesk } from './form-model/draft/use-desk.ts'
import { useOutgoing } from './form-model/submissions/use-submissions.ts'
import { isAnotherAgent, isUnsure } from './contact/session-agent.ts'
import { usableZone } from './setting/usable-zone.ts'
import { useLanguage, type PanelLanguage } from './use-language.ts'

const noRules: FieldRules = {}

const draftsOfThisBrowser = browserDrafts(Date.now)

/** All that the panel shows. Every part of it, also the choice of language and zone, is inside the boundary. */
export function PanelContent(props: TaskPanelProps) {
  return (
    <PanelBoundary locales={props.locales}>
      <PanelWithLanguage {...props} />
    </PanelBoundary>
  )
}

function PanelWithLanguage(props: TaskPanelProps) {
  const { locales = navigator.languages } = props
  const state = useLanguage(locales)
  switch (state.status) {
    case 'loading':
      return <section className="tl-panel" part="panel" aria-busy />
    case 'failed':
      return <LoadFailure message={wordsMissing.text} retry={wordsMissing.retry} onRetry={state.retry} />
    case 'loaded':
      return <PanelInLanguage {...props} language={state.language} />
  }
}

interface PanelInLanguageProps extends TaskPanelProps {
  readonly language: PanelLanguage
}

function PanelInLanguage(props: PanelInLanguageProps) {
  const { client, language } = props
  const [queries] = useState(createQueries)
  const messageMode = useMemo(() => messageModeLoader(language), [language])
  useEffect(() => endOutside(client.onSignedIn(() => void readSignedIn(queries))), [client, queries])
  // The next agent must not see what was read for this one.
  useEffect(() => endOutside(client.onSignedOut(() => void queries.resetQueries())), [client, queries])
  return (
    <QueryClientProvider client={queries}>
      <LateContext value={language.late}>
        <MessageModeContext value={messageMode}>
          <PanelInSetting {...props} />
        </MessageModeContext>
      </LateContext>
    </QueryClientProvider>
  )
}

function PanelInSetting({ language, ...props }: PanelInLanguageProps) {
  const { client, fields: hostRules = noRules } = props
  const zone = useMemo(() => usableZone(props.timeZone), [props.timeZone])
  const { locale, messages } = language
  const { now, aheadMs: clockAheadMs } = usePanelClock(client, props.now)
  const setting = useMemo(
    () => ({ client, messages, locale, zone, now, clockAheadMs, hostRules }),
    [client, messages, locale, zone, now, clockAheadMs, hostRules],
  )
  return (
    <PanelSettingContext value={setting}>
      <Panel {...props} />
    </PanelSettingContext>
  )
}

function Panel(host: TaskPanelProps) {
  const {
    source,
    drafts: store = draftsOfThisBrowser,
    signIn,
    isSignInTold = false,
    keys = true,
    takesFocus = false,
  } = host
  const { client, messages, hostRules } = usePanelSetting()
  const headingId = useId()
  const panelRef = useRef<HTMLElement>(null)
  const isFirstFocusWanted = useRef(takesFocus)
  useHeldLetters(panelRef)
  const [leftSearch] = useState(createLeftSearch)
  const subscribe = useMemo(() => (onChange: () => void) => endOutside(source.subscribe(onChange)), [source])
  const session = useSyncExternalStore(subscribe, source.getSnapshot)
  const me = useMe()
  const { desk, drafts, isStored } = useDesk({
    source,
    store,
    me: me.data,
    onSignedOut: client.onSignedOut,
    panelRef,
  })
  // Connect would refuse everything of an agent that it does not know.
  const isUnknown = me.error?.failure.code === 'unknown-agent'
  const isBlocked = isUnknown || isAnotherAgent(session, me.data) || isUnsure(session, me.data)
  const outgoing = useOutgoing(drafts, isBlocked)
  const { submissions, uploads } = outgoing ?? {}
  const sending = useRef({ submissions, isBlocked })
  useLayoutEffect(() => {
    sending.current = { submissions, isBlocked }
  }, [submissions, isBlocked])
  const front = frontOf(desk)
  const submission = submissions?.of(front.id, front.earlier)
  // With rules of the page, the first form waits until they can be read. One that is there never waits again.
  const [isFirstFormRuled] = useState(() => Object.keys(hostRules).length > 0)
  // The draft that “Create another task” has just made: its first field gets the focus.
  const [askedForId, setAskedForId] = useState<string>()
  usePanelEvents(host, { isReady: me.isSuccess, desk })
  const { teller } = source
  const notices = submissions && {
    desk,
    drafts,
    submissions,
    session,
    teller,
    signIn,
    isSignInTold,
    isStored,
  }
  // Another draft is another form, and so is a text of another window: nothing of the last one is left in it.
  const formKey = `${front.id} ${front.edition}`
  const props = {
    session,
    awaited: session.status === 'connecting' ? teller : undefined,
    desk,
    drafts,
    submission,
    uploads: uploads?.of(front.id),
    sending,
    isFirstFocusWanted,
    isAskedFor: askedForId === front.id,
    onAskedFor: setAskedForId,
  }
  const isTask = front.kind === 'task'
  const form = isTask ? (
    <TaskForm key={formKey} {...props} />
  ) : (
    <Late key={formKey}>{({ MessageMode }) => <MessageMode {...props} />}</Late>
  )
  return (
    <section
      ref={panelRef}
      className="tl-panel"
      part="panel"
      lang={messages.language}
      dir={messages.direction}
      aria-labelledby={headingId}
    >
      <h2 id={headingId} className="tl-visually-hidden" part="title">
        {messages.panel[isTask ? 'title' : 'messageTitle']}
      </h2>
      {/* Announces the result to an agent whose focus is in the CCP, and leaves the focus there. */}
      <span className="tl-visually-hidden" role="status">
        <Late fallback={null}>
          {({ ResultNews }) => submission && <ResultNews submission={submission} drafts={drafts} />}
        </Late>
      </span>
      {outgoing && (
        <Late fallback={null}>
          {({ PanelListeners }) => <PanelListeners {...outgoing} panelRef={panelRef} events={host} />}
        </Late>
      )}
      <PartsHolder
        notices={<Late fallback={null}>{({ Notices }) => notices && <Notices {...notices} />}</Late>}
        keys={
          keys && (
            <Late fallback={null}>
              {({ Shortcuts }) => <Shortcuts kind={front.kind} panelRef={panelRef} />}
            </Late>
          )
        }
      >
        <LeftSearchContext value={leftSearch}>
          {isFirstFormRuled ? <Late>{() => form}</Late> : form}
        </LeftSearchContext>
      </PartsHolder>
    </section>
  )
}
