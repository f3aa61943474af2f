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

/** One attempt that may have created a task or sent a message. The record stays until its outcome is known: no age or number deletes it. */
const recordSchema = z.object({
  version: anyVersionSchema,
  kind: z.literal('sent'),
  draftId: z.string(),
  /** The stored draft that holds its text, where the text is another version of the draft. */
  textId: z.optional(z.string()),
  branchedFrom: branchedFromSchema,
  clientToken: z.string(),
  firstSentAt: z.number(),
  /** The window that sends it, so that a refusal in one window settles no attempt of another; absent from older records. */
  window: z.optional(z.string()),
  about: aboutSchema,
  /** Absent where values are kept out of storage, were kept for too long or cannot be read: then the panel can ask only the agent. */
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
  /** Where the text is stored; with its draft unless given. */
  readonly storedId?: string
  /** The content of the draft when it was sent first, as another record has it. */
  readonly known?: AnyDraft | undefined
}

export function sentRecordOf(
  draft: KeptDraft,
  sent: UncertainAttempt<AnyRequest>,
  { window, hasText, storedId = draft.id, known }: SentIn,
): unknown {
  const { id, kind, branchedFrom } = draft
  const { attempt, firstSentAt } = sent
  // An attempt may be asked about while the draft has another text already.
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
