import {
  taskOfContactSchema,
  tasksOfContactSchema,
  type TaskOfContact,
  type TasksOfContact,
} from '../contract/tasks/tasks-of-contact.ts'
import { receivedProblemSchema, type ReceivedProblem } from '../contract/problems/problem.ts'
import { meSchema, type Me } from '../contract/reads/me.ts'
import { contactReferencesSchema, type ContactReferences } from '../contract/reads/contact-references.ts'
import {
  destinationsSchema,
  linkedContactSchema,
  templateSchema,
  type LinkedContact,
} from '../contract/reads/read-answers.ts'
import { uploadLimitsSchema, type UploadLimits } from '../contract/uploads/uploads.ts'
import { panelConfigSchema, type PanelConfig } from '../contract/config/panel-config.ts'
import { messageOptionsSchema } from '../contract/messages/message-options.ts'
import type { MessageOptions } from '../core/message/message-options.ts'
import type { Destinations } from '../core/fields/destination-key.ts'
import type { TaskTemplate } from '../core/templates/template.ts'
import type { Reader } from './command.ts'

/** The answers that the panel reads, by name. */
export interface ReadAnswers {
  readonly me: Me
  readonly destinations: Destinations
  readonly template: TaskTemplate
  readonly contact: LinkedContact
  readonly contactReferences: ContactReferences
  readonly uploadLimits: UploadLimits
  readonly task: TaskOfContact
  readonly tasksOf: TasksOfContact
  readonly messageOptions: MessageOptions
  readonly config: PanelConfig
  /** Why a request failed. */
  readonly problem: ReceivedProblem
}

/**
 * Not loaded with the form, because the first load must stay small, but loaded before the first request that changes something:
 * later the file may be gone from the server, and then a refusal would look like a lost answer.
 */
export const readSchemas: { readonly [Name in keyof ReadAnswers]: Reader<ReadAnswers[Name]> } = {
  me: meSchema,
  destinations: destinationsSchema,
  template: templateSchema,
  contact: linkedContactSchema,
  contactReferences: contactReferencesSchema,
  uploadLimits: uploadLimitsSchema,
  task: taskOfContactSchema,
  tasksOf: tasksOfContactSchema,
  messageOptions: messageOptionsSchema,
  config: panelConfigSchema,
  problem: receivedProblemSchema,
}
