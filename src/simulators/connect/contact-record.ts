import { type InstanceContact, instanceArn } from '../instance/instance.ts'

/** A contact as the service remembers it, for as long as the simulator runs; times in milliseconds. */
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

/** Timestamps travel as epoch seconds, with a fraction where there is one. */
export const epochSeconds = (milliseconds: number | undefined) =>
  milliseconds === undefined ? undefined : milliseconds / 1_000

const customersReachUsBy: ReadonlySet<string> = new Set(['VOICE', 'EMAIL'])

export const initiationMethod = (channel: InstanceContact['channel']) =>
  customersReachUsBy.has(channel) ? 'INBOUND' : 'API'
