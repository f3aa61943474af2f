import type { StateGroup } from './gallery-state.ts'
import { contactReferences } from './states/contact-references.ts'
import { contactTasks } from './states/contact-tasks.ts'
import { created } from './states/created.ts'
import { drafts } from './states/drafts.ts'
import { errors } from './states/errors.ts'
import { failures } from './states/failures.ts'
import { fieldRules } from './states/field-rules.ts'
import { files } from './states/files.ts'
import { keys } from './states/keys.ts'
import { messages } from './states/messages.ts'
import { presetStates } from './states/presets.ts'
import { questions } from './states/questions.ts'
import { sections } from './states/sections.ts'
import { sending } from './states/sending.ts'
import { sessionTroubles } from './states/session-troubles.ts'
import { severalContacts } from './states/several-contacts.ts'
import { start } from './states/start.ts'
import { templates } from './states/templates.ts'
import { texts } from './states/texts.ts'
import { when } from './states/when.ts'
import { whoShouldDoIt } from './states/destinations.ts'

/** Every state of the panel. A new one is an entry in one of these files. */
export const stateGroups: readonly StateGroup[] = [
  start,
  presetStates,
  whoShouldDoIt,
  when,
  templates,
  sections,
  files,
  contactReferences,
  severalContacts,
  drafts,
  errors,
  sending,
  questions,
  created,
  contactTasks,
  messages,
  failures,
  sessionTroubles,
  fieldRules,
  keys,
  texts,
]
