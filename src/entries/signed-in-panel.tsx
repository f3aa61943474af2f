import { useMemo, useSyncExternalStore } from 'react'
import { createTaskClient } from '../client/task-client.ts'
import type { ContactSource } from '../contacts/contact-source.ts'
import type { FieldRules } from '../core/field-rules.ts'
import { chooseLocale } from '../i18n/choose-locale.ts'
import type { AgentSignIn } from '../sign-in/agent-sign-in.ts'
import type { PanelEvents } from '../widget/panel-events.ts'
import { TaskPanel } from '../widget/task-panel.tsx'
import { SignInNotice } from './sign-in-notice.tsx'

export interface SignedInPanelProps {
  readonly signIn: AgentSignIn
  /** Absent while it is not there yet; until then there is only the sign-in to see. */
  readonly source: ContactSource | undefined
  /** What the page around wants to know. */
  readonly events?: PanelEvents
  /** What it says about the fields. */
  readonly fields?: FieldRules
}

const noRules: FieldRules = {}

/** What every page of ours shows: the panel, for the agent who is signed in to it. */
export function SignedInPanel({ signIn, source, events, fields = noRules }: SignedInPanelProps) {
  const { messages } = chooseLocale(navigator.languages)
  const signInState = useSyncExternalStore(signIn.subscribe, signIn.getSnapshot)
  const client = useMemo(
    () =>
      createTaskClient({
        baseUrl: '',
        token: signIn.token,
        renewToken: signIn.renew,
        onSignedIn: (signedIn) =>
          signIn.subscribe(() => signIn.getSnapshot().status === 'signed-in' && signedIn()),
        onSignedOut: (signedOut) => onAnotherAccount(signIn, signedOut),
      }),
    [signIn],
  )
  return (
    <>
      <SignInNotice state={signInState} words={messages.signIn} onSignIn={() => void signIn.signIn()} />
      {source && <TaskPanel isSignInTold source={source} client={client} fields={fields} {...events} />}
    </>
  )
}

/** A sign-in that has run out is the same agent's to renew; what is theirs goes out of view when somebody else comes. */
function onAnotherAccount({ subscribe, getSnapshot }: AgentSignIn, cameAnother: () => void): () => void {
  const accountNow = () => {
    const { account } = getSnapshot()
    return account && `${account.issuer} ${account.subject}`
  }
  let known = accountNow()
  return subscribe(() => {
    const account = accountNow()
    if (account === known || account === undefined) return
    if (known !== undefined) cameAnother()
    known = account
  })
}
