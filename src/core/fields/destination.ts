import type { TaskIssue } from '../issues.ts'
import { isBlank } from '../text.ts'

/** Where a task goes: exactly one source of a flow, as Connect demands. */
export type Destination =
  | { readonly type: 'flow'; readonly flowId: string }
  | { readonly type: 'quickConnect'; readonly quickConnectId: string }

/** A quick connect leads to a person or a queue; the other kinds have no flow that a task could run. */
export type QuickConnectKind = 'user' | 'queue'

/** What an agent may choose from. */
export interface Destinations {
  readonly flows: readonly { readonly flowId: string; readonly name: string }[]
  readonly quickConnects: readonly {
    readonly quickConnectId: string
    readonly name: string
    readonly kind: QuickConnectKind
  }[]
}

const idOf = (destination: Destination) =>
  destination.type === 'flow' ? destination.flowId : destination.quickConnectId

export function destinationIssues(destination: Destination | undefined): TaskIssue[] {
  if (destination && !isBlank(idOf(destination))) return []
  return [{ field: 'destination', code: 'destination-missing' }]
}

export function isOffered(destination: Destination, { flows, quickConnects }: Destinations): boolean {
  return destination.type === 'flow'
    ? flows.some(({ flowId }) => flowId === destination.flowId)
    : quickConnects.some(({ quickConnectId }) => quickConnectId === destination.quickConnectId)
}

/** One text for one destination, as a list of options needs it: `flow:…` or `quickConnect:…`. */
export const destinationKey = (destination: Destination): string => `${destination.type}:${idOf(destination)}`

export function destinationFromKey(key: string): Destination | undefined {
  const [, type, id] = /^(flow|quickConnect):(.+)$/s.exec(key) ?? []
  if (id === undefined) return undefined
  return type === 'flow' ? { type, flowId: id } : { type: 'quickConnect', quickConnectId: id }
}
