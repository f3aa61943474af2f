import * as z from 'zod/mini'
import { attemptOf } from '../../contract/tasks/task-request.ts'
import { draftOfV1, recordV1Schema } from './earlier/draft-record-v1.ts'
import { draftOfV2, recordV2Schema } from './earlier/draft-record-v2.ts'
import { aboutOf, type DraftPhase, type KeptDraft } from '../desk/kept-draft.ts'
import type { Attempt } from '../../core/attempts/attempt.ts'
import type { AnyRequest } from '../../core/message/any-draft.ts'
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
import { messageVersionSchema, recordVersion, versionOf } from './record-version.ts'

/** The members that the records of tasks and of messages have. */
const shared = {
  /** When it was written. Each write gets a later time than the one before, so two texts never have the same time. */
  keptAt: z.number(),
  /** The window that wrote it. */
  window: z.string(),
  id: z.string(),
  about: aboutSchema,
  turn: z.number(),
  begunAt: z.optional(z.number()),
  branchedFrom: branchedFromSchema,
}

/** The text of a draft. Its attempts have records of their own, so a new text cannot replace them. */
const recordSchema = z.object({
  version: z.literal(recordVersion),
  kind: z.literal('task'),
  ...shared,
  content: contentSchema,
  /** The last attempt. If it cannot be read, the text must still be read. */
  // The lint rule mistakes zod's `catch` for that of a promise.
  // oxlint-disable-next-line promise/valid-params
  latest: z.catch(z.optional(storedRequestSchema), undefined),
})

const messageRecordSchema = z.object({
  version: messageVersionSchema,
  kind: z.literal('message'),
  ...shared,
  content: messageContentSchema,
  // As above.
  // oxlint-disable-next-line promise/valid-params
  latest: z.catch(z.optional(storedMessageSchema), undefined),
})

export interface StoredDraft {
  readonly draft: KeptDraft
  /** A new number with each change. */
  readonly keptAt: number
  /** Absent from records before version 3. */
  readonly window?: string
}

/** The stored draft, in this format or an older one; undefined if it cannot be read. */
export function readRecord(value: unknown): StoredDraft | undefined {
  const { data } = recordSchema.safeParse(value)
  if (data) {
    const { keptAt, window, kind, content, latest } = data
    return { keptAt, window, draft: { ...draftIn(data, latest && attemptOf(latest)), kind, content } }
  }
  const { data: message } = messageRecordSchema.safeParse(value)
  if (message) {
    const { keptAt, window, kind, latest } = message
    const content = messageContentIn(message.content)
    return {
      keptAt,
      window,
      draft: { ...draftIn(message, latest && storedAttemptIn(latest)), kind, content },
    }
  }
  const { data: second } = recordV2Schema.safeParse(value)
  if (second) return { keptAt: second.keptAt, draft: draftOfV2(second) }
  const { data: first } = recordV1Schema.safeParse(value)
  return first && { keptAt: first.keptAt, draft: draftOfV1(first) }
}

export const draftRecordName = (draftId: string): string => `draft ${draftId}`

export function recordOf({ draft, keptAt, window }: StoredDraft): unknown {
  const { id, kind, turn, content, begunAt, branchedFrom, earlier } = draft
  return {
    version: versionOf(kind),
    kind,
    keptAt,
    window,
    id,
    about: aboutOf(draft),
    turn,
    content: storedContent(content),
    ...(begunAt === undefined ? {} : { begunAt }),
    ...(branchedFrom ? { branchedFrom } : {}),
    ...(earlier ? { latest: storedAttempt(earlier.latest) } : {}),
  }
}

type Shared = Pick<z.infer<typeof recordSchema>, 'id' | 'about' | 'turn' | 'begunAt' | 'branchedFrom'>

function draftIn(
  { id, about, turn, begunAt, branchedFrom }: Shared,
  latest: Attempt<AnyRequest> | undefined,
) {
  const phase: DraftPhase = latest
    ? { phase: 'asked', earlier: { latest, uncertain: [] } }
    : { phase: 'begun' }
  return {
    id,
    turn,
    ...(begunAt === undefined ? {} : { begunAt }),
    ...(branchedFrom ? { branchedFrom } : {}),
    ...aboutIn(about),
    ...phase,
  }
}
