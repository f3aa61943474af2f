import type { ContactSource, FieldRules, PageSignIn } from '../entries/component.ts'
import type { HostSession, HostSource } from '../contacts/host/source.ts'
import type { Agent } from './agent.ts'
import type { BucketManner } from './bucket.ts'
import type { ProxyAnswers } from './proxy-answers.ts'

/** One state of the panel, and all that brings it about. What is absent is as on a usual day: a call, and a proxy that answers. */
export interface GalleryState {
  /** As a designer would call it. Also its address, so no two states share one. */
  readonly name: string
  /** Words that are on the screen in this state, in English. */
  readonly landmark: string
  /** The contacts that the page around the panel tells. */
  readonly session?: HostSession
  /** Another source of contacts than the page around the panel. */
  readonly source?: () => ContactSource
  /** Rules of the page around the panel. Those of the organisation are in the proxy's answer. */
  readonly fields?: FieldRules
  readonly proxy?: Partial<ProxyAnswers>
  /** What the bucket does with files; it takes them unless given. */
  readonly bucket?: BucketManner
  /** How far the sign-in of the page around the panel is; the agent is signed in unless given. */
  readonly signIn?: PageSignIn['status']
  /** The browser stores no drafts. */
  readonly isStorageBroken?: true
  /** The browser says that there is no network. */
  readonly isOffline?: true
  readonly now?: () => Date
  /** The acts of the agent and of the page around the panel, in their order. */
  readonly steps?: (scene: Scene) => Promise<void>
}

export interface Scene {
  readonly agent: Agent
  /** The page around the panel, which may tell other contacts. */
  readonly host: HostSource
  /** Resolves when the panel has sent its first request that changes something. Until then it may still be storing the draft. */
  readonly sent: Promise<void>
  /** Loads the panel again, with the drafts that were stored. */
  readonly reload: () => void
  /** Opens the panel in a second window of the same browser, which is not shown. Returns the agent at it. */
  readonly openWindow: () => Promise<Agent>
  /** From now on the browser's storage takes nothing and gives nothing. */
  readonly breakStorage: () => void
}

export interface StateGroup {
  readonly title: string
  readonly states: readonly GalleryState[]
}
