import * as z from 'zod/mini'

const hostMessageSchema = z.object({ event: z.string(), data: z.optional(z.unknown()) })

export type HostMessage = z.infer<typeof hostMessageSchema>

/** The page that embeds this one. */
export interface Host {
  readonly post: (event: string, data?: unknown) => void
  readonly onMessage: (listener: (message: HostMessage) => void) => void
}

/** Streams' protocol: plain `{ event, data }` objects by `postMessage`, only with the parent window. */
export function hostOf(page: Window): Host {
  // The host's origin is unknown until its first message. `frame-ancestors` limits which pages can be the parent.
  let hostOrigin = '*'
  return {
    post(event, data) {
      page.parent.postMessage(data === undefined ? { event } : { event, data }, hostOrigin)
    },
    onMessage(listener) {
      page.addEventListener('message', (message) => {
        if (message.source !== page.parent) return
        const parsed = hostMessageSchema.safeParse(message.data)
        if (!parsed.success) return
        hostOrigin = message.origin
        listener(parsed.data)
      })
    },
  }
}

/** For a page that is not embedded. */
export const noHost: Host = { post: () => {}, onMessage: () => {} }
