import { mergeFieldRules } from '../core/field-rules-merge.ts'
import { timeZoneNamed } from '../core/time/zoned-time.ts'
import { CreatedTaskCard } from './outcome/created-task.tsx'
import { draftResolver } from './form-model/draft-resolver.ts'
import { ErrorSummary } from './form/error-summary.tsx'
import { complainedPaths } from './form-model/list-errors.ts'
import { FailureNotice } from './outcome/failure-notice.tsx'
import { HeldNote } from './form/held-note.tsx'
import { OtherDrafts } from './contact/other-drafts.tsx'
import { refusalErrors } from './form-model/refusal-errors.ts'
import { SectionBody } from './form/section-body.tsx'
import { SectionSummary } from './form/section-summaries.tsx'
import { SessionTrouble } from './contact/session-trouble.tsx'
import { TypedContact } from './contact/typed-contact.tsx'
import { WaitingTime } from './outcome/waiting-time.tsx'

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
