import type { Connect } from '../connect.ts'
import { listContactReferences, type ContactReference } from '../operations/list-contact-references.ts'
import { createSharedReads, type SharedReads } from './shared-reads.ts'

/** The references of contacts. They are the same for every agent, who must have the contact. */
export type ContactReferenceReads = SharedReads<readonly ContactReference[]>

/** Kept for 3 s, so that an agent who opens the form again causes only one call. */
const keptForMs = 3_000

export const createContactReferenceReads = (
  connect: Pick<Connect, 'call'>,
  now: () => Date,
): ContactReferenceReads =>
  createSharedReads({
    keyOf: (_caller, contactId) => contactId,
    keptForMs,
    now,
    ask: (caller, contactId) => connect.call(listContactReferences, contactId, caller),
  })
