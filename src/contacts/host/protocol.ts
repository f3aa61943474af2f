import type { FieldRules } from '../../core/task/task-parts.ts'
import { readHostFields } from './fields.ts'
import { readHostSession, type HostSession } from './session.ts'

/*
 * The messages between a page and the panel that it embeds (`/embed`), sent by `postMessage`.
 *
 * Every message carries `tasklink: 1`, the version of this protocol, and a `type`. The panel listens only to the window
 * that embeds it, and only if FRAME_ANCESTORS of the proxy lists the full origin of that window.
 *
 *     panel → host  { tasklink: 1, type: 'ready' }
 *     host → panel  { tasklink: 1, type: 'contacts', contact: { contactId, channel } }
 *     host → panel  { tasklink: 1, type: 'fields', fields: { name: { default: 'Call back' }, link: { isLocked: true } } }
 *     panel → host  { tasklink: 1, type: 'task-created', contactId, linkedContactId }
 *     panel → host  { tasklink: 1, type: 'message-accepted', contactId, linkedContactId }
 *
 * A message with contacts (HostSession in session.ts) or fields (FieldRules in core/task/task-parts.ts) replaces the one
 * before. A draft that was begun keeps its text, except in fields that are now locked or hidden.
 * A host must listen before it adds the frame: the panel sends `ready` once, and messages sent before that are lost.
 */

export const hostProtocolVersion = 1

/** An event of the agent's work that the host receives. */
export type PanelEvent =
  | {
      readonly type: 'task-created' | 'message-accepted'
      readonly contactId: string
      readonly linkedContactId?: string
    }
  /** `unknown` means that the task may exist. */
  | { readonly type: 'failure'; readonly code: string; readonly outcome: 'not-created' | 'unknown' }
  /** The agent began a draft about this contact, or emptied it. */
  | { readonly type: 'draft-changed'; readonly contactId?: string; readonly isBegun: boolean }

export type PanelMessage = { readonly tasklink: typeof hostProtocolVersion } & (
  | PanelEvent
  /** The panel is listening: the host may send messages from now on. */
  | { readonly type: 'ready' }
  /** The panel refused the last message. The reason is a sentence for the developer of the host. */
  | { readonly type: 'refused'; readonly reason: string }
)

export type HostMessageReading =
  | { readonly status: 'contacts'; readonly session: HostSession }
  | { readonly status: 'fields'; readonly fields: FieldRules }
  | { readonly status: 'refused'; readonly reason: string }
  /** The message belongs to another protocol. */
  | { readonly status: 'ignored' }

const refused = (reason: string) => ({ status: 'refused', reason }) as const

export function readHostMessage(message: unknown): HostMessageReading {
  if (typeof message !== 'object' || message === null || !('tasklink' in message))
    return { status: 'ignored' }
  const { tasklink, type, ...content } = { type: undefined, ...message }
  if (tasklink !== hostProtocolVersion) return refused(`tasklink must be ${hostProtocolVersion}.`)
  if (type === 'contacts') {
    const reading = readHostSession(content)
    return reading.ok ? { status: type, session: reading.session } : refused(reading.reason)
  }
  if (type === 'fields') {
    const reading = readHostFields(content)
    return reading.ok ? { status: type, fields: reading.fields } : refused(reading.reason)
  }
  return refused('type must be contacts or fields.')
}
