import type { Messages } from '../../i18n/messages.ts'
import type { SignInState } from '../../sign-in/agent-sign-in.ts'

export interface SignInNoticeProps {
  readonly state: SignInState
  readonly words: Messages['signIn']
  readonly onSignIn: () => void
}

/** Says how to sign in while no agent is signed in to the panel; the draft below stays. */
export function SignInNotice({ state: { status }, words, onSignIn }: SignInNoticeProps) {
  return (
    <div role="status">
      {status !== 'signed-in' && (
        <p className="page-notice">
          <span>{`${words[status]} `}</span>
          {/* Also while the window is open: it may be behind others, and another press opens a new one. */}
          {status !== 'signing-in' && (
            <button type="button" onClick={onSignIn}>
              {words.button}
            </button>
          )}
        </p>
      )}
    </div>
  )
}
