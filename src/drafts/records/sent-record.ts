import * as z from 'zod/mini'
import { attemptOf } from '../../contract/tasks/task-request.ts'
import type { UncertainAttempt } from '../../core/attempts/attempt.ts'
import type { AnyDraft, AnyRequest } from '../../core/message/any-draft.ts'
import { aboutOf, type KeptDraft, type TextlessAttempt } from '../desk/kept-draft.ts'
import {
  storedAttemptIn,
  messageContentIn,
  messageContentSchema,
  storedMessageSchema,
} from './message-parts.ts'
import {
  aboutIn,
  aboutSchema,
  branchedFromSchema,
  contentSchema,
  storedAttempt,
  storedContent,
  storedRequestSchema,
} from './record-parts.ts'
import { anyVersionSchema, kindOfVersion, versionOf } from './record-version.ts'

const textSchema = z.union([
  z.object({ content: contentSchema, body: storedRequestSchema }),
  z.object({ kind: z.literal('message'), content: messageContentSchema, body: storedMessageSchema }),
])

/**
 * One attempt that may have created a task or sent a message. The record stays until its outcome is known, however old it is
 * and however many there are.
 */
const recordSchema = z.object({
  version: anyVersionSchema,
  kind: z.literal('sent'),
  draftId: z.string(),
  /** The stored draft with its text, if that text is another version of the draft. */
  textId: z.optional(z.string()),
  branchedFrom: branchedFromSchema,
  clientToken: z.string(),
  firstSentAt: z.number(),
  /** The window that sends it: a refusal in one window must not end the attempt of another. Absent from older records. */
  window: z.optional(z.string()),
  about: aboutSchema,
  /**
   * Absent if policy keeps values out of storage, if the text was too old, or if it cannot be read. Then the panel must ask the
   * agent.
   */
  // The lint rule mistakes zod's `catch` for that of a promise.
  // oxlint-disable-next-line promise/valid-params
  text: z.catch(z.optional(textSchema), undefined),
})

type SentRecord = z.infer<typeof recordSchema>

export const readSentRecord = (value: unknown): SentRecord | undefined => recordSchema.safeParse(value).data

export const sentRecordName = (clientToken: string, window: string): string => `sent ${clientToken} ${window}`

interface SentIn {
  readonly window: string
  /** Whether policy lets the browser store what was sent. */
  readonly hasText: boolean
  /** The stored draft with the text; the draft itself unless given. */
  readonly storedId?: string
  /** The content of the draft when it was first sent, read from another record. */
  readonly known?: AnyDraft | undefined
}

export function sentRecordOf(
  draft: KeptDraft,
  sent: UncertainAttempt<AnyRequest>,
  { window, hasText, storedId = draft.id, known }: SentIn,
): unknown {
  const { id, kind, branchedFrom } = draft
  const { attempt, firstSentAt } = sent
  // The outcome of an attempt may be open while the draft already has another text.
  const isLatest = draft.earlier?.latest.clientToken === attempt.clientToken
  const content = (isLatest ? draft.sentContent : undefined) ?? known ?? draft.content
  const text = { content: storedContent(content), body: storedAttempt(attempt) }
  return {
    version: versionOf(kind),
    kind: 'sent',
    draftId: id,
    ...(storedId === id ? {} : { textId: storedId }),
    ...(branchedFrom ? { branchedFrom } : {}),
    clientToken: attempt.clientToken,
    firstSentAt,
    window,
    about: aboutOf(draft),
    ...(hasText ? { text: kind === 'message' ? { kind, ...text } : text } : {}),
  }
}

/** The same record without anything that the agent typed. */
export const withoutText = ({ text: _text, ...record }: SentRecord): unknown => record

export interface SentAttempt {
  readonly draftId: string
  readonly sent: UncertainAttempt<AnyRequest>
  readonly content: AnyDraft
  readonly about: ReturnType<typeof aboutIn>
}

export function sentAttempt({ draftId, firstSentAt, about, text }: SentRecord): SentAttempt | undefined {
  if (!text) return undefined
  const attempt = 'kind' in text ? storedAttemptIn(text.body) : attemptOf(text.body)
  const content = 'kind' in text ? messageContentIn(text.content) : text.content
  return { draftId, sent: { attempt, firstSentAt }, content, about: aboutIn(about) }
}

export function textlessAttempt({ version, about, ...sent }: SentRecord): TextlessAttempt {
  const { draftId, textId, branchedFrom, clientToken, firstSentAt } = sent
  const { contact } = aboutIn(about)
  const kind = kindOfVersion(version)
  return {
    draftId,
    ...(textId === undefined ? {} : { textId }),
    ...(branchedFrom ? { branchedFrom } : {}),
    kind,
    clientToken,
    firstSentAt,
    ...(contact ? { contact } : {}),
  }
}
