import type { AgentSignIn, SignInState } from './agent-sign-in.ts'

/** A sign-in that is still being opened: the page need not wait for it, only the first request must. */
export function pendingSignIn(opening: Promise<AgentSignIn>): AgentSignIn {
  const listeners = new Set<() => void>()
  const tell = () => {
    for (const listener of listeners) listener()
  }
  let opened: AgentSignIn | undefined
  let state: SignInState = { status: 'signing-in' }
  const settle = async () => {
    try {
      opened = await opening
      opened.subscribe(tell)
    } catch {
      state = { status: 'failed' }
    }
    tell()
  }
  void settle()
  return {
    subscribe: (onChange) => {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    getSnapshot: () => opened?.getSnapshot() ?? state,
    token: async () => (opened ?? (await opening)).token(),
    renew: async () => (opened ?? (await opening)).renew(),
    // At once, where it can be: a browser opens windows for a press only.
    signIn: async () => (opened ?? (await opening)).signIn(),
  }
}
