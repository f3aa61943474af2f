import { ContactControls } from '../contact/contact-controls.tsx'
import { ContactTasks } from '../tasks/contact-tasks.tsx'
import { Result } from '../outcome/result.tsx'
import { ResultNews } from '../outcome/result-news.tsx'
import { DestinationSearchBox } from '../fields/destination/destination-search-box.tsx'
import { Icon } from '../controls/icons/icon.tsx'
import { DiscardDraft } from '../outcome/discard-draft.tsx'
import { FootNotices } from '../outcome/foot-notices.tsx'
import { MessageMode } from '../message/mode/message-mode.tsx'
import { ModeSwitch } from '../message/mode/mode-switch.tsx'
import { Notices } from '../notices/notices.tsx'
import { PanelListeners } from '../host/panel-listeners.tsx'
import { PresetsMenu } from '../presets/presets-menu.tsx'
import { SectionBody, SectionSummary } from '../form/section-parts.tsx'
import { Shortcuts } from '../keys/shortcuts.tsx'
import { SubmitLabel } from '../outcome/press/submit-label.tsx'
import { CarryOverValues } from '../fields/template/carry-over-values.tsx'
import { TemplateForm } from '../fields/template/template-form.tsx'
import { WhenParts } from '../fields/when/when-parts.tsx'
import { complainedPaths } from '../form-model/errors/list-errors.ts'
import { draftResolver } from '../form-model/errors/draft-resolver.ts'
import { draftRules } from '../form-model/rules/draft-rules.ts'
import { panelSubmissions } from '../form-model/submissions/panel-submissions.ts'
import { panelUploads } from '../form-model/uploads/panel-uploads.ts'
import { refusalErrors } from '../form-model/errors/refusal-errors.ts'
import { sendPressed } from '../outcome/press/send-pressed.ts'
import { createLateLanguages } from './late-languages.ts'
import styles from './late.css?inline'

/** Everything that an agent does not need before the first keystroke. */
export const lateChunk = {
  ContactControls,
  ContactTasks,
  DestinationSearchBox,
  DiscardDraft,
  FootNotices,
  Icon,
  MessageMode,
  ModeSwitch,
  Notices,
  PanelListeners,
  PresetsMenu,
  Result,
  ResultNews,
  SectionBody,
  SectionSummary,
  Shortcuts,
  SubmitLabel,
  TemplateForm,
  CarryOverValues,
  WhenParts,
  complainedPaths,
  createLateLanguages,
  draftResolver,
  draftRules,
  panelSubmissions,
  panelUploads,
  refusalErrors,
  sendPressed,
  styles,
} as const

export type LateChunk = typeof lateChunk
