// No run-time imports: the first load of the panel has this file.

/** Where a task goes. Connect wants exactly one source of a flow. */
export type Destination =
  | { readonly type: 'flow'; readonly flowId: string }
  | { readonly type: 'quickConnect'; readonly quickConnectId: string }

/** A quick connect for a person or a queue. The other kinds have no flow that a task could run. */
export type QuickConnectKind = 'user' | 'queue'

/** The destinations that an agent may choose from. */
export interface Destinations {
  readonly flows: readonly { readonly flowId: string; readonly name: string }[]
  readonly quickConnects: readonly {
    readonly quickConnectId: string
    readonly name: string
    readonly kind: QuickConnectKind
  }[]
}

export const destinationId = (destination: Destination): string =>
  destination.type === 'flow' ? destination.flowId : destination.quickConnectId

/** One text for one destination, as a list of options needs it: `flow:…` or `quickConnect:…`. */
export const destinationKey = (destination: Destination): string =>
  `${destination.type}:${destinationId(destination)}`

export function destinationFromKey(key: string): Destination | undefined {
  const [, type, id] = /^(flow|quickConnect):(.+)$/s.exec(key) ?? []
  if (id === undefined) return undefined
  return type === 'flow' ? { type, flowId: id } : { type: 'quickConnect', quickConnectId: id }
}
