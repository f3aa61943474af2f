import type { ClientFailure } from '../task-client-error.ts'

export type Sealed<Request> = { readonly request: Request } | { readonly failure: ClientFailure }

/**
 * Completes a request just before it is sent for the first time. A request with files names them by tokens that the proxy gives
 * for one attempt and for a limited time. From then on the bytes of the attempt never change.
 */
export interface Sealing<Request> {
  /** The content that the client token stands for, without the parts that sealing adds. */
  readonly contentOf: (request: Request) => unknown
  /** Until when its bytes may be sent, in milliseconds since the epoch by the proxy's clock. Undefined before it is sealed. */
  readonly sealedUntil: (request: Request) => number | undefined
  /** True if the request has everything that sealing needs. */
  readonly isGathered: (request: Request) => boolean
  /** Waits for the missing parts and reports how many are left. Other drafts may be sent in that time. It never rejects. */
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
