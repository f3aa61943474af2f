import { useId } from 'react'
import { useFormContext, useFormState, useWatch } from 'react-hook-form'
import type { Contact } from '../core/contact.ts'
import { linkTypesFor, type LinkType } from '../core/links.ts'
import type { TaskRequest } from '../core/task.ts'
import type { TaskDraft } from '../core/task-draft.ts'
import { FieldError } from './field.tsx'
import { usePanelSetting } from './panel-setting.ts'

type LinkChoice = LinkType | 'none'

/** How the task hangs on the contact, with what each choice means for the customer's data. */
export function LinkChoices({ contact }: { readonly contact: Contact | undefined }) {
  const { messages } = usePanelSetting()
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const { errors } = useFormState({ control, name: 'link' })
  if (!contact) return <p>{messages.contact.unlinked}</p>
  const canContinue = linkTypesFor(contact.channel).includes('previous')
  return (
    <fieldset className="tl-choices">
      <legend className="tl-visually-hidden">{messages.link.legend}</legend>
      <LinkCard
        choice="related"
        name={messages.link.related}
        meaning={messages.link.relatedMeans(contact.channel)}
      />
      <LinkCard
        choice="previous"
        name={messages.link.previous}
        meaning={
          canContinue ? messages.link.previousMeans(contact.channel) : messages.link.previousNotForEmail
        }
        isDisabled={!canContinue}
      />
      <LinkCard choice="none" name={messages.link.none} meaning={messages.link.noneMeans} />
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

export function LinkSummary({ contact }: { readonly contact: Contact | undefined }) {
  const words = usePanelSetting().messages.link
  const { control } = useFormContext<TaskDraft, unknown, TaskRequest>()
  const choice = useWatch({ control, name: 'link' })
  if (!contact || choice === 'none') return words.summaryNone
  return choice === 'related' ? words.summaryRelated(contact) : words.summaryPrevious(contact)
}
