import { mergeFieldRules } from '../core/field-rules-merge.ts'
import { timeZoneNamed } from '../core/zoned-time.ts'
import { CreatedTaskCard } from './created-task.tsx'
import { draftResolver } from './draft-resolver.ts'
import { ErrorSummary } from './error-summary.tsx'
import { complainedPaths } from './list-errors.ts'
import { FailureNotice } from './failure-notice.tsx'
import { HeldNote } from './held-note.tsx'
import { OtherDrafts } from './other-drafts.tsx'
import { refusalErrors } from './refusal-errors.ts'
import { SectionBody } from './section-body.tsx'
import { SectionSummary } from './section-summaries.tsx'
import { SessionTrouble } from './session-trouble.tsx'
import { TypedContact } from './typed-contact.tsx'
import { WaitingTime } from './waiting-time.tsx'

/** What nobody needs before the first keystroke: a chunk of its own, fetched as soon as the form stands. */
export const lateParts = {
  SectionBody,
  SectionSummary,
  SessionTrouble,
  TypedContact,
  OtherDrafts,
  ErrorSummary,
  FailureNotice,
  WaitingTime,
  HeldNote,
  CreatedTaskCard,
  /** What makes a wall-clock time readable comes with the inputs that hold one. */
  timeZoneNamed,
  draftResolver,
  mergeFieldRules,
  complainedPaths,
  refusalErrors,
} as const

export type LateParts = typeof lateParts
