import type { DraftKind } from '../../core/message/any-draft.ts'
import type { LateMessages } from '../../i18n/messages/late-messages.ts'
import type { Messages } from '../../i18n/messages/messages.ts'
import type { ActionName } from './actions.ts'
import { actionNames } from './keymap.ts'

/** The form for messages does not have these. */
const onlyOfTasks: ReadonlySet<ActionName> = new Set(['when', 'references', 'tasks'])

/** The actions in a form of this kind. */
export const actionsOf = (kind: DraftKind): readonly ActionName[] =>
  actionNames.filter((name) => kind === 'task' || !onlyOfTasks.has(name))

/** The names of the actions, with the same words as their controls, so that an agent recognises them. */
export function actionLabels(
  kind: DraftKind,
  { fields, sections, submit }: Messages,
  { keys, contactChoice, otherDrafts, rows, tasks }: LateMessages,
): Readonly<Record<ActionName, string>> {
  const { name, description, destination, when } = fields
  const { link, references, attributes } = sections
  return {
    create: submit,
    contact: contactChoice.label,
    name,
    description,
    destination,
    when,
    link,
    references,
    attributes,
    tasks: tasks.title,
    discard: otherDrafts.discardFront,
    undo: rows.undo,
    ...keys.actions,
    ...(kind === 'message' ? keys.ofMessage : {}),
  }
}
