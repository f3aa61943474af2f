import type { StateGroup } from './gallery-state.ts'
import { contactReferences } from './states/form/contact-references.ts'
import { contactTasks } from './states/contacts/contact-tasks.ts'
import { created } from './states/sending/created.ts'
import { drafts } from './states/drafts.ts'
import { errors } from './states/sending/errors.ts'
import { failures } from './states/sending/failures.ts'
import { fieldRules } from './states/form/field-rules.ts'
import { files } from './states/form/files.ts'
import { keys } from './states/keys.ts'
import { messages } from './states/messages.ts'
import { presetStates } from './states/form/presets.ts'
import { questions } from './states/sending/questions.ts'
import { sections } from './states/form/sections.ts'
import { sending } from './states/sending/sending.ts'
import { sessionTroubles } from './states/contacts/session-troubles.ts'
import { severalContacts } from './states/contacts/several-contacts.ts'
import { start } from './states/contacts/start.ts'
import { templates } from './states/form/templates.ts'
import { texts } from './states/form/texts.ts'
import { when } from './states/form/when.ts'
import { whoShouldDoIt } from './states/form/destinations.ts'

/** Every state of the panel. To add one, add an entry in one of these files. */
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
