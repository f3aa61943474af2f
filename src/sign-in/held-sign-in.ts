import { createSnapshotStore, type Snapshots } from '../core/listeners/snapshot-store.ts'
import type { Account, SignedOutStatus, SignInState } from './agent-sign-in.ts'
import type { Siblings } from './siblings.ts'
import type { SignedIn } from './signed-in.ts'

export const isSamePerson = (one: Account | undefined, other: Account) =>
  one?.issuer === other.issuer && one.subject === other.subject

const isSameState = (one: SignInState, other: SignInState) =>
  one.status === other.status && one.account === other.account

/** The one sign-in of a panel. The announced account and the token that is sent change together. */
export interface HeldSignIn extends Snapshots<SignInState> {
  readonly current: () => SignedIn | undefined
  /** Keeps the sign-in. If it comes from the provider, the siblings get it too. */
  readonly hold: (signedIn: SignedIn, from: 'provider' | 'sibling') => void
  readonly letGo: (status: SignedOutStatus) => void
  /** The provider has ended the sign-in. */
  readonly end: () => void
  /** Whether the provider may be asked without the agent. */
  readonly mayAskSilently: () => boolean
  /** Forbids silent requests until the next sign-in. */
  readonly forbidSilentAsking: () => void
  /** Resolves when the agent is signed in or has a button to press. */
  readonly settled: Promise<void>
}

export function createHeldSignIn(
  keep: (signedIn: SignedIn) => void,
  siblings: Pick<Siblings, 'tell'>,
): HeldSignIn {
  const store = createSnapshotStore<SignInState>({ status: 'signing-in' }, isSameState)
  let held: SignedIn | undefined
  let isSilentAskingAllowed = false

  const letGo = (status: SignedOutStatus) => {
    held = undefined
    const { account } = store.getSnapshot()
    store.set(account ? { status, account } : { status })
  }

  return {
    subscribe: store.subscribe,
    getSnapshot: store.getSnapshot,
    current: () => held,
    hold: (signedIn, from) => {
      held = signedIn
      isSilentAskingAllowed = true
      keep(signedIn)
      const before = store.getSnapshot().account
      const account = before && isSamePerson(before, signedIn.account) ? before : signedIn.account
      store.set({ status: 'signed-in', account })
      if (from === 'provider') siblings.tell(signedIn)
    },
    letGo,
    end: () => {
      isSilentAskingAllowed = false
      letGo('ended')
    },
    mayAskSilently: () => isSilentAskingAllowed,
    forbidSilentAsking: () => {
      isSilentAskingAllowed = false
    },
    settled: new Promise<void>((resolve) => {
      const look = () => store.getSnapshot().status !== 'signing-in' && resolve()
      store.subscribe(look)
    }),
  }
}
