import { createSnapshotStore } from '../core/listeners/snapshot-store.ts'
import type { AgentSignIn, SignInState } from './agent-sign-in.ts'

/** A sign-in that is still being opened: the page appears without it, and only the first request waits for it. */
export function pendingSignIn(opening: Promise<AgentSignIn>): AgentSignIn {
  const store = createSnapshotStore<SignInState>({ status: 'signing-in' })
  let opened: AgentSignIn | undefined
  const settle = async () => {
    try {
      const signIn = await opening
      opened = signIn
      const copy = () => store.set(signIn.getSnapshot())
      signIn.subscribe(copy)
      copy()
    } catch {
      store.set({ status: 'failed' })
    }
  }
  void settle()
  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    token: async () => (opened ?? (await opening)).token(),
    renew: async () => (opened ?? (await opening)).renew(),
    // If possible without waiting, because a browser opens a window only during a click.
    signIn: async () => (opened ?? (await opening)).signIn(),
  }
}
