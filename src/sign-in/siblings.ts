import type { SignedIn } from './signed-in.ts'

/** One panel, as its siblings see it. */
export interface Sibling {
  /** Its valid sign-in. */
  readonly present: () => SignedIn | undefined
  readonly signedIn: (signedIn: SignedIn) => void
  /** The provider has ended the sign-in of this time and all earlier ones. */
  readonly ended: (obtainedAtMs: number) => void
}

/** The other panels of the same top-level page, with which a panel shares its sign-in. */
export interface Siblings {
  readonly canBeSeen: boolean
  readonly join: (panel: Sibling) => void
  /** Asks for a sign-in; the answers come to `signedIn`. */
  readonly ask: () => void
  readonly tell: (signedIn: SignedIn) => void
  readonly tellEnded: (obtainedAtMs: number) => void
  /** Runs the work while no sibling runs its own. */
  readonly alone: (work: () => Promise<void>) => Promise<void>
}

/** For a page with a single panel. */
export const noSiblings: Siblings = {
  canBeSeen: true,
  join: () => {},
  ask: () => {},
  tell: () => {},
  tellEnded: () => {},
  alone: (work) => work(),
}
