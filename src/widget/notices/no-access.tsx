import { useQueryClient } from '@tanstack/react-query'
import type { RefCallback } from 'react'
import { useLateMessages } from '../late/late-messages.ts'
import { readSignedIn, useMe } from '../setting/panel-queries.ts'
import { usePanelSetting } from '../setting/panel-setting.ts'
import type { PageSignIn } from '../host/task-panel-props.ts'
import { isReloadHelp, isWorthTrying } from '../outcome/failure/failure-remedy.ts'
import { Notice, NoticeButton } from './notice.tsx'

export interface NoAccessProps {
  /** Set if the page around the panel signs the agent in. */
  readonly signIn: PageSignIn | undefined
  /** The page itself says that no agent is signed in. */
  readonly isSignInTold: boolean
  readonly isKept: boolean
}

/** Shown if the proxy does not know the agent, so that no task can be created. Says why, and what the agent can do. */
export function NoAccess({ signIn, isSignInTold, isKept }: NoAccessProps) {
  const { messages } = usePanelSetting()
  const words = useLateMessages()
  const { error } = useMe()
  const queries = useQueryClient()
  const isSignedOut = error?.failure.code === 'unauthenticated'
  const isShown = error && !(isSignedOut && (isSignInTold || signIn))
  return (
    <>
      <div role="status" className="tl-page-sign-in">
        {signIn && (
          <Notice
            tone="warning"
            isFirst
            // The button stays while the sign-in window is open: the window may be hidden, and a press opens a new one.
            actions={
              signIn.status !== 'signing-in' && (
                <NoticeButton
                  ref={leaveToContact}
                  isPrimary={!inWindow.has(signIn.status)}
                  onClick={() => signIn.onSignIn()}
                >
                  {words.signIn.button}
                </NoticeButton>
              )
            }
          >
            <span>{words.signIn[signIn.status]}</span>
            {isKept && keptIn.has(signIn.status) && <span>{` ${words.session.kept}`}</span>}
          </Notice>
        )}
      </div>
      {isShown && (
        <div role="alert">
          <Notice
            tone="danger"
            isFirst
            actions={
              // Read everything again: without a sign-in all reads failed, and this notice stands for all of them.
              <>
                {isReloadHelp(error.failure) && (
                  <NoticeButton isPrimary onClick={() => location.reload()}>
                    {words.failure.reload}
                  </NoticeButton>
                )}
                <NoticeButton
                  ref={leaveToContact}
                  isPrimary={isWorthTrying(error.failure)}
                  onClick={() => void readSignedIn(queries)}
                >
                  {messages.panel.retry}
                </NoticeButton>
              </>
            }
          >
            {isSignedOut ? words.session.signedOutOfPanel : words.failure.words(error.failure.code)}
          </Notice>
        </div>
      )}
    </>
  )
}

/** In these states the next step is in the window. */
const inWindow: ReadonlySet<PageSignIn['status']> = new Set(['in-window', 'in-sandboxed-window'])

/** In these states the agent may have typed something and may fear that it is lost. */
const keptIn: ReadonlySet<PageSignIn['status']> = new Set(['in-window', 'ended'])

/** The button disappears as soon as the agent is known. */
const leaveToContact: RefCallback<HTMLButtonElement> = (button) => () => {
  if (!button?.matches(':focus')) return
  button.closest('.tl-panel')?.querySelector<HTMLElement>('.tl-contact > p, .tl-created h3')?.focus()
}
