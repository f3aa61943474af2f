import { type InstanceContact, instanceArn } from '../instance/instance.ts'

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
  readonly endedAt: number | undefined
  readonly createdByUser: string | undefined
  readonly expiryMinutes: number | undefined
}

export const contactArn = (contactId: string) => `${instanceArn}/contact/${contactId}`

/** Connect's JSON holds timestamps in epoch seconds, with a fraction. */
export const epochSeconds = (milliseconds: number | undefined) =>
  milliseconds === undefined ? undefined : milliseconds / 1_000

const inboundChannels: ReadonlySet<string> = new Set(['VOICE', 'EMAIL'])

export const initiationMethod = (channel: InstanceContact['channel']) =>
  inboundChannels.has(channel) ? 'INBOUND' : 'API'
