import { destinationKey, type Destinations } from '../../../core/fields/destination-key.ts'

/** What a destination is, in the words of agents. */
export type DestinationKind = 'self' | 'person' | 'queue' | 'flow'

/** A destination that the agent may choose. */
export interface DestinationEntry {
  /** See `destinationKey`. */
  readonly key: string
  readonly name: string
  readonly kind: DestinationKind
}

const kindOfQuickConnect = { user: 'person', queue: 'queue' } as const

/** All that the proxy offers, people first, each kind in the proxy's order. */
export function destinationEntries({ flows, quickConnects }: Destinations): readonly DestinationEntry[] {
  const connects = quickConnects.map(({ quickConnectId, name, kind }): DestinationEntry => {
    const key = destinationKey({ type: 'quickConnect', quickConnectId })
    return { key, name, kind: kindOfQuickConnect[kind] }
  })
  return [
    ...connects.filter(({ kind }) => kind === 'person'),
    ...connects.filter(({ kind }) => kind === 'queue'),
    ...flows.map(({ flowId, name }): DestinationEntry => {
      return { key: destinationKey({ type: 'flow', flowId }), name, kind: 'flow' }
    }),
  ]
}
