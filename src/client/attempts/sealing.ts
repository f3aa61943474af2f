import type { ClientFailure } from '../task-client-error.ts'

export type Sealed<Request> = { readonly request: Request } | { readonly failure: ClientFailure }

/**
 * How a request gets its last bytes, just before it is sent for the first time: a request with files names them by what the
 * proxy gives for one attempt, and for a limited time. From then on the bytes of the attempt never change.
 */
export interface Sealing<Request> {
  /** The content that the client token stands for: without what sealing adds. */
  readonly contentOf: (request: Request) => unknown
  /** Until when its bytes may be sent, in milliseconds since the epoch by the proxy's clock; undefined before it is sealed. */
  readonly sealedUntil: (request: Request) => number | undefined
  /** Whether all that the request needs is there. */
  readonly isGathered: (request: Request) => boolean
  /** Waits for what is missing, while other drafts may be sent, and tells how much is left. It never rejects. */
  readonly gather: (
    request: Request,
    signal: AbortSignal,
    onLeft: (left: number) => void,
  ) => Promise<Sealed<Request>>
  /** It never rejects. */
  readonly seal: (request: Request, clientToken: string) => Promise<Sealed<Request>>
}

/** For requests that are complete from the start. */
export const alwaysSealed = <Request>(): Sealing<Request> => ({
  contentOf: (request) => request,
  sealedUntil: () => Infinity,
  isGathered: () => true,
  gather: async (request) => ({ request }),
  seal: async (request) => ({ request }),
})
