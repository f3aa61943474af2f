import type { ContactSource, FieldRules, PageSignIn } from '../entries/component.ts'
import type { HostSession, HostSource } from '../contacts/host/source.ts'
import type { Agent } from './agent.ts'
import type { BucketManner } from './bucket.ts'
import type { ProxyAnswers } from './proxy-answers.ts'

/**
 * One state of the panel and how to reach it. Everything that is absent has the usual value: a call, and a proxy that answers.
 */
export interface GalleryState {
  /** The name that a designer would use. It is also the address of the state, so it must be unique. */
  readonly name: string
  /** English words that are on the screen in this state. */
  readonly landmark: string
  /** The contacts that the page around the panel sends. */
  readonly session?: HostSession
  /** Another source of contacts than the page around the panel. */
  readonly source?: () => ContactSource
  /** Rules of the page around the panel. Those of the organisation are in the proxy's answer. */
  readonly fields?: FieldRules
  readonly proxy?: Partial<ProxyAnswers>
  /** The bucket's reaction to files. By default it takes them. */
  readonly bucket?: BucketManner
  /** The state of the page's sign-in. By default the agent is signed in. */
  readonly signIn?: PageSignIn['status']
  /** The browser stores no drafts. */
  readonly isStorageBroken?: true
  /** The browser says that there is no network. */
  readonly isOffline?: true
  readonly now?: () => Date
  /** The steps of the agent and of the page around the panel, in order. */
  readonly steps?: (scene: Scene) => Promise<void>
}

export interface Scene {
  readonly agent: Agent
  /** The page around the panel, which may send other contacts. */
  readonly host: HostSource
  /** Resolves when the panel has sent its first request that changes something. Until then it may still be storing the draft. */
  readonly sent: Promise<void>
  /** Loads the panel again, with the drafts that were stored. */
  readonly reload: () => void
  /** Opens the panel in a second window of the same browser, which is not shown. Returns the agent at it. */
  readonly openWindow: () => Promise<Agent>
  /** From now on every read and write of the browser's storage fails. */
  readonly breakStorage: () => void
}

export interface StateGroup {
  readonly title: string
  readonly states: readonly GalleryState[]
}
