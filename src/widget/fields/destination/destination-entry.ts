import {
  destinationFromKey,
  destinationKey,
  type Destinations,
} from '../../../core/fields/destination-key.ts'

/** The kinds of destination as agents call them. A form is a task template. */
export type DestinationKind = 'self' | 'person' | 'queue' | 'flow' | 'form'

/** A destination that the agent may choose. */
export interface DestinationEntry {
  /** As `destinationKey` makes it. The key of a template does not say who gets the task. */
  readonly key: string
  readonly name: string
  readonly kind: DestinationKind
}

const kindOfQuickConnect = { user: 'person', queue: 'queue' } as const

/** All that the agent may choose, the agent first and then people, each kind in the proxy's order. */
export function destinationEntries(offered: Destinations): readonly DestinationEntry[] {
  const { flows, quickConnects, templates = [], templatesRequired } = offered
  const forms = templates.map(({ templateId, name }): DestinationEntry => {
    return { key: destinationKey({ type: 'template', templateId }), name, kind: 'form' }
  })
  // People, queues and flows are then offered only inside a form that needs one.
  if (templatesRequired) return forms
  const connects = quickConnects.map(({ quickConnectId, name, kind, isSelf }): DestinationEntry => {
    const key = destinationKey({ type: 'quickConnect', quickConnectId })
    return { key, name, kind: isSelf ? 'self' : kindOfQuickConnect[kind] }
  })
  return [
    ...connects.filter(({ kind }) => kind === 'self'),
    ...connects.filter(({ kind }) => kind === 'person'),
    ...connects.filter(({ kind }) => kind === 'queue'),
    ...flows.map(({ flowId, name }): DestinationEntry => {
      return { key: destinationKey({ type: 'flow', flowId }), name, kind: 'flow' }
    }),
    ...forms,
  ]
}

/**
 * The key of the entry that the draft's destination belongs to. The draft's own key may also say who gets the task of a
 * template.
 */
export function entryKeyOf(draftKey: string): string {
  const destination = destinationFromKey(draftKey)
  if (destination?.type !== 'template') return draftKey
  return destinationKey({ type: 'template', templateId: destination.templateId })
}
