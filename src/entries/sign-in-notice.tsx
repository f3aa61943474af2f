import type { Messages } from '../i18n/en.ts'
import type { SignInState } from '../sign-in/agent-sign-in.ts'

export interface SignInNoticeProps {
  readonly state: SignInState
  readonly words: Messages['signIn']
  readonly onSignIn: () => void
}

/** Says who must do what when nobody is signed in to the panel; the draft below stays. */
export function SignInNotice({ state, words, onSignIn }: SignInNoticeProps) {
  return (
    <div role="status">
      {state.status === 'signing-in' && <p className="page-notice">{words.signingIn}</p>}
      {(state.status === 'needed' || state.status === 'ended' || state.status === 'failed') && (
        <p className="page-notice">
          {words[state.status]}{' '}
          <button type="button" onClick={onSignIn}>
            {words.button}
          </button>
        </p>
      )}
    </div>
  )
}
