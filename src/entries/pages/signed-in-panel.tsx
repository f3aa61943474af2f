import { useMemo, useSyncExternalStore } from 'react'
import { createTaskClient } from '../../client/task-client.ts'
import type { ContactSource } from '../../contacts/contact-source.ts'
import type { FieldRules } from '../../core/task/task-parts.ts'
import type { AgentSignIn } from '../../sign-in/agent-sign-in.ts'
import type { PanelEvents } from '../../widget/host/panel-events.ts'
import { TaskPanel } from '../../widget/task-panel.tsx'

export interface SignedInPanelProps {
  /** The path of the proxy; nothing at the root of the origin. */
  readonly basePath: string
  readonly signIn: AgentSignIn
  /** Undefined until it has been loaded. */
  readonly source: ContactSource | undefined
  /** Events for the page around the panel. */
  readonly events?: PanelEvents
  /** The rules of that page about the fields. */
  readonly fields?: FieldRules
}

const noRules: FieldRules = {}

/** The panel for the signed-in agent, as every page of ours shows it. */
export function SignedInPanel({ basePath, signIn, source, events, fields = noRules }: SignedInPanelProps) {
  const signInState = useSyncExternalStore(signIn.subscribe, signIn.getSnapshot)
  const client = useMemo(
    () =>
      createTaskClient({
        baseUrl: basePath,
        token: signIn.token,
        renewToken: signIn.renew,
        onSignedIn: (signedIn) =>
          signIn.subscribe(() => signIn.getSnapshot().status === 'signed-in' && signedIn()),
        onSignedOut: (signedOut) => onAnotherAccount(signIn, signedOut),
      }),
    [basePath, signIn],
  )
  const { status } = signInState
  if (!source) return null
  return (
    <TaskPanel
      source={source}
      client={client}
      fields={fields}
      isSignInTold
      // Our pages have no other field that should get the focus.
      takesFocus
      {...(status === 'signed-in' ? {} : { signIn: { status, onSignIn: () => void signIn.signIn() } })}
      {...events}
    />
  )
}

/**
 * Calls back when another account signs in, so that the first agent's data is removed. The same agent may renew an expired
 * sign-in.
 */
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
