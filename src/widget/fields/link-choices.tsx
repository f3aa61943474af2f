import { useId } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import type { Contact } from '../../core/contact/contact.ts'
import { allowedLinkTypes, carriedLink, linkAccess, linkChoices } from '../../core/fields/link-rule.ts'
import { canContinue, linkTypesFor } from '../../core/fields/link-types.ts'
import type { TaskRequest, TaskDraft } from '../../core/task/task-parts.ts'
import { FieldError, LockedHint } from '../controls/field.tsx'
import { LinkCard, type LinkChoice } from './link-card.tsx'
import { NotLinked } from './not-linked.tsx'
import { useLateMessages } from '../late/late-messages.ts'
import { useTasksContinuing } from '../setting/contact-queries.ts'
import { useFieldRules } from '../form-model/rules/form-rules.ts'

export interface LinkChoicesProps {
  readonly contact: Contact | undefined
  /** The number of linked tasks is read only while the section is open: Connect allows few of these calls. */
  readonly isOpen: boolean
}

export function LinkSummary({ contact }: Pick<LinkChoicesProps, 'contact'>) {
  const words = useLateMessages().link
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const chosen = useWatch({ control, name: 'link' })
  const choice = carriedLink(chosen, useFieldRules(), contact?.channel)
  if (!contact || choice === 'none') return <span>{words.none}</span>
  return (
    <span>{choice === 'related' ? words.related(contact.channel) : words.previous(contact.channel)}</span>
  )
}

/** How the task is linked to the contact, with what each choice means for the customer's data. */
export function LinkChoices({ contact, isOpen }: LinkChoicesProps) {
  const words = useLateMessages().link
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: 'link' })
  const tasksContinuing = useTasksContinuing(contact, isOpen)
  const rules = useFieldRules()
  const lockedId = useId()
  if (!contact) return <NotLinked error={errors.link?.message} />
  const { channel } = contact
  const isFull = tasksContinuing !== undefined && !canContinue(tasksContinuing)
  const isForChannel = linkTypesFor(channel).includes('previous')
  const used = tasksContinuing === undefined ? '' : ` ${words.previousUsed(tasksContinuing)}`
  const isLocked = linkAccess(rules) !== 'editable'
  const choices = linkChoices(rules, channel)
  // If the channel forbids "previous", the panel shows the choice with the reason. If a rule forbids it, the panel hides it.
  const isKeptByChannel = !isLocked && allowedLinkTypes(rules).includes('previous')
  const isOffered = (choice: LinkChoice) =>
    choices.includes(choice) || (choice === 'previous' && isKeptByChannel)
  return (
    <fieldset className="tl-choices" aria-describedby={isLocked ? lockedId : undefined}>
      <legend className="tl-visually-hidden">{words.legend}</legend>
      {/* Above the choices, because in a low window the foot would cover it below them. */}
      <FieldError error={errors.link?.message} />
      {isOffered('related') && (
        <LinkCard
          choice="related"
          name={words.related(channel)}
          meaning={words.relatedMeans(channel)}
          isOnly={isLocked}
        />
      )}
      {isOffered('previous') && (
        <LinkCard
          choice="previous"
          name={words.previous(channel)}
          meaning={isForChannel ? `${words.previousMeans(channel)}${used}` : words.previousNotForEmail}
          isDisabled={!isForChannel || isFull}
          isOnly={isLocked}
        />
      )}
      {isOffered('none') && (
        <LinkCard choice="none" name={words.none} meaning={words.noneMeans} isOnly={isLocked} />
      )}
      {isLocked && <LockedHint id={lockedId} />}
    </fieldset>
  )
}
