import { expiryMinutesDefault } from '../../../core/fields/expiry/expiry-minutes.ts'
import type { StartTaskRequest } from '../task/start-task-request.ts'
import type { TaskTemplate } from '../templates/task-template.ts'
import type { MessageSubtype } from '../../instance/message-templates.ts'
import { type InstanceContact, type InstanceEndpoint, instanceArn } from '../../instance/instance.ts'

/** A contact as Connect stores it; times in milliseconds. */
export interface ContactRecord {
  readonly contactId: string
  readonly channel: InstanceContact['channel']
  readonly name: string | undefined
  readonly description: string | undefined
  readonly initialContactId: string | undefined
  readonly previousContactId: string | undefined
  readonly relatedContactId: string | undefined
  readonly attributes: Readonly<Record<string, string>>
  readonly acceptedBy: { readonly userId: string; readonly at: number } | undefined
  readonly initiatedAt: number
  readonly scheduledAt: number | undefined
  /** How often the schedule was changed. */
  readonly scheduleChanges: number
  readonly endedAt: number | undefined
  /** `StopContact` ended it, so no agent has it any more. */
  readonly isStopped: boolean
  readonly createdByUser: string | undefined
  readonly expiryMinutes: number | undefined
  readonly assignmentType: 'SELF' | undefined
  readonly references: StartTaskRequest['references']
  readonly template: Pick<TaskTemplate, 'templateId' | 'name' | 'version'> | undefined
  readonly customerEndpoint?: InstanceEndpoint | undefined
  readonly systemEndpoint?: InstanceEndpoint | undefined
  readonly queueId?: string | undefined
  readonly subtype?: MessageSubtype | undefined
  /** The maximum duration of a chat that Connect has started. */
  readonly chatMinutes?: number | undefined
}

export const contactArn = (contactId: string) => `${instanceArn}/contact/${contactId}`

/** Connect's JSON holds timestamps in epoch seconds, with a fraction. */
export const epochSeconds = (milliseconds: number | undefined) =>
  milliseconds === undefined ? undefined : milliseconds / 1_000

const inboundChannels: ReadonlySet<string> = new Set(['VOICE', 'EMAIL'])

export const initiationMethod = (channel: InstanceContact['channel']) =>
  inboundChannels.has(channel) ? 'INBOUND' : 'API'

const minuteMs = 60_000

/** When the contact ended: a task ends by itself when it expires, and a chat after its duration. */
export function endOf(contact: ContactRecord, now: number): number | undefined {
  const { channel, endedAt, initiatedAt, expiryMinutes = expiryMinutesDefault, chatMinutes } = contact
  const lifeMinutes = channel === 'TASK' ? expiryMinutes : chatMinutes
  if (endedAt !== undefined || lifeMinutes === undefined) return endedAt
  const expiresAt = initiatedAt + lifeMinutes * minuteMs
  return expiresAt <= now ? expiresAt : undefined
}

/** A scheduled task starts by itself when its time comes. */
export const isScheduled = (contact: ContactRecord, now: number): boolean =>
  (contact.scheduledAt ?? 0) > now && endOf(contact, now) === undefined
