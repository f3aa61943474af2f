import { ClockNotice } from '../contact/clock-notice.tsx'
import { ContactChooser } from '../contact/contact-chooser.tsx'
import { Elsewhere } from '../contact/elsewhere.tsx'
import { CreatedTaskCard } from '../outcome/created-task.tsx'
import { DestinationsFailure } from '../fields/destinations-failure.tsx'
import { FootNotices } from '../outcome/foot-notices.tsx'
import { ReadFailure } from '../outcome/read-failure.tsx'
import { OtherDrafts } from '../contact/other-drafts.tsx'
import { SectionBody, SectionSummary } from '../form/section-parts.tsx'
import { SessionTrouble } from '../contact/session-trouble.tsx'
import { Shortcuts } from '../keys/shortcuts.tsx'
import { TypedContact } from '../contact/typed-contact.tsx'
import { SubmitLabel } from '../outcome/submit-label.tsx'
import { WhenChoices } from '../fields/when/when-choices.tsx'
import { complainedPaths } from '../form-model/list-errors.ts'
import { draftResolver } from '../form-model/draft-resolver.ts'
import { draftRules } from '../form-model/draft-rules.ts'
import { refusalErrors } from '../form-model/refusal-errors.ts'
import { createLateLanguages } from './late-languages.ts'
import styles from './late.css?inline'

/** Everything that an agent does not need before the first keystroke: the rules, and the parts that show them. */
export const lateChunk = {
  ClockNotice,
  ContactChooser,
  CreatedTaskCard,
  DestinationsFailure,
  Elsewhere,
  FootNotices,
  OtherDrafts,
  ReadFailure,
  SectionBody,
  SectionSummary,
  SessionTrouble,
  Shortcuts,
  SubmitLabel,
  TypedContact,
  WhenChoices,
  complainedPaths,
  createLateLanguages,
  draftResolver,
  draftRules,
  refusalErrors,
  styles,
} as const

export type LateChunk = typeof lateChunk
