// No run-time imports: the first load of the panel has this file.

/** Where a task goes. Connect requires exactly one source of a flow. */
export type Destination =
  | { readonly type: 'flow'; readonly flowId: string }
  | { readonly type: 'quickConnect'; readonly quickConnectId: string }
  | TemplateDestination

/** A template with its own flow is sent alone. A template without a flow needs a quick connect or self-assignment. */
export interface TemplateDestination {
  readonly type: 'template'
  readonly templateId: string
  readonly quickConnectId?: string
  /** The task goes to the agent who creates it. */
  readonly isSelfAssigned?: true
  /** The revision of the template with which the task was checked. See `TaskTemplate`. */
  readonly revision?: string
}

/** A quick connect for a person or a queue. The other kinds have no flow that a task could run. */
export type QuickConnectKind = 'user' | 'queue'

/** A part of the destinations that the proxy could not read: the templates, or which quick connect leads to the agent. */
export type UnreadDestinations = 'templates' | 'self'

/** The destinations that an agent may choose from. */
export interface Destinations {
  readonly flows: readonly { readonly flowId: string; readonly name: string }[]
  readonly quickConnects: readonly {
    readonly quickConnectId: string
    readonly name: string
    readonly kind: QuickConnectKind
    /** The quick connect leads to the agent who asks. */
    readonly isSelf?: true
  }[]
  /** Absent from an older proxy, which offers none. */
  readonly templates?: readonly {
    readonly templateId: string
    readonly name: string
    readonly description?: string
  }[]
  /** Flows and quick connects go only with a template. */
  readonly templatesRequired?: true
  readonly unread?: readonly UnreadDestinations[]
}

/** The id of the flow, the quick connect or the template. */
export function destinationId(destination: Destination): string {
  switch (destination.type) {
    case 'flow':
      return destination.flowId
    case 'quickConnect':
      return destination.quickConnectId
    case 'template':
      return destination.templateId
  }
}

/**
 * One text for one destination, as a draft and a list of options need it: `flow:…`, `quickConnect:…`, `template:…`, and
 * `self:…` for a template whose task goes to the agent. With a quick connect, the length of the template's id comes first,
 * because ids may have any character: `template2:t1q1`.
 */
export function destinationKey(destination: Destination): string {
  const id = destinationId(destination)
  if (destination.type !== 'template') return `${destination.type}:${id}`
  const { quickConnectId, isSelfAssigned } = destination
  if (isSelfAssigned) return `self:${id}`
  return quickConnectId === undefined ? `template:${id}` : `template${id.length}:${id}${quickConnectId}`
}

export function destinationFromKey(key: string): Destination | undefined {
  const [, type, length, id = ''] = /^(flow|quickConnect|self|template(\d*)):(.+)$/s.exec(key) ?? []
  if (type === 'flow') return { type, flowId: id }
  if (type === 'quickConnect') return { type, quickConnectId: id }
  if (type === 'self') return { type: 'template', templateId: id, isSelfAssigned: true }
  if (!length) return type === undefined ? undefined : { type: 'template', templateId: id }
  const [templateId, quickConnectId] = [id.slice(0, Number(length)), id.slice(Number(length))]
  return templateId && quickConnectId ? { type: 'template', templateId, quickConnectId } : undefined
}
