import { useId } from 'react'
import { useFormContext, useFormState } from 'react-hook-form'
import type { Contact } from '../core/contact.ts'
import { canContinue, linkTypesFor, type LinkType } from '../core/links.ts'
import type { TaskRequest } from '../core/task.ts'
import type { TaskDraft } from '../core/task-draft.ts'
import { FieldError } from './field.tsx'
import { useTasksContinuing } from './panel-queries.ts'
import { usePanelSetting } from './panel-setting.ts'

type LinkChoice = LinkType | 'none'

export interface LinkChoicesProps {
  readonly contact: Contact | undefined
  /** How many tasks continue the contact is asked for only when somebody looks: Connect allows few of these calls. */
  readonly isOpen: boolean
}

/** How the task hangs on the contact, with what each choice means for the customer's data. */
export function LinkChoices({ contact, isOpen }: LinkChoicesProps) {
  const { messages } = usePanelSetting()
  const words = messages.link
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: 'link' })
  const tasksContinuing = useTasksContinuing(contact, isOpen)
  if (!contact) return <p>{messages.contact.unlinked}</p>
  const { channel } = contact
  const isFull = tasksContinuing !== undefined && !canContinue(tasksContinuing)
  const isForChannel = linkTypesFor(channel).includes('previous')
  const used = tasksContinuing === undefined ? '' : ` ${words.previousUsed(tasksContinuing)}`
  return (
    <fieldset className="tl-choices">
      <legend className="tl-visually-hidden">{words.legend}</legend>
      <LinkCard choice="related" name={words.related} meaning={words.relatedMeans(channel)} />
      <LinkCard
        choice="previous"
        name={words.previous}
        meaning={isForChannel ? `${words.previousMeans(channel)}${used}` : words.previousNotForEmail}
        isDisabled={!isForChannel || isFull}
      />
      <LinkCard choice="none" name={words.none} meaning={words.noneMeans} />
      <FieldError error={errors.link?.message} />
    </fieldset>
  )
}

interface LinkCardProps {
  readonly choice: LinkChoice
  readonly name: string
  readonly meaning: string
  readonly isDisabled?: boolean
}

function LinkCard({ choice, name, meaning, isDisabled = false }: LinkCardProps) {
  const id = useId()
  const { register } = useFormContext<TaskDraft, unknown, TaskRequest>()
  // Disabled on the element, not through `register`: react-hook-form would drop the value of the whole group.
  return (
    <label className="tl-card">
      <input
        {...register('link')}
        type="radio"
        value={choice}
        disabled={isDisabled}
        aria-labelledby={`${id}-name`}
        aria-describedby={`${id}-meaning`}
      />
      <span>
        <strong id={`${id}-name`}>{name}</strong>
        <span className="tl-hint" id={`${id}-meaning`}>
          {meaning}
        </span>
      </span>
    </label>
  )
}
