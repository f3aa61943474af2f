import * as z from 'zod/mini'
import { keptTaskBody } from '../../contract/tasks/tasks.ts'
import { attemptOf } from '../../contract/tasks/task-request.ts'
import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { TaskDraft, TaskRequest } from '../../core/task/task-parts.ts'
import type { KeptDraft, TextlessAttempt } from '../desk/kept-draft.ts'
import { aboutIn, aboutSchema, contentSchema, storedRequestSchema } from './record-parts.ts'
import { recordVersion } from './record-version.ts'

/** One attempt that may have created a task. The record stays until its outcome is known: no age or number deletes it. */
const recordSchema = z.object({
  version: z.literal(recordVersion),
  kind: z.literal('sent'),
  draftId: z.string(),
  clientToken: z.string(),
  firstSentAt: z.number(),
  /** The window that sends it, so that a refusal in one window settles no attempt of another; absent from older records. */
  window: z.optional(z.string()),
  about: aboutSchema,
  /** Absent where values are kept out of storage, were kept for too long or cannot be read: then the panel can ask only the agent. */
  // The lint rule mistakes zod's `catch` for that of a promise.
  // oxlint-disable-next-line promise/valid-params
  text: z.catch(z.optional(z.object({ content: contentSchema, body: storedRequestSchema })), undefined),
})

type SentRecord = z.infer<typeof recordSchema>

export const readSentRecord = (value: unknown): SentRecord | undefined => recordSchema.safeParse(value).data

export const sentRecordName = (clientToken: string, window: string): string => `sent ${clientToken} ${window}`

interface SentIn {
  readonly window: string
  /** Whether policy lets the browser store what was sent. */
  readonly hasText: boolean
}

export function sentRecordOf(
  draft: KeptDraft,
  sent: UncertainAttempt<TaskRequest>,
  { window, hasText }: SentIn,
): unknown {
  const { id, contactChoice, contact, content } = draft
  const { attempt, firstSentAt } = sent
  return {
    version: recordVersion,
    kind: 'sent',
    draftId: id,
    clientToken: attempt.clientToken,
    firstSentAt,
    window,
    about: { contactChoice, ...(contact ? { contact } : {}) },
    ...(hasText ? { text: { content, body: keptTaskBody(attempt) } } : {}),
  }
}

/** The same record without anything that the agent typed. */
export const withoutText = ({ text: _text, ...record }: SentRecord): unknown => record

export interface SentAttempt {
  readonly draftId: string
  readonly sent: UncertainAttempt<TaskRequest>
  readonly content: TaskDraft
  readonly about: ReturnType<typeof aboutIn>
}

export function sentAttempt({ draftId, firstSentAt, about, text }: SentRecord): SentAttempt | undefined {
  if (!text) return undefined
  const sent = { attempt: attemptOf(text.body), firstSentAt }
  return { draftId, sent, content: text.content, about: aboutIn(about) }
}

export function textlessAttempt({ draftId, clientToken, firstSentAt, about }: SentRecord): TextlessAttempt {
  const { contact } = aboutIn(about)
  return { draftId, clientToken, firstSentAt, ...(contact ? { contact } : {}) }
}
