import type { HostContact, HostSession } from '../contacts/host/source.ts'

/** The contacts of the gallery. The proxy of `proxy-answers.ts` knows the call. */
export const call = {
  contactId: 'b7d0c1aa-0001-4000-8000-000000000001',
  channel: 'voice',
  displayName: '+1 206 555 0142',
} as const satisfies HostContact

export const chat = {
  contactId: 'c2a4e6bb-0002-4000-8000-000000000002',
  channel: 'chat',
  displayName: 'Jonas Weber',
} as const satisfies HostContact

export const email = {
  contactId: 'd9f1b3cc-0003-4000-8000-000000000003',
  channel: 'email',
  displayName: 'Where is my parcel?',
} as const satisfies HostContact

export const onCall: HostSession = { contact: call }

export const noContact: HostSession = { contact: null }
