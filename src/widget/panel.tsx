import { useId, useRef } from 'react'
import { useHeldLetters } from './controls/focus/hold-letters.ts'
import { frontOf } from '../drafts/desk/desk.ts'
import { DraftForm } from './form/draft-form.tsx'
import { usePanelState } from './form-model/use-panel-state.ts'
import { usePanelEvents } from './host/panel-events.ts'
import type { TaskPanelProps } from './host/task-panel-props.ts'
import { Late } from './late/late.tsx'
import { PartsHolder } from './notices/notices-place.tsx'
import { usePanelSetting } from './setting/panel-setting.ts'

/** The panel: its title, the form of the draft in front of the agent, the notices and the lists. */
export function Panel(host: TaskPanelProps) {
  const { source, signIn, isSignInTold = false, keys = true, takesFocus = false } = host
  const { messages } = usePanelSetting()
  const headingId = useId()
  const panelRef = useRef<HTMLElement>(null)
  const isFirstFocusWanted = useRef(takesFocus)
  useHeldLetters(panelRef)
  const { session, desk, drafts, isStored, isReady, isBlocked, outgoing } = usePanelState(host, panelRef)
  usePanelEvents(host, { isReady, desk })
  const { teller } = source
  const { submissions, uploads } = outgoing ?? {}
  const front = frontOf(desk)
  const submission = submissions?.of(front.id, front.earlier)
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
        {messages.panel[front.kind === 'task' ? 'title' : 'messageTitle']}
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
        <DraftForm
          session={session}
          awaited={session.status === 'connecting' ? teller : undefined}
          {...{ desk, drafts, submissions, submission, isBlocked, isFirstFocusWanted }}
          uploads={uploads?.of(front.id)}
        />
      </PartsHolder>
    </section>
  )
}
