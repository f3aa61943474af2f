/**
 * The part of amazon-connect-streams that we call. Data is `unknown`: it comes from a page of another origin and is
 * parsed. Contacts have more getters, but those that use connections throw for tasks or start media controllers (2.28.2).
 */
export interface Streams {
  readonly agent: (onAgent: (agent: StreamsAgent) => void) => StreamsSubscription
  readonly EventType: { readonly ACK_TIMEOUT: string; readonly TERMINATED: string }
  readonly core: StreamsCore
}

/** The Streams version that we load and start ourselves. */
export interface OwnStreams extends Streams {
  readonly getLog: () => { readonly setEchoLevel: (level: unknown) => void }
  readonly LogLevel: { readonly ERROR: unknown }
  readonly core: StreamsCore & {
    readonly initCCP: (container: HTMLElement, options: InitCcpOptions) => void
    /** The window that Streams closes when the CCP answers. */
    loginWindow?: Window | null
    /** Undocumented. Not null while Streams reloads the frame again and again, and still not null after its last attempt. */
    iframeRefreshTimeout?: unknown
    /** Undocumented: opens the window and loads the frame again and again until the CCP answers. */
    readonly authenticate?: (options: InitCcpOptions, container: HTMLElement, conduit: unknown) => void
    readonly upstream?: unknown
  }
}

/** Optional members came to Streams later than the rest, and a desktop may run any version. */
export interface StreamsCore {
  /** Absent before `initCCP`; each call of `initCCP` makes a new bus. */
  readonly getEventBus: () => StreamsBus | null | undefined
  /** True from the first answer of the CCP until `terminate` is called. */
  readonly initialized?: unknown
  readonly onViewContact?: (onView: (data: unknown) => void) => StreamsSubscription
  readonly onIframeRetriesExhausted?: (onEvent: () => void) => StreamsSubscription
  readonly onAuthFail?: (onEvent: () => void) => StreamsSubscription
  readonly onAccessDenied?: (onEvent: () => void) => StreamsSubscription
  /** Undocumented; the snapshot behind every getter. */
  readonly getAgentDataProvider?: () => { readonly getAgentData: () => unknown }
}

export interface StreamsBus {
  readonly subscribe: (event: string, onEvent: (data: unknown) => void) => StreamsSubscription
}

export interface InitCcpOptions {
  readonly ccpUrl: string
  readonly loginPopup: boolean
  readonly loginUrl?: string
  /** Without it, Streams opens a tab. */
  readonly loginOptions: Readonly<Record<'width' | 'height' | 'left' | 'top', number>>
  readonly loginPopupAutoClose: boolean
  readonly softphone: { readonly allowFramedSoftphone: boolean }
  readonly ccpLoadTimeout: number
  readonly iframeTitle: string
}

export interface StreamsAgent {
  readonly getConfiguration: () => unknown
  readonly getContacts: () => readonly StreamsContact[]
  readonly onRefresh: (onRefresh: (agent: StreamsAgent) => void) => StreamsSubscription
}

export interface StreamsContact {
  readonly getContactId: () => unknown
  readonly getType: () => unknown
  readonly getState: () => unknown
  readonly getName: () => unknown
  readonly getCustomerEndpoint: () => unknown
  readonly getAttributes: () => unknown
}

export interface StreamsSubscription {
  readonly unsubscribe: () => void
}
