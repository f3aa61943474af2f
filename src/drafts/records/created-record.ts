import * as z from 'zod/mini'
import type { CreatedContact } from '../desk/kept-draft.ts'
import { isExpired } from '../ledger/ledger-age.ts'
import type { DraftKind } from '../../core/message/any-draft.ts'
import { anyVersionSchema, kindOfVersion, versionOf } from './record-version.ts'

/**
 * The task or the message of a draft exists. The record outlives the draft, so that no window sends the draft again or says
 * that its task was not created. It holds ids, client tokens and times only.
 */
const recordSchema = z.object({
  version: anyVersionSchema,
  kind: z.literal('created'),
  draftId: z.string(),
  clientTokens: z.array(z.string()),
  /** The storage time of the text that was sent. A later text of the draft is another task. */
  keptAt: z.number(),
  /** Absent if only the agent has said that the task exists. */
  contactId: z.optional(z.string()),
  linkedContactId: z.optional(z.string()),
  scheduledAt: z.optional(z.number()),
  createdAt: z.number(),
})

/** A draft whose task or message exists. */
export interface CreatedDraft {
  readonly draftId: string
  readonly kind: DraftKind
  /** The attempts that created it; empty if an older panel did not store them. */
  readonly clientTokens: readonly string[]
  readonly keptAt: number
  readonly task: CreatedContact
}

/** A name for each task of a draft: the contact id, or the client token if only the agent has said that the task exists. */
export const taskName = (task: CreatedContact, clientToken = ''): string => task.contactId ?? clientToken

export const createdRecordName = ({ draftId, clientTokens, task }: CreatedDraft): string =>
  `created ${draftId} ${taskName(task, clientTokens[0])}`

export function createdRecordOf({ kind, draftId, clientTokens, keptAt, task }: CreatedDraft): unknown {
  const { createdAt } = task
  const common = { version: versionOf(kind), kind: 'created', draftId, clientTokens, keptAt, createdAt }
  if (task.contactId === undefined) return common
  const { contactId, linkedContactId, scheduledAt } = task
  return {
    ...common,
    contactId,
    ...(linkedContactId === undefined ? {} : { linkedContactId }),
    ...(scheduledAt === undefined ? {} : { scheduledAt }),
  }
}

export function readCreatedRecord(value: unknown): CreatedDraft | undefined {
  const { data } = recordSchema.safeParse(value)
  if (!data) return undefined
  const { draftId, clientTokens, keptAt, contactId, linkedContactId, scheduledAt, createdAt } = data
  const kind = kindOfVersion(data.version)
  if (contactId === undefined) return { draftId, kind, clientTokens, keptAt, task: { createdAt } }
  const task: CreatedContact = {
    kind,
    contactId,
    ...(linkedContactId === undefined ? {} : { linkedContactId }),
    ...(scheduledAt === undefined ? {} : { scheduledAt }),
    createdAt,
  }
  return { draftId, kind, clientTokens, keptAt, task }
}

export const isCreatedRecordOld = ({ task }: CreatedDraft, now: number): boolean => isExpired(task, now)
