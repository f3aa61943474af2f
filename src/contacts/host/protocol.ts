import type { FieldRules } from '../../core/field-rules.ts'
import { readHostFields } from './fields.ts'
import { readHostSession, type HostSession } from './session.ts'

/*
 * What a page and the panel that it embeds (`/embed`) say to each other by `postMessage`.
 *
 * Every message carries `tasklink: 1`, the version of this protocol, and a `type`. The panel listens to the window that
 * embeds it and to no other, and only if that window's origin is one of the proxy's FRAME_ANCESTORS, written out in full.
 *
 *     panel → host  { tasklink: 1, type: 'ready' }
 *     host → panel  { tasklink: 1, type: 'contacts', contact: { contactId, channel } }
 *     host → panel  { tasklink: 1, type: 'fields', fields: { name: { default: 'Call back' }, link: { isLocked: true } } }
 *     panel → host  { tasklink: 1, type: 'task-created', contactId, linkedContactId }
 *
 * What a host tells replaces all that it told before: its contacts (HostSession in host-session.ts), and its fields
 * (FieldRules in core/field-rules.ts). A draft that was begun keeps what was typed, but for what is locked or hidden now.
 * A host listens before it adds the frame: `ready` is said once, and what is said to the panel before it is lost.
 */

export const hostProtocolVersion = 1

/** What a host learns of the agent's work. */
export type PanelEvent =
  | { readonly type: 'task-created'; readonly contactId: string; readonly linkedContactId?: string }
  /** `unknown` means that the task may exist all the same. */
  | { readonly type: 'failure'; readonly code: string; readonly outcome: 'not-created' | 'unknown' }
  /** Somebody has begun to type about this contact, or has nothing typed any more. */
  | { readonly type: 'draft-changed'; readonly contactId?: string; readonly isBegun: boolean }

export type PanelMessage = { readonly tasklink: typeof hostProtocolVersion } & (
  | PanelEvent
  /** The panel listens. */
  | { readonly type: 'ready' }
  /** The last message was not taken, for this reason: a sentence for the host's developer. */
  | { readonly type: 'refused'; readonly reason: string }
)

export type HostMessageReading =
  | { readonly status: 'contacts'; readonly session: HostSession }
  | { readonly status: 'fields'; readonly fields: FieldRules }
  | { readonly status: 'refused'; readonly reason: string }
  /** Not of this protocol: pages use messages for other things too. */
  | { readonly status: 'ignored' }

const refused = (reason: string) => ({ status: 'refused', reason }) as const

export function readHostMessage(message: unknown): HostMessageReading {
  if (typeof message !== 'object' || message === null || !('tasklink' in message))
    return { status: 'ignored' }
  const { tasklink, type, ...told } = { type: undefined, ...message }
  if (tasklink !== hostProtocolVersion) return refused(`tasklink must be ${hostProtocolVersion}.`)
  if (type === 'contacts') {
    const reading = readHostSession(told)
    return reading.ok ? { status: type, session: reading.session } : refused(reading.reason)
  }
  if (type === 'fields') {
    const reading = readHostFields(told)
    return reading.ok ? { status: type, fields: reading.fields } : refused(reading.reason)
  }
  return refused('type must be contacts or fields.')
}
