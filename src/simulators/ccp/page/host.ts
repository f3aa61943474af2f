import * as z from 'zod/mini'

const hostMessageSchema = z.object({ event: z.string(), data: z.optional(z.unknown()) })

export type HostMessage = z.infer<typeof hostMessageSchema>

/** The page that embeds this one. */
export interface Host {
  readonly post: (event: string, data?: unknown) => void
  readonly onMessage: (listener: (message: HostMessage) => void) => void
}

/** Streams' conduit: bare `{ event, data }` objects by `postMessage`, with the parent window and nobody else. */
export function hostOf(page: Window): Host {
  // Until the host has spoken its origin is unknown; `frame-ancestors` decides who can be the parent at all.
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

/** For a page that nobody embeds. */
export const noHost: Host = { post: () => {}, onMessage: () => {} }
